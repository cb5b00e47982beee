"""Finding items by code, name, status or unit, as people type."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from ita_tui.domain.status import State
from ita_tui.domain.text import clean
from ita_tui.services.wording import state_label
from ita_tui.thai.compare import key, loose_key, span_of_key
from ita_tui.thai.keyboard import other_layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_tui.domain.checklist import Checklist, Item

_MANY = 1 << 16
"""How many texts keep their key; each stands for one name, wording or unit."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_Keys = dict[str, dict[str, list[int]]]
"""For each field what it is compared by, each with the places of the items that have it."""

Span = tuple[int, int]
"""Start and end (exclusive) of a part of a text, in characters."""


@dataclass(frozen=True, slots=True)
class Match:
    """What of an item a query has found.

    Attributes:
        field: `code`, `name`, `state`, `wording` or `unit`: the first of them that has it.
        find: Where it stands in the field as it is shown, never parting a letter from its marks;
            None where it stands no more, since the field has been changed.
        alike: Whether it reads the same only without tone marks.
    """

    field: str
    find: Callable[[str], Span | None]
    alike: bool = False


class Finder:
    """Finds items of one checklist; what it compares with is made once for all queries.

    Attributes:
        checklist: Where it looks.
    """

    def __init__(self, checklist: Checklist) -> None:
        """Name the checklist."""
        self.checklist = checklist

    def matching(self, query: str) -> dict[str, Match]:
        """The items that match, by their codes, each with the part that was found.

        First comes what reads the same, whatever the order of its marks and the kind of its
        digits; behind it what reads the same only without tone marks, and says so: whoever typed
        none, or a wrong one, means that. Only where there is neither, items count that have words
        in their name that begin with the letters of the query; and at last what the same keys
        type with the other layout on.

        Args:
            query: What was typed, not empty.
        """
        tiers = (
            *((search, query) for search in (self._reading_the_same, self._by_initials)),
            (self._exact, other_layout(query) if len(query.strip()) > 1 else ""),
        )
        for search, typed in tiers:
            matches = search(typed)
            if any(matches):
                pairs = zip(self.checklist.items, matches, strict=True)
                found = [(item.code, match) for item, match in pairs if match]
                return dict(sorted(found, key=lambda pair: pair[1].alike))
        return {}

    @staticmethod
    def behind(matches: Mapping[str, Match]) -> set[str]:
        """The codes of what stands behind the rest, since it is only alike; none without a rest.

        Args:
            matches: What `matching` has found.
        """
        alike = {code for code, match in matches.items() if match.alike}
        return alike if len(alike) < len(matches) else set()

    def prepare(self) -> None:
        """Make what the first query needs, while there is time."""
        self._reading_the_same("0")

    def _reading_the_same(self, query: str) -> list[Match | None]:
        """What matches each item, with tone marks or else without."""
        both = zip(self._exact(query), self._alike(query), strict=True)
        return [exact or alike for exact, alike in both]

    def _exact(self, query: str) -> list[Match | None]:
        """What matches each item with its tone marks."""
        wanted = key(query)
        labels = {state: _key(state_label(state)) for state in State}
        find = partial(span_of_key, wanted=wanted)
        matches = self._in_fields(wanted, self._keys, labels, find)
        typed = _typed_code(wanted.replace(" ", ""))
        if typed and typed[0] in self._begin_codes:
            in_code = Match("code", partial(_span_in_code, typed=typed))
            for place, (whole, number) in enumerate(self._codes):
                if whole.startswith(typed) or number.startswith(typed):
                    matches[place] = in_code
        return matches

    def _alike(self, query: str) -> list[Match | None]:
        """What matches each item without tone marks."""
        wanted = loose_key(query)
        labels = {state: _loose_key(state_label(state)) for state in State}
        find = partial(span_of_key, wanted=wanted, loose=True)
        return self._in_fields(wanted, self._loose_keys, labels, find, alike=True)

    def _by_initials(self, query: str) -> list[Match | None]:
        """What matches each item by the first letters of its words."""
        match_of = _initials(query)
        return [match_of(item) for item in self.checklist.items]

    def _in_fields(
        self,
        wanted: str,
        keys: _Keys,
        labels: dict[State, str],
        find: Callable[[str], Span | None],
        *,
        alike: bool = False,
    ) -> list[Match | None]:
        """For each item the first of its fields whose key has the wanted one in it.

        Every key typed comes here: what many items share is looked through once, and by
        comprehensions, which Python carries out several times faster than calls. The names of
        the states are those of the language in use, and so come with the query.
        """
        found: list[Match | None] = [None] * len(self.checklist.items)
        if not wanted:
            return found
        named = {state for state, label in labels.items() if wanted in label}
        for field, texts in reversed(keys.items()):
            having = named if field == "state" else {text for text in texts if wanted in text}
            match = Match(field, find, alike)
            for text in having:
                for place in texts[text]:
                    found[place] = match
        return found

    @cached_property
    def _codes(self) -> list[tuple[str, str]]:
        """Each code in small letters, and what is left of it without the leading ones."""
        folded = [item.code.casefold() for item in self.checklist.items]
        return [(code, code.lstrip(_LETTERS)) for code in folded]

    @cached_property
    def _begin_codes(self) -> set[str]:
        """The characters with which a code, or its number, begins."""
        return {text[0] for code in self._codes for text in code if text}

    @cached_property
    def _keys(self) -> _Keys:
        return self._made(_key)

    @cached_property
    def _loose_keys(self) -> _Keys:
        return self._made(_loose_key)

    def _made(self, key_of: Callable[[str], str]) -> _Keys:
        """The keys of the fields that are looked through, the foremost field first."""
        items = self.checklist.items
        return {
            "name": _places(key_of(item.name) for item in items),
            "state": _places(item.status.state for item in items),
            "wording": _places(key_of(item.status.wording) for item in items),
            "unit": _places(key_of(item.unit) for item in items),
        }


def _places(texts: Iterable[str]) -> dict[str, list[int]]:
    """Where each of some texts stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        places[text].append(place)
    return places


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


def _typed_code(typed: str) -> str:
    """What was typed as a code, without the word for item before it."""
    return typed.removeprefix("ข้อ")


def _span_in_code(code: str, typed: str) -> Span | None:
    """Where a code begins with what was typed, with or without its letters."""
    folded = code.casefold()
    for start in (0, len(folded) - len(folded.lstrip(_LETTERS))):
        if folded.startswith(typed, start):
            return start, start + len(typed)
    return None


@lru_cache(maxsize=_MANY)
def _key(text: str) -> str:
    return key(clean(text))


@lru_cache(maxsize=_MANY)
def _loose_key(text: str) -> str:
    return loose_key(clean(text))
