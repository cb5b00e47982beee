"""What a change came to, line by line: from which value to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli.output import Table, note_unconfirmed, signs
from ita_tui.services.events import describe_event

if TYPE_CHECKING:
    from ita_tui.services.settings import Settings
    from ita_tui.services.statuses import Outcome


def show_changes(outcome: Outcome, settings: Settings) -> None:
    """Write the item, the field, the old value and the new one of each change.

    An item that changed alone has its name above.
    """
    drawn = signs(settings)
    table = Table(drawn, None, None, None)
    alone = outcome.after[0] if len(outcome.after) == 1 else None
    if alone is not None:
        table.line(f"{alone.code}  {alone.name}", "strong")
    for event in outcome.events:
        change = describe_event(event)
        code = "" if alone is not None else event.code
        table.row(code, change.field, f"{change.before} {drawn.arrow} {change.after}")
    table.show()
    note_unconfirmed(confirmed=outcome.confirmed)
