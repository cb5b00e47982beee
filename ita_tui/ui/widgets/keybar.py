"""The line of keys at the foot, made from the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ita_tui.i18n import _
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.painting import Line, line_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.events import Resize
    from textual.screen import Screen

    from ita_tui.ui.action import Action
    from ita_tui.ui.keyboard import Keyboard


ALWAYS = 2
"""How many actions at the end, help and quit, are never left out."""

_SPARED = 2
"""An action that can be spared as well as this leaves before the others move together."""


class KeyBar(LinesPane):
    """Shows the keys of some actions, as the person's keyboard has them."""

    def __init__(self, actions: Sequence[Action], *, id: str, margin: int = 1) -> None:  # noqa: A002 (Textual's own name)
        """Show these actions, as far as they are to be shown and there is room.

        Args:
            actions: The actions.
            id: The widget's id.
            margin: How many cells are left free at both ends.
        """
        super().__init__(id=id, margin=margin)
        self._actions = actions

    def on_resize(self, event: Resize) -> None:
        """Fit the new width."""
        super().on_resize(event)
        self.renew()

    def renew(self) -> None:
        """Show the keys again: the layout, the language or the width is another."""
        self.show([key_line(self._actions, keyboard_of(self), self.cells)])


def renew_bars(screens: Iterable[Screen[Any]]) -> None:
    """Show the keys on every one of these screens again."""
    for screen in screens:
        for bar in screen.query(KeyBar):
            bar.renew()


def key_line(actions: Iterable[Action], keyboard: Keyboard, cells: int) -> Line:
    """Key and label of each action that is to be shown.

    Where there is no room for all of them, those that can best be spared are left out, but never
    the last two; and before one leaves that is hard to spare, all move together.

    Args:
        actions: The actions.
        keyboard: What they are done with.
        cells: How wide the line may be.
    """
    shown = [action for action in actions if action.in_bar]
    while True:
        pieces: list[Line] = [
            [(_keys(action, keyboard), "accent"), (f" {_(action.label)}", "muted")]
            for action in shown
        ]
        line = _joined(pieces, "  ")
        if line_width(line) <= cells or len(shown) <= ALWAYS:
            return line
        next_to_leave = max(reversed(shown[:-ALWAYS]), key=lambda action: action.spare)
        close = _joined(pieces, " ")
        if next_to_leave.spare < _SPARED and line_width(close) <= cells:
            return close
        shown.remove(next_to_leave)


def _keys(action: Action, keyboard: Keyboard) -> str:
    beside = [keyboard.shown_for(action.beside)] if action.beside else []
    return "/".join([*beside, keyboard.shown(action)])


def _joined(pieces: list[Line], gap: str) -> Line:
    line: Line = []
    for piece in pieces:
        line += [(gap, ""), *piece] if line else piece
    return line
