"""Lines as lists of styled text, measured in terminal cells."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from ita_tui.domain.text import clean
from ita_tui.thai.cells import at_cell, width

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

Piece = tuple[str, str]
"""Some text and the name of its role, such as `muted` or `state-done`."""

Line = list[Piece]

_KEPT = 1 << 11
"""How many pieces are kept with their width: those of some screens full."""


def line_width(line: Line) -> int:
    """How many cells a line takes."""
    return sum(width(text) for text, _role in line)


def spread(left: Line, right: Line, cells: int) -> Line:
    """Two ends of a line with the space between them; the right end gives way first."""
    room = cells - line_width(left)
    if line_width(right) > room:
        right = []
    return [*left, (" " * max(0, room - line_width(right)), ""), *right]


def highlighted(line: Line, find: Callable[[str], tuple[int, int] | None]) -> Line:
    """A line with the role `match` on what is found in each of its pieces.

    Args:
        line: The line.
        find: Where there is something to mark in a text.
    """
    marked: Line = []
    for text, role in line:
        start, end = find(text) or (0, 0)
        parts = [(text[:start], role), (text[start:end], "match"), (text[end:], role)]
        marked += [part for part in parts if part[0]]
    return marked


def cut(line: Line, cells: int) -> Line:
    """The whole letters of a line that fit in so many cells."""
    if line_width(line) <= cells:
        return line
    kept: Line = []
    for text, role in line:
        fitting = text[: at_cell(text, cells)]
        kept.append((fitting, role))
        cells -= width(fitting)
        if fitting != text:
            break
    return kept


def strip(line: Line, cells: int, style_of: Callable[[str], Style], ground: Style) -> Strip:
    """A line as a strip of exactly so many cells on a ground, with nothing a terminal obeys."""
    pieces: Line = []
    used, before = 0, None
    for text, role in line:
        seen, wide = _seen(text)
        used += wide
        if used > cells:
            return _cut_strip(line, cells, style_of, ground)
        if role == before:  # each segment costs something on all of its way to the terminal
            pieces[-1] = pieces[-1][0] + seen, role
        elif seen:
            pieces.append((seen, role))
            before = role
    segments = [Segment(text, ground + style_of(role)) for text, role in pieces]
    return Strip(segments, used).adjust_cell_length(cells, ground)


def _cut_strip(line: Line, cells: int, style_of: Callable[[str], Style], ground: Style) -> Strip:
    """As `strip`, for a line that is wider."""
    pieces = cut([(clean(text), role) for text, role in line if text], cells)
    segments = [Segment(text, ground + style_of(role)) for text, role in pieces]
    return Strip(segments, line_width(pieces)).adjust_cell_length(cells, ground)


@lru_cache(maxsize=_KEPT)
def _seen(text: str) -> tuple[str, int]:
    """A text with nothing that a terminal obeys, and its width; most lines have most pieces."""
    seen = clean(text)
    return seen, width(seen)


def state_role(state: str) -> str:
    """The role of text that shows a state."""
    return f"state-{state.replace('_', '-')}"
