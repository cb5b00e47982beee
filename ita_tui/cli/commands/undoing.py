"""`undo` and `redo`: take back one's own change, and bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.services.undo import redo, undo

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """Take back the last change or the one named, or bring back the last one taken back.

    Raises:
        UsageError: There is nothing of one's own to take back or to bring back.
        ConflictError: A colleague changed the same field since.
    """
    store, actor = session.store(settings), session.actor(settings)
    if arguments.command == "undo":
        outcome = undo(store, actor, arguments.event)
    else:
        outcome = redo(store, actor)
    show_changes(outcome, settings)
    return 0
