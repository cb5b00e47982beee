"""Two people on one checklist: what waiting for a colleague costs, and what their commit costs."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

from benchmarks.folders import COLLEAGUE
from benchmarks.programs import FIRST, Program, environment
from benchmarks.terminal import Terminal
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.typed import find_item
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.figures import Figures

_IDLE = 4.0
_COMMITS = 3
_SEEN_WITHIN = 1.2


def watch(program: Program, folder: Path, figures: Figures) -> None:
    """Let the screen idle, then give an item in sight other statuses."""
    with Terminal(program.command, environment(truecolour=True)) as terminal:
        terminal.wait_until(lambda screen: screen.shows(FIRST))
        terminal.settle(1.0)
        _rest(terminal, figures)
        with closing(Workspace(folder).store()) as store:
            for _ in range(_COMMITS):
                item = find_item(store.read().checklist, "O7")
                edit(store, COLLEAGUE, item.code, [Edit("status", item.status.next())])
                seen = terminal.settle(_SEEN_WITHIN)
                figures.add("ours: colleague seen", seen.seconds if seen.size else _SEEN_WITHIN)
                figures.add("ours: colleague bytes", seen.size)


def _rest(terminal: Terminal, figures: Figures) -> None:
    cpu, sent, began = terminal.cpu(), terminal.sent(), time.perf_counter()
    terminal.settle(_IDLE)
    figures.add("ours: idle CPU", (terminal.cpu() - cpu) / (time.perf_counter() - began))
    figures.add("ours: idle bytes", terminal.sent() - sent)
