"""The review of the list in a meeting: each decision is the item's change and the meeting's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause
from ita_tui.domain.meeting import Decision
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.conflicts import refuse_unseen
from ita_tui.services.meetings import meeting_of, must_be_open
from ita_tui.services.statuses import Edit, Outcome, cleaned

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.domain.event import Actor
    from ita_tui.domain.meeting import Meeting
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


def decide(store: Store, actor: Actor, meeting_id: str, item: Item, *edits: Edit) -> Outcome:
    """Change an item's status or remark in a meeting; item and decision are one change.

    Args:
        store: Where.
        actor: Who keeps the record.
        meeting_id: The open meeting.
        item: The item as the meeting saw it.
        edits: What the meeting decided: a status, a remark, or both.

    Raises:
        FieldConflictError: A colleague changed the same field meanwhile; nothing was written.
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
        remark = after.remark if any(one.field == "remark" for one in wanted) else ""
        decision = Decision(item.code, before.status, after.status, remark)
        tx.put_meeting(_with_decision(meeting, decision), cause)
    return Outcome(tx.committed, tx.new_events, (before,), (after,), tx.confirmed)


def decided(meeting: Meeting) -> Collection[str]:
    """The codes of the items that the meeting has decided on."""
    return {decision.code for decision in meeting.decisions}


def _there(tx: Transaction, code: str) -> Item:
    item = tx.item(code)
    if item is None:
        raise UsageError(_("There is no item {code} any more.").format(code=code))
    return item


def _with_decision(meeting: Meeting, new: Decision) -> Meeting:
    """The meeting with a decision; a second one on the same item keeps the first's before."""
    earlier = next((one for one in meeting.decisions if one.code == new.code), None)
    if earlier is not None:
        new = replace(new, before=earlier.before, remark=new.remark or earlier.remark)
    rest: Sequence[Decision] = [one for one in meeting.decisions if one.code != new.code]
    if new.before == new.after and not new.remark:
        return replace(meeting, decisions=tuple(rest))
    return replace(meeting, decisions=(*rest, new))
