"""Runs the trials of a gate, each part of them in a process and a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.report import Report

if TYPE_CHECKING:
    from tests.faults.gates import Gate

ROOT = Path(__file__).parent.parent.parent


def untraced() -> dict[str, str]:
    """The environment without the words that let coverage follow.

    Coverage takes a lock of its own now and then; a SIGINT in between leaves it locked for ever.
    """
    return {name: value for name, value in os.environ.items() if "COVERAGE" not in name}


def tried(trial: str, folder: Path, count: int, seed: int) -> Report:
    """Make so many trials in an empty folder; a program that fails is wrong too."""
    arguments = [trial, str(folder), str(count), str(seed)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.trials", *arguments],
        cwd=ROOT,
        env=untraced(),
        check=False,
        stdout=subprocess.PIPE,
    )
    if done.returncode != 0:
        return Report(0, [f"{trial} with seed {seed} ended with {done.returncode}"])
    return Report(**json.loads(done.stdout))


def until(
    gate: Gate, count: int, seconds: float, seed: int, inside: Path | None = None
) -> tuple[Report, float]:
    """Make so many trials, or as many as begin within the time.

    Args:
        gate: What is tried.
        count: How often.
        seconds: After how long no further part is begun.
        seed: What the first part's chances follow from.
        inside: Where the folders of the trials are made; where the system says when None.

    Returns:
        The report, and how many seconds it took.
    """
    began = time.monotonic()
    report = Report()
    made = 0
    while made < count and (made == 0 or time.monotonic() - began < seconds):
        part = min(gate.part, count - made)
        with tempfile.TemporaryDirectory(prefix="ita-tui-", dir=inside) as folder:
            found = tried(gate.trial, Path(folder), part, seed + made // gate.part)
        report.add(found)
        made += part
        if found.wrong or found.tried == 0:
            break
    return report, time.monotonic() - began
