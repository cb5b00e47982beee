"""Going back to an earlier version of a checklist.

Going back is a change like any other: what differs is written as one batch with its events, so
that it can be taken back, and the history goes on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import EDITABLE_FIELDS, Checklist, Item, Progress
from ita_tui.domain.event import Cause, Event
from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.services.statuses import Outcome
from ita_tui.store import RECOVERED, REMADE, RecoveringStore, kept_numbers, read_kept
from ita_tui.thai.dates import to_iso_utc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_tui.domain.event import Actor
    from ita_tui.services.views import View
    from ita_tui.store import Snapshot, Store
    from ita_tui.store.transaction import Transaction

WENT_BACK = "version"
"""The field of the event that says which version a batch went back to."""


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a checklist that is kept.

    Attributes:
        number: The version's number: the generation of the data file.
        progress: How far the checklist had come; None when the version cannot be read any more.
        newest: The newest change in it, which tells when it was written; None when it cannot be
            read.
    """

    number: int
    progress: Progress | None = None
    newest: Event | None = None


@dataclass(frozen=True, slots=True)
class Restored(Outcome):
    """What going back came to.

    Attributes:
        meetings: How many meetings changed.
        aside: The name of the file that was damaged, which is kept beside the data file; empty
            when it was not damaged.
        was_gone: Whether there was no data file any more.
        frame_stays: Whether names, categories or earlier scores were others then: they stay as
            they are.
    """

    meetings: int = 0
    aside: str = ""
    was_gone: bool = False
    frame_stays: bool = False


def versions(store: Store) -> tuple[Version, ...]:
    """The earlier versions that are kept, the newest first.

    Raises:
        DataError: The folder of the backups cannot be read.
    """
    found = (_version(store, number) for number in kept_numbers(store.path))
    return tuple(version for version in found if version is not None)


def versions_are_kept(store: Store) -> bool:
    """Whether there is anything to go back to, as far as can be seen."""
    try:
        return bool(kept_numbers(store.path))
    except DataError:
        return False


def _version(store: Store, number: int) -> Version | None:
    """A version; None when it was dropped meanwhile."""
    try:
        kept = read_kept(store.path, number)
    except FileNotFoundError:
        return None
    except DataError:
        return Version(number)
    return Version(number, kept.checklist.progress(), next(kept.events(), None))


def versions_view(found: Iterable[Version]) -> View:
    """The versions as scripts see them, in the order given; what cannot be read is empty."""
    return {"versions": [_view(version) for version in found]}


def _view(version: Version) -> View:
    newest, progress = version.newest, version.progress
    return {
        "number": version.number,
        "readable": newest is not None,
        "at": "" if newest is None else to_iso_utc(newest.at),
        "by": "" if newest is None else newest.by,
        "code": "" if newest is None else newest.code,
        "field": "" if newest is None else newest.field,
        "finished": 0 if progress is None else progress.finished,
        "total": 0 if progress is None else progress.total,
    }


def restore_version(store: Store, actor: Actor, number: int) -> Restored:
    """Go back to an earlier version: items and meetings become as they were then.

    A damaged data file is no hindrance: it is kept beside, the newest good version takes its
    place, and that goes back to the one asked for. So does it take the place of one that is gone.

    Raises:
        UsageError: That version is not kept.
        DataError: It cannot be read, or it follows another list of items; nothing was written.
        ConflictError, BusyError: As the store says.
    """
    try:
        earlier = read_kept(store.path, number)
    except FileNotFoundError as error:
        raise UsageError(
            _("Version {number} is not kept; `ita-tui backup --list` shows those that are.").format(
                number=number
            )
        ) from error
    return go_back(store, actor, earlier, str(number))


def go_back(store: Store, actor: Actor, earlier: Snapshot, name: str) -> Restored:
    """Give a checklist the values of an earlier version, in one transaction.

    Args:
        store: Where.
        actor: Who.
        earlier: The version.
        name: What the history calls it.

    Raises:
        DataError, ConflictError, BusyError: As `restore_version`.
    """
    with RecoveringStore.of(store).transaction(actor) as tx:
        before: Snapshot = tx.before  # type: ignore[assignment]  # (nothing is being made here)
        if return_to(tx, earlier):
            tx.record(WENT_BACK, before.generation, name)
    first: int = before.tables["header"]["1"]["next_event"]
    events = tuple(takewhile(lambda event: event.seq >= first, tx.events()))[::-1]
    codes = list(dict.fromkeys(event.code for event in events if event.code))
    return Restored(
        tx.committed,
        events,
        tuple(item for code in codes if (item := before.checklist.item(code))),
        tuple(item for code in codes if (item := tx.item(code))),
        tx.confirmed,
        meetings=len({event.meeting for event in events if not event.code} - {""}),
        aside=next((str(event.after) for event in events if event.field == RECOVERED), ""),
        was_gone=any(event.field == REMADE for event in events),
        frame_stays=_frame(before.checklist) != _frame(earlier.checklist),
    )


def return_to(tx: Transaction, earlier: Snapshot) -> tuple[Event, ...]:
    """Give every item and meeting the values of an earlier version, as one batch.

    Raises:
        DataError: The version follows another list of items.
    """
    refuse_other_list(tx.before, earlier)
    cause = Cause(batch=tx.next_event)
    # The meetings come first: an undo takes the meeting of the last change for that of them all.
    there = {meeting.id for meeting in earlier.meetings}
    gone = [meeting.id for meeting in tx.meetings if meeting.id not in there]
    events = [tx.remove_meeting(one, cause) for one in gone]
    for meeting in earlier.meetings:
        events += tx.put_meeting(meeting, cause)
    tx.meetings = earlier.meetings  # the same ones by now; this is their order
    events += [
        tx.set_field(item.code, field, getattr(item, field), cause)
        for item in earlier.checklist.items
        for field in EDITABLE_FIELDS
    ]
    return tuple(event for event in events if event is not None)


def refuse_other_list(now: Snapshot | None, earlier: Snapshot) -> None:
    """Refuse a version whose items are not those of the checklist.

    Raises:
        DataError: They are not.
    """
    if now is None or _list(now.checklist) != _list(earlier.checklist):
        raise DataError(_("That version follows another list of items; nothing was changed."))


def _list(checklist: Checklist) -> object:
    """What tells a list of items from another: the same code is often another item elsewhere."""
    items = [(item.code, item.category) for item in checklist.items]
    return checklist.framework_year, items


def _frame(checklist: Checklist) -> Checklist:
    """What of a checklist no event changes, only an edit by hand."""
    items = (
        Item(item.code, item.name, item.category, item.cadence, item.previous_score)
        for item in checklist.items
    )
    return replace(checklist, items=tuple(items))
