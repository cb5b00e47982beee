"""The power is cut before each step of many commits; a model says what may be left on the disk."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from ita_tui.store import Store
from tests.faults import sample
from tests.faults.recorder import Recorder
from tests.faults.report import Report
from tests.faults.writing import Told, changes_of, one_change, verdict

if TYPE_CHECKING:
    from pathlib import Path


def cuts(folder: Path, count: int, seed: int) -> Report:
    """Cut the power so many times; all that was told of must be there afterwards."""
    chance = random.Random(seed)
    path = sample.make(folder / "data", 0)
    left = folder / "left"
    report = Report()
    told: Told = []

    def cut() -> None:
        if report.tried < count:
            shutil.rmtree(left, ignore_errors=True)
            recorder.folder.lay(left, chance)
            report.judge(f"cut {report.tried}", verdict(left / path.name, told))

    recorder = Recorder(path.parent, cut)
    store = Store(path)
    turn = 0
    while report.tried < count:
        with recorder.recording():
            outcome = one_change(store, chance, turn)
        told += changes_of(outcome)
        turn += 1
    return report
