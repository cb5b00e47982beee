"""What our own minutes would change in a folder; nothing is changed here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ita_tui.domain.checklist import Checklist
from ita_tui.domain.meeting import AgendaItem, Meeting
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.minutes.parsing.minutes import Part, Problem, ReadMinutes, as_shown
from ita_tui.minutes.style import Digits
from ita_tui.services.importing.merging import merged
from ita_tui.services.importing.rows import ItemChange, row_changes
from ita_tui.services.meetings.differences import PartChange
from ita_tui.services.wording import describe_field
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_tui.store import Snapshot

_WHOLE_CHECKLIST = Meeting("", "", None, 0, agenda=(AgendaItem("", shows_checklist=True),))
"""A meeting whose minutes show the checklist as it is."""


@dataclass(frozen=True, slots=True)
class MinutesPlan:
    """What minutes of our own would change.

    Attributes:
        read: What was read.
        meeting: The meeting as it is to be.
        kept: The meeting as it is in the folder; None when it is not there.
        new: The checklist that begins with these minutes; None where there is one.
        item_changes: Status and remark of items, in the order of the rows.
        part_changes: What changes in a meeting that is there, in the order of the form.
        problems: What was left alone, by line.
        missing: The codes of the items that no row speaks of, in the order of the list.
    """

    read: ReadMinutes
    meeting: Meeting
    kept: Meeting | None
    new: Checklist | None = None
    item_changes: tuple[ItemChange, ...] = ()
    part_changes: tuple[PartChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def begins(self) -> bool:
        """Whether the folder is empty, so that a checklist begins with these minutes."""
        return self.new is not None

    @property
    def is_new_meeting(self) -> bool:
        """Whether the folder does not have the meeting yet."""
        return self.kept is None

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to apply."""
        return self.meeting != self.kept or bool(self.item_changes)


def plan_beginning(read: ReadMinutes, new: Checklist) -> MinutesPlan:
    """What a document begins in an empty folder; nothing is changed yet.

    Args:
        read: The document.
        new: Its checklist, as `beginning.new_checklist` makes it.
    """
    return MinutesPlan(read, read.meeting, None, new=new, problems=read.problems)


def plan_minutes(read: ReadMinutes, snapshot: Snapshot) -> MinutesPlan:
    """What a document changes; nothing is changed yet.

    The table of an open meeting is the checklist: what differs there is a change of items. The
    table of a closed meeting is that of its end: what differs there is a change of the meeting,
    and the checklist stays as it is.

    Args:
        read: The document.
        snapshot: What it is to be taken into.

    Raises:
        UsageError: The document is of another agency or another fiscal year.
    """
    _must_be_of(snapshot.checklist, read)
    kept = next((one for one in snapshot.meetings if one.id == read.meeting.id), None)
    plan = MinutesPlan(read, read.meeting, kept, problems=read.problems)
    if kept is not None:
        meeting, changes = merged(kept, snapshot.checklist, read)
        plan = replace(plan, meeting=meeting, part_changes=changes)
    return _with_table(plan, snapshot.checklist)


def _must_be_of(checklist: Checklist, read: ReadMinutes) -> None:
    if read.fiscal_year != checklist.fiscal_year:
        raise UsageError(
            _("These minutes are of fiscal year {theirs}, not {ours}.").format(
                theirs=read.fiscal_year, ours=checklist.fiscal_year
            )
        )
    if read.agency and key(read.agency) != key(checklist.agency):
        raise UsageError(
            _("These minutes are of {theirs}, this checklist of {ours}.").format(
                theirs=read.agency, ours=checklist.agency
            )
        )


def _with_table(plan: MinutesPlan, checklist: Checklist) -> MinutesPlan:
    """The plan with what the table of the document says."""
    kept = plan.kept
    if not plan.read.shows_checklist:
        return plan
    is_closed = plan.read.meeting.frozen is not None
    if kept is None or kept.frozen is None:
        live = _with_items(plan, checklist)
        return live if not is_closed else _with_history(plan, live)
    if not is_closed:
        reason = _("The meeting is closed here and keeps its table; this one was left alone.")
        return _noting(plan, [_about_table(plan, reason)])
    return _with_frozen(plan, kept, checklist)


def _with_items(plan: MinutesPlan, checklist: Checklist) -> MinutesPlan:
    """The plan with the changes of items."""
    shown = as_shown(_WHOLE_CHECKLIST, checklist, Digits.ARABIC).rows
    found = row_changes(plan.read.rows, shown, {item.code: item for item in checklist.items})
    return replace(_noting(plan, found.problems), item_changes=found.changes, missing=found.missing)


def _with_history(plan: MinutesPlan, live: MinutesPlan) -> MinutesPlan:
    """The plan for the table of a closed meeting, which changes no items."""
    if plan.kept is not None:
        reason = _("The table is of the meeting's end, but the meeting is open here; it was left.")
    else:
        reason = _("The table is of the meeting's end; the checklist stays as it is now.")
    return _noting(plan, [_about_table(plan, reason)]) if live.item_changes else plan


def _with_frozen(plan: MinutesPlan, kept: Meeting, checklist: Checklist) -> MinutesPlan:
    """The plan with the changes of the table of a meeting that is closed here too."""
    frozen = kept.frozen or ()
    shown = as_shown(kept, checklist, Digits.ARABIC).rows
    found = row_changes(plan.read.rows, shown, {row.code: row for row in frozen})
    values: dict[str, dict[str, Any]] = {row.code: {} for row in frozen}
    for one in found.changes:
        values[one.code][one.field] = one.after
    rows = tuple(replace(row, **values[row.code]) for row in frozen)
    order = list(Part)
    changes = (*plan.part_changes, *map(_in_table, found.changes))
    return replace(
        _noting(plan, found.problems),
        meeting=replace(plan.meeting, frozen=rows),
        part_changes=tuple(sorted(changes, key=lambda one: order.index(one.part))),
    )


def _in_table(change: ItemChange) -> PartChange:
    before, after = (describe_field(change.field, one) for one in (change.before, change.after))
    return PartChange(Part.CHECKLIST, 0, f"{change.code}: {before}", f"{change.code}: {after}")


def _about_table(plan: MinutesPlan, reason: str) -> Problem:
    first = min((row.line for row in plan.read.rows), default=1)
    return Problem(first, _("the table of the checklist"), reason)


def _noting(plan: MinutesPlan, problems: Iterable[Problem]) -> MinutesPlan:
    """The plan with more problems, all by line."""
    every = sorted((*plan.problems, *problems), key=lambda one: one.line)
    return replace(plan, problems=tuple(every))
