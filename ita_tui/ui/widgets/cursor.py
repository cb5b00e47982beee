"""The cursor of a field, which covers a letter with all its marks, as wide as they are."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.style import Style


def whole(strip: Strip, x: int, cells: int) -> Strip:
    """A strip in which some cells, with the marks upon them, look as the first of them does.

    Args:
        strip: A line of a field, its cursor on the first character of a cluster.
        x: The cell of that character; it may be out of sight.
        cells: How many cells the cluster takes.
    """
    styled = groupby(_characters(strip, x, x + cells), key=itemgetter(1))
    pieces = [("".join(char for char, _ in some), style) for style, some in styled]
    return Strip([Segment(text, style) for text, style in pieces], strip.cell_length)


def _characters(strip: Strip, start: int, end: int) -> Iterator[tuple[str, Style | None]]:
    """The characters of a strip, each with its style."""
    at = 0
    cursor: Style | None = None
    for text, style, _control in strip:
        for char in text:
            cells = width(char)
            # A mark stands on the cell before.
            if start <= (at if cells else at - 1) < end:
                cursor = cursor or style
                yield char, cursor
            else:
                yield char, style
            at += cells
