"""Validation of a data file that the program did not write itself, by pydantic.

The domain's dataclasses are the model. What is validated is turned back into records by the same
functions that write them, so a valid edit reads exactly like the program's own file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from ita_tui.domain.checklist import EDITABLE_FIELDS, Checklist
from ita_tui.domain.event import Event
from ita_tui.domain.meeting import Meeting
from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import DamagedDataError
from ita_tui.i18n import _
from ita_tui.store.document import TABLES, Record, Tables
from ita_tui.store.meeting_records import meeting_to_record
from ita_tui.store.records import checklist_to_record, event_to_record, item_to_record

if TYPE_CHECKING:
    from pathlib import Path

_MULTILINE = frozenset({"remark", "text", "problems", "before", "after"})


@dataclass(frozen=True, slots=True)
class _Header:
    schema: int
    generation: int
    next_event: int
    checksum: str = ""


_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "header": TypeAdapter(_Header),
    "checklist": TypeAdapter(Checklist),
    "meetings": TypeAdapter(Meeting),
    "history": TypeAdapter(Event),
}


def validated(tables: object, path: Path) -> Tables:
    """The tables as the program would have written them.

    Args:
        tables: What the file's JSON held.
        path: The file, for messages.

    Raises:
        DamagedDataError: Something is missing, unknown or of the wrong kind; the message names
            the table, the record and the field.
    """
    found = _check_shape(tables, path)
    found = {name: {key: _cleaned(one) for key, one in found[name].items()} for name in TABLES}
    header: _Header = _read("header", "1", found["header"].get("1"), path)
    items = [found["items"][key] for key in sorted(found["items"], key=int)]
    record = found["checklist"].get("1")
    checklist: Checklist = _read(
        "checklist", "1", None if record is None else {**record, "items": items}, path
    )
    _check_codes(checklist, path)
    meetings = {k: _read("meetings", k, one, path) for k, one in found["meetings"].items()}
    events = {k: _read("history", k, one, path) for k, one in found["history"].items()}
    _check_events(header, events, path)
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


def _check_shape(tables: object, path: Path) -> Tables:
    """Tables of records under positive numbers, all of them and no others."""
    if not isinstance(tables, dict) or set(tables) != set(TABLES):
        raise _damaged(path, _("its tables are not {tables}").format(tables=", ".join(TABLES)))
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise _damaged(path, _("the table {table} is no object").format(table=name))
        for key, record in table.items():
            if not (key.isascii() and key.isdigit()) or not isinstance(record, dict):
                raise _damaged(
                    path, _("{table} {key} is no record").format(table=name, key=clean(key))
                )
    return tables


def _cleaned(value: Any, name: str = "") -> Any:  # noqa: ANN401 (JSON)
    """The same JSON with every text in it cleaned."""
    if isinstance(value, dict):
        return {clean(key): _cleaned(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one, name) for one in value]
    if isinstance(value, str):
        return clean_lines(value) if name in _MULTILINE else clean(value)
    return value


def _read(table: str, key: str, record: Record | None, path: Path) -> Any:  # noqa: ANN401
    """One record as an object of the domain (its type depends on the table)."""
    if record is None:
        raise _damaged(path, _("{table} {key} is missing").format(table=table, key=key))
    adapter = _ADAPTERS[table]
    try:
        found = adapter.validate_python(record)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise _damaged(path, f"{table} {key}, {clean(place)}: {clean(first['msg'])}") from error
    unknown = _unknown_keys(record, adapter.dump_python(found, mode="json"))
    if unknown:
        raise _damaged(
            path,
            _("{table} {key} has an unknown field {field}").format(
                table=table, key=key, field=unknown
            ),
        )
    return found


def _unknown_keys(given: object, known: object) -> str:
    """The first key of the given JSON that its type does not have; empty when there is none."""
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in given.items():
            if key not in known:
                return str(key)
            if deeper := _unknown_keys(value, known[key]):
                return f"{key}.{deeper}"
    if isinstance(given, list) and isinstance(known, list):
        pairs = zip(given, known, strict=True)
        return next((one for one in (_unknown_keys(a, b) for a, b in pairs) if one), "")
    return ""


def _check_codes(checklist: Checklist, path: Path) -> None:
    codes = [item.code for item in checklist.items]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise _damaged(path, _("the item {code} stands twice").format(code=twice))
    categories = {category.code for category in checklist.categories}
    for item in checklist.items:
        if item.category not in categories:
            raise _damaged(
                path,
                _("the item {code} is in an unknown category {category}").format(
                    code=item.code, category=item.category
                ),
            )


def _check_events(header: _Header, events: dict[str, Event], path: Path) -> None:
    numbers = sorted(event.seq for event in events.values())
    if any(str(event.seq) != key for key, event in events.items()):
        raise _damaged(path, _("an event stands under another number than its own"))
    if numbers and numbers != list(range(numbers[0], header.next_event)):
        raise _damaged(path, _("the numbers of the events have a hole"))
    for event in events.values():
        if event.code and event.field not in EDITABLE_FIELDS:
            raise _damaged(path, _("event {number} has an unknown field").format(number=event.seq))


def _damaged(path: Path, what: str) -> DamagedDataError:
    return DamagedDataError(
        _("The data file {path} is damaged: {what}; nothing was changed.").format(
            path=path, what=what
        )
    )
