"""`history`: who changed what, the newest change first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Cell, Table, say, say_json, signs
from ita_tui.i18n import _, language
from ita_tui.services.events import describe_event
from ita_tui.services.typed import find_item
from ita_tui.services.views import history_view
from ita_tui.thai.dates import short_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from ita_tui.domain.event import Event
    from ita_tui.services.settings import Settings
    from ita_tui.store import Snapshot

SHOWN = 20
"""How many changes are shown where nobody says how many."""

_LEAST = (None, None, 8, None, 20)
"""The fewest cells of number, time, person, item and change."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Show changes of all items, or of one.

    Raises:
        UsageError: There is no such item.
        DamagedDataError: An older part of the history cannot be read.
    """
    snapshot = session.read(settings)
    events = _events(snapshot, arguments.code)
    if arguments.json:
        say_json(history_view(islice(events, arguments.limit)))
        return 0
    table = Table(signs(settings), *_LEAST)
    try:
        for event in islice(events, arguments.limit or SHOWN):
            _add(table, event, settings)
    finally:  # also where an older part cannot be read
        table.show()
    if arguments.limit is None and next(events, None) is not None:
        say(_("There are older changes; --limit N shows more."))
    return 0


def _events(snapshot: Snapshot, code: str | None) -> Iterator[Event]:
    if code is None:
        return snapshot.events()
    item = find_item(snapshot.checklist, code)
    return (event for event in snapshot.events() if event.code == item.code)


def _add(table: Table, event: Event, settings: Settings) -> None:
    change = describe_event(event)
    words = f"{change.before} {signs(settings).arrow} {change.after}"
    if event.field != "status":
        words = f"{change.field}: {words}"
    if event.undoes is not None:
        words = _("takes back {number}: {change}").format(change=words, number=event.undoes)
    table.row(
        Cell(f"{event.seq}", "quiet"),
        short_moment(event.at, language()),
        event.by,
        event.code or event.meeting,
        words,
    )
