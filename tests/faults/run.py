"""`make faults`: every promise of the store, as often as before a release.

    python -m tests.faults.run [--minutes N] [MODULE.FUNCTION ...]

Prints the table of what was reached, and writes it into docs/reliability.md unless only some gates
were named. Ends with 1 when anything was wrong.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.faults import page
from tests.faults.gates import GATES, PROMISES, Gate
from tests.faults.report import Report
from tests.faults.running import ROOT, until

HEAD = ("", "trial", "for a release", "tried", "wrong", "slowest", "took")
FIGURES = frozenset({3, 4, 5, 6})
MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
"""Where trials that need no disk are made: there they are many in the same time."""

SHOWN = 10
"""How many of the wrong trials of a gate are printed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of a gate.

    Attributes:
        gate: The gate.
        report: Its report.
        seconds: How long it took.
    """

    gate: Gate
    report: Report
    seconds: float

    @property
    def rest(self) -> int:
        """How many are still to be made; none after one that was wrong or could not be made."""
        made = self.report.tried // self.gate.each
        return 0 if self.report.wrong or not made else max(0, self.gate.release - made)

    def row(self) -> tuple[str, ...]:
        """Its line in the table."""
        gate, report = self.gate, self.report
        places = "" if gate.each == 1 else f" through at least {gate.each} places"
        slowest = f"{report.slowest:.2f} {gate.measure}" if report.slowest else ""
        return (
            str(gate.promise),
            gate.name + (f" ({report.note})" if report.note else ""),
            f"{gate.release:,} {gate.unit}{places}",
            f"{report.tried:,}",
            str(len(report.wrong)),
            slowest,
            duration(self.seconds),
        )


def duration(seconds: float) -> str:
    """A time for the table."""
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"


def run(gates: list[Gate], minutes: float) -> list[Figures]:
    """Try the gates one after the other; what time is left at the end, the unfinished ones get."""
    left, weight = minutes * 60, sum(gate.minutes for gate in gates)
    seed = random.randrange(10**6)
    found = []
    for gate in gates:
        share = left if math.isinf(left) else left * gate.minutes / weight
        one = _tried(gate, gate.release, share, seed)
        left, weight = left - one.seconds, weight - gate.minutes
        found.append(one)
    for number, one in enumerate(found):
        if one.rest and left > 0:
            more = _tried(one.gate, one.rest, left, seed + 10**6)
            left -= more.seconds
            one.report.add(more.report)
            found[number] = Figures(one.gate, one.report, one.seconds + more.seconds)
    return found


def _tried(gate: Gate, count: int, seconds: float, seed: int) -> Figures:
    """Try one gate, and say how it went."""
    report, took = until(gate, count, seconds, seed, None if gate.disk else MEMORY)
    if gate.limit is not None and report.slowest > gate.limit:
        report.wrong.append(f"it took {report.slowest:.2f} {gate.measure}, not {gate.limit}")
    print(f"{gate.trial}: {report.tried:,} {report.note}", file=sys.stderr, flush=True)
    for wrong in report.wrong[:SHOWN]:
        print(f"    {wrong}", file=sys.stderr, flush=True)
    return Figures(gate, report, took)


def summary(found: list[Figures]) -> str:
    """The table, with a line on where it was made."""
    rows = [one.row() for one in found]
    whole = [one for one in found if one.gate.whole]
    agreed = sum(one.report.tried for one in whole)
    wrong = sum(len(one.report.wrong) for one in whole)
    name = "state held against history, in all trials save those of 8"
    rows.append(("7", name, "with 2 and 3", f"{agreed:,}", str(wrong), "", ""))
    rows.sort(key=lambda row: int(row[0]))
    took = duration(sum(one.seconds for one in found))
    return (
        f"{page.table(HEAD, rows, FIGURES)}\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}, commit {commit()}: {took}, on {place()}."
    )


def commit() -> str:
    """The commit that is tried, and whether anything differs from it."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude=*"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def place() -> str:
    """The kind of machine, in words."""
    user = "as root" if os.geteuid() == 0 else "not as root"
    return (
        f"{platform.system()} {platform.release().partition('-')[0]}, "
        f"Python {platform.python_version()}, {os.cpu_count()} processors, {user}; trials in which "
        f"a disk has a part on {_kind(None)}, the others on {_kind(MEMORY)}"
    )


def _kind(folder: Path | None) -> str:
    """The kind of file system of a folder; of the system's own for trials when None."""
    command = ["df", "--output=fstype", str(folder or tempfile.gettempdir())]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Put the promises of the store to the test.")
    parser.add_argument("gates", nargs="*", choices=[[], *(gate.trial for gate in GATES)])
    parser.add_argument("--minutes", type=float, default=math.inf, help="in all, about")
    asked = parser.parse_args()
    gates = [gate for gate in GATES if not asked.gates or gate.trial in asked.gates]
    found = run(gates, asked.minutes)
    for number in sorted({gate.promise for gate in gates}):
        print(f"{number:>2}  {PROMISES[number]}")
    print(summary(found))
    if not asked.gates:
        page.write("gates", summary(found))
    return int(any(one.report.wrong for one in found))


if __name__ == "__main__":
    sys.exit(main())
