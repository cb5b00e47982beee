"""Editing by clusters: a letter with its marks is one step of the cursor, SARA AM goes with it.

Places are offsets in characters. A place inside a cluster is where no cursor stands.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

from ita_tui.thai.cells import begins, clusters

_JOINER = "\u200d"
_ZERO_WIDTH = re.compile("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]+")
_TONES = "[\u0e48-\u0e4b]"
_SPLIT_AM = re.compile(rf"({_TONES}*)\u0e4d({_TONES}*)\u0e32")
_LATE_TONE = re.compile(rf"(\u0e33+)({_TONES}+)")


def left(text: str, at: int) -> int:
    """One step to the left of a place; 0 at the beginning."""
    bounds = _bounds(text, at)
    return bounds[max(bisect_left(bounds, at) - 1, 0)]


def right(text: str, at: int) -> int:
    """One step to the right of a place; the length of the text at its end."""
    bounds = _bounds(text, at)
    return bounds[min(bisect_right(bounds, at), len(bounds) - 1)]


def floor(text: str, at: int) -> int:
    """The place itself, or the start of the cluster that it is inside of."""
    bounds = _bounds(text, at)
    return bounds[max(bisect_right(bounds, at) - 1, 0)]


def ceiling(text: str, at: int) -> int:
    """The place itself, or the end of the cluster that it is inside of."""
    bounds = _bounds(text, at)
    return bounds[min(bisect_left(bounds, at), len(bounds) - 1)]


def rubbed_out(text: str, at: int) -> int:
    """Where what Backspace takes begins: one mark, or a letter without any.

    What a zero-width joiner has put together goes as one.
    """
    start = left(text, at)
    return start if _JOINER in text[start:at] else max(at - 1, 0)


def pasted(text: str) -> str:
    """A text from elsewhere as it would have been typed: composed, nothing without a width.

    NFC; SARA AM as one character, after its tone mark; no zero-width characters, joiners or
    selectors of a variant. Control characters stay, and are for others to clean. Doing it twice
    changes nothing more.
    """
    before = None
    while text != before:
        before = text
        text = unicodedata.normalize("NFC", _ZERO_WIDTH.sub("", text))
        text = _LATE_TONE.sub(r"\2\1", _SPLIT_AM.sub("\\1\\2\u0e33", text))
    return text


def _bounds(text: str, at: int) -> list[int]:
    """Where a cursor may stand around a place: two steps at least, as far as there are any.

    The rest of the text has no say in it, and is not looked at: a long one would hold up each key.
    """
    start, end = max(at - 1, 0), at + 1
    while start and not begins(text, start):
        start -= 1
    while end < len(text) and not begins(text, end):
        end += 1
    if start >= len(text):
        return [start]
    return [*accumulate(map(len, clusters(text[start:end])), initial=start)]
