"""A question that is answered with yes or no."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ita_tui.i18n import _
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ConfirmScreen(Dialog[bool]):
    """Asks before something that cannot be taken back; no is what Enter means at first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(False)", show=False)]

    def __init__(self, question: str) -> None:
        """Ask a question of one sentence."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question above the two answers."""
        with Vertical(classes="dialog"):
            yield Prose(self._question, classes="dialog-title")
            yield OptionList(Option(literal(_("No, go back"))), Option(literal(_("Yes"))))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the answer."""
        self.dismiss(event.option_index == 1)
