"""Whether a data file is whole: its state is what its history says, without a hole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ita_tui.errors import ItaError
from ita_tui.store import Store, kept_numbers, read_kept
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


def kept_versions(path: Path) -> str:
    """What is wrong with the versions that are kept, while nobody writes; empty if nothing is."""
    for number in kept_numbers(path):
        try:
            version = read_kept(path, number)
            last = next(version.events()).seq
        except ItaError as error:
            return f"version {number}: {error.message}"
        if version.tables["header"]["1"]["next_event"] != last + 1:
            return f"version {number} does not end with its own last event"
    return ""


def lost(events: list[Event], told: list[list[object]]) -> list[object]:
    """The first change that was told of and is not in the history; empty if all are."""
    there = {event.seq: [event.seq, event.code, event.field, event.after] for event in events}
    return next((one for one in told if there.get(int(str(one[0]))) != one), [])


def narrowed(path: Path) -> list[str]:
    """What the group may not use as it uses the data file and its folder, each with a sentence.

    The file of the lock is left out: the very first writer makes it, and gives it its rights a
    moment later.
    """
    model = path.stat() if path.exists() else None
    found = []
    for other in path.parent.rglob("*"):
        if other.name.startswith(".tmp-") or other.name == f"{path.name}.lock":
            continue
        like = path.parent.stat() if other.is_dir() else model
        there = other.stat()
        if like is not None and (there.st_mode, there.st_gid) != (like.st_mode, like.st_gid):
            found.append(f"{other.name} has other rights")
    return found
