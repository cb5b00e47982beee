"""Every key, from the actions themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from ita_tui.domain.status import CYCLE, DEFAULT_WORDING
from ita_tui.i18n import N_, _
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import pad, width
from ita_tui.thai.keyboard import thai_twin
from ita_tui.thai.wrapping import wrap
from ita_tui.ui.actions import HISTORY, MAIN, REVIEW, TREE, Action, character, shown_key
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.painting import Line, state_role

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.ui.signs import Signs

_KEYS_CELLS = 22
_GROUPS = (
    (N_("In the list"), TREE),
    (N_("On the screen"), MAIN),
    (N_("In the history"), HISTORY),
    (N_("In the review"), REVIEW),
)


class HelpScreen(Dialog[None]):
    """Shows the keys of both keyboard layouts, and what the signs mean."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ๆ,question_mark,ฦ,f1,enter", "dismiss(None)", show=False)
    ]

    def __init__(self, signs: Signs) -> None:
        """Explain these signs."""
        super().__init__()
        self._signs = signs

    def compose(self) -> ComposeResult:
        """One pane that scrolls."""
        with Vertical(classes="dialog wide tall"):
            pane = LinesPane(id="help")
            pane.can_focus = True
            yield pane

    def on_lines_pane_resized(self) -> None:
        """Compose the lines for the width."""
        pane = self.query_one("#help", LinesPane)
        pane.show(help_lines(pane.cells, self._signs))


def help_lines(cells: int, signs: Signs) -> list[Line]:
    """The help as lines.

    Args:
        cells: How wide a line may be.
        signs: The signs to explain.
    """
    lines: list[Line] = [[(_("Keys (English / Thai layout)"), "accent")]]
    for title, actions in _GROUPS:
        lines += [[], [(_(title), "title")]]
        for action in actions:
            lines += _action_lines(action, cells)
    lines += [[], [(_("States"), "title")]]
    for state in CYCLE:
        glyph = f"{signs.states[state]} {state_label(state)}"
        line: Line = [(pad(glyph, _KEYS_CELLS), state_role(state))]
        lines.append([*line, (DEFAULT_WORDING[state], "value")])
    lines += [[], [(_("Esc closes this help."), "muted")]]
    return lines


def _action_lines(action: Action, cells: int) -> list[Line]:
    keys = " ".join(_both(key) for key in action.keys)
    room = max(cells - _KEYS_CELLS, 20)
    parts = wrap(_(action.help), room) if width(_(action.help)) > room else [_(action.help)]
    first: Line = [(pad(keys, _KEYS_CELLS), "accent"), (parts[0], "value")]
    return [first, *([(" " * _KEYS_CELLS, ""), (part, "value")] for part in parts[1:])]


def _both(key: str) -> str:
    """A key in both layouts, such as `s/ห`; a dotted circle carries a mark."""
    twin = thai_twin(character(key))
    if twin is None:
        return shown_key(key)
    base = "" if width(twin) else "◌"
    return f"{shown_key(key)}/{base}{twin}"
