"""`import`: take over our own minutes, or the statuses of a document that somebody else wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.cli.output import Table, note, note_unconfirmed, say, say_json, signs
from ita_tui.i18n import _
from ita_tui.services.importing.documents import (
    DocumentPlan,
    apply_document,
    can_apply,
    done_of,
    left_alone,
    lines_of,
    plan_document,
    summary_of,
    understood,
)
from ita_tui.services.importing.statuses import ImportPlan
from ita_tui.services.meeting_views import minutes_view
from ita_tui.services.views import import_view

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings
    from ita_tui.services.statuses import Outcome

LEFT = 1
"""The exit code when something in the document was left alone."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Read a document, and take over what it says as one change.

    Minutes that this program wrote are taken over whole, with their meeting; of any other
    document, the statuses of its items are.

    Raises:
        NoChecklistError: The folder is empty, and the document would not begin a checklist.
        DataError: The document cannot be read, or is no text.
        ConflictError: Somebody changed what it is about at the same moment.
    """
    workspace = session.workspace(settings)
    framework = None if arguments.framework is None else Path(arguments.framework)
    plan = plan_document(
        workspace, settings.year, Path(arguments.file), arguments.agency or "", framework
    )
    outcome = None
    applied = can_apply(plan) and not arguments.dry_run
    if applied:
        outcome = apply_document(workspace, settings.year, session.actor(settings), plan)
    if arguments.json:
        say_json(_view(plan, applied=applied))
        note_unconfirmed(confirmed=outcome is None or outcome.confirmed)
    else:
        _report(plan, outcome, settings, applied=applied)
    return 0 if understood(plan) else LEFT


def _view(plan: DocumentPlan, *, applied: bool) -> dict[str, object]:
    if isinstance(plan, ImportPlan):
        return import_view(plan, applied=applied)
    return minutes_view(plan, applied=applied)


def _report(
    plan: DocumentPlan, outcome: Outcome | None, settings: Settings, *, applied: bool
) -> None:
    if isinstance(plan, ImportPlan) and outcome is not None:
        show_changes(outcome, settings)
    else:
        _show_lines(plan, settings)
        note_unconfirmed(confirmed=outcome is None or outcome.confirmed)
    for sentence in left_alone(plan):
        note(sentence)
    say(_summary(plan, outcome, applied=applied))


def _show_lines(plan: DocumentPlan, settings: Settings) -> None:
    drawn = signs(settings)
    table = Table(drawn, None, None)
    for one in lines_of(plan):
        table.row(one.what, f"{one.before} {drawn.arrow} {one.after}")
    table.show()


def _summary(plan: DocumentPlan, outcome: Outcome | None, *, applied: bool) -> str:
    if isinstance(plan, ImportPlan) and plan.unmatched and not plan.matched:
        return _("No row in {file} gives an item its status; nothing was changed.").format(
            file=plan.source
        )
    if outcome is not None:
        return done_of(plan, outcome)
    summary = summary_of(plan)
    if applied:
        return summary
    unchanged = _("Nothing was changed.")
    return f"{summary} {unchanged}"
