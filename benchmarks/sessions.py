"""Several sessions on one folder: how many commits they make in all, and how long each waits.

`python -m benchmarks.sessions FOLDER CODE` is one session: it says that it is ready, waits for a
line, and prints the seconds that each of its commits took, one on a line.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.folders import COLLEAGUE
from benchmarks.screens import slow
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from benchmarks.figures import Figures

ROOT = Path(__file__).parent.parent

_LASTS = 2.0


def measure(folder: Path, sessions: int, figures: Figures) -> None:
    """Let so many processes commit as fast as they can for a while, all at the same time."""
    processes = [_session(folder, f"O{number + 1}") for number in range(sessions)]
    for one in processes:
        assert one.stdout is not None
        one.stdout.readline()
    for one in processes:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    waits = [float(text) for one in processes for text in one.communicate()[0].split()]
    figures.add(f"{sessions} sessions: commits per second", len(waits) / _LASTS)
    figures.add(f"{sessions} sessions: wait, p95", slow(waits))


def _session(folder: Path, code: str) -> subprocess.Popen[str]:
    command = (sys.executable, "-m", "benchmarks.sessions", str(folder), code)
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def work(folder: Path, code: str) -> None:
    """Change one item again and again, and print how long each change took."""
    store = Workspace(folder).store()
    edit(store, COLLEAGUE, code, [Edit("remark", "warm")])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    end = time.perf_counter() + _LASTS
    number = 0
    while (began := time.perf_counter()) < end:
        number += 1
        edit(store, COLLEAGUE, code, [Edit("remark", f"{began} {number}")])
        sys.stdout.write(f"{time.perf_counter() - began}\n")


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
