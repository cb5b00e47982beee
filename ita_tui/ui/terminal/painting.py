"""What has to be sent so that a terminal shows one row instead of another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_tui.ui.terminal.cells import hangs_together, is_certain
from ita_tui.ui.terminal.pens import PLAIN, Pen, change
from ita_tui.ui.terminal.pens import pen as pen_of

if TYPE_CHECKING:
    from ita_tui.ui.terminal.grid import Row

_CLEAR: Final = "\x1b[m\x1b[H\x1b[2J"
_ERASE_LINE: Final = "\x1b[K"
_WORTH_ERASING: Final = 10
"""From how many spaces on, erasing them and moving over them is shorter than writing them."""

_LONGEST_BRIDGE: Final = 6
"""How many unchanged cells are written again at most instead of moving over them."""


@dataclass(slots=True)
class Painter:
    """Writes for one terminal and knows where its cursor stands and which pen it has.

    All moves are to a place that is named, never by so many cells: a terminal that measures a
    letter differently is then wrong about that letter only.

    Attributes:
        keeps_ground: Whether the terminal erases with the pen's ground, as most do.
        pen: The terminal's pen; None when that is not known.
        x: The cursor's column, from 0; None when that is not certain.
        y: The cursor's row, from 0; None when that is not certain.
        parts: What was written and not taken yet.
    """

    keeps_ground: bool = True
    pen: Pen | None = None
    x: int | None = None
    y: int | None = None
    parts: list[str] = field(default_factory=list)

    def take(self) -> str:
        """What is to be sent; from now on it counts as sent."""
        text = "".join(self.parts)
        self.parts.clear()
        return text

    def forget(self) -> None:
        """Somebody else has moved the cursor or changed the pen."""
        self.pen = self.x = self.y = None

    def clear(self) -> None:
        """Empty the whole screen, with the terminal's own ground."""
        self.parts.append(_CLEAR)
        self.pen, self.x, self.y = PLAIN, 0, 0

    def move(self, x: int, y: int) -> None:
        """Move the cursor by the shortest way."""
        if (x, y) != (self.x, self.y):
            self.parts.append(self._way(x, y))
        self.x, self.y = x, y

    def _way(self, x: int, y: int) -> str:
        if y == self.y:
            return f"\x1b[{x + 1}G" if x else "\r"
        if x:
            return f"\x1b[{y + 1};{x + 1}H"
        return f"\x1b[{y + 1}H" if y else "\x1b[H"

    def row(self, y: int, wanted: Row, shown: Row) -> None:
        """Write what differs between two rows of the same length.

        Args:
            y: Where the row stands, from 0.
            wanted: What it is to be.
            shown: What the terminal shows there.
        """
        spans = spans_that_differ(wanted, shown)
        tail = _tail(wanted)
        for start, end in spans:
            self._bridge(y, wanted, start)
            self.move(start, y)
            erased = max(start, tail)
            if spans[-1][1] - erased > len(_ERASE_LINE) and self._erases(wanted.pens[erased]):
                self._write(y, wanted, start, erased)
                self.move(erased, y)
                self._take_pen(" ", wanted.pens[erased])
                self.parts.append(_ERASE_LINE)
                return
            self._write(y, wanted, start, end)

    def _erases(self, pen: Pen) -> bool:
        """Whether erasing leaves spaces of this pen behind."""
        return not pen.attributes and (self.keeps_ground or not pen.ground)

    def _bridge(self, y: int, row: Row, end: int) -> None:
        """Write unchanged cells once more where that is no longer than moving over them."""
        start = self.x
        if y != self.y or start is None:
            return
        if not 0 < end - start <= min(_LONGEST_BRIDGE, len(self._way(end, y))):
            return
        cells = [(row.texts[x], row.pens[x]) for x in range(start, end)]
        if all(text and text.isascii() and self._draws(text, pen) for text, pen in cells):
            self.parts.extend(text for text, _pen in cells)
            self.x = end

    def _write(self, y: int, row: Row, start: int, end: int) -> None:
        """Write the cells from a place, where the cursor stands, up to another."""
        x = start
        texts, pens = row.texts, row.pens
        while x < end:
            if x != self.x or y != self.y:
                self.move(x, y)
            text, pen = texts[x], pens[x]
            if pen is not self.pen:
                self._take_pen(text, pen)
            blanks = _blanks(row, x, end) if text == " " else 0
            if blanks >= _WORTH_ERASING and self._erases(pen):
                self.parts.append(f"\x1b[{blanks}X")
                x += blanks
                continue
            self.parts.append(text)
            x += 1
            while x < len(texts) and texts[x] == "":
                x += 1
            # At the end of the row the cursor stays where it is, or waits to wrap.
            self.x = x if x < len(texts) and is_certain(text) else None

    def _draws(self, text: str, wanted: Pen) -> bool:
        """Whether the terminal's pen draws a cell as this one would."""
        if self.pen is None:
            return False
        return self.pen is wanted or (text == " " and self.pen.blank is wanted)

    def _take_pen(self, text: str, wanted: Pen) -> None:
        """Exchange the terminal's pen; for a space, only what can be seen of it."""
        if self._draws(text, wanted):
            return
        mine = self.pen
        if text == " " and mine is not None and wanted.blank is wanted and not wanted.attributes:
            stays = mine.attributes if not mine.shows_on_blanks else wanted.attributes
            wanted = pen_of(stays, mine.ink, wanted.ground)
        self.parts.append(change(mine, wanted))
        self.pen = wanted


def spans_that_differ(wanted: Row, shown: Row) -> list[tuple[int, int]]:
    """Where two rows differ, in whole letters; each from its start to before its end."""
    spans = list[tuple[int, int]]()
    cells = zip(wanted.texts, shown.texts, wanted.pens, shown.pens, strict=True)
    for x, (text, old_text, pen, old_pen) in enumerate(cells):
        if pen is old_pen and text == old_text:
            continue
        if spans and spans[-1][1] == x:
            spans[-1] = (spans[-1][0], x + 1)
        else:
            spans.append((x, x + 1))
    return _whole_letters(wanted.texts, spans)


def _whole_letters(texts: list[str], spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = list[tuple[int, int]]()
    for first, last in spans:
        start, end = first, last
        while start and hangs_together(texts[start]):
            start -= 1
        while end < len(texts) and hangs_together(texts[end]):
            end += 1
        if found and found[-1][1] >= start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _blanks(row: Row, x: int, end: int) -> int:
    """How many spaces of one ground stand from a place on."""
    pen, start = row.pens[x], x
    while x < end and row.texts[x] == " " and row.pens[x] is pen:
        x += 1
    return x - start


def _tail(row: Row) -> int:
    """Where the spaces of one ground begin with which a row ends; its length without any."""
    x = len(row.texts)
    pen = row.pens[-1]
    while x and row.texts[x - 1] == " " and row.pens[x - 1] is pen:
        x -= 1
    return x
