"""The review of the list in a meeting: each decision is the item's change and the meeting's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause
from ita_tui.domain.meeting import Decision
from ita_tui.domain.meeting_texts import joined, without_lines
from ita_tui.domain.text import clean_lines
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.conflicts import refuse_unseen
from ita_tui.services.meetings.edits import MeetingConflictError, last_change
from ita_tui.services.meetings.holding import MeetingOutcome, meeting_of, must_be_open
from ita_tui.services.meetings.merging import Clash
from ita_tui.services.statuses import Edit, Outcome, cleaned

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.domain.event import Actor
    from ita_tui.domain.meeting import Meeting
    from ita_tui.domain.status import Status
    from ita_tui.store import Store
    from ita_tui.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Scope:
    """Which items a review goes through.

    Attributes:
        undone: Only those that are not finished.
        category: Only those of this category; all when empty.
        unit: Only those of this responsible unit; all when empty.
    """

    undone: bool = False
    category: str = ""
    unit: str = ""

    def codes(self, checklist: Checklist) -> tuple[str, ...]:
        """The codes of the items, in the order of the list."""
        return tuple(item.code for item in checklist.items if self._has(item))

    def _has(self, item: Item) -> bool:
        return not (
            (self.undone and item.status.finished)
            or (self.category and item.category != self.category)
            or (self.unit and item.unit != self.unit)
        )


def decide(
    store: Store,
    actor: Actor,
    meeting_id: str,
    item: Item,
    *edits: Edit,
    resolution: str | None = None,
    seen: str = "",
) -> Outcome:
    """Change an item's status or remark in a meeting; item and decision are one change.

    Args:
        store: Where.
        actor: Who keeps the record.
        meeting_id: The open meeting.
        item: The item as the meeting saw it.
        edits: What the meeting decided: a status, a remark, or both.
        resolution: What it resolves on the item besides; None for nothing new.
        seen: The resolution that the person saw, where there is a new one.

    Raises:
        FieldConflictError: A colleague changed the same field meanwhile; nothing was written.
        MeetingConflictError: A colleague wrote another resolution; nothing was written.
        UsageError: There is no such meeting, or it is closed, or no such item.
    """
    wanted = [cleaned(one) for one in edits]
    with store.transaction(actor) as tx:
        meeting = must_be_open(meeting_of(tx, meeting_id))
        before = _there(tx, item.code)
        cause = Cause(batch=tx.next_event, meeting=meeting_id)
        for one in wanted:
            refuse_unseen(tx, item.code, one.field, one.value, seen=item, seen_revision=None)
            tx.set_field(item.code, one.field, one.value, cause)
        after = _there(tx, item.code)
        remark = _remark(resolution_on(meeting, item.code), before, after)
        decision = Decision(item.code, before.status, after.status, remark)
        minuted = _with_decision(meeting, decision)
        if resolution is not None:
            minuted = _resolved(tx, meeting, minuted, after, resolution, seen)
        tx.put_meeting(minuted, cause)
    return Outcome(tx.committed, tx.new_events, (before,), (after,), tx.confirmed)


def resolve(
    store: Store, actor: Actor, meeting_id: str, item: Item, text: str, *, seen: str
) -> MeetingOutcome:
    """Keep what a meeting resolves on an item.

    Args:
        store: Where.
        actor: Who keeps the record.
        meeting_id: The open meeting.
        item: The item.
        text: The resolution; an empty one is none.
        seen: The resolution that the person saw.

    Raises:
        MeetingConflictError: A colleague wrote another meanwhile; nothing was written.
        UsageError: There is no such meeting, or it is closed, or no such item.
    """
    with store.transaction(actor) as tx:
        there = must_be_open(meeting_of(tx, meeting_id))
        after = _resolved(tx, there, there, _there(tx, item.code), text, seen)
        cause = Cause(batch=tx.next_event, meeting=meeting_id)
        events = () if after == there else tx.put_meeting(after, cause)
    return MeetingOutcome(tx.committed, events, there, after, tx.confirmed)


def _resolved(
    tx: Transaction, there: Meeting, onto: Meeting, item: Item, text: str, seen: str
) -> Meeting:
    """A meeting with a resolution on an item, in place of none but the one that the person saw.

    Args:
        tx: The transaction.
        there: The meeting as it is.
        onto: The meeting that gets the resolution.
        item: The item as it stands.
        text: The resolution.
        seen: The one that the person saw.

    Raises:
        MeetingConflictError: A colleague wrote another.
    """
    wanted = clean_lines(text).strip()
    theirs = resolution_on(there, item.code)
    if theirs in {seen, wanted}:
        return with_resolution(onto, item, wanted)
    path = ("decisions", len(there.decisions) - 1, "remark")
    clash = Clash(path, seen, theirs, wanted)
    after = with_resolution(there, item, wanted)
    raise MeetingConflictError((clash,), there, after, there, last_change(tx, there, path, theirs))


def resolution_on(meeting: Meeting | None, code: str) -> str:
    """What a meeting has resolved on an item, beside its status; empty if nothing."""
    decision = decision_on(meeting, code)
    return "" if decision is None else decision.remark


def with_resolution(meeting: Meeting, item: Item, text: str) -> Meeting:
    """The meeting with what it resolved on an item; the item itself stays as it is.

    Args:
        meeting: The meeting.
        item: The item as the meeting sees it.
        text: The resolution; an empty one is none.
    """
    known = next((one for one in meeting.decisions if one.code == item.code), None)
    if known is None:
        return _with_decision(meeting, Decision(item.code, item.status, item.status, text))
    if known.before == known.after and not text:
        return replace(meeting, decisions=_without(meeting, item.code))
    resolved = replace(known, remark=text)
    decisions = tuple(resolved if one is known else one for one in meeting.decisions)
    return replace(meeting, decisions=decisions)


def decision_on(meeting: Meeting | None, code: str) -> Decision | None:
    """What a meeting has decided on an item; None if nothing."""
    decisions = () if meeting is None else meeting.decisions
    return next((one for one in decisions if one.code == code), None)


def decided_before(meetings: Sequence[Meeting], meeting_id: str, code: str) -> Decision | None:
    """What the meetings before one decided on an item last; None if nothing.

    Args:
        meetings: All meetings, in their order.
        meeting_id: This meeting.
        code: The item's code.
    """
    before = [*takewhile(lambda one: one.id != meeting_id, meetings)]
    found = (decision_on(one, code) for one in reversed(before))
    return next((one for one in found if one is not None), None)


def stood(meetings: Sequence[Meeting], meeting_id: str, code: str) -> Status | None:
    """How an item stood at the end of the last meeting before this one, as far as one says so.

    Args:
        meetings: All meetings, in their order.
        meeting_id: This meeting.
        code: The item's code.
    """
    for meeting in reversed([*takewhile(lambda one: one.id != meeting_id, meetings)]):
        frozen = next((one for one in meeting.frozen or () if one.code == code), None)
        found = frozen.status if frozen is not None else _decided_status(meeting, code)
        if found is not None:
            return found
    return None


def _decided_status(meeting: Meeting, code: str) -> Status | None:
    decision = decision_on(meeting, code)
    return None if decision is None else decision.after


def decided(meeting: Meeting) -> Collection[str]:
    """The codes of the items that the meeting has decided on."""
    return {decision.code for decision in meeting.decisions}


def _there(tx: Transaction, code: str) -> Item:
    item = tx.item(code)
    if item is None:
        raise UsageError(_("There is no item {code} any more.").format(code=code))
    return item


def _remark(there: str, before: Item, after: Item) -> str:
    """What a meeting says on an item whose remark it may have changed, beside its resolution."""
    if before.remark == after.remark:
        return there
    return joined(without_lines(there, before.remark), after.remark)


def _with_decision(meeting: Meeting, new: Decision) -> Meeting:
    """The meeting with a decision; a second one on the same item keeps the first's before."""
    earlier = next((one for one in meeting.decisions if one.code == new.code), None)
    if earlier is not None:
        new = replace(new, before=earlier.before)
    rest = _without(meeting, new.code)
    if new.before == new.after and not new.remark:
        return replace(meeting, decisions=rest)
    return replace(meeting, decisions=(*rest, new))


def _without(meeting: Meeting, code: str) -> tuple[Decision, ...]:
    return tuple(one for one in meeting.decisions if one.code != code)
