"""Choices below each other, moved through with the keys of every list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.thai.cells import width
from ita_tui.ui.actions import MOVE, bindings
from ita_tui.ui.literal import literal
from ita_tui.ui.signs import UNICODE

if TYPE_CHECKING:
    from textual.binding import BindingType

_SIGN = f"{UNICODE.cursor} "
"""What stands before the option that Enter takes; where only ASCII is drawn, its stand-in does."""


class SignedOptions(OptionList):
    """Options with a sign before the one that Enter takes; the styles leave room for it."""

    @property
    def shows_choice(self) -> bool:
        """Whether one of them counts as chosen now."""
        return True

    def render_line(self, y: int) -> Strip:
        """A line; the first one of what is chosen begins with the sign.

        Args:
            y: Which line of what is in sight.
        """
        strip = super().render_line(y)
        here = self.highlighted
        is_first = self._option_at(y) == here != self._option_at(y - 1)
        if here is None or not is_first or not self.shows_choice:
            return strip
        cells = width(_SIGN)
        (ground, *_rest) = strip
        return Strip.join([Strip([Segment(_SIGN, ground.style)], cells), strip.crop(cells)])

    def _option_at(self, y: int) -> int | None:
        """Which option a line belongs to; there is none above the first."""
        if y + self.scroll_offset.y < 0:
            return None
        styles = (segment.style for segment in super().render_line(y))
        return next((style.meta.get("option") for style in styles if style), None)


class Choices(SignedOptions):
    """Texts of which one is chosen with Enter; they are shown as they are, never as markup."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVE)]

    def __init__(self, *texts: str, stays: bool = True) -> None:
        """Offer these texts.

        Args:
            *texts: The texts.
            stays: Whether a choice counts also while something else has the keyboard.
        """
        classes = None if stays else "passing"
        super().__init__(*(Option(literal(text)) for text in texts), classes=classes)

    @property
    def shows_choice(self) -> bool:
        """Whether one of them counts as chosen now."""
        return self.has_focus or not self.has_class("passing")

    @property
    def cells(self) -> int:
        """How many cells a text has beside the sign, before there is a scroll bar."""
        room = self.get_component_styles("option-list--option").padding.width
        return self.scrollable_content_region.width - room

    def action_up(self) -> None:
        """Move to the choice above."""
        self.action_cursor_up()

    def action_down(self) -> None:
        """Move to the choice below."""
        self.action_cursor_down()
