"""Widgets that draw their lines themselves, in the tones that the style sheet gives to roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.color import TRANSPARENT
from textual.filter import ANSIToTruecolor
from textual.scroll_view import ScrollView

from ita_tui.ui.wire_lines import WireLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.filter import LineFilter
    from textual.strip import Strip

_DONE_HERE = (ANSIToTruecolor, WireLines)


class Toned(ScrollView):
    """Knows the tone of each role, and the ground on which everything stands.

    They are worked out once and kept until the styles change. Textual works out the style of a
    widget anew for each line that asks for it, and those of its components for each repaint.

    Likewise a line is made as it is sent when it is drawn. Textual asks for that at each repaint
    of the screen, for every line of every widget, though most are the same as before.
    """

    TONES: ClassVar[str] = "lines"
    """What the names of the component classes begin with, before the role."""

    _kept: dict[str, Style] | None = None
    """By the name of the component class, with a space behind it where the ground is meant."""

    def draw_line(self, y: int) -> Strip:
        """One line of what is in sight, from 0."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight, as it is sent if there is a terminal."""
        line = self.draw_line(y)
        return line if self.app.is_headless else line.apply_filter(WireLines(), TRANSPARENT)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What is left to be done: the tones have no colours of the terminal's own."""
        filters = super().get_line_filters()
        return [one for one in filters if not isinstance(one, _DONE_HERE)]

    @property
    def ground(self) -> Style:
        """The style of what has no role."""
        return self._keep(" ", lambda: self.rich_style)

    def tone(self, role: str) -> Style:
        """The colour of a role, without its ground."""
        if not role:
            return Style.null()
        name = f"{self.TONES}--{role}"
        return self._keep(name, lambda: self.get_component_rich_style(name, partial=True))

    def ground_of(self, name: str) -> Style:
        """The ground that a component class has of its own, such as that of the cursor."""
        return self._keep(f"{name} ", lambda: self.get_component_rich_style(name))

    def paint_soon(self) -> None:
        """Ask the screen now for what is to be painted and laid out, in its next frame.

        Textual asks when this widget has nothing else to do, which is a round later: the frame of
        whatever has changed with it would be gone by then, and another one begin.
        """
        self._check_refresh()
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar._check_refresh()

    def notify_style_update(self) -> None:
        """Work everything out anew."""
        self._kept = None
        super().notify_style_update()

    def _keep(self, name: str, work_out: Callable[[], Style]) -> Style:
        if self._kept is None:
            self._kept = {}
        style = self._kept.get(name)
        if style is None:
            style = self._kept[name] = work_out()
        return style
