"""Lines that end where words end: Thai has no spaces between words, so a dictionary finds them.

Nothing is loaded for a text that fits; see `ita_tui.thai.breaks` for what is, and when.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from ita_tui.thai.breaks import (
    Cuts,
    add_words,
    engine,
    may_end,
    name_cuts,
    part_cuts,
    prepare,
    word_cuts,
)
from ita_tui.thai.cells import clusters, width

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["add_words", "editing_starts", "engine", "line_starts", "prepare", "wrap"]


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most so many cells, ending at word ends.

    Args:
        text: The text; a line feed in it ends a line.
        cells: The width to keep; less than one counts as one. Only a single cluster that is
            wider on its own goes beyond it.

    Returns:
        At least one line, without line feeds and without the spaces at its end. All other
        characters stay. No line starts with a following vowel, a mark, ๆ or ฯ, or ends with a
        leading vowel, save inside a word that is wider than the line.
    """
    starts = line_starts(text, cells)
    ends = [*starts[1:], len(text)]
    return [text[a:b].removesuffix("\n").rstrip(" ") for a, b in zip(starts, ends, strict=True)]


def line_starts(text: str, cells: int) -> list[int]:
    """Where the lines of `wrap` start in the text; for text that carries styles.

    Returns:
        Offsets in characters, the first one 0. The line feeds and spaces that `wrap` leaves out
        are at the end of the line before.
    """
    starts: list[int] = []
    offset = 0
    for paragraph in text.split("\n"):
        starts.extend(offset + start for start in _Lines(paragraph, max(1, cells)).starts())
        offset += len(paragraph) + 1
    return starts


def editing_starts(text: str, cells: int) -> list[int]:
    """Where the lines start in a field, in which spaces at the end of a line can be seen.

    Args:
        text: One paragraph.
        cells: The width to keep, beside which there is a cell for the cursor; a space may stand
            in it, all others that find no room go on to the next line.
    """
    return _Lines(text, max(1, cells), spaces=1).starts()


class _Lines:
    """One paragraph being filled into lines.

    Args:
        text: The paragraph.
        cells: The width to keep.
        spaces: How many spaces may go beyond it at the end of a line; None for any number.
    """

    def __init__(self, text: str, cells: int, spaces: int | None = None) -> None:
        self._text = text
        self._cells = cells
        self._limit = None if spaces is None else cells + spaces
        self._starts = [0]
        self._used = 0

    def starts(self) -> list[int]:
        """Where the lines start, for the whole paragraph."""
        seen = self._text.rstrip(" ") if self._limit is None else self._text
        if width(seen) > self._cells:
            levels = (name_cuts, word_cuts, part_cuts, _unit_cuts, _cluster_cuts)
            self._place(0, len(self._text), levels)
        return self._starts

    def _place(
        self, start: int, end: int, levels: Sequence[Callable[[str, int, int], Cuts]]
    ) -> None:
        """Fill in a stretch, cut as the first level does, and finer only where that is too wide."""
        level, *finer = levels
        for first, last in pairwise((start, *level(self._text, start, end), end)):
            piece = self._text[first:last]
            seen = width(piece.rstrip(" "))
            fits_here = self._used + seen <= self._cells
            fits_alone = seen <= self._cells or not finer
            # A word that is wider than the line starts on its own line; a name need not.
            if not fits_here and (fits_alone or finer[0] is _unit_cuts):
                self._break(first)
            if fits_here or fits_alone:
                self._used += width(piece)
                self._spill(last)
            else:
                self._place(first, last, finer)

    def _spill(self, end: int) -> None:
        """Let the spaces at the end of the line that find no room begin new ones."""
        while self._limit is not None and self._used > self._limit and self._text[end - 1] == " ":
            surplus = self._used - self._limit
            self._break(end - surplus)
            self._used = surplus

    def _break(self, at: int) -> None:
        if at != self._starts[-1]:
            self._starts.append(at)
        self._used = 0


def _unit_cuts(text: str, start: int, end: int) -> Cuts:
    """Ends of clusters where a line may end: a letter stays with the vowels around it."""
    return tuple(cut for cut in _cluster_cuts(text, start, end) if may_end(text, cut))


def _cluster_cuts(text: str, start: int, end: int) -> Cuts:
    """Ends of clusters."""
    ends = accumulate(map(len, clusters(text[start:end])), initial=start)
    return tuple(cut for cut in ends if start < cut < end)
