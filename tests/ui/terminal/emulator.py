"""A terminal that is only looked at: what was written to it, as a person would see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyte
from rich.cells import cell_len

if TYPE_CHECKING:
    from pyte.screens import Char

_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[<=>?][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]"
)
"""Strings, modes and questions: pyte would show parts of them, and none changes a cell."""


class _Screen(pyte.Screen):
    """pyte drops what follows a Thai vowel sign in the same run: here each letter is drawn."""

    def draw(self, data: str) -> None:
        for letter in data:
            cells = cell_len(letter)
            line, x = self.buffer[self.cursor.y], self.cursor.x
            if cells == 0:
                self._hang(letter)
                continue
            if x + cells > self.columns:  # lines do not wrap
                continue
            self._cut(line, x)
            self._cut(line, x + cells)
            line[x] = self.cursor.attrs._replace(data=letter)
            if cells == 2:
                line[x + 1] = self.cursor.attrs._replace(data="")
            self.cursor.x += cells

    def _hang(self, mark: str) -> None:
        line, x = self.buffer[self.cursor.y], self.cursor.x - 1
        if x > 0 and line[x].data == "":
            x -= 1
        if x >= 0:
            line[x] = line[x]._replace(data=line[x].data + mark)

    def _cut(self, line: dict[int, Char], x: int) -> None:
        """Make a space of a wide letter whose second half is about to go."""
        if 0 < x < self.columns and line[x].data == "":
            line[x - 1] = line[x - 1]._replace(data=" ")
            line[x] = line[x]._replace(data=" ")


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of a cell.

    Attributes:
        text: The letter with its marks; empty for the second cell of a wide one.
        ink: Its colour and attributes; empty for a space that shows nothing but its ground.
        ground: The colour behind it.
    """

    text: str
    ink: tuple[object, ...]
    ground: object


class Emulator:
    """Takes what a program writes."""

    def __init__(self, columns: int, lines: int) -> None:
        self._screen = _Screen(columns, lines)
        self._stream = pyte.Stream(self._screen)

    def feed(self, written: str) -> None:
        """Show what was written."""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", written))

    def resize(self, columns: int, lines: int) -> None:
        """Take another size."""
        self._screen.resize(lines, columns)

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor stands, column and row."""
        return self._screen.cursor.x, self._screen.cursor.y

    def lines(self) -> list[str]:
        """The text of each line, with the spaces at its end."""
        return ["".join(look.text for look in row) for row in self.looks()]

    def looks(self) -> list[list[Look]]:
        """All cells, row by row."""
        screen = self._screen
        rows = (screen.buffer[y] for y in range(screen.lines))
        return [[_look(row[x]) for x in range(screen.columns)] for row in rows]


def _look(cell: Char) -> Look:
    lines = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(lines):
        return Look(" ", (), cell.bg)
    return Look(cell.data, (cell.fg, cell.bold, cell.italics, cell.blink, *lines), cell.bg)
