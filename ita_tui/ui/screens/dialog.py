"""What every dialog has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from ita_tui.i18n import _
from ita_tui.ui.actions import DIALOG, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.dom import DOMNode
    from textual.timer import Timer


PAUSE = 0.6
"""For how many seconds no key comes before an unasked dialog takes one: it has been seen then."""


class Dialog(ModalScreen[ScreenResultType]):
    """A dialog that is answered once, however often the key comes that answers it.

    One that comes up by itself, maybe in the middle of a word, takes no key until there was a
    pause: what is typed on and on is no answer.
    """

    comes_unasked = False
    """Whether it comes up by itself."""

    _pause: Timer | None = None
    _was_seen = False

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DIALOG)]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 (declared by Screen)

    def on_mount(self) -> None:
        """Wait for a pause, if it comes up by itself."""
        if self.comes_unasked:
            self._pause = self.set_timer(PAUSE, self._be_seen)

    @property
    def takes_keys(self) -> bool:
        """Whether a key is meant for it by now."""
        return self._was_seen or not self.comes_unasked

    def overhear(self) -> None:
        """Begin the pause anew: a key came that was meant for something else."""
        if self._pause is not None:
            self._pause.reset()

    def _be_seen(self) -> None:
        self._was_seen = True
        for line in self.query("#answer").results(Prose):
            line.show(_answers(self))

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close the dialog; a second time, there is nothing more to close.

        Args:
            result: The answer.
        """
        if not self.is_active:
            return AwaitComplete()
        return super().dismiss(result)

    def action_back(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)


def answer_hint(dialog: Dialog[ScreenResultType]) -> Prose:
    """What to press below a dialog that comes up by itself, once it takes keys."""
    if dialog.comes_unasked:
        return Prose(_("What is being typed is no answer."), id="answer", classes="dialog-hint")
    return Prose(_answers(dialog), classes="dialog-hint")


def _answers(node: DOMNode) -> str:
    return hint_text(node, _("Enter chooses, {back} goes back."))


def hint(node: DOMNode, text: str) -> Prose:
    """What to press, below a dialog; the text is as in `hint_text`."""
    return Prose(hint_text(node, text), classes="dialog-hint")


def hint_text(node: DOMNode, text: str) -> str:
    """A sentence with the keys in it.

    Args:
        node: The dialog.
        text: A sentence with `{back}` and `{save}` for the keys of these actions.
    """
    keyboard = keyboard_of(node)
    keys = {"back": keyboard.shown_for("dialog.back"), "save": keyboard.shown_for("form.save")}
    return text.format(**keys)
