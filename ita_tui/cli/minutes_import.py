"""`import` of minutes that this program wrote: the differences shown, then applied as one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.meeting_output import show_part_changes
from ita_tui.cli.output import Table, note, note_unconfirmed, say, say_json, signs
from ita_tui.i18n import _
from ita_tui.services.meeting_fields import written_number
from ita_tui.services.meeting_views import minutes_view
from ita_tui.services.minutes_import import (
    MinutesPlan,
    apply_minutes,
    begin_with_minutes,
    new_checklist,
    plan_minutes,
)
from ita_tui.services.wording import describe_field, field_label

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.minutes.parsing import ReadMinutes
    from ita_tui.services.settings import Settings


def import_minutes(read: ReadMinutes, arguments: Namespace, settings: Settings) -> bool:
    """Take over what minutes say; in an empty folder, begin with the checklist that they show.

    Returns:
        Whether all of the document was understood.

    Raises:
        UsageError: The minutes are of another agency or another fiscal year.
        DataError: The folder is empty and the minutes do not show a whole checklist.
        ConflictError: Somebody changed what they are about at the same moment.
    """
    begins = not session.workspace(settings).years()
    take = _begin if begins else _change
    plan, applied = take(read, settings, dry=arguments.dry_run)
    if arguments.json:
        say_json(minutes_view(plan, applied=applied))
    else:
        _report(plan, settings, applied=applied)
    return not plan.problems


def _begin(read: ReadMinutes, settings: Settings, *, dry: bool) -> tuple[MinutesPlan, bool]:
    """What an empty folder begins with, and whether it has."""
    plan = plan_minutes(read, None)
    new_checklist(read)  # refuses what is no whole checklist, also where nothing is to be written
    if not dry:
        begin_with_minutes(session.workspace(settings), session.actor(settings), read)
    return plan, not dry


def _change(read: ReadMinutes, settings: Settings, *, dry: bool) -> tuple[MinutesPlan, bool]:
    """What differs from a checklist that is there, and whether it was taken over."""
    workspace = session.workspace(settings)
    year = settings.year
    if year is None and read.fiscal_year in workspace.years():
        year = read.fiscal_year
    with closing(workspace.store(year)) as store:
        plan = plan_minutes(read, store.read())
        if dry or not plan.changes_anything:
            return plan, False
        outcome = apply_minutes(store, session.actor(settings), plan)
    note_unconfirmed(confirmed=outcome.confirmed)
    return plan, True


def _report(plan: MinutesPlan, settings: Settings, *, applied: bool) -> None:
    show_part_changes(plan.part_changes, settings)
    drawn = signs(settings)
    table = Table(drawn, None, None, None)
    for one in plan.item_changes:
        before, after = (describe_field(one.field, value) for value in (one.before, one.after))
        table.row(one.code, field_label(one.field), f"{before} {drawn.arrow} {after}")
    table.show()
    for problem in plan.problems:
        note(
            _("Line {line}, “{text}”: {reason}").format(
                line=problem.line, text=problem.text, reason=problem.reason
            )
        )
    if plan.missing:
        note(_("No row speaks of {codes}.").format(codes=", ".join(plan.missing)))
    say(f"{_summary(plan)} {'' if applied else _('Nothing was changed.')}".rstrip())


def _summary(plan: MinutesPlan) -> str:
    number = written_number(plan.meeting)
    counts = {"parts": len(plan.part_changes), "items": len(plan.item_changes)}
    left = len(plan.problems)
    if plan.begins:
        return _(
            "A new checklist of {agency} for fiscal year {year}, items: {items}, "
            "with the meeting {number}; left: {left}."
        ).format(
            agency=plan.read.agency,
            year=plan.read.fiscal_year,
            items=len(plan.read.rows),
            number=number,
            left=left,
        )
    if plan.is_new_meeting:
        return _("A new meeting {number}; differences in items: {items}; left: {left}.").format(
            number=number, left=left, **counts
        )
    return _(
        "Differences in the meeting {number}: {parts}; in items: {items}; left: {left}."
    ).format(number=number, left=left, **counts)
