"""The line of keys at the foot, made from the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.ui.actions import Action, shown_key
from ita_tui.ui.widgets.painting import Line, line_width

if TYPE_CHECKING:
    from collections.abc import Iterable


def key_line(actions: Iterable[Action], cells: int) -> Line:
    """Key and label of each action that is to be shown, as many as there is room for."""
    line: Line = []
    for action in actions:
        if not action.in_bar:
            continue
        piece: Line = [(shown_key(action.keys[0]), "accent"), (f" {_(action.label)}  ", "muted")]
        if line_width(line) + line_width(piece) - 2 > cells:
            break
        line += piece
    return line
