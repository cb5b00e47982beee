"""The signs that the screen draws with, and their ASCII stand-ins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita_tui.domain.status import State
from ita_tui.services.wording import ASCII_GLYPHS, GLYPHS


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs.

    Attributes:
        states: The glyph of each state, all of one width.
        cursor: Before the row under the cursor.
        mark: Before a row that is marked.
        opened: Before a category whose items are shown.
        closed: Before one whose items are not.
        full: The done part of a bar.
        empty: The rest of it.
        dot: Between two parts of a line.
        arrow: From one value to another.
    """

    states: Mapping[State, str]
    cursor: str
    mark: str
    opened: str
    closed: str
    full: str
    empty: str
    dot: str
    arrow: str

    def bar(self, fraction: float, cells: int) -> tuple[str, str]:
        """The done and the empty part of a bar; full only when everything is done."""
        filled = int(fraction * cells)
        return self.full * filled, self.empty * (cells - filled)


UNICODE = Signs(GLYPHS, "❯", "+", "▾", "▸", "━", "─", "·", "→")
ASCII = Signs(ASCII_GLYPHS, ">", "+", "v", ">", "#", ".", "-", "->")
