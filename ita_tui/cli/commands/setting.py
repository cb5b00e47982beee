"""`set`: change the status or other fields of an item."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.cli.output import say
from ita_tui.domain.status import Status
from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.typed import find_item, parse_status
from ita_tui.services.wording import state_label

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from ita_tui.domain.checklist import Item
    from ita_tui.services.settings import Settings


def run(arguments: Namespace, settings: Settings) -> int:
    """Change an item, and say what was there before.

    Raises:
        UsageError: Nothing is to change, or a value cannot be meant.
        ConflictError: Somebody changed one of the fields after the revision that was seen.
    """
    store = session.store(settings)
    item = find_item(store.read().checklist, arguments.code)
    edits = _edits(arguments, item)
    if not edits:
        raise UsageError(_("Say what is to change: a state, --wording, --remark, --unit or --due."))
    # Words without a state keep the state that was there: it must still be there.
    keeps_state = arguments.state is None and arguments.wording is not None
    outcome = edit(
        store,
        session.actor(settings),
        item.code,
        edits,
        seen=item if keeps_state and arguments.expect_revision is None else None,
        seen_revision=arguments.expect_revision,
    )
    store.close()
    if outcome.events:
        show_changes(outcome, settings)
    else:
        say(_("{code} is so already; nothing was changed.").format(code=item.code))
    return 0


def _edits(arguments: Namespace, item: Item) -> list[Edit]:
    edits = []
    if arguments.state is not None or arguments.wording is not None:
        edits.append(Edit("status", status_from(arguments.state, arguments.wording, item)))
    if arguments.remark is not None:
        edits.append(Edit("remark", arguments.remark))
    if arguments.unit is not None:
        edits.append(Edit("unit", arguments.unit))
    if arguments.due is not None:
        edits.append(Edit("due", _due(arguments.due)))
    return edits


def status_from(state: str | None, wording: str | None, item: Item) -> Status:
    """The status that a state and a wording make; one of them may be missing, not both."""
    if wording is None:
        return parse_status(state or "")
    words = clean(wording).strip()
    customary = Status.from_wording(words)
    if state is None:
        return customary or Status(item.status.state, words)
    wanted = parse_status(state).state
    if customary is not None and customary.state is not wanted:
        raise UsageError(
            _("“{wording}” is how the minutes say “{theirs}”, not “{yours}”.").format(
                wording=words, theirs=state_label(customary.state), yours=state_label(wanted)
            )
        )
    return Status(wanted, words)


def _due(text: str) -> date | None:
    if not text.strip():
        return None
    from ita_tui.thai.dates import parse_date  # noqa: PLC0415 (only for this option)

    try:
        return parse_date(text, datetime.now().astimezone().date())
    except ValueError as error:
        raise UsageError(
            _("--due {text}: {reason}").format(text=text, reason=str(error))
        ) from error
