"""The line of keys at the foot, made from the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.ui.actions import Action, shown_key
from ita_tui.ui.widgets.painting import Line, line_width

if TYPE_CHECKING:
    from collections.abc import Iterable


ALWAYS = 2
"""How many actions at the end, help and quit, are never left out."""


def key_line(actions: Iterable[Action], cells: int) -> Line:
    """Key and label of each action that is to be shown.

    Where there is no room for all of them, those before the last two are left out.
    """
    pieces: list[Line] = [
        [(action.bar_key or shown_key(action.keys[0]), "accent"), (_label(action), "muted")]
        for action in actions
        if action.in_bar
    ]
    while len(pieces) > ALWAYS and sum(line_width(piece) for piece in pieces) - 2 > cells:
        del pieces[-ALWAYS - 1]
    return [part for piece in pieces for part in piece]


def _label(action: Action) -> str:
    return f" {_(action.label)}  "
