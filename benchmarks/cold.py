"""Commands from a cold start, against the shortest Python there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.figures import Figures

DOCUMENT = Path(__file__).parent.parent / "tests" / "data" / "minutes-sample.txt"
"""Minutes as plain text, with a row for 42 of the 43 items."""


def commands(folder: Path, fresh: Path, number: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Each command with its name.

    Args:
        folder: A data folder.
        fresh: One in which no status has been imported yet.
        number: Tells this round from the others, so that `set` has something to change.
    """
    program = str(Path(sys.executable).with_name("ita-tui"))
    here = (program, "--data", str(folder))
    yield "pass", (sys.executable, "-I", "-S", "-c", "pass")
    yield "list", (*here, "list")
    yield "show", (*here, "show", "O12")
    yield "set", (*here, "set", "O12", "--remark", f"ครั้งที่ {number}")
    yield "export", (*here, "export", "minutes")
    yield "import", (program, "--data", str(fresh), "import", str(DOCUMENT))


def measure(folder: Path, empty: Path, number: int, figures: Figures) -> None:
    """One round of all commands.

    Args:
        folder: A data folder.
        empty: One whose items are all unset; it is copied, and stays so.
        number: The number of the round.
        figures: Where the seconds and the processor time go.
    """
    fresh = empty.with_name("imported")
    shutil.copytree(empty, fresh)
    try:
        for name, command in commands(folder, fresh, number):
            seconds, cpu = _once(command)
            figures.add(f"cold {name}", seconds)
            figures.add(f"cold {name}, CPU", cpu)
    finally:
        shutil.rmtree(fresh)


def _once(command: Sequence[str]) -> tuple[float, float]:
    """The seconds and the processor seconds of a command.

    Raises:
        CalledProcessError: It failed: what it took would say nothing.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, usage.ru_utime + usage.ru_stime
