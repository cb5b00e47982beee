"""TOML files at the border: read, cleaned and validated, with the place of every mistake.

A place is the way through the file's tables, such as `items[12] (O12), cadence`; the tables of
a list are counted from 1, as people count them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.services.seeds.toml_shapes import Loc, expectation, unknown_key
from ita_tui.services.seeds.toml_text import parse

T = TypeVar("T")

NESTING_LIMIT = 20
"""How deep tables and lists lie in each other at most."""

SHOWN_LIMIT = 80
"""How many characters of a wrong value, or of a place, a message shows."""

_MULTILINE = frozenset({"problems", "next_steps", "remark", "text"})
_INTEGER_LIMIT = 2**63


@dataclass(frozen=True, slots=True)
class TomlFile:
    """One TOML file, as it was read.

    Attributes:
        path: Where it lies, for messages.
        data: Its top table, with every text cleaned and without spaces at its ends.
    """

    path: Path
    data: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> TomlFile:
        """Read a file.

        Raises:
            DataError: It is missing, cannot be read, is too large, is no UTF-8 or no TOML.
        """
        data = parse(path)
        return cls(path, _tidied(cls(path, data), data, ()))

    def build(self, shape: type[T], **absent: object) -> T:
        """The file as an object, strictly: every field known, every value of its own kind.

        Args:
            shape: A dataclass; those that it holds are built too.
            absent: Values of top fields that a file cannot state, such as None, for when it
                leaves them out.

        Raises:
            DataError: A field is missing, unknown or of the wrong kind.
        """
        data = {**absent, **self.data}
        if found := unknown_key(data, shape):
            loc, names = found
            raise self.error(
                loc, _("there is no such field, only {names}").format(names=", ".join(names))
            )
        try:
            # In JSON a list may become a tuple, and nothing else may become another kind.
            return TypeAdapter(shape).validate_json(json.dumps(data, default=_iso), strict=True)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False)[0]
            expected = expectation(shape, first["loc"])
            problem = (
                _("the field is missing; give {expected}").format(expected=expected)
                if first["type"] == "missing"
                else _("{expected} is expected, not {found}").format(
                    expected=expected, found=_shown(self._at(first["loc"]))
                )
            )
            raise self.error(first["loc"], problem) from error

    def error(self, loc: Loc, problem: str) -> DataError:
        """What is wrong at a place of this file, as the error to raise.

        Args:
            loc: The keys and positions (from 0) that lead to the place.
            problem: What is wrong there, translated, without a full stop.
        """
        return DataError(
            _("In {file}, {place}: {problem}.").format(
                file=clean(str(self.path)), place=place(self.data, loc), problem=problem
            )
        )

    def _at(self, loc: Loc) -> object:
        value: Any = self.data
        for step in loc:
            value = value[step]
        return value


def place(data: object, loc: Loc) -> str:
    """The way to a place in words, each table of a list with its code where it has one."""
    shown = ""
    value: Any = data
    for step in loc:
        value = value.get(step) if isinstance(value, dict) else value[step]
        if isinstance(step, int):
            code = value.get("code") if isinstance(value, dict) else None
            shown += f"[{step + 1}]" + (f" ({code})" if isinstance(code, str) and code else "")
        else:
            shown += f", {step}" if shown else step
    return _clipped(clean(shown))


def _tidied(file: TomlFile, value: Any, loc: Loc) -> Any:  # noqa: ANN401 (any value of a file)
    """The value with its texts cleaned, within the limits of TOML; keys stay as they are."""
    if len(loc) > NESTING_LIMIT:
        raise file.error(loc, _("the lists or tables lie too deep in each other"))
    match value:
        case dict():
            return {key: _tidied(file, one, (*loc, key)) for key, one in value.items()}
        case list():
            return [_tidied(file, one, (*loc, number)) for number, one in enumerate(value)]
        case str():
            return (
                clean_lines(value) if _MULTILINE.intersection(loc[-2:]) else clean(value)
            ).strip()
        case int() if abs(value) >= _INTEGER_LIMIT:
            raise file.error(loc, _("the number is too large"))
    return value


def _iso(value: date | time) -> str:
    return value.isoformat()


def _shown(value: object) -> str:
    """A wrong value as a message shows it, in the signs of TOML."""
    match value:
        case dict():
            return _("a table")
        case list():
            return _("a list")
        case date() | time():
            return value.isoformat()
        case _:
            return _clipped(clean(json.dumps(value, ensure_ascii=False)))


def _clipped(text: str) -> str:
    return text if len(text) <= SHOWN_LIMIT else text[:SHOWN_LIMIT] + "…"
