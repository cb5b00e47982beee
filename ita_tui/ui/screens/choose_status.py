"""Choosing a state, or one of the wordings in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from ita_tui.domain.status import CYCLE, DEFAULT_WORDING, WORDINGS, State, Status
from ita_tui.i18n import _
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import pad
from ita_tui.ui.screens.dialog import Dialog, hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.ui.signs import Signs

_LABEL_CELLS = 14


class ChooseStatusScreen(Dialog[Status | None]):
    """Asks for a status; None when the person goes back."""

    def __init__(self, item: Item, checklist: Checklist, signs: Signs) -> None:
        """Ask about an item.

        Args:
            item: The item.
            checklist: Its checklist, whose wordings are offered too.
            signs: What to draw with.
        """
        super().__init__()
        self._item = item
        self._signs = signs
        self._choices = choices(checklist)

    def compose(self) -> ComposeResult:
        """The item's name above the choices."""
        with Vertical(classes="dialog"):
            yield Prose(f"{self._item.code} {self._item.name}", classes="dialog-title")
            yield Choices(*map(self._line, self._choices))
            yield hint(self, _("Enter chooses, {back} goes back."))

    def on_mount(self) -> None:
        """Begin at the present status."""
        options = self.query_one(Choices)
        if self._item.status in self._choices:
            options.highlighted = self._choices.index(self._item.status)
        options.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the status that was chosen."""
        self.dismiss(self._choices[event.option_index])

    def _line(self, status: Status) -> str:
        glyph = self._signs.states[status.state]
        return f"{glyph} {pad(state_label(status.state), _LABEL_CELLS)} {status.wording}"


def choices(checklist: Checklist) -> list[Status]:
    """Every status that is offered: by state, the default wording first, then others in use."""
    known = [Status(state, wording) for wording, state in WORDINGS.items()]
    used = [item.status for item in checklist.items]
    found: list[Status] = []
    for state in (*CYCLE, State.UNSET):
        default = Status(state, DEFAULT_WORDING[state])
        others = [status for status in (*known, *used) if status.state is state]
        found += dict.fromkeys([default, *others])
    return found
