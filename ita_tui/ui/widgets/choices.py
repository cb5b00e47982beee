"""Choices below each other, moved through with the keys of every list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.ui.actions import MOVE, bindings
from ita_tui.ui.literal import literal

if TYPE_CHECKING:
    from textual.binding import BindingType


class Choices(OptionList):
    """Texts of which one is chosen with Enter; they are shown as they are, never as markup."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVE)]

    def __init__(self, *texts: str) -> None:
        """Offer these texts."""
        super().__init__(*(Option(literal(text)) for text in texts))

    def action_up(self) -> None:
        """Move to the choice above."""
        self.action_cursor_up()

    def action_down(self) -> None:
        """Move to the choice below."""
        self.action_cursor_down()
