"""What a query has found: which items, and what of each, worked out when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import compress
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]
"""Start and end (exclusive) of a part of a text, in characters."""

Choice = bytes
"""A byte for each item of a list, in its order: 1 for those that are meant, 0 for all others.

A key typed looks through all items, ten thousand of them too: bytes are joined and counted, and
pick from a list, without a step of Python for each.
"""


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


Hits = list[tuple[Choice, Match]]
"""The items in which a field matches, for each field, the foremost first."""


class Found(Mapping[str, Match]):
    """The items that a query has found, by their codes: first those that read the same.

    Attributes:
        codes: The code of every item that was looked through, found or not.
        first: Those that stand at their places.
        behind: Those that stand behind the rest, since they are only alike; none without a rest.
    """

    def __init__(self, codes: tuple[str, ...], places: Mapping[str, int], hits: Hits) -> None:
        """Take over what was found in each field.

        Args:
            codes: The codes of all items, in their order.
            places: Where each of these codes stands.
            hits: Which items match in a field; what is only alike comes last.
        """
        self.codes = codes
        self._places = places
        self._hits = hits
        same = either((chosen for chosen, match in hits if not match.alike), len(codes))
        alike = without(either((chosen for chosen, match in hits if match.alike), len(codes)), same)
        self._order = (same, alike)
        self.first, self.behind = (same, alike) if any(same) else (alike, same)

    def __getitem__(self, code: str) -> Match:
        """What was found of an item."""
        place = self._places[code]
        for chosen, match in self._hits:
            if chosen[place]:
                return match
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        """The codes, those of items that are only alike behind all others."""
        for chosen in self._order:
            yield from compress(self.codes, chosen)

    def __len__(self) -> int:
        """How many items were found."""
        return sum(chosen.count(1) for chosen in self._order)

    @property
    def is_alike(self) -> bool:
        """Whether some of them read the same only without tone marks."""
        return any(self._order[1])

    def among(self, codes: tuple[str, ...]) -> tuple[Choice, Choice]:
        """What stands first and what behind, of a list that may have become another meanwhile.

        Args:
            codes: The codes of its items, in order.
        """
        if codes == self.codes:
            return self.first, self.behind
        chosen = (set(compress(self.codes, part)) for part in (self.first, self.behind))
        first, behind = ([code in part for code in codes] for part in chosen)
        return bytes(first), bytes(behind)


def either(choices: Iterable[Choice], length: int) -> Choice:
    """What is in any of some choices."""
    numbers = (int.from_bytes(chosen, "little") for chosen in choices)
    return reduce(or_, numbers, 0).to_bytes(length, "little")


def both(chosen: Choice, other: Choice) -> Choice:
    """What is in two choices of the same items."""
    shared = int.from_bytes(chosen, "little") & int.from_bytes(other, "little")
    return shared.to_bytes(len(chosen), "little")


def without(chosen: Choice, other: Choice) -> Choice:
    """What is in one choice and not in another."""
    rest = int.from_bytes(chosen, "little") & ~int.from_bytes(other, "little")
    return rest.to_bytes(len(chosen), "little")


def at_places(places: Iterable[int], length: int) -> Choice:
    """The choice of what stands at some places."""
    chosen = bytearray(length)
    for place in places:
        chosen[place] = 1
    return bytes(chosen)


def spread_out(chosen: Choice, kinds: Sequence[int]) -> Choice:
    """The items that are of one of the chosen kinds.

    Args:
        chosen: Which kinds are.
        kinds: The kind of each item; bytes, where there are few enough.
    """
    if isinstance(kinds, bytes):
        return kinds.translate(chosen.ljust(1 << 8, b"\0"))
    return bytes(map(chosen.__getitem__, kinds))
