"""Meetings of the committee: beginning the next one, finding the open one, closing, reopening."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause, Event
from ita_tui.domain.meeting import Attendance, FrozenItem, Meeting, Signature
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.meetings.agendas import AGENDAS, agenda_of
from ita_tui.services.meetings.following_up import (
    following_up,
    open_matters,
    proposing_certification,
)
from ita_tui.store import Snapshot
from ita_tui.thai.compare import key
from ita_tui.thai.months import BE_OFFSET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.domain.meeting import AgendaItem, Attendee
    from ita_tui.store import Store
    from ita_tui.store.transaction import Transaction

SIGNATURES = (
    Signature("ผู้จดรายงานการประชุม", "ผู้ช่วยเลขานุการ"),
    Signature("ผู้ตรวจรายงานการประชุม", "ประธานกรรมการ"),
)
"""The customary signatures."""


@dataclass(frozen=True, slots=True)
class MeetingOutcome:
    """What a change of a meeting came to.

    Attributes:
        snapshot: The version with the change; None when there was nothing to change.
        events: What was recorded, in order; they are undone as one.
        before: The meeting as it was, with what colleagues changed; None for a new one.
        after: The meeting as it is, with what colleagues changed.
        confirmed: Whether the disk has confirmed the change (see `Transaction.confirmed`).
    """

    snapshot: Snapshot | None
    events: tuple[Event, ...]
    before: Meeting | None
    after: Meeting
    confirmed: bool


def open_meeting(meetings: Sequence[Meeting]) -> Meeting | None:
    """The newest meeting that is not closed, or None."""
    return next((one for one in reversed(meetings) if one.frozen is None), None)


def next_meeting(
    snapshot: Snapshot,
    day: date,
    scheme: str | None = None,
    earlier: Sequence[Meeting] = (),
    name: str | None = None,
    later: Sequence[Meeting] = (),
) -> Meeting:
    """A meeting as it may begin: what the last one of its name leaves to it, with the next number.

    Committee, place, agenda and signatures are the last one's; the agenda proposes what is to be
    certified and what is still open.

    Args:
        snapshot: The data.
        day: The day of the meeting, of the common era.
        scheme: One of `agendas.AGENDAS`; the last meeting's own agenda when None, the short one
            for a first meeting.
        earlier: The meetings of the fiscal year before, whose numbers go on until December.
        name: The name of the committee or meeting; that of the newest meeting when None.
        later: The meetings of the fiscal year after, which begins in the same calendar year.
    """
    year = day.year + BE_OFFSET
    every = (*earlier, *snapshot.meetings)
    if name is None:
        name = every[-1].name if every else _default_name(snapshot.checklist)
    same = [one for one in every if key(one.name) == key(name)]
    last = same[-1] if same else None
    numbered = (*same, *(one for one in later if key(one.name) == key(name)))
    numbers = [one.number or 0 for one in numbered if one.year == year]
    decisions = last.decisions if last in snapshot.meetings and last is not None else ()
    return Meeting(
        id=_free_id((*every, *later), day),
        name=name,
        number=max(numbers, default=0) + 1,
        year=year,
        held_on=day,
        place="" if last is None else last.place,
        attendees=() if last is None else _committee(last),
        agenda=following_up(
            _agenda(last, scheme), open_matters(snapshot.checklist, decisions, day)
        ),
        signatures=SIGNATURES if last is None else last.signatures,
    )


def meeting_before(meetings: Sequence[Meeting], meeting: Meeting) -> Meeting | None:
    """The meeting of the same name that was made before this one; None for the first."""
    ids = [one.id for one in meetings]
    place = ids.index(meeting.id) if meeting.id in ids else len(ids)
    same = [one for one in meetings[:place] if key(one.name) == key(meeting.name)]
    return same[-1] if same else None


def begin(store: Store, actor: Actor, meeting: Meeting) -> MeetingOutcome:
    """Keep a new meeting.

    Raises:
        UsageError: There is a meeting with its id already.
        DataError, BusyError: As the store says.
    """
    with store.transaction(actor) as tx:
        if tx.meeting(meeting.id) is not None:
            raise UsageError(_("There is a meeting {id} already.").format(id=meeting.id))
        events = tx.put_meeting(meeting)
    return MeetingOutcome(tx.committed, events, None, meeting, tx.confirmed)


def close(store: Store, actor: Actor, meeting_id: str) -> MeetingOutcome:
    """Close a meeting: its table stays as it is now, whatever happens to the items.

    Raises:
        UsageError: There is no such meeting, or it is closed already.
    """
    with store.transaction(actor) as tx:
        meeting = meeting_of(tx, meeting_id)
        if meeting.frozen is not None or tx.before is None:
            raise UsageError(_("That meeting is closed already."))
        frozen = tuple(
            FrozenItem(item.code, item.status, item.remark, item.previous_score)
            for item in tx.before.checklist.items
        )
        closed = replace(meeting, frozen=frozen)
        events = tx.put_meeting(closed, Cause(meeting=meeting_id))
    return MeetingOutcome(tx.committed, events, meeting, closed, tx.confirmed)


def reopen(store: Store, actor: Actor, meeting_id: str) -> MeetingOutcome:
    """Open a closed meeting again: its minutes show the live table from now on.

    Raises:
        UsageError: There is no such meeting, or it is open.
    """
    with store.transaction(actor) as tx:
        meeting = meeting_of(tx, meeting_id)
        if meeting.frozen is None:
            raise UsageError(_("That meeting is open."))
        opened = replace(meeting, frozen=None)
        events = tx.put_meeting(opened, Cause(meeting=meeting_id))
    return MeetingOutcome(tx.committed, events, meeting, opened, tx.confirmed)


def meeting_of(tx: Transaction, meeting_id: str) -> Meeting:
    """The meeting with this id.

    Raises:
        UsageError: There is none.
    """
    meeting = tx.meeting(meeting_id)
    if meeting is None:
        raise UsageError(_("There is no meeting {id}.").format(id=meeting_id))
    return meeting


def must_be_open(meeting: Meeting) -> Meeting:
    """The same meeting.

    Raises:
        UsageError: It is closed.
    """
    if meeting.frozen is not None:
        raise UsageError(_("That meeting is closed; reopen it first."))
    return meeting


def _committee(last: Meeting) -> tuple[Attendee, ...]:
    """The committee of the last meeting, proposed as present; guests are not proposed.

    Whoever acted for an office leaves the seat to it.
    """
    return tuple(
        replace(
            one,
            office=one.acting_for or one.office,
            name="" if one.acting_for else one.name,
            attendance=Attendance.PRESENT,
            reason="",
            acting_for="",
        )
        for one in last.attendees
        if one.attendance is not Attendance.OTHER
    )


def _agenda(last: Meeting | None, scheme: str | None) -> tuple[AgendaItem, ...]:
    """The agenda of a new meeting, which proposes the minutes of the last one for certification."""
    if last is None:
        return agenda_of(AGENDAS[scheme or "short"])
    titles = [one.title for one in last.agenda] if scheme is None else AGENDAS[scheme]
    return proposing_certification(agenda_of(titles), last)


def _default_name(checklist: Checklist) -> str:
    return f"คณะกรรมการติดตามและพัฒนาผลการประเมิน ITA ของ{checklist.agency}"


def _free_id(meetings: Sequence[Meeting], day: date) -> str:
    """The day in the Buddhist era, with a letter behind it for a second one on the same day."""
    stem = f"{day.year + BE_OFFSET}-{day.month:02d}-{day.day:02d}"
    used = {one.id for one in meetings}
    candidates = [stem, *(f"{stem}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")]
    return next(one for one in candidates if one not in used)
