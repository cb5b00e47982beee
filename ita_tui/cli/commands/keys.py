"""`keys`: what the keys of the screens do, as the help on the screen has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli.output import Table, say_json, signs
from ita_tui.i18n import _
from ita_tui.services.configuration import configuration_file
from ita_tui.ui.actions import GROUPS
from ita_tui.ui.key_names import both_layouts
from ita_tui.ui.keymap import keyboard

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings
    from ita_tui.ui.action import Action
    from ita_tui.ui.keyboard import Keyboard


def run(arguments: Namespace, settings: Settings) -> int:
    """List every action with its keys in both layouts, as the configuration has them.

    Raises:
        UsageError: The configuration gives a key that cannot be given.
    """
    known = keyboard(settings.keys, configuration_file())
    if arguments.json:
        groups = [
            {"title": _(title), "actions": [_view(one, known) for one in group]}
            for title, group in GROUPS
        ]
        say_json({"groups": groups})
        return 0
    table = Table(signs(settings), None, None, indent=2)
    for place, (title, group) in enumerate(GROUPS):
        if place:
            table.line()
        table.line(_(title), "strong")
        for action in group:
            table.row(", ".join(_shown(action, known)), _(action.help))
    table.show()
    return 0


def _view(action: Action, known: Keyboard) -> dict[str, object]:
    return {"id": action.id, "keys": _shown(action, known), "help": _(action.help)}


def _shown(action: Action, known: Keyboard) -> list[str]:
    """The keys of an action, each as it is in both layouts."""
    return [both_layouts(key) for key in known.of(action)]
