"""A text of several lines, or one of some customary words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.containers import Vertical

from ita_tui.i18n import _
from ita_tui.ui.actions import FORM, bindings
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.dialog import hint
from ita_tui.ui.screens.holding import TypingDialog
from ita_tui.ui.widgets.customary import Customary
from ita_tui.ui.widgets.fields import TextField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList


class Keeper(Protocol):
    """Keeps a text that was typed."""

    def __call__(self, text: str, *, held: bool = False) -> None:
        """Keep it until the next start.

        Args:
            text: The text.
            held: Whether it is still being typed.
        """


class WriteTextScreen(TypingDialog[str | None]):
    """Returns what was typed or chosen, or None when the person goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM)]

    def __init__(
        self,
        question: str,
        text: str,
        keep: Keeper,
        choices: Sequence[str] = (),
        typed: str | None = None,
        problem: str = "",
    ) -> None:
        """Ask for a text.

        Args:
            question: What is asked for.
            text: What stands there at first.
            keep: Keeps what was typed when the line drops, and while it is being typed.
            choices: Answers that are taken with one key.
            typed: What was typed before, if the line had dropped, or if it comes back.
            problem: Why it comes back; empty when it does not.
        """
        super().__init__()
        self._question = question
        self._before = text
        self._keep = keep
        self._choices = choices
        self._begin_with = text if typed is None else typed
        self._problem = problem

    def compose(self) -> ComposeResult:
        """The question, the customary answers, and the text."""
        with Vertical(classes="dialog wide"):
            yield Prose(self._question, classes="dialog-title")
            if self._choices:
                yield Customary(*self._choices, stays=False)
            yield TextField(self._begin_with, id="text")
            yield Prose(self._problem, id="problem", classes="dialog-problem")
            yield hint(self, self._keys)

    @property
    def _keys(self) -> str:
        if self._choices:
            return _("Enter chooses, or type another; {save} saves it, {back} goes back.")
        return _("{save} saves, {back} goes back.")

    def on_mount(self) -> None:
        """Begin at the customary answers, while nothing stands there yet; else at the text."""
        field = self.query_one(TextField)
        field.move_cursor(field.document.end)
        choices = self.query(Customary)
        (choices.first() if choices and not self._begin_with else field).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return a customary answer."""
        self.dismiss(self._choices[event.option_index])

    def action_save(self) -> None:
        """Return what was typed."""
        self.dismiss(self._typed)

    def action_back(self) -> None:
        """Go back; what was typed is given up only when the person says so."""
        if self._typed == self._before:
            self.dismiss(None)
        else:
            self.app.push_screen(ConfirmScreen(_("Give up what you typed?")), self._leave_if)

    def keep_draft(self) -> None:
        """Keep what was typed for the next time; the line has dropped."""
        if self._typed != self._before:
            self._keep(self._typed)

    def hold(self) -> None:
        """Keep what was typed aside."""
        if self._typed != self._before:
            self._keep(self._typed, held=True)

    def _leave_if(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    @property
    def _typed(self) -> str:
        return self.query_one(TextField).text
