"""Taking over our own minutes that people edited: the plan made, it becomes one change.

For an empty folder see `beginning`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause
from ita_tui.errors import ConflictError
from ita_tui.i18n import _
from ita_tui.services.importing.plan import MinutesPlan, plan_minutes
from ita_tui.services.importing.rows import ItemChange
from ita_tui.services.meetings.differences import PartChange, part_label
from ita_tui.services.statuses import Outcome

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor, Event
    from ita_tui.store import Store

__all__ = [
    "ItemChange",
    "MinutesPlan",
    "PartChange",
    "apply_minutes",
    "part_label",
    "plan_minutes",
]


def apply_minutes(store: Store, actor: Actor, plan: MinutesPlan) -> Outcome:
    """Carry out a plan as one change that is undone as one.

    Raises:
        ConflictError: Somebody changed what the plan is about since it was made; nothing was
            written.
        UsageError, DataError, BusyError: As `plan_minutes` and the store say.
    """
    with store.transaction(actor) as tx:
        if tx.before is None:
            raise ValueError(tx)  # only a checklist that is being made has nothing before it
        now = plan_minutes(plan.read, tx.before)
        _must_be_planned(now, plan)
        cause = Cause(batch=tx.next_event)
        events: list[Event] = []
        if now.meeting != now.kept:
            events += tx.put_meeting(now.meeting, cause)
        codes = list(dict.fromkeys(change.code for change in now.item_changes))
        before = tuple(item for code in codes if (item := tx.item(code)) is not None)
        made = (tx.set_field(one.code, one.field, one.after, cause) for one in now.item_changes)
        events += [event for event in made if event is not None]
        after = tuple(item for code in codes if (item := tx.item(code)) is not None)
    return Outcome(tx.committed, tuple(events), before, after, tx.confirmed)


def _must_be_planned(now: MinutesPlan, plan: MinutesPlan) -> None:
    """Refuse to overwrite what nobody has seen; what is so already, now, is fine."""
    unseen = [one for one in now.item_changes if one not in plan.item_changes]
    if not unseen and now.kept in (plan.kept, now.meeting):
        return
    what = unseen[0].code if unseen else _("The meeting")
    raise ConflictError(
        _("{what} was changed meanwhile; import the minutes again. Nothing was written.").format(
            what=what
        )
    )
