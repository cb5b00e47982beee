"""The words of a text: where the cursor jumps, what a double click takes, and their initials.

Thai words come from the dictionary of `ita_tui.thai.breaks`, which is loaded at the first one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ita_tui.thai.breaks import Cuts, name_cuts, part_cuts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_THAI = "\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e4e"
_RUN = re.compile(rf"(?P<thai>[{_THAI}\u0e2f]+)|[^\W{_THAI}]+(?:[\u0300-\u036f]+[^\W{_THAI}]*)*")
_INITIAL = re.compile(r"[เแโใไ]?([ก-ฮ])|([^\W\d_])")
_SMALL = frozenset(
    ("และ", "หรือ", "ของ", "ใน", "ที่", "การ", "ความ", "ตาม", "เพื่อ", "of", "the", "and")
)
"""Words that an abbreviation may leave out."""

Span = tuple[int, int]
"""Start and end (exclusive) of a piece of a text, in characters."""


def words(text: str) -> list[Span]:
    """Where the words of a text are, in order; spaces and signs between them belong to none."""
    return list(_words(text))


def next_word(text: str, at: int) -> int:
    """Where the first word after this place begins; the end of the text if there is none."""
    return next((start for start, _ in _words(text) if start > at), len(text))


def previous_word(text: str, at: int) -> int:
    """Where the last word before this place begins; 0 if there is none."""
    return next((start for start, _ in reversed(_words(text)) if start < at), 0)


def word_at(text: str, at: int) -> Span:
    """The word over this place, or whatever stands between two words there."""
    before = 0
    for start, end in _words(text):
        if at < start:
            return before, start
        if at < end:
            return start, end
        before = end
    return before, len(text)


def find_initials(text: str, letters: str) -> Span | None:
    """Where words begin with these letters, one word after the other.

    Args:
        text: What is searched.
        letters: First letters in lower case, of Thai words their first consonants.

    Returns:
        From the start of the first such word to the end of the last; small words such as และ
        may be left out, either all of them or none. None where there are no such words.
    """
    for initials, spans in _initials(text):
        at = initials.find(letters) if letters else -1
        if at >= 0:
            return spans[at][0], spans[at + len(letters) - 1][1]
    return None


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[Span, ...]:
    return tuple(_spans(text, name_cuts))


def _spans(text: str, cuts: Callable[[str, int, int], Cuts]) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        if run["thai"]:
            yield from pairwise((start, *cuts(text, start, end), end))
        else:
            yield start, end


@lru_cache(maxsize=32768)
def _initials(text: str) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """The initials of all words and of all but the small ones, each with the words' places.

    Of ดำเนินงาน people take both letters, so the words are those that others are made of.
    """
    every: list[tuple[str, Span, bool]] = []
    for start, end in _spans(text, part_cuts):
        if letter := _INITIAL.match(text, start):
            is_small = text[start:end].casefold() in _SMALL
            every.append(((letter[1] or letter[2]).casefold()[:1], (start, end), is_small))
    chosen = (every, [one for one in every if not one[2]])
    return tuple(
        ("".join(letter for letter, _, _ in some), tuple(span for _, span, _ in some))
        for some in chosen
    )
