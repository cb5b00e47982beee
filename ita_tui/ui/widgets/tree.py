"""The tree of categories and items. Only the rows on the screen are ever drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip

from ita_tui.ui.actions import MOVE, TREE, bindings
from ita_tui.ui.listing import Listing
from ita_tui.ui.rows import CategoryRow, ItemRow, Row
from ita_tui.ui.signs import UNICODE, Signs
from ita_tui.ui.widgets.columns import Columns
from ita_tui.ui.widgets.moving import MovingCursor
from ita_tui.ui.widgets.painting import strip

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from textual.binding import BindingType
    from textual.events import Click

    from ita_tui.services.found import Match


_STATES = ("unset", "not-started", "waiting", "in-progress", "done", "current")
_ROLES = ("name", "muted", "category", "bar", "bar-empty", "match", "cursor")


class ChecklistTree(MovingCursor[Row]):
    """Categories and items in aligned columns, with a cursor.

    It is given rows and shows them; what a key asks for, it says by a message.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"tree--state-{state}" for state in _STATES),
        *(f"tree--{role}" for role in _ROLES),
    }
    TONES = "tree"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TREE)]
    OWN = (*MOVE, *TREE)

    virtual_size = Reactive(Size(0, 0), layout=False)
    """How far it can be scrolled. More or fewer rows take no other room on the screen: only where
    the scroll bar comes or goes is there anything to be laid out."""

    @dataclass
    class Pressed(Message):
        """Somebody pressed the key for the next state on an item."""

        tree: ChecklistTree
        row: ItemRow

        @property
        def control(self) -> ChecklistTree:
            """The tree."""
            return self.tree

    @dataclass
    class Folded(Message):
        """Somebody asked to open or close a category."""

        tree: ChecklistTree
        code: str
        opened: bool

        @property
        def control(self) -> ChecklistTree:
            """The tree."""
            return self.tree

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin without rows."""
        super().__init__(signs=signs, id=id)
        self._rows: Listing = Listing()
        self._matches: Mapping[str, Match] = {}
        self._code_cells = 0
        self._columns: Columns | None = None
        self._planned_for = 0

    def show(self, listing: Listing, matches: Mapping[str, Match] | None = None) -> None:
        """Show rows; the cursor stays on its row, and only rows that changed are repainted.

        Args:
            listing: The rows.
            matches: Which part of each item a filter has found, by code.
        """
        old, self._rows = self._rows, listing
        old_matches, self._matches = self._matches, matches or {}
        if listing.code_cells != self._code_cells:
            self._code_cells, self._columns = listing.code_cells, None
            self.refresh()
        if not listing.stands_as(old):
            self._extend(len(listing))
            self._keep_cursor(old)
            self.refresh()
        else:
            top = self.scroll_offset.y
            for y in range(top, min(top + self.size.height, len(listing))):
                key = listing[y].key
                if old[y] != listing[y] or old_matches.get(key) != self._matches.get(key):
                    self._repaint(y)

    def _extend(self, lines: int) -> None:
        """Let so many lines be reached by scrolling."""
        self.virtual_size = Size(0, lines)
        self._scroll_update(self.virtual_size)

    def _keep_cursor(self, old: Listing) -> None:
        """Put the cursor on the row that had it, or the nearest above that is still shown."""
        place = self._rows.nearest(old, self.place) if old else 0
        if place is None:
            place = self._first_item()
        if self._matches and not isinstance(self._rows[place], ItemRow):
            place += 1  # a filter looks for items: below each heading stands one that it has found
        self.place = place
        self._reveal()

    def move_to(self, key: Hashable) -> None:
        """Put the cursor on the row with this key, if it is shown."""
        place = self._rows.place_of(str(key))
        if place is not None:
            self._move(place)

    def _first_item(self) -> int:
        """Where the first item stands: what a filter has found, below its category."""
        return next((y for y, row in enumerate(self._rows) if isinstance(row, ItemRow)), 0)

    def _plan(self) -> Columns:
        """The columns for the codes and the width that there are now."""
        cells = self.size.width
        if self._columns is None or self._planned_for != cells:
            self._columns = Columns.plan(cells, self._code_cells, self._signs)
            self._planned_for = cells
        return self._columns

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._reveal()

    def on_click(self, event: Click) -> None:
        """Move to the row that was clicked; a category opens or closes."""
        y = event.y + self.scroll_offset.y
        if y < len(self._rows):
            self._move(y)
            if isinstance(self._rows[y], CategoryRow):
                self._fold_here()

    # Asking

    def action_open(self) -> None:
        """Ask to open the category under the cursor."""
        row = self.cursor_row
        if isinstance(row, CategoryRow) and not row.opened:
            self._fold_here()

    def action_close(self) -> None:
        """Ask to close the category, or move from an item to its heading."""
        row = self.cursor_row
        if isinstance(row, CategoryRow):
            if row.opened:
                self._fold_here()
        elif isinstance(row, ItemRow):
            above = reversed(range(self.place))
            self._move(next(y for y in above if not isinstance(self._rows[y], ItemRow)))

    def action_press(self) -> None:
        """Ask for the next state of an item, or fold a category, which changes no data."""
        row = self.cursor_row
        if isinstance(row, ItemRow):
            self._ask(self.Pressed(self, row))
        else:
            self._fold_here()

    def _fold_here(self) -> None:
        row = self.cursor_row
        if isinstance(row, CategoryRow):
            self._ask(self.Folded(self, row.category.code, not row.opened))

    def _ask(self, message: Message) -> None:
        """Ask the screen: it decides, and what lies between has no say in it."""
        self.screen.post_message(message)

    # Drawing

    def draw_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        y += self.scroll_offset.y
        cells = self.size.width
        if y >= len(self._rows):
            return Strip.blank(cells, self.ground)
        row = self._rows[y]
        here = y == self.place
        ground = self.ground_of("tree--cursor") if here else self.ground
        mark = self._signs.cursor if here else " "
        if isinstance(row, ItemRow):
            indent = f" {self._signs.mark}" if row.marked else "  "
        else:
            indent = " "
        line = [(mark + indent, "bar"), *self._plan().line(row, self._matches.get(row.key))]
        return strip(line, cells, self.tone, ground)
