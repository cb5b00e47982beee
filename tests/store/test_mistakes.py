"""Every kind of mistake that can occur in a record is said in our own words, in both languages."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core.core_schema import ErrorType

from ita_tui import i18n
from ita_tui.domain.checklist import Item
from ita_tui.domain.event import Event
from ita_tui.domain.meeting import Meeting
from ita_tui.services.seeds.loading import sample
from ita_tui.store.meeting_records import meeting_to_record
from ita_tui.store.mistakes import mistake
from ita_tui.store.records import item_to_record

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = Any

JUNK: tuple[object, ...] = (
    None,
    1,
    1.5,
    "x",
    True,
    [],
    {},
    -1,
    10**12,
    "2023-13-40",
    "\ud800",
    float("nan"),
)
OTHER = "this value cannot stand here"
EVENT = {
    "seq": 1,
    "at": "2024-03-12T03:42:00Z",
    "actor": {"name": "a", "unix_user": "a", "origin": "a", "session": "a"},
    "code": "O1",
    "field": "remark",
    "before": "",
    "after": "x",
    "undoes": None,
    "batch": 1,
    "meeting": "",
}


def records() -> list[tuple[TypeAdapter[Any], Any]]:
    """A record of each kind, with what validates it."""
    found = sample()
    return [
        (TypeAdapter(Item), item_to_record(found.checklist.items[3])),
        (TypeAdapter(Meeting), meeting_to_record(found.meetings[0])),
        (TypeAdapter(Event), EVENT),
    ]


def places(value: Json) -> Iterator[list[Any]]:
    """The ways to all values in JSON; of a list the first one is enough."""
    inner = value.items() if isinstance(value, dict) else enumerate(value[:1])
    for key, one in inner:
        yield [key]
        if isinstance(one, dict | list):
            yield from ([key, *rest] for rest in places(one))


def spoilt(record: Json, place: list[Any], value: object) -> Json:
    """The record with another value in a place."""
    made = copy.deepcopy(record)
    holder = made
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    return made


def kinds() -> set[str]:
    """Every kind of mistake that a wrong value in a record makes."""
    found = set()
    for adapter, record in records():
        for place in places(record):
            for value in JUNK:
                try:
                    adapter.validate_python(spoilt(record, place, value))
                except ValidationError as error:
                    found |= {one["type"] for one in error.errors(include_url=False)}
    return found


def test_every_kind_that_occurs_has_words_of_its_own() -> None:
    occurring = kinds()
    assert {"string_type", "date_type", "enum", "int_type", "dataclass_type"} <= occurring
    said = {kind: mistake(kind, '"done"' if kind == "enum" else "") for kind in occurring}
    assert {kind for kind, words in said.items() if words == OTHER} == set()


@pytest.mark.parametrize("kind", get_args(ErrorType))
def test_no_english_stands_in_a_thai_sentence(kind: str) -> None:
    i18n.use("th")
    words = mistake(kind)
    assert words.strip()
    assert set(re.findall("[A-Za-z]+", words)) <= {"true", "false", "T", "Z"}


def test_what_nobody_thought_of_is_still_one_clause() -> None:
    assert mistake("callable_type") == OTHER
