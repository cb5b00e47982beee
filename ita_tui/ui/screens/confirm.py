"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from ita_tui.i18n import _
from ita_tui.ui.actions import CONFIRM, NO, YES, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.screens.dialog import Dialog, answer_hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList


class ConfirmScreen(Dialog[bool]):
    """Asks before something that cannot be taken back; no is what Enter means at first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CONFIRM)]

    def __init__(self, question: str, *, comes_unasked: bool = False) -> None:
        """Ask a question of one sentence.

        Args:
            question: The sentence.
            comes_unasked: Whether it comes up by itself.
        """
        super().__init__()
        self._question = question
        self.comes_unasked = comes_unasked

    def compose(self) -> ComposeResult:
        """The question above the two answers."""
        with Vertical(classes="dialog"):
            yield Prose(self._question, classes="dialog-title")
            keys = (keyboard_of(self).shown(action) for action in (NO, YES))
            answers = (_("No, go back"), _("Yes"))
            yield Choices(*map("{}  {}".format, keys, answers))
            if self.comes_unasked:
                yield answer_hint(self)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the answer."""
        self.dismiss(event.option_index == 1)

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)

    def action_back(self) -> None:
        """Going back means no."""
        self.dismiss(False)
