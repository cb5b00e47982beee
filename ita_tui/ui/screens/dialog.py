"""What every dialog has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from ita_tui.ui.actions import DIALOG, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.dom import DOMNode


class Dialog(ModalScreen[ScreenResultType]):
    """A dialog that is answered once, however often the key comes that answers it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DIALOG)]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 (declared by Screen)

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


def hint(node: DOMNode, text: str) -> Prose:
    """What to press, below a dialog.

    Args:
        node: The dialog.
        text: A sentence with `{back}` and `{save}` for the keys of these actions.
    """
    keyboard = keyboard_of(node)
    keys = {"back": keyboard.shown_for("dialog.back"), "save": keyboard.shown_for("form.save")}
    return Prose(text.format(**keys), classes="dialog-hint")
