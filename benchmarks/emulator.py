"""What a terminal shows: the bytes of a program become lines of cells."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pyte

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOREIGN = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]|\x1b\[[0-?]*[ -/]+[@-~]|\x1b[P_^X][^\x1b]*\x1b\\"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[tSTcn]"
)
"""Sequences that show nothing and that pyte would write out or trip over."""

_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*)?\Z")


class _Cells(pyte.Screen):
    """pyte's screen; a Thai mark joins the cell before it instead of ending the run."""

    def draw(self, data: str) -> None:
        run = ""
        for char in data:
            if unicodedata.category(char) not in {"Mn", "Me", "Cf"}:
                run += char
                continue
            super().draw(run)
            run = ""
            line, x = self.buffer[self.cursor.y], max(self.cursor.x - 1, 0)
            line[x] = line[x]._replace(data=line[x].data + char)
        super().draw(run)


class Emulator:
    """A terminal without a window."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Begin empty, with so many columns and rows."""
        self._cells = _Cells(*size)
        self._stream = pyte.ByteStream(self._cells)
        self._tail = b""

    def feed(self, part: bytes) -> None:
        """Take what a program has sent."""
        part = self._tail + part
        unfinished = _UNFINISHED.search(part)
        end = unfinished.start() if unfinished else len(part)
        part, self._tail = part[:end], part[end:]
        self._stream.feed(_FOREIGN.sub(b"", part))

    def shows(self, text: str) -> bool:
        """Whether a text stands somewhere on the screen."""
        return any(text in "".join(self._texts(y)) for y in range(self._cells.lines))

    def marks(self, pattern: str) -> bool:
        """Whether the row with a text is the one that looks unlike the rows around it."""
        for y in range(1, self._cells.lines - 1):
            found = re.search(pattern, "".join(self._texts(y)))
            if found:
                x = self._column(y, found.start())
                ground = self._ground(y, x)
                return self._ground(y - 1, x) != ground != self._ground(y + 1, x)
        return False

    def _texts(self, y: int) -> Iterator[str]:
        row = self._cells.buffer[y]
        return (row[x].data for x in range(self._cells.columns))

    def _column(self, y: int, place: int) -> int:
        """The column of the cell that holds so many characters before it."""
        seen = 0
        for x, text in enumerate(self._texts(y)):
            seen += len(text)
            if seen > place:
                return x
        return 0

    def _ground(self, y: int, x: int) -> tuple[Any, ...]:
        cell = self._cells.buffer[y][x]
        return (cell.bg, cell.reverse)
