"""Widgets that draw their lines themselves, in the tones that the style sheet gives to roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from collections.abc import Callable


class Toned(ScrollView):
    """Knows the tone of each role, and the ground on which everything stands.

    They are worked out once and kept until the styles change. Textual works out the style of a
    widget anew for each line that asks for it, and those of its components for each repaint.
    """

    TONES: ClassVar[str] = "lines"
    """What the names of the component classes begin with, before the role."""

    _kept: dict[str, Style] | None = None
    """By the name of the component class, with a space behind it where the ground is meant."""

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
