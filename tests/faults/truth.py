"""Whether a data file is whole: its state is what its history says, without a hole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ita_tui.errors import ItaError
from ita_tui.store import Store
from ita_tui.store.records import field_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Event

UNSET: dict[str, object] = {"status": {"state": "unset", "wording": ""}, "remark": "", "unit": ""}


def whole(path: Path) -> tuple[str, list[Event]]:
    """What is wrong with a data file, empty if nothing is, and its events, the oldest first."""
    store = Store(path)
    try:
        snapshot = store.read()
        events = list(snapshot.events())[::-1]
    except ItaError as error:
        return error.message, []
    finally:
        store.close()
    if snapshot.edited_by_hand:
        return "the checksum does not hold", events
    return _numbering(path, events) or _disagreement(snapshot.checklist, events), events


def _numbering(path: Path, events: list[Event]) -> str:
    """What is wrong with the numbers of the events; empty if nothing is."""
    if [event.seq for event in events] != list(range(1, len(events) + 1)):
        return "the numbers of the events have a hole"
    if json.loads(path.read_bytes())["header"]["1"]["next_event"] != len(events) + 1:
        return "the next event has another number"
    return ""


def _disagreement(checklist: Checklist, events: list[Event]) -> str:
    """Where the items are not as the events say; empty if they are."""
    values: dict[tuple[str, str], object] = {}
    revisions: dict[str, int] = {}
    for event in events[1:]:
        values[event.code, event.field] = event.after
        revisions[event.code] = revisions.get(event.code, 0) + 1
    for item in checklist.items:
        if item.revision != revisions.get(item.code, 0):
            return f"the revision of {item.code} is not that of its events"
        for field, first in UNSET.items():
            there = field_to_json(getattr(item, field))
            if there != values.get((item.code, field), first):
                return f"{item.code} {field} is {there}, not as its events say"
    return ""


def leftovers(folder: Path) -> list[str]:
    """The temporary files in a data folder."""
    return sorted(path.name for path in folder.rglob(".tmp-*"))
