"""Taking over our own minutes that people edited: the plan made, it becomes one change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause
from ita_tui.errors import ConflictError, DataError
from ita_tui.i18n import _
from ita_tui.minutes.parsing.minutes import Part
from ita_tui.services.importing.plan import MinutesPlan, plan_minutes
from ita_tui.services.importing.rows import ItemChange
from ita_tui.services.meetings.differences import PartChange, part_label
from ita_tui.services.seeds.loading import frameworks
from ita_tui.services.statuses import Outcome
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor, Event
    from ita_tui.minutes.parsing.minutes import ReadMinutes
    from ita_tui.services.workspace import Workspace
    from ita_tui.store import Snapshot, Store

__all__ = [
    "ItemChange",
    "MinutesPlan",
    "PartChange",
    "apply_minutes",
    "begin_with_minutes",
    "new_checklist",
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


def begin_with_minutes(workspace: Workspace, actor: Actor, read: ReadMinutes) -> Snapshot:
    """Begin the checklist that a document shows, with its meeting.

    Raises:
        DataError: The document does not show all of a checklist; or as `Workspace.create` says.
    """
    return workspace.create(new_checklist(read), (read.meeting,), actor)


def new_checklist(read: ReadMinutes) -> Checklist:
    """The checklist that a document shows, for an empty folder.

    How often an item is due is not in minutes; it comes from the list that they name, if that is
    one of the program's own. Units, dates and evidence are empty.

    Raises:
        DataError: The document does not show all of a checklist; the message says what is wrong.
    """
    problem = next((one for one in read.problems if one.part is Part.CHECKLIST), None)
    if problem is not None:
        raise DataError(
            _("Line {line}: {reason} A new checklist needs all of its items.").format(
                line=problem.line, reason=problem.reason
            )
        )
    outside = next((row for row in read.rows if not row.category), None)
    if outside is not None:
        raise DataError(
            _("Line {line}: {code} stands under no category of the list.").format(
                line=outside.line, code=outside.code
            )
        )
    if not read.rows or not read.agency or read.framework_year is None:
        raise DataError(
            _("These minutes show no whole checklist; begin one with `ita-tui init` first.")
        )
    shown = read.checklist
    cadences = _cadences(shown)
    return replace(
        shown,
        items=tuple(
            replace(item, cadence=cadences.get((item.code, key(item.name)), item.cadence))
            for item in shown.items
        ),
    )


def _cadences(checklist: Checklist) -> dict[tuple[str, str], str]:
    """How often the items of the list that a checklist follows are due, by code and name."""
    return {
        (item.code, key(item.name)): item.cadence
        for one in frameworks()
        if one.fiscal_year == checklist.framework_year
        and key(one.title) == key(checklist.framework_title)
        for item in one.items
    }


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
