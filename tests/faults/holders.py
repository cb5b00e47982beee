"""A process that holds the lock is killed while another waits for it."""

from __future__ import annotations

import os
import random
import signal
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.errors import BusyError
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.children import forked, joined
from tests.faults.report import Report
from tests.faults.truth import leftovers, whole

if TYPE_CHECKING:
    from pathlib import Path

HELD = 0.02
"""How many seconds the lock is held at most before its holder is killed."""


def hold(path: Path, pipe: int) -> None:
    """Begin a change, tell, and never end it."""
    with Store(path).transaction(sample.ACTOR) as tx:
        tx.set_field("O8", "unit", "ค้าง")
        os.write(pipe, b"h")
        signal.pause()


def killed(folder: Path, count: int, seed: int) -> Report:
    """Kill a holder so many times, and see how soon the next writer has written."""
    chance = random.Random(seed)
    path = sample.make(folder / "data", 0)
    report = Report()
    for turn in range(count):
        reading, writing = os.pipe()
        child = forked(partial(hold, path, writing))
        os.close(writing)
        held = os.read(reading, 1) == b"h"
        os.close(reading)
        found = _waited(path, child, chance.uniform(0, HELD), turn, report) if held else "no lock"
        report.judge(f"holder {turn}", found)
        joined(child)
        if found:
            break
    found, events = whole(path)
    if found or leftovers(path.parent) or any(event.code == "O8" for event in events):
        report.wrong.append(found or "something of a holder's change came about")
    return report


def _waited(path: Path, child: int, delay: float, turn: int, report: Report) -> str:
    """Write while the holder is killed after a while; what is wrong."""
    times = []

    def kill() -> None:
        times.append(time.monotonic())
        os.kill(child, signal.SIGKILL)

    timer = threading.Timer(delay, kill)
    timer.start()
    try:
        edit(Store(path), sample.ACTOR, "O7", [Edit("remark", f"ครั้งที่ {turn}")])
    except BusyError:
        return "the next writer gave up"
    finally:
        ended = time.monotonic()
        timer.join()
    took = ended - times[0]
    report.slowest = max(report.slowest, took)
    return "the next writer wrote while the lock was held" if took < 0 else ""
