"""Every key, from the actions themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from ita_tui.domain.status import CYCLE, DEFAULT_WORDING
from ita_tui.i18n import _
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import pad, width
from ita_tui.thai.wrapping import wrap
from ita_tui.ui.actions import GROUPS, HELP, bindings
from ita_tui.ui.key_names import both_layouts
from ita_tui.ui.keyboard import Keyboard, keyboard_of
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.painting import Line, state_role

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ita_tui.ui.action import Action
    from ita_tui.ui.signs import Signs

_KEYS_CELLS = 22


class HelpScreen(Dialog[None]):
    """Shows the keys of both keyboard layouts, and what the signs mean."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HELP)]

    def __init__(self, signs: Signs, first: tuple[Action, ...] = ()) -> None:
        """Explain these signs.

        Args:
            signs: What the screen draws with.
            first: The actions of the group that stands before the others.
        """
        super().__init__()
        self._signs = signs
        self._first = first

    def compose(self) -> ComposeResult:
        """One pane that scrolls."""
        with Vertical(classes="dialog wide tall"):
            pane = LinesPane(id="help")
            pane.can_focus = True
            yield pane

    def on_lines_pane_resized(self) -> None:
        """Compose the lines for the width."""
        pane = self.query_one("#help", LinesPane)
        pane.show(help_lines(pane.cells, self._signs, keyboard_of(self), self._first))


def help_lines(
    cells: int, signs: Signs, keyboard: Keyboard, first: tuple[Action, ...] = ()
) -> list[Line]:
    """The help as lines.

    Args:
        cells: How wide a line may be.
        signs: The signs to explain.
        keyboard: What the actions are done with.
        first: The actions of the group that stands before the others.
    """
    groups = sorted(GROUPS, key=lambda group: not {*first} & {*group[1]})
    closes = _("{down} reads on, {key} closes this help.").format(
        down=keyboard.shown_for("move.down"), key=keyboard.shown(HELP[0])
    )
    saved = _("Everything is saved as soon as it is changed.")
    lines: list[Line] = [
        [(_("Keys (English / Thai layout)"), "accent")],
        *([(part, "muted")] for part in wrap(f"{closes} {saved}", cells)),
    ]
    for title, actions in groups:
        lines += [[], [(_(title), "title")]]
        for action in actions:
            lines += _action_lines(action, keyboard, cells)
    lines += [[], [(_("States"), "title")]]
    for state in CYCLE:
        glyph = f"{signs.states[state]} {state_label(state)}"
        line: Line = [(pad(glyph, _KEYS_CELLS), state_role(state))]
        lines.append([*line, (DEFAULT_WORDING[state], "value")])
    return lines


def _action_lines(action: Action, keyboard: Keyboard, cells: int) -> list[Line]:
    keys = " ".join(map(both_layouts, keyboard.of(action)))
    room = max(cells - _KEYS_CELLS, 20)
    parts = wrap(_(action.help), room) if width(_(action.help)) > room else [_(action.help)]
    first: Line = [(pad(keys, _KEYS_CELLS), "accent"), (parts[0], "value")]
    return [first, *([(" " * _KEYS_CELLS, ""), (part, "value")] for part in parts[1:])]
