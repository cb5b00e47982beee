"""A pane of lines that somebody else composed: painted line by line, scrolled when too long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from ita_tui.ui.actions import MOVE, bindings
from ita_tui.ui.widgets.painting import Line, strip
from ita_tui.ui.widgets.toned import Toned

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Resize

_STATES = ("unset", "not-started", "waiting", "in-progress", "done", "current")
_ROLES = ("title", "value", "muted", "accent", "bar", "bar-empty", "good", "bad", "match")


class LinesPane(Toned, can_focus=False):
    """Shows lines; only those that changed are painted again.

    It takes the keyboard while it has more lines than it shows; whoever wants that always sets
    `can_focus`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"lines--state-{state}" for state in _STATES),
        *(f"lines--{role}" for role in _ROLES),
    }

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVE)]

    class Resized(Message):
        """The pane has another width: its lines are to be composed again."""

    class NearEnd(Message):
        """The last line has come in sight; there may be more to show."""

    def __init__(self, *, id: str | None = None, margin: int = 1) -> None:  # noqa: A002 (Textual's own name)
        """Begin without lines.

        Args:
            id: The widget's id.
            margin: How many cells are left free before each line.
        """
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._margin = margin

    @property
    def cells(self) -> int:
        """How wide a line may be."""
        return max(self.size.width - 2 * self._margin, 1)

    @property
    def lines(self) -> list[Line]:
        """What is shown."""
        return self._lines

    def allow_focus(self) -> bool:
        """Whether the keyboard is of use here."""
        return super().allow_focus() or self.max_scroll_y > 0

    def show(self, lines: list[Line], *, keep_place: bool = False) -> None:
        """Show lines instead of those that are shown.

        Args:
            lines: All of them, also those out of sight.
            keep_place: Whether the pane stays scrolled where it is, instead of at the top.
        """
        old, self._lines = self._lines, lines
        self._extend(self.size)
        if self.scroll_offset.y and not keep_place:
            self.scroll_to(y=0, animate=False, force=True)
        for y in range(max(len(old), len(lines))):
            before = old[y] if y < len(old) else None
            after = lines[y] if y < len(lines) else None
            if before != after:
                self.refresh_line(y)

    def _extend(self, size: Size) -> None:
        """Let all lines be reached by scrolling.

        While they fit in, nothing can be scrolled however few they are: a change of their number
        alone would have the whole screen laid out again.
        """
        least = 0 if self.styles.is_auto_height else size.height
        self.virtual_size = Size(size.width, max(len(self._lines), least))

    def action_up(self) -> None:
        """Scroll up by a line."""
        self.action_scroll_up()

    def action_down(self) -> None:
        """Scroll down by a line."""
        self.action_scroll_down()

    def action_first(self) -> None:
        """Scroll to the first line."""
        self.action_scroll_home()

    def action_last(self) -> None:
        """Scroll to the last line."""
        self.action_scroll_end()

    def on_resize(self, event: Resize) -> None:
        """Ask for lines of the new width."""
        self._extend(event.size)
        self.post_message(self.Resized())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the last line comes in sight."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value >= self.max_scroll_y:
            self.post_message(self.NearEnd())

    def draw_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        y += self.scroll_offset.y
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self.ground)
        line = [(" " * self._margin, ""), *self._lines[y]]
        return strip(line, self.size.width, self.tone, self.ground)
