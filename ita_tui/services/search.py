"""Finding items by code, name, status or unit, as people type."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.services.wording import state_label
from ita_tui.thai.compare import key, loose_key, span_of_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.checklist import Checklist, Item

_MANY = 1 << 16
"""How many texts keep their key; each stands for one name, wording or unit."""

Span = tuple[int, int]
"""Start and end (exclusive) of a part of a text, in characters."""


@dataclass(frozen=True, slots=True)
class Match:
    """What of an item a query has found.

    Attributes:
        field: `code`, `name`, `state`, `wording` or `unit`: the first of them that has it.
        find: Where it stands in the field as it is shown, never parting a letter from its marks;
            None where it stands no more, since the field has been changed.
    """

    field: str
    find: Callable[[str], Span | None]


def matching(checklist: Checklist, query: str) -> dict[str, Match]:
    """The items that match, by their codes, each with the part that was found.

    First counts what reads the same, whatever the order of its marks and the kind of its digits.
    Only where nothing does, items count that read the same without their tone marks; and only
    where there are none either, those with words in their name that begin with the letters of
    the query.

    Args:
        checklist: Where to look.
        query: What was typed, not empty.
    """
    for match_of in (_exact(query), _alike(query), _initials(query)):
        found = {item.code: match for item in checklist.items if (match := match_of(item))}
        if found:
            return found
    return {}


def _exact(query: str) -> Callable[[Item], Match | None]:
    """What matches an item at first."""
    wanted = key(query)
    in_code = Match("code", partial(_span_in_code, typed=wanted.replace(" ", "")))
    matches = _matches(partial(span_of_key, wanted=wanted))

    def match(item: Item) -> Match | None:
        return in_code if in_code.find(item.code) else _first(item, wanted, _key, matches)

    return match


def _alike(query: str) -> Callable[[Item], Match | None]:
    """What matches an item when nothing reads the same as the query."""
    wanted = loose_key(query)
    matches = _matches(partial(span_of_key, wanted=wanted, loose=True))
    return lambda item: _first(item, wanted, _loose_key, matches)


def _initials(query: str) -> Callable[[Item], Match | None]:
    """What matches an item by the first letters of its words: two or more, with dots or not."""
    letters = re.sub("[. ]", "", key(query))
    if not re.fullmatch("[ก-ฮ]{2,}|[a-z]{2,}", letters):
        return lambda _item: None
    from ita_tui.thai.words import find_initials  # noqa: PLC0415 (its dictionary is large)

    by_initials = Match("name", partial(find_initials, letters=letters))
    possible = re.compile(".*?".join(letters), re.IGNORECASE)

    def match(item: Item) -> Match | None:
        # Finding the words of a name takes long; most names lack the letters in this order.
        name = clean(item.name)
        return by_initials if possible.search(name) and by_initials.find(name) else None

    return match


def _span_in_code(code: str, typed: str) -> Span | None:
    """Where a code begins with what was typed, with or without its letters."""
    wanted, folded = typed.removeprefix("ข้อ"), code.casefold()
    for start in (0, len(folded) - len(folded.lstrip("abcdefghijklmnopqrstuvwxyz"))):
        if wanted and folded.startswith(wanted, start):
            return start, start + len(wanted)
    return None


def _matches(find: Callable[[str], Span | None]) -> dict[str, Match]:
    return {field: Match(field, find) for field in ("name", "state", "wording", "unit")}


def _first(
    item: Item, wanted: str, key_of: Callable[[str], str], matches: dict[str, Match]
) -> Match | None:
    """The match in the first field of an item whose key has the wanted one in it."""
    if wanted:
        for field, text in _fields(item):
            if wanted in key_of(text):
                return matches[field]
    return None


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "name", item.name
    yield "state", state_label(item.status.state)
    yield "wording", item.status.wording
    yield "unit", item.unit


@lru_cache(maxsize=_MANY)
def _key(text: str) -> str:
    return key(clean(text))


@lru_cache(maxsize=_MANY)
def _loose_key(text: str) -> str:
    return loose_key(clean(text))
