"""A question that is answered with a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from ita_tui.i18n import _
from ita_tui.ui.screens.dialog import Dialog, hint
from ita_tui.ui.widgets.fields import LineField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input


class PromptScreen(Dialog[str | None]):
    """Returns what was typed, or None when the person goes back."""

    def __init__(self, question: str, text: str) -> None:
        """Ask for a line.

        Args:
            question: What is asked for.
            text: What stands there at first.
        """
        super().__init__()
        self._question = question
        self._text = text

    def compose(self) -> ComposeResult:
        """The question above the line."""
        with Vertical(classes="dialog"):
            yield Prose(self._question, classes="dialog-title")
            yield LineField(self._text, id="answer")
            yield hint(self, _("Enter goes on, {back} goes back."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        self.dismiss(event.value)
