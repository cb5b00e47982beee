"""Data folders of every size, made for one run of the benchmark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.event import Actor
from ita_tui.domain.meeting import AgendaItem, Meeting, Statement
from ita_tui.domain.status import Status
from ita_tui.services.seeds import loading as seeds
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.store import Store

COLLEAGUE = Actor("กองคลัง", "bench", "host", "bench")
"""Who changes what the screen shows."""

_AT_ONCE = 1000

_PAGE = "ที่ประชุมพิจารณาผลการดำเนินงานแล้วเห็นว่าควรเร่งรัดให้แล้วเสร็จ " * 30
"""About a page of text."""


def make(folder: Path, items: int = 43, events: int = 0, *, statuses: bool = True) -> Path:
    """A data folder with so many items, and about so many events in its history.

    Args:
        folder: Where it is made.
        items: How many items its checklist has.
        events: How many changes its history has.
        statuses: Whether the items have the statuses of the sample; else all are unset.
    """
    sample = seeds.sample()
    workspace = Workspace(folder)
    checklist = _with_items(sample.checklist, items)
    if not statuses:
        unset = (replace(item, status=Status()) for item in checklist.items)
        checklist = replace(checklist, items=tuple(unset))
    workspace.create(checklist, sample.meetings, COLLEAGUE)
    _fill(workspace.store(), events)
    return folder


def make_minutes(folder: Path, pages: int) -> Path:
    """A data folder whose one meeting has so many pages of statements; of none, hardly a line."""
    sample = seeds.sample()
    said = AgendaItem("เรื่องเพื่อทราบ", (Statement("ประธานกรรมการ", _PAGE),) * pages)
    meeting = Meeting("sample", "ประชุม", 1, 2567, agenda=(said,) if pages else ())
    Workspace(folder).create(sample.checklist, (meeting,), COLLEAGUE)
    return folder


def _with_items(checklist: Checklist, count: int) -> Checklist:
    """The list over and over, each time with codes of its own."""
    items = checklist.items
    more = (replace(items[number % len(items)], code=f"O{number + 1}") for number in range(count))
    return replace(checklist, items=tuple(more))


def _fill(store: Store, events: int) -> None:
    """Change one remark so many times, a thousand changes in a transaction."""
    for start in range(0, events, _AT_ONCE):
        with store.transaction(COLLEAGUE) as tx:
            for number in range(start, min(start + _AT_ONCE, events)):
                tx.set_field("O12", "remark", f"เดิม {number}")
    store.close()
