"""What the dataclasses of a TOML file allow: which fields there are, and what each one holds."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date, time
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from ita_tui.i18n import N_, _

Loc: TypeAlias = tuple[str | int, ...]
"""The keys and positions (from 0) that lead to a place in a file."""

_KINDS = {
    bool: N_("true or false"),
    date: N_("a date such as 2023-10-31"),
    float: N_("a number"),
    int: N_("a whole number"),
    str: N_("a text in quotation marks"),
    time: N_("a time such as 09:30:00"),
    tuple: N_("a list"),
}


def unknown_key(value: object, shape: object) -> tuple[Loc, tuple[str, ...]] | None:
    """The first key that the shape does not have, and the keys that it has instead.

    Only tables and lists that stand where the shape has them are looked into; what is of the
    wrong kind is left to validation.
    """
    if isinstance(value, dict) and isinstance(shape, type) and is_dataclass(shape):
        fields = _fields(shape)
        for key, inner in value.items():
            if key not in fields:
                return (key,), tuple(fields)
            if found := unknown_key(inner, fields[key]):
                return (key, *found[0]), found[1]
    if isinstance(value, list) and get_origin(shape) is tuple:
        for number, inner in enumerate(value):
            if found := unknown_key(inner, get_args(shape)[0]):
                return (number, *found[0]), found[1]
    return None


def expectation(shape: object, loc: Loc) -> str:
    """What belongs at a place, in the language in use."""
    for step in loc:
        shape = get_args(shape)[0] if isinstance(step, int) else _fields(shape)[step]
    if isinstance(shape, type) and issubclass(shape, StrEnum):
        return _("one of {names}").format(names=", ".join(f'"{one}"' for one in shape))
    if is_dataclass(shape):
        return _("a table")
    return _(_KINDS[get_origin(shape) or shape])  # type: ignore[index]  # (a kind of the shapes)


@cache
def _fields(shape: Any) -> dict[str, object]:  # noqa: ANN401 (a dataclass, as a value)
    """The fields of a dataclass and what each holds, apart from None."""
    return {name: _without_none(hint) for name, hint in get_type_hints(shape).items()}


def _without_none(hint: object) -> object:
    if get_origin(hint) in {Union, UnionType}:
        (kind,) = (one for one in get_args(hint) if one is not NoneType)
        return kind
    return hint
