"""A cursor that moves over rows, whatever they are; only what it leaves and enters is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from textual.geometry import Region
from textual.reactive import reactive

from ita_tui.ui.actions import MOVE, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.signs import UNICODE, Signs
from ita_tui.ui.widgets.toned import Toned

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from textual.binding import BindingType

    from ita_tui.ui.action import Action


class KeyedRow(Protocol):
    """A row that can be told from the others."""

    @property
    def key(self) -> Hashable:
        """What tells this row from the others, whatever changes in it."""


RowT = TypeVar("RowT", bound=KeyedRow)


class MovingCursor(Toned, Generic[RowT], can_focus=True):
    """Rows with a cursor; how they look, and what else a move does, others say."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVE)]
    OWN: ClassVar[tuple[Action, ...]] = MOVE
    """What is done here, without a detour."""

    place: reactive[int] = reactive(0, repaint=False, init=False)
    """The row with the cursor, from 0. Who watches it learns of a movement before it is painted."""

    def __init__(self, *, signs: Signs = UNICODE, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin without rows."""
        super().__init__(id=id)
        self._signs = signs
        self._rows: Sequence[RowT] = ()

    @property
    def rows(self) -> Sequence[RowT]:
        """What is shown."""
        return self._rows

    @property
    def cursor_row(self) -> RowT | None:
        """The row under the cursor, or None without rows."""
        return self._rows[self.place] if self._rows else None

    def move_to(self, key: Hashable) -> None:
        """Put the cursor on the row with this key, if it is shown."""
        for y, row in enumerate(self._rows):
            if row.key == key:
                self._move(y)
                return

    def moves_by(self, key: str) -> bool:
        """Whether a key only moves the cursor, which is done here and at once."""
        return self._asked_by(key, MOVE) is not None

    def _asked_by(self, key: str, actions: tuple[Action, ...]) -> Action | None:
        keyboard = keyboard_of(self)
        return next((one for one in actions if key in keyboard.of(one)), None)

    def act(self, key: str) -> bool:
        """Do at once what is done here; whether this key is one for it.

        The bindings would do the same, when the key has gone up to the App and has been looked up
        in those of every widget on its way.
        """
        action = self._asked_by(key, self.OWN)
        if action is not None:
            getattr(self, f"action_{action.method}")()
        return action is not None

    def _move(self, y: int) -> None:
        y = max(0, min(y, len(self._rows) - 1))
        if y == self.place or not self._rows:
            return
        self._repaint(self.place)
        self.place = y
        self._repaint(y)
        self._reveal()

    def _repaint(self, y: int) -> None:
        """Paint a row again; one out of sight would have everything painted."""
        if 0 <= y - self.scroll_offset.y < self.size.height:
            self.refresh_line(y)

    def _reveal(self) -> None:
        self.scroll_to_region(Region(0, self.place, self.size.width, 1), animate=False, force=True)

    def action_up(self) -> None:
        """Move to the row above."""
        self._move(self.place - 1)

    def action_down(self) -> None:
        """Move to the row below."""
        self._move(self.place + 1)

    def action_page_up(self) -> None:
        """Move up by a page."""
        self._move(self.place - max(1, self.size.height - 1))

    def action_page_down(self) -> None:
        """Move down by a page."""
        self._move(self.place + max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Move to the first row."""
        self._move(0)

    def action_last(self) -> None:
        """Move to the last row."""
        self._move(len(self._rows) - 1)
