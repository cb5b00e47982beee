"""Two people's changes of one list as one: which row is which, and in what order they stand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

RowKey = Callable[[Any], Hashable]
"""What a row goes by when its content changed; None for a row that goes by nothing."""

_Token = int | tuple[str, int]
"""A row by its place in the base, or by the one newer list that has it and its place there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row in each of three lists; None where it does not stand.

    Attributes:
        base: As both people saw it.
        theirs: As a colleague has left it.
        yours: As it is to be.
        place: Its place in the list that has it, from 0; in yours where more than one has it.
    """

    base: object
    theirs: object
    yours: object
    place: int


@dataclass(frozen=True, slots=True)
class Rows:
    """Three lists side by side.

    Attributes:
        rows: In the order that the two newer lists make together.
        in_order: Whether that order is sure; else both moved rows, and it is that of yours.
    """

    rows: tuple[Row, ...]
    in_order: bool


def side_by_side(
    base: Sequence[Any],
    theirs: Sequence[Any],
    yours: Sequence[Any],
    key: RowKey,
    once: RowKey = lambda _row: None,
) -> Rows:
    """The rows of three lists, each beside what it was and what it became.

    A row that only one newer list has stands after the row that it follows there. What both added
    in one place stands theirs first, and only once where it is the same.

    Args:
        base: The list as both people saw it.
        theirs: As a colleague has left it.
        yours: As it is to be.
        key: What a row goes by when its content changed.
        once: What no two rows may share, so that rows which both added are one row; None for a
            row that may stand beside any other.
    """
    there = _tokens(_identified(base, theirs, key, once), "theirs")
    here = _tokens(_identified(base, yours, key, once), "yours")
    for at, token in enumerate(here):  # what both added
        twin = None if isinstance(token, int) else _twin(yours[at], theirs, once)
        if twin is not None:
            same = there[twin]
            here[at] = token if isinstance(same, int) or same in here else same
    order, in_order = _order(there, here)
    rows = (
        Row(
            base=base[token] if isinstance(token, int) else None,
            theirs=theirs[there.index(token)] if token in there else None,
            yours=yours[here.index(token)] if token in here else None,
            place=here.index(token) if token in here else _place(there, token),
        )
        for token in order
    )
    return Rows(tuple(rows), in_order)


def _twin(row: Any, others: Sequence[Any], once: RowKey) -> int | None:  # noqa: ANN401 (a row of any list)
    """Where the same row stands in another list, or else one that it may not stand beside."""
    if row in others:
        return others.index(row)
    kinds = [once(one) for one in others]
    return kinds.index(once(row)) if once(row) is not None and once(row) in kinds else None


def _place(tokens: list[_Token], token: _Token) -> int:
    return tokens.index(token) if token in tokens else 0


def _identified(
    base: Sequence[Any], side: Sequence[Any], key: RowKey, once: RowKey
) -> list[int | None]:
    """For each row of a newer list its place in the older one; None for a new row.

    The same content comes first, then what rows go by, then the place between two known rows; a
    row that may stand beside no other of its kind goes by that alone.
    """
    found: list[int | None] = [None] * len(side)
    for one in SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks():
        found[one.b : one.b + one.size] = range(one.a, one.a + one.size)
    for by in (lambda row: row, key):
        left = [at for at in range(len(base)) if at not in found]
        for at, row in enumerate(side):
            if found[at] is None and by(row) is not None:
                found[at] = next((one for one in left if by(base[one]) == by(row)), None)
                left = [one for one in left if one != found[at]]
    named = _by_neighbours(found, len(base))
    return [
        None if one is None or once(row) != once(base[one]) else one
        for row, one in zip(side, named, strict=True)
    ]


def _by_neighbours(found: list[int | None], length: int) -> list[int | None]:
    """The same, with rows in the stead of as many others between the same two known ones."""
    named = list(found)
    known = [(at, one) for at, one in enumerate(found) if one is not None]
    for (at, one), (after, next_one) in pairwise([(-1, -1), *known, (len(found), length)]):
        free = [place for place in range(one + 1, next_one) if place not in found]
        if after - at - 1 == len(free):
            named[at + 1 : after] = free
    return named


def _tokens(found: Sequence[int | None], side: str) -> list[_Token]:
    return [(side, at) if one is None else one for at, one in enumerate(found)]


def _order(theirs: list[_Token], yours: list[_Token]) -> tuple[list[_Token], bool]:
    """All rows in one order, and whether no more than one side moved rows of before."""
    there = [one for one in theirs if isinstance(one, int) and one in yours]
    here = [one for one in yours if isinstance(one, int) and one in theirs]
    is_theirs = there != sorted(there) and here == sorted(here)
    lead, other = (theirs, yours) if is_theirs else (yours, theirs)
    order = list(lead)
    for at, token in enumerate(other):
        if token not in order:
            before = next((one for one in reversed(other[:at]) if one in order), None)
            order.insert(0 if before is None else order.index(before) + 1, token)
    return order, is_theirs or there == here or there == sorted(there)
