"""`make mutants`: bugs are planted in a copy of the program; the tests must see each of them.

    python -m tests.faults.mutants [--only TEXT]

Prints a table, and writes it into docs/reliability.md unless only some were named. Ends with 1 when
a bug was not seen, or could not be planted.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import TYPE_CHECKING

from tests.faults import page
from tests.faults.bugs import MUTANTS
from tests.faults.planted import Mutant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parent.parent.parent
COPIED = ("ita_tui", "tests", "seeds", "styles", "pyproject.toml")
PATIENCE = 300.0
"""How many seconds tests may take that a bug has not brought to a stop."""

HEAD = ("planted bug", "in", "seen by", "took")
_FAILED = re.compile(r"^(?:FAILED|ERROR) \S*?(\w+)\.py::(\w+(?:\[[\w.]+\])?)", re.MULTILINE)


class PlantingError(Exception):
    """A bug cannot be planted, or the tests are red without one."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tests made of a bug.

    Attributes:
        mutant: The bug.
        seen: The first test that failed; empty when all passed.
        seconds: How long it took.
    """

    mutant: Mutant
    seen: str
    seconds: float

    def row(self) -> tuple[str, ...]:
        """Its line in the table."""
        files = dict.fromkeys(
            change.file.removeprefix("ita_tui/") for change in self.mutant.changes
        )
        seen = self.seen.replace("_", " ") or "**nothing**"
        return self.mutant.name, ", ".join(files), seen, f"{self.seconds:.0f} s"


def copied(place: Path) -> None:
    """Copy what the tests need; its bytecode holds by content, since bugs come and go quickly."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    compileall.compile_dir(place, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)


def planted(text: str, mutant: Mutant, file: str) -> str:
    """The text of a file with the bug in it.

    Raises:
        PlantingError: What is to be replaced does not stand in it just once.
    """
    for change in mutant.changes:
        if change.file != file:
            continue
        if text.count(change.old) != 1:
            raise PlantingError(
                f"{mutant.name}: {file} has {text.count(change.old)} times {change.old!r}"
            )
        text = text.replace(change.old, change.new)
    return text


@contextmanager
def with_bug(root: Path, mutant: Mutant) -> Iterator[None]:
    """A copy with the bug in it, for a while."""
    sources = {change.file: (root / change.file).read_text("utf-8") for change in mutant.changes}
    for file, text in sources.items():
        (root / file).write_text(planted(text, mutant, file), "utf-8")
    try:
        yield
    finally:
        for file, text in sources.items():
            (root / file).write_text(text, "utf-8")


def first_failure(root: Path, tests: Iterable[str]) -> str:
    """The first test of a copy that fails; empty when all pass.

    Raises:
        PlantingError: The tests did not even begin.
    """
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=root, env=environment, check=False, capture_output=True, text=True,
            timeout=PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"stopped after {PATIENCE:.0f} s"
    found = _FAILED.search(done.stdout)
    if done.returncode == 0:
        return ""
    if done.returncode != 1 or found is None:
        raise PlantingError(f"pytest ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return f"{found[1]}: {found[2]}"


def judged(root: Path, mutant: Mutant) -> Verdict:
    """Plant a bug, and let the tests look for it."""
    began = time.monotonic()
    with with_bug(root, mutant):
        seen = first_failure(root, mutant.tests)
    return Verdict(mutant, seen, time.monotonic() - began)


def judge_all(mutants: list[Mutant]) -> list[Verdict]:
    """Plant the bugs one after the other, in a copy whose tests pass without them."""
    with tempfile.TemporaryDirectory(prefix="ita-tui-") as folder:
        root = Path(folder)
        copied(root)
        if seen := first_failure(root, dict.fromkeys(t for one in mutants for t in one.tests)):
            raise PlantingError(f"without any bug, {seen} fails")
        found = []
        for mutant in mutants:
            verdict = judged(root, mutant)
            found.append(verdict)
            print(" | ".join(verdict.row()), file=sys.stderr, flush=True)
    return found


def main() -> int:
    """Judge what was asked for."""
    parser = argparse.ArgumentParser(description="Plant bugs; the tests must see each.")
    parser.add_argument("--only", default="", help="those with this text in their name")
    asked = parser.parse_args()
    try:
        found = judge_all([mutant for mutant in MUTANTS if asked.only in mutant.name])
    except PlantingError as error:
        print(error, file=sys.stderr)
        return 1
    unseen = [verdict for verdict in found if not verdict.seen]
    text = (
        f"{page.table(HEAD, [verdict.row() for verdict in found], frozenset({3}))}\n\n"
        f"{len(found) - len(unseen)} of {len(found)} were seen."
    )
    print(text)
    if not asked.only:
        page.write("bugs", text)
    return int(bool(unseen))


if __name__ == "__main__":
    sys.exit(main())
