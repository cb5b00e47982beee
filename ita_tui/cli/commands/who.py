"""`who`: the people who have the checklist open on a screen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Table, say, say_json, signs
from ita_tui.i18n import _
from ita_tui.store import Presence

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """List who has the checklist of the year open: name, user, and where from.

    Raises:
        NoChecklistError, UsageError, DataError: There is none, or it cannot be read.
    """
    with closing(session.store(settings)) as store:
        store.read()  # complains where nothing can be read
        people = Presence(store.path, session.actor(settings)).others()
    if arguments.json:
        say_json({"people": [asdict(one) for one in people]})
        return 0
    if not people:
        say(_("Nobody has the checklist open on a screen."))
        return 0
    table = Table(signs(settings), None, None, None)
    for one in people:
        table.row(one.name, one.unix_user, one.origin)
    table.show()
    return 0
