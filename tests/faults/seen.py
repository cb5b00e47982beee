"""Somebody looks again and again whether the data changed, while somebody else commits."""

from __future__ import annotations

import json
import os
import random
import re
import time
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.children import forked, joined, let_pass
from tests.faults.report import Report

if TYPE_CHECKING:
    from pathlib import Path

LOOK = 0.02
"""Every how many seconds somebody looks; more often than the screen does, to look more often."""

BURST = 3
"""How many commits follow each other before there is a rest: after three the file has the size
that it had, since three events go into a sealed part together."""

_GENERATION = re.compile(rb'"generation": ([0-9]+)')


def commits(path: Path, count: int, seed: int, notes: Path) -> None:
    """Commit in bursts, and note when each was saved: generation and time."""
    chance = random.Random(seed)
    store = Store(path)
    found: list[tuple[int, float]] = []
    while len(found) < count:
        for _turn in range(min(count - len(found), BURST)):
            value = f"{len(found) % 10}"  # of one length, so that the size tells nothing
            code = chance.choice(sample.CODES)
            outcome = edit(store, sample.ACTOR, code, [Edit("unit", value)])
            if outcome.snapshot is None:
                continue
            found.append((outcome.snapshot.generation, time.monotonic()))
        let_pass(chance.uniform(0, 2 * LOOK))
    notes.write_text(json.dumps(found), "utf-8")


def _there(path: Path) -> int:
    """The generation of the file in place, read without the store."""
    with path.open("rb") as file:
        found = _GENERATION.search(file.read(400))
    return int(found[1]) if found else 0


def changes(folder: Path, count: int, seed: int) -> Report:
    """Commit so many changes; each must be seen in time, and no look may miss one."""
    path = sample.make(folder / "data", 0)
    notes = folder / "commits"
    store = Store(path)
    views = [(store.read().generation, time.monotonic())]
    child = forked(partial(commits, path, count, seed, notes))
    report = Report()
    while not os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        let_pass(LOOK)
        before = _there(path)
        changed = store.changed()
        if not changed and before == _there(path) != views[-1][0]:
            report.wrong.append(f"the look at generation {before} saw nothing new")
        if changed:
            views.append((store.read().generation, time.monotonic()))
    if joined(child) != 0:
        return Report(0, ["the writer failed"])
    if store.changed():
        views.append((store.read().generation, time.monotonic()))
    for generation, saved in json.loads(notes.read_text("utf-8")):
        at = bisect_left(views, (generation, 0.0))
        is_seen = at < len(views)
        report.judge(f"generation {generation}", "" if is_seen else "was never seen")
        if is_seen:
            report.slowest = max(report.slowest, views[at][1] - saved)
    return report
