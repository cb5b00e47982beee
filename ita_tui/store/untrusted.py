"""JSON that is not taken on trust: its shape is checked, its text cleaned, its records typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import DamagedDataError
from ita_tui.i18n import _
from ita_tui.store.mistakes import mistake
from ita_tui.store.records import TABLES, Tables

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import TypeAdapter

_T = TypeVar("_T")

_MULTILINE = frozenset({"remark", "text", "problems", "next_steps", "before", "after"})
_DEEPEST = 20
_DIGITS = 9
_CHOICE = re.compile("'([^']*)'")


def checked_shape(tables: object, path: Path) -> Tables:
    """Tables of records under positive numbers, all of them and no others, with clean text.

    Raises:
        DamagedDataError: They are not; the message names the table and the record.
    """
    if _is_deeper(tables, _DEEPEST):
        raise damaged(path, _("it is nested too deeply"))
    if not isinstance(tables, dict) or set(tables) != set(TABLES):
        raise damaged(path, _("its tables are not {tables}").format(tables=", ".join(TABLES)))
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise damaged(path, _("the table {table} is no object").format(table=name))
        for key, record in table.items():
            if not _is_number(key) or not isinstance(record, dict):
                raise damaged(
                    path, _("{table} {key} is no record").format(table=name, key=clean(key))
                )
    return {
        name: {key: _cleaned(record) for key, record in tables[name].items()} for name in TABLES
    }


def _is_deeper(value: object, levels: int) -> bool:
    """Whether JSON has more levels than this."""
    match value:
        case dict():
            inner = list(value.values())
        case list():
            inner = value
        case _:
            return False
    return levels == 0 or any(_is_deeper(one, levels - 1) for one in inner)


def _is_number(key: str) -> bool:
    """Whether a document's id is a positive number, written as the program writes it."""
    return len(key) <= _DIGITS and key.isascii() and key.isdigit() and key[0] != "0"


def _cleaned(value: Any, name: str = "") -> Any:  # noqa: ANN401 (JSON)
    """The same JSON with every text in it cleaned."""
    if isinstance(value, dict):
        return {key: _cleaned(one, key) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one, name) for one in value]
    if isinstance(value, str):
        return clean_lines(value) if name in _MULTILINE else clean(value)
    return value


def typed(adapter: TypeAdapter[_T], value: object, place: str, path: Path) -> _T:
    """A value of the adapter's type.

    Args:
        adapter: Validates the value.
        value: JSON.
        place: The table and the record, for messages.
        path: The file, for messages.

    Raises:
        DamagedDataError: It is of another type, or has a field that the type lacks; the message
            names the place and the field.
    """
    try:
        found = adapter.validate_python(value)
    except ValidationError as error:
        raise damaged(path, f"{place}, {_first_mistake(error)}") from error
    unknown = _unknown_keys(value, adapter.dump_python(found, mode="json"))
    if unknown:
        raise damaged(
            path,
            _("{place} has an unknown field {field}").format(place=place, field=clean(unknown)),
        )
    return found


def _first_mistake(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    # Of a choice, pydantic lists the values as Python writes them: 'present', 'absent' or 'other'.
    listed = str(first.get("ctx", {}).get("expected", "")) if first["type"] == "enum" else ""
    names = ", ".join(f'"{name}"' for name in _CHOICE.findall(listed))
    what = mistake(first["type"], names)
    return clean(f"{place}: {what}" if place else what)


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


def damaged(path: Path, what: str) -> DamagedDataError:
    """The error for a file in which something is wrong."""
    return DamagedDataError(
        _("The data file {path} is damaged: {what}; nothing was changed.").format(
            path=path, what=what
        )
    )
