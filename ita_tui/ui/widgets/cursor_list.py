"""A list of lines with a cursor. Only the lines on the screen are ever drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ita_tui.ui.actions import MOVE, bindings
from ita_tui.ui.signs import UNICODE, Signs
from ita_tui.ui.widgets.painting import Line, strip

if TYPE_CHECKING:
    from collections.abc import Hashable

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click, Resize

_ROLES = ("value", "muted", "title", "accent", "bad")


class ListRow(Protocol):
    """A row: what tells it from the others, and how it looks; two alike are equal."""

    @property
    def key(self) -> Hashable:
        """What tells this row from the others, whatever changes in it."""

    def line(self, cells: int) -> Line:
        """The row as a line of at most so many cells."""


RowT = TypeVar("RowT", bound=ListRow)


class CursorList(ScrollView, Generic[RowT], can_focus=True):
    """Shows rows with a cursor; it is given rows, and whoever gave them does the rest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"lines--{role}" for role in _ROLES),
        "list--cursor",
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVE)]

    class Moved(Message):
        """The cursor stands on another row, or its row has changed."""

    class Clicked(Message):
        """Somebody clicked the row on which the cursor stands."""

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin without rows."""
        super().__init__(id=id)
        self._signs = signs
        self._rows: tuple[RowT, ...] = ()
        self._cursor = 0

    @property
    def rows(self) -> tuple[RowT, ...]:
        """What is shown."""
        return self._rows

    @property
    def cursor_row(self) -> RowT | None:
        """The row under the cursor, or None without rows."""
        return self._rows[self._cursor] if self._rows else None

    def show(self, rows: tuple[RowT, ...], cursor: Hashable = None) -> None:
        """Show rows; only those that changed are painted again.

        Args:
            rows: All rows, also those out of sight.
            cursor: The key of the row on which the cursor is to stand; when None, or when there
                is no such row, it stays in its place.
        """
        old, self._rows = self._rows, rows
        before = self._cursor
        places = {row.key: y for y, row in enumerate(rows)}
        self._cursor = max(0, min(places.get(cursor, before), len(rows) - 1))
        if len(old) != len(rows):
            self.virtual_size = Size(self.size.width, len(rows))
            self.refresh()
        else:
            changed = (y for y, row in enumerate(rows) if row != old[y])
            for y in {*changed, before, self._cursor}:
                self._repaint(y)
        self.call_after_refresh(self._reveal)
        self.post_message(self.Moved())

    def move_to(self, key: Hashable) -> None:
        """Put the cursor on the row with this key, if it is shown."""
        for y, row in enumerate(self._rows):
            if row.key == key:
                self._move(y)
                return

    def on_resize(self, event: Resize) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(event.size.width, len(self._rows))
        self._reveal()

    def on_click(self, event: Click) -> None:
        """Move to the row that was clicked; a second click on it is for the screen."""
        y = event.y + self.scroll_offset.y
        if y == self._cursor:
            self.post_message(self.Clicked())
        elif y < len(self._rows):
            self._move(y)

    def _move(self, y: int) -> None:
        y = max(0, min(y, len(self._rows) - 1))
        if y == self._cursor or not self._rows:
            return
        self._repaint(self._cursor)
        self._cursor = y
        self._repaint(y)
        self._reveal()
        self.post_message(self.Moved())

    def _repaint(self, y: int) -> None:
        """Paint a row again; one out of sight would have everything painted."""
        if 0 <= y - self.scroll_offset.y < self.size.height:
            self.refresh_line(y)

    def _reveal(self) -> None:
        self.scroll_to_region(
            Region(0, self._cursor, self.size.width, 1), animate=False, force=True
        )

    def action_up(self) -> None:
        """Move to the row above."""
        self._move(self._cursor - 1)

    def action_down(self) -> None:
        """Move to the row below."""
        self._move(self._cursor + 1)

    def action_page_up(self) -> None:
        """Move up by a page."""
        self._move(self._cursor - max(1, self.size.height - 1))

    def action_page_down(self) -> None:
        """Move down by a page."""
        self._move(self._cursor + max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Move to the first row."""
        self._move(0)

    def action_last(self) -> None:
        """Move to the last row."""
        self._move(len(self._rows) - 1)

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        y += self.scroll_offset.y
        cells = self.size.width
        if y >= len(self._rows):
            return Strip.blank(cells, self.rich_style)
        here = y == self._cursor
        ground = self.get_component_rich_style("list--cursor") if here else self.rich_style
        mark = self._signs.cursor if here else " "
        line = [(f"{mark} ", "accent"), *self._rows[y].line(cells - 3)]
        return strip(line, cells, self._style, ground)

    def _style(self, role: str) -> Style:
        if not role:
            return self.rich_style.null()
        return self.get_component_rich_style(f"lines--{role}", partial=True)
