"""Terminal cells: how wide a text is, and cutting it without parting a mark from its letter.

Thai vowels and tone marks above and below take no cell; SARA AM takes one, though it hangs on the
letter before it. The counting is that of the library that draws the screen, so that both agree
on what fits in a line.
"""

from __future__ import annotations

import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS = "…"

_SARA_AM = "\u0e33"
_JOINER = "\u200d"
_SOFT_HYPHEN = "\u00ad"  # a format character by name, but terminals draw it

Align = Literal["left", "right", "center"]


class _Widths(dict[str, int]):
    """The cells of a character, worked out when it is first met."""

    def __missing__(self, char: str) -> int:
        category = unicodedata.category(char)
        if char == _SOFT_HYPHEN:
            cells = 1
        elif category in {"Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"}:
            cells = 0
        elif category != "Cn" and unicodedata.east_asian_width(char) in {"W", "F"}:
            cells = 2
        else:
            cells = 1
        self[char] = cells
        return cells


class _Attached(dict[str, bool]):
    """Whether a character belongs to the letter before it, worked out when it is first met."""

    def __missing__(self, char: str) -> bool:
        category = unicodedata.category(char)
        attached = category in {"Mn", "Me", "Mc", "Cf"} and char != _SOFT_HYPHEN
        self[char] = attached
        return attached


_cells_of = _Widths().__getitem__
is_attached = _Attached().__getitem__
"""Whether a character takes no place of its own but belongs to the one before it."""


def width(text: str) -> int:
    """The cells that a text of one line takes in a terminal.

    Marks, format and control characters take none, wide and full-width characters two, and all
    others, SARA AM among them, one. What a zero-width joiner joins counts once.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    if _JOINER in text:
        return sum(map(_cells_of, _unjoined(text)))
    return sum(map(_cells_of, text))


def ends(text: str) -> list[int]:
    """For each character of a text, the cells up to its end."""
    if _JOINER not in text:
        return [*accumulate(map(_cells_of, text))]
    found, cells, joined = [], 0, False
    for char in text:
        cells += 0 if joined else _cells_of(char)
        joined = char == _JOINER and not joined
        found.append(cells)
    return found


def clusters(text: str) -> list[str]:
    """The text in pieces that may not be cut: a character with its marks, joined they are the text.

    SARA AM goes with the letter before it, and a zero-width joiner with both its neighbours.
    """
    return list(text) if text.isascii() else list(_each_cluster(text))


def begins(text: str, at: int) -> bool:
    """Whether a cluster begins at a place for certain, whatever stands around it."""
    char, before = text[at], text[at - 1 : at]
    return not is_attached(char) and char != _SARA_AM and before != _JOINER


def at_cell(text: str, cell: int) -> int:
    """Where the cluster over a cell begins, counted from 0; the end of the text behind it."""
    at = 0
    for cluster in clusters(text):
        cell -= width(cluster)
        if cell < 0:
            return at
        at += len(cluster)
    return at


def truncate(text: str, cells: int) -> str:
    """The text if it fits in so many cells, else its whole clusters that do, and an ellipsis.

    The result may be narrower than `cells` where a wide cluster did not fit any more; it is
    empty where there is no cell at all and something to show.
    """
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    kept, room = [], cells - len(ELLIPSIS)
    for cluster in _each_cluster(text):  # pragma: no branch (some cluster is one too many)
        room -= width(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept) + ELLIPSIS


def pad(text: str, cells: int, align: Align = "left") -> str:
    """The text truncated or filled with spaces to just so many cells.

    Args:
        text: A text of one line.
        cells: The width wanted.
        align: Where the text stands; of an odd space in the middle, the larger half is right.
    """
    # A joiner left hanging at the end would swallow the first space.
    shown = truncate(text, cells).rstrip(_JOINER)
    missing = max(0, cells - width(shown))
    before = {"left": 0, "right": missing, "center": missing // 2}[align]
    return " " * before + shown + " " * (missing - before)


def _each_cluster(text: str) -> Iterator[str]:
    """The clusters of a text that is not empty."""
    start = 0
    with_am = False
    for at, char in enumerate(text):
        joins = is_attached(char) or (at and text[at - 1] == _JOINER)
        if char == _SARA_AM and not with_am:
            joins = with_am = True
        if joins or at == start:
            continue
        yield text[start:at]
        start, with_am = at, char == _SARA_AM
    yield text[start:]


def _unjoined(text: str) -> Iterator[str]:
    """The characters that are drawn for themselves, not over the one before a joiner."""
    joined = False
    for char in text:
        if not joined:
            yield char
        joined = char == _JOINER and not joined
