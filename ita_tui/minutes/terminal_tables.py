"""The columns of a table on a terminal: how wide each is, and its cells in lines of that width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.minutes.tokens import cell_lines
from ita_tui.thai.cells import pad, width
from ita_tui.thai.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = 3
"""How many cells part two columns."""

_LEAST = 3
"""How narrow a column becomes at most, in cells."""


class Grid:
    """The columns of one table."""

    def __init__(self, rows: Sequence[Sequence[str]], aligns: Sequence[str], cells: int) -> None:
        """Share a width out: a column that needs little gets it, the others share the rest alike.

        Args:
            rows: The texts of all cells; the first row has the headings.
            aligns: For each column `left` or `right`.
            cells: How wide the table may be.
        """
        heading, *others = rows
        wanted = [max(map(width, text.split(" "))) for text in heading]
        for row in others:
            for place, text in enumerate(row):
                wanted[place] = max(wanted[place], *map(width, cell_lines(text)))
        self._aligns = aligns
        self._widths = _shares(wanted, cells - _BETWEEN * (len(heading) - 1))

    @property
    def rule(self) -> str:
        """The line below the headings."""
        return "─┼─".join("─" * cells for cells in self._widths)

    def wrapped(self, row: Sequence[str]) -> list[list[str]]:
        """The lines of each cell of a row."""
        return [
            [part for line in cell_lines(text) for part in wrap(line, cells)]
            for text, cells in zip(row, self._widths, strict=True)
        ]

    def padded(self, parts: Sequence[str]) -> list[str]:
        """One line of each cell, filled up to the width of its column."""
        return [
            pad(text, cells, "right" if align == "right" else "left")
            for text, align, cells in zip(parts, self._aligns, self._widths, strict=True)
        ]


def _shares(wanted: Sequence[int], cells: int) -> list[int]:
    given = [_LEAST] * len(wanted)
    left = max(cells, _LEAST * len(wanted))
    waiting = sorted(range(len(wanted)), key=lambda place: wanted[place])
    while waiting:
        place = waiting.pop(0)
        given[place] = min(wanted[place], max(left // (len(waiting) + 1), _LEAST))
        left -= given[place]
    return given
