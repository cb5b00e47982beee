"""A list of lines with a cursor. Only the lines on the screen are ever drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from ita_tui.ui.widgets.moving import KeyedRow, MovingCursor
from ita_tui.ui.widgets.painting import Line, strip

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual.events import Click, Resize

_ROLES = ("value", "muted", "title", "accent", "bad")


class ListRow(KeyedRow, Protocol):
    """A row that knows how it looks; two alike are equal."""

    def line(self, cells: int) -> Line:
        """The row as a line of at most so many cells."""


RowT = TypeVar("RowT", bound=ListRow)


class CursorList(MovingCursor[RowT]):
    """Shows rows with a cursor; it is given rows, and whoever gave them does the rest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"lines--{role}" for role in _ROLES),
        "list--cursor",
    }

    class Moved(Message):
        """The cursor stands on another row, or its row has changed."""

    class Clicked(Message):
        """Somebody clicked the row on which the cursor stands."""

    def show(self, rows: tuple[RowT, ...], cursor: Hashable = None) -> None:
        """Show rows; only those that changed are painted again.

        Args:
            rows: All rows, also those out of sight.
            cursor: The key of the row on which the cursor is to stand; when None, or when there
                is no such row, it stays in its place.
        """
        old, self._rows = self._rows, rows
        before = self.place
        places = {row.key: y for y, row in enumerate(rows)}
        self.place = max(0, min(places.get(cursor, before), len(rows) - 1))
        if len(old) != len(rows):
            self.virtual_size = Size(self.size.width, len(rows))
            self.refresh()
        else:
            changed = (y for y, row in enumerate(rows) if row != old[y])
            for y in {*changed, before, self.place}:
                self._repaint(y)
        self.call_after_refresh(self._reveal)
        self.post_message(self.Moved())

    def on_resize(self, event: Resize) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(event.size.width, len(self._rows))
        self._reveal()

    def on_click(self, event: Click) -> None:
        """Move to the row that was clicked; a second click on it is for the screen."""
        y = event.y + self.scroll_offset.y
        if y == self.place:
            self.post_message(self.Clicked())
        elif y < len(self._rows):
            self._move(y)

    def _move(self, y: int) -> None:
        before = self.place
        super()._move(y)
        if self.place != before:
            self.post_message(self.Moved())

    def draw_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        y += self.scroll_offset.y
        cells = self.size.width
        if y >= len(self._rows):
            return Strip.blank(cells, self.ground)
        here = y == self.place
        ground = self.ground_of("list--cursor") if here else self.ground
        mark = self._signs.cursor if here else " "
        line = [(f"{mark} ", "accent"), *self._rows[y].line(cells - 3)]
        return strip(line, cells, self.tone, ground)
