"""Finding items by code, name, status or unit, as people type."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from functools import cached_property, lru_cache, partial
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.domain.text import clean
from ita_tui.services.found import Found, Match, at_places
from ita_tui.services.shared_texts import SharedTexts, having
from ita_tui.services.wording import state_label
from ita_tui.thai.compare import key, loose_key, span_of_key
from ita_tui.thai.keyboard import other_layout

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.status import State
    from ita_tui.services.found import Choice, Hits, Span

_MANY = 1 << 16
"""How many texts keep their key; each stands for one name, wording or unit."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_FIELDS = ("name", "state", "wording", "unit")
"""The fields that are looked through besides the code, the foremost first."""

_LAST = chr(sys.maxunicode)
"""Stands behind every character, so that what begins with a text stands before it and this one."""


class Finder:
    """Finds items of one checklist; what it compares with is made once for all queries.

    Attributes:
        checklist: Where it looks.
    """

    def __init__(self, checklist: Checklist) -> None:
        """Name the checklist."""
        self.checklist = checklist

    def matching(self, query: str) -> Found:
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
            hits = search(typed)
            if any(1 in chosen for chosen, _match in hits):
                return Found(self._codes, self._places, hits)
        return Found(self._codes, self._places, [])

    def prepare(self) -> None:
        """Make what the first query needs, while there is time."""
        self.matching("0")

    def _reading_the_same(self, query: str) -> Hits:
        """What matches with tone marks, then what does without."""
        return [*self._exact(query), *self._alike(query)]

    def _exact(self, query: str) -> Hits:
        """What matches with its tone marks."""
        wanted = key(query)
        find = partial(span_of_key, wanted=wanted)
        typed = _typed_code(wanted.replace(" ", ""))
        in_code = Match("code", partial(_span_in_code, typed=typed))
        in_fields = self._in_fields(wanted, self._keys, _key, find)
        return [(self._with_code(typed), in_code), *in_fields]

    def _alike(self, query: str) -> Hits:
        """What matches without tone marks."""
        wanted = loose_key(query)
        find = partial(span_of_key, wanted=wanted, loose=True)
        return self._in_fields(wanted, self._loose_keys, _loose_key, find, alike=True)

    def _by_initials(self, query: str) -> Hits:
        """What matches by the first letters of its words."""
        match = _initials(query)
        return [(self._names.where(match.has), match.found)] if match else []

    def _in_fields(
        self,
        wanted: str,
        keys: dict[str, SharedTexts[str]],
        key_of: Callable[[str], str],
        find: Callable[[str], Span | None],
        *,
        alike: bool = False,
    ) -> Hits:
        """The items in which each field has the wanted key in its own.

        The names of the states are those of the language in use, and so come with the query.
        """
        if not wanted:
            return []
        hits = {field: having(texts, wanted) for field, texts in keys.items()}
        hits["state"] = self._states.where(lambda state: wanted in key_of(state_label(state)))
        return [(hits[field], Match(field, find, alike)) for field in _FIELDS]

    def _with_code(self, typed: str) -> Choice:
        """The items whose code, or whose number, begins with what was typed."""
        length = len(self._codes)
        if not typed:
            return bytes(length)
        begins, places = self._beginnings
        start = bisect_left(begins, typed)
        end = bisect_left(begins, typed + _LAST, start)
        return at_places(places[start:end], length)

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple([item.code for item in self.checklist.items])

    @cached_property
    def _places(self) -> dict[str, int]:
        return dict(zip(self._codes, count(), strict=False))

    @cached_property
    def _beginnings(self) -> tuple[list[str], list[int]]:
        """Each code in small letters, and what is left without the leading ones; and its place."""
        folded = [code.casefold() for code in self._codes]
        whole = list(zip(folded, count(), strict=False))
        numbers = [(code.lstrip(_LETTERS), place) for code, place in whole]
        pairs = sorted(whole + numbers)
        return [text for text, _place in pairs], [place for _text, place in pairs]

    @cached_property
    def _names(self) -> SharedTexts[str]:
        return SharedTexts(clean(item.name) for item in self.checklist.items)

    @cached_property
    def _states(self) -> SharedTexts[State]:
        return SharedTexts(item.status.state for item in self.checklist.items)

    @cached_property
    def _keys(self) -> dict[str, SharedTexts[str]]:
        return self._made(_key)

    @cached_property
    def _loose_keys(self) -> dict[str, SharedTexts[str]]:
        return self._made(_loose_key)

    def _made(self, key_of: Callable[[str], str]) -> dict[str, SharedTexts[str]]:
        """What the texts of each field are compared by."""
        items = self.checklist.items
        return {
            "name": SharedTexts(key_of(item.name) for item in items),
            "wording": SharedTexts(key_of(item.status.wording) for item in items),
            "unit": SharedTexts(key_of(item.unit) for item in items),
        }


class _Initials(NamedTuple):
    """The first letters of words: two or more, with dots or not.

    Attributes:
        has: Whether a name has words in it that begin so.
        found: What of it was found.
    """

    has: Callable[[str], bool]
    found: Match


def _initials(query: str) -> _Initials | None:
    """What finds the first letters of words in a name; None where no such letters were typed."""
    letters = re.sub("[. ]", "", key(query))
    if not re.fullmatch("[ก-ฮ]{2,}|[a-z]{2,}", letters):
        return None
    from ita_tui.thai.words import find_initials  # noqa: PLC0415 (its dictionary is large)

    find = partial(find_initials, letters=letters)
    # Finding the words of a name takes long; most names lack the letters in this order.
    possible = re.compile(".*?".join(letters), re.IGNORECASE)
    return _Initials(
        lambda name: possible.search(name) is not None and find(name) is not None,
        Match("name", find),
    )


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
