"""The wire to a terminal: what it is to show, what it shows, and what has to be sent."""

from __future__ import annotations

from threading import Lock
from typing import Final

from ita_tui.ui.terminal.grid import Grid, Row
from ita_tui.ui.terminal.painting import Painter
from ita_tui.ui.terminal.reading import ALTERNATE_ON, SYNC_OFF, SYNC_ON, Kind, Reader

AT_ONCE: Final = 512
"""Up to how many characters a terminal draws as a whole without being told to."""


class Wire:
    """Takes all that Textual writes, and gives what the terminal does not show yet.

    Two threads use it: one feeds, one takes. Outside the alternate screen everything passes as
    it is, and so does what is no cell.
    """

    def __init__(self, columns: int, lines: int, *, keeps_ground: bool = True) -> None:
        """Begin outside the alternate screen.

        Args:
            columns: How many cells wide the terminal is.
            lines: How many lines it has.
            keeps_ground: Whether the terminal erases with the pen's ground.
        """
        self._lock = Lock()
        self._reader = Reader()
        self._painter = Painter(keeps_ground)
        self._size = (columns, lines)
        self._wanted = Grid.empty(columns, lines)
        self._shown: list[Row] | None = None
        self._next = 0
        self._passing: list[str] = []
        self._open = False
        self._in_frames = False
        self._told = False

    def feed(self, data: str) -> bool:
        """Take what Textual writes.

        Returns:
            Whether somebody has to be told that there is something to send: not when that was
            said before and nobody has taken it all since.
        """
        with self._lock:
            if not self._open:
                before, enter, data = data.partition(ALTERNATE_ON)
                if before:
                    self._passing.append(before)
                if enter:
                    self._enter()
            if data:
                for kind, text in self._reader.read(data, self._wanted):
                    self._meet(kind, text)
            return self._tell()

    def repaint(self) -> bool:
        """Send everything again: somebody else has written on the screen.

        Returns:
            As `feed`.
        """
        with self._lock:
            self._forget()
            return self._tell()

    def resize(self, columns: int, lines: int) -> None:
        """Take note of the terminal's size; with another one, what it shows is anybody's guess."""
        with self._lock:
            if (columns, lines) != self._size:
                self._size = (columns, lines)
                self._wanted.resize(columns, lines)
                self._forget()

    def take(self, limit: int | None = None) -> str:
        """What the terminal lacks; empty when it shows everything.

        Args:
            limit: After how many characters it is enough for now; the rows that are left are
                compared again when their turn comes. None for everything.
        """
        with self._lock:
            passing = "".join(self._passing)
            self._passing.clear()
            painted = self._paint(limit) if self._open else ""
            if len(painted) > AT_ONCE and self._in_frames:
                painted = SYNC_ON + painted + SYNC_OFF
            self._told = bool(passing or painted)
            return passing + painted

    def _tell(self) -> bool:
        news = bool(self._passing) or (self._open and bool(self._wanted.touched))
        tell = news and not self._told
        self._told = self._told or news
        return tell

    def _enter(self) -> None:
        self._passing.append(ALTERNATE_ON)
        self._open = True
        self._forget()

    def _meet(self, kind: Kind, text: str) -> None:
        if kind is Kind.SYNC:
            self._in_frames = True
        elif kind is Kind.LEAVE:
            self._passing += ["\x1b[m", text]
            self._open = False
        else:
            self._passing.append(text)
            if kind is Kind.STRANGE:
                self._forget()

    def _forget(self) -> None:
        self._shown = None
        self._painter.forget()
        self._wanted.touch_all()

    def _paint(self, limit: int | None) -> str:
        wanted, painter = self._wanted, self._painter
        if self._shown is None:
            painter.clear()
            self._shown = [Row.empty(wanted.columns) for _ in wanted.rows]
        # The rows take turns, so that one that changes all the time holds up no other.
        for y in sorted(wanted.touched, key=lambda y: (y < self._next, y)):
            row, shown = wanted.rows[y], self._shown[y]
            wanted.touched.discard(y)
            if row != shown:
                painter.row(y, row, shown)
                self._shown[y] = row.copy()
                if limit is not None and sum(map(len, painter.parts)) >= limit:
                    self._next = y + 1
                    break
        if not wanted.touched:
            painter.move(min(wanted.x, wanted.columns - 1), min(wanted.y, len(wanted.rows) - 1))
        return painter.take()
