"""Validation of a data file that the program did not write itself, by pydantic.

The domain's dataclasses are the model. What is validated is turned back into records by the same
functions that write them, so a valid edit reads exactly like the program's own file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, TypeAdapter

from ita_tui.domain.checklist import EDITABLE_FIELDS, Checklist, Evidence, Item
from ita_tui.domain.event import Event, JsonValue
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.status import Status
from ita_tui.i18n import _
from ita_tui.store.event_records import event_to_record
from ita_tui.store.meeting_records import meeting_to_record
from ita_tui.store.records import (
    SEALED_TABLES,
    TABLES,
    Record,
    Tables,
    checklist_to_record,
    field_to_json,
    item_to_record,
)
from ita_tui.store.segments import Segment, segments
from ita_tui.store.untrusted import checked_shape, damaged, typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_Count = Annotated[int, Field(ge=0, lt=10**9)]


@dataclass(frozen=True, slots=True)
class _Header:
    schema: int
    generation: _Count
    next_event: Annotated[_Count, Field(ge=1)]
    checksum: str = ""


_HEADER = TypeAdapter(_Header)
_CHECKLIST = TypeAdapter(Checklist)
_ITEM = TypeAdapter(Item)
_MEETING = TypeAdapter(Meeting)
_EVENT = TypeAdapter(Event)

_VALUES: dict[str, TypeAdapter[Any]] = {
    "status": TypeAdapter(Status),
    "remark": TypeAdapter(str),
    "unit": TypeAdapter(str),
    "due": TypeAdapter(date | None),
    "evidence": TypeAdapter(tuple[Evidence, ...]),
}


def validated(tables: object, path: Path, sealed: Sequence[Segment] | None = None) -> Tables:
    """The tables as the program would have written them.

    Args:
        tables: What the file's JSON held.
        path: The file, for messages.
        sealed: The segments of its history; those beside the file when None.

    Raises:
        DamagedDataError: Something is missing, unknown or of the wrong kind; the message names
            the table, the record and the field.
    """
    found = checked_shape(tables, path)
    header = typed(_HEADER, _only(found, "header", path), "header 1", path)
    checklist = _checklist(found, path)
    meetings = {k: typed(_MEETING, one, f"meetings {k}", path) for k, one in _of(found, "meetings")}
    events = {k: _event(k, one, path) for k, one in _of(found, "history")}
    _check_numbers(header, events, segments(path) if sealed is None else sealed, path)
    header_record = {
        "schema": header.schema,
        "generation": header.generation,
        "next_event": header.next_event,
    }
    return {
        "header": {"1": header_record},
        "checklist": {"1": checklist_to_record(checklist)},
        "items": {str(n): item_to_record(item) for n, item in enumerate(checklist.items, 1)},
        "meetings": {key: meeting_to_record(one) for key, one in meetings.items()},
        "history": {key: event_to_record(one) for key, one in events.items()},
    }


def validated_events(tables: object, path: Path) -> dict[str, Record]:
    """The events of a sealed segment as the program would have written them, by their numbers.

    Args:
        tables: What the segment's JSON held.
        path: The segment, for messages.

    Raises:
        DamagedDataError: As `validated`.
    """
    if not isinstance(tables, dict) or set(tables) != set(SEALED_TABLES):
        raise damaged(
            path, _("its tables are not {tables}").format(tables=", ".join(SEALED_TABLES))
        )
    found = checked_shape({**{name: {} for name in TABLES}, **tables}, path)
    return {k: event_to_record(_event(k, one, path)) for k, one in _of(found, "history")}


def _of(tables: Tables, name: str) -> list[tuple[str, Record]]:
    """The records of a table, in order."""
    return sorted(tables[name].items(), key=lambda pair: int(pair[0]))


def _only(tables: Tables, name: str, path: Path) -> Record:
    """The record of a table that has just one."""
    if set(tables[name]) != {"1"}:
        raise damaged(path, _("{table} has not just record 1").format(table=name))
    return tables[name]["1"]


def _checklist(tables: Tables, path: Path) -> Checklist:
    items = tuple(typed(_ITEM, one, f"items {key}", path) for key, one in _of(tables, "items"))
    record = {**_only(tables, "checklist", path), "items": []}
    checklist = replace(typed(_CHECKLIST, record, "checklist 1", path), items=items)
    if not items:
        raise damaged(path, _("it has no items"))
    codes = [item.code for item in items]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise damaged(path, _("the item {code} stands twice").format(code=twice))
    categories = {category.code for category in checklist.categories}
    for item in items:
        if item.category not in categories:
            raise damaged(
                path,
                _("the item {code} is in an unknown category {category}").format(
                    code=item.code, category=item.category
                ),
            )
    return checklist


def _event(key: str, record: Record, path: Path) -> Event:
    event = typed(_EVENT, record, f"history {key}", path)
    if str(event.seq) != key:
        raise damaged(path, _("an event stands under another number than its own"))
    undoes_earlier = event.undoes is None or 1 <= event.undoes < event.seq
    if not 1 <= event.batch <= event.seq or not undoes_earlier:
        raise damaged(path, _("event {number} belongs to a later one").format(number=key))
    if not event.code:
        return event
    if event.field not in EDITABLE_FIELDS:
        raise damaged(path, _("event {number} has an unknown field").format(number=key))
    return replace(
        event,
        before=_value(event.field, event.before, f"history {key}, before", path),
        after=_value(event.field, event.after, f"history {key}, after", path),
    )


def _value(field: str, value: JsonValue, place: str, path: Path) -> JsonValue:
    """A value of an item's field, as an undo can give it back."""
    return field_to_json(typed(_VALUES[field], value, place, path))


def _check_numbers(
    header: _Header, events: dict[str, Event], sealed: Sequence[Segment], path: Path
) -> None:
    """Numbers without a hole, from where the sealed segments end to the header's count."""
    numbers = [event.seq for event in events.values()]
    first = numbers[0] if numbers else header.next_event
    joined = first == 1 or any(one.first < first <= one.last + 1 for one in sealed)
    whole = numbers == list(range(first, first + len(numbers)))
    if not joined or not whole or first + len(numbers) != header.next_event:
        raise damaged(path, _("the numbers of the events have a hole"))
