"""An update takes as long with a long history as with none, measured in turns."""

from __future__ import annotations

import time
from contextlib import closing
from statistics import quantiles
from typing import TYPE_CHECKING

from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store, history
from tests.faults import sample
from tests.faults.report import Report
from tests.faults.truth import kept_versions, whole

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = 50
"""How many events the long history has for each update that is measured: 50,000 for 1,000."""


def updates(folder: Path, count: int, seed: int) -> Report:
    """Change two checklists in turns, one of them with a long history."""
    del seed  # there is nothing to be left to chance
    sample.lengthen()
    paths = [_filled(folder / "none", 0), _filled(folder / "long", EVENTS * count)]
    took: list[list[float]] = [[] for _path in paths]
    for turn in range(count):
        for path, seconds in zip(paths, took, strict=True):
            seconds.append(_update(path, f"{turn}"))
    report = Report(count)
    none, long = (quantiles(seconds, n=20)[-1] for seconds in took)
    report.slowest = long / none
    found = [whole(path)[0] or kept_versions(path) or _rewritten(path) for path in paths]
    report.wrong += [one for one in found if one]
    return report


def _rewritten(path: Path) -> str:
    """What is wrong with how much of the history each update writes again; empty if nothing."""
    with closing(Store(path)) as store:
        count = len(store.read().tables["history"])
    return "" if count <= history.TAIL_LIMIT else f"every update writes {count} events again"


def _filled(folder: Path, events: int) -> Path:
    """A data file with so many events, written in one commit."""
    path = sample.make(folder, 0)
    if events:
        with Store(path).transaction(sample.ACTOR) as tx:
            for number in range(events):
                tx.set_field(sample.CODES[number % 3], "remark", f"before {number}")
    return path


def _update(path: Path, text: str) -> float:
    """Change an item as the command line does; how many seconds it took."""
    began = time.perf_counter()
    with closing(Store(path)) as store:
        edit(store, sample.ACTOR, sample.CODES[0], [Edit("remark", text)])
    return time.perf_counter() - began
