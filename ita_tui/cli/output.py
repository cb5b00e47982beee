"""Plain output: sentences, aligned columns, colours only where somebody looks at them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ita_tui.domain.status import State
from ita_tui.domain.text import clean, clean_lines
from ita_tui.services.views import to_json
from ita_tui.services.wording import ASCII_GLYPHS, GLYPHS, unconfirmed
from ita_tui.thai.cells import ELLIPSIS, pad, width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_tui.services.settings import Settings
    from ita_tui.services.views import View

GAP = 2
"""Cells between two columns."""

_COLOURS = {
    "strong": "1",
    "quiet": "2",
    State.NOT_STARTED: "31",
    State.WAITING: "35",
    State.IN_PROGRESS: "33",
    State.DONE: "32",
    State.CURRENT: "36",
}
"""What a terminal is told for each role (SGR); 16 colours, so that any theme shows them."""


class Signs(NamedTuple):
    """What is drawn with.

    Attributes:
        glyphs: The sign of each state.
        arrow: From one value to another.
        dot: Between two parts of a line.
        cut: At the end of a text that is cut off; one cell.
    """

    glyphs: Mapping[State, str]
    arrow: str
    dot: str
    cut: str


UNICODE = Signs(GLYPHS, "→", "·", ELLIPSIS)
ASCII = Signs(ASCII_GLYPHS, "->", "-", ">")


def signs(settings: Settings) -> Signs:
    """The signs to draw with: ASCII where they are asked for or nothing else can be written."""
    return ASCII if settings.ascii or not can_carry(sys.stdout, "→·●") else UNICODE


def can_carry(stream: TextIO, text: str) -> bool:
    """Whether the encoding of a stream has all characters of a text."""
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def say(text: str) -> None:
    """Write one or more lines; what a terminal would obey is made visible."""
    sys.stdout.write(f"{clean_lines(text)}\n")


def note(text: str) -> None:
    """Write one or more lines to standard error."""
    sys.stderr.write(f"{clean_lines(text)}\n")


def note_unconfirmed(*, confirmed: bool) -> None:
    """Say so when the disk has not confirmed a change (see `Transaction.confirmed`)."""
    if not confirmed:
        note(unconfirmed())


def say_json(view: View) -> None:
    """Write one JSON document, which any encoding can carry."""
    utf8 = (sys.stdout.encoding or "").lower().startswith("utf")
    sys.stdout.write(f"{to_json(view, ascii_only=not utf8)}\n")


def terminal_cells() -> int | None:
    """The width of the terminal that standard output goes to; None when it goes elsewhere."""
    try:
        cells = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):  # no terminal; io.UnsupportedOperation is both of them
        return None
    return cells or None


def _coloured() -> bool:
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "dumb") != "dumb"
    )


class Cell(NamedTuple):
    """A cell of a table.

    Attributes:
        text: What stands in it.
        role: `strong`, `quiet` or a state for its colour; empty for none.
    """

    text: str
    role: str = ""


class Table:
    """Rows whose columns line up; lines between them keep their place."""

    def __init__(self, drawn: Signs, *least: int | None, indent: int = 0) -> None:
        """An empty table.

        Args:
            drawn: What is drawn with.
            least: For each column the fewest cells to which it shrinks where the terminal is
                narrow; None for one that keeps its width.
            indent: Cells before each row.
        """
        self._drawn = drawn
        self._least = least
        self._indent = indent
        self._lines: list[list[Cell] | Cell] = []

    def row(self, *cells: Cell | str) -> None:
        """Add a row; texts are cleaned."""
        self._lines.append([_cleaned(cell) for cell in cells])

    def line(self, text: str = "", role: str = "") -> None:
        """Add a line that is no row."""
        self._lines.append(_cleaned(Cell(text, role)))

    def show(self) -> None:
        """Write it: cut to the width of a terminal, whole where it goes elsewhere."""
        coloured = _coloured()
        cells = self._widths(terminal_cells())
        for line in self._lines:
            if isinstance(line, Cell):
                text = _painted(line.text, line.role) if coloured else line.text
            else:
                text = self._row_text(line, cells, coloured=coloured)
            sys.stdout.write(f"{text.rstrip()}\n")

    def _row_text(self, row: list[Cell], cells: list[int], *, coloured: bool) -> str:
        parts = []
        for cell, room in zip(row, cells, strict=True):
            padded = pad(cell.text, room)
            if width(cell.text) > room:
                padded = padded.replace(ELLIPSIS, self._drawn.cut)
            parts.append(_painted(padded, cell.role) if coloured else padded)
        return " " * self._indent + (" " * GAP).join(parts)

    def _widths(self, room: int | None) -> list[int]:
        """The cells of each column, shrunk from the right as far as the room asks for it."""
        rows = [line for line in self._lines if not isinstance(line, Cell)]
        widths = [
            max((width(row[number].text) for row in rows), default=0)
            for number in range(len(self._least))
        ]
        if room is None:
            return widths
        over = self._indent + sum(widths) + GAP * (len(widths) - 1) - room
        for number in reversed(range(len(widths))):
            least = self._least[number]
            if over > 0 and least is not None and widths[number] > least:
                cut = min(over, widths[number] - least)
                widths[number] -= cut
                over -= cut
        return widths


def _cleaned(cell: Cell | str) -> Cell:
    return Cell(clean(cell)) if isinstance(cell, str) else Cell(clean(cell.text), cell.role)


def _painted(text: str, role: str) -> str:
    code = _COLOURS.get(role, "")
    bare = text.rstrip()
    return f"\x1b[{code}m{bare}\x1b[0m{text[len(bare) :]}" if code and bare else text
