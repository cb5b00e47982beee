"""A screen of cells: what a terminal would show after everything that was written to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

from ita_tui.ui.terminal.cells import cells
from ita_tui.ui.terminal.pens import PLAIN, Pen

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True)
class Row:
    """One row of a screen.

    Attributes:
        texts: A letter with its marks for each cell; empty for the second cell of a wide letter.
        pens: The pen of each cell; that of a space is `Pen.blank`.
    """

    texts: list[str]
    pens: list[Pen]

    @classmethod
    def empty(cls, columns: int) -> Row:
        """A row of spaces on the terminal's own ground."""
        return cls([" "] * columns, [PLAIN] * columns)

    def copy(self) -> Row:
        """The row as it is now."""
        return Row(self.texts.copy(), self.pens.copy())

    def fitted(self, columns: int) -> Row:
        """The row cut off or filled with spaces; of a wide letter that is cut, a space stays."""
        if columns < len(self.texts) and self.texts[columns] == "":
            self.texts[columns - 1] = " "
        more = Row.empty(max(columns - len(self.texts), 0))
        return Row(self.texts[:columns] + more.texts, self.pens[:columns] + more.pens)

    def put(self, x: int, texts: Sequence[str], pen: Pen) -> None:
        """Write cells; what stood there goes, and half of a wide letter becomes a space."""
        end = x + len(texts)
        if self.texts[x] == "" and x:
            self.texts[x - 1] = " "
        if end < len(self.texts) and self.texts[end] == "":
            self.texts[end] = " "
        self.texts[x:end] = texts
        if pen.blank is pen:
            self.pens[x:end] = repeat(pen, len(texts))
        else:
            self.pens[x:end] = [pen.blank if text == " " else pen for text in texts]

    def hang(self, x: int, marks: str) -> None:
        """Hang marks on the letter before a place; without a letter there, they are dropped."""
        place = x - 1
        if place > 0 and self.texts[place] == "":
            place -= 1
        if place >= 0:
            self.texts[place] += marks


@dataclass(slots=True)
class Grid:
    """A screen of rows with a cursor and a pen.

    Attributes:
        columns: How wide it is.
        rows: From top to bottom.
        x: The cursor's column, from 0.
        y: The cursor's row, from 0; it may stand below the last row, where nothing is shown.
        pen: What is written next is drawn with it.
        touched: The rows that were written to, until somebody clears the set.
    """

    columns: int
    rows: list[Row]
    x: int = 0
    y: int = 0
    pen: Pen = PLAIN
    touched: set[int] = field(default_factory=set)

    @classmethod
    def empty(cls, columns: int, lines: int) -> Grid:
        """A screen of spaces."""
        return cls(columns, [Row.empty(columns) for _ in range(lines)])

    def resize(self, columns: int, lines: int) -> None:
        """Cut the screen off at its right and lower edges, or fill it with spaces."""
        kept = [row.fitted(columns) for row in self.rows[:lines]]
        self.rows = kept + [Row.empty(columns) for _ in range(lines - len(kept))]
        self.columns = columns
        self.touch_all()

    def touch_all(self) -> None:
        """Count all rows as written to."""
        self.touched = set(range(len(self.rows)))

    def write(self, text: str) -> None:
        """Write a text at the cursor; what does not fit in the row is not shown."""
        hanging, found = cells(text)
        if not 0 <= self.y < len(self.rows):
            return
        row = self.rows[self.y]
        if hanging:
            row.hang(min(self.x, self.columns), hanging)
        room = self.columns - self.x
        shown = found[: max(room, 0)]
        if len(found) > room > 0 and found[room] == "":
            shown[-1] = " "  # a wide letter of which only half would fit
        if shown:
            row.put(self.x, shown, self.pen)
        self.touched.add(self.y)
        self.x += len(found)
