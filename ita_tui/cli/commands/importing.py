"""`import`: take over our own minutes, or the statuses of a document that somebody else wrote."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.cli.output import Table, note, say, say_json, signs
from ita_tui.i18n import _
from ita_tui.minutes.parsing import read_minutes
from ita_tui.services.exchange import ImportPlan, apply_import, plan_import, read_document
from ita_tui.services.views import import_view
from ita_tui.services.wording import describe_field

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
        DataError: The document cannot be read, or is no text.
    """
    if not session.workspace(settings).years() and not Path(arguments.file).is_file():
        session.store(settings)  # an empty folder says how to begin
    text = read_document(Path(arguments.file))
    read = read_minutes(text)
    if read is not None:
        from ita_tui.cli.minutes_import import import_minutes  # noqa: PLC0415 (our own minutes)

        return 0 if import_minutes(read, arguments, settings) else LEFT
    return _import_statuses(text, arguments, settings)


def _import_statuses(text: str, arguments: Namespace, settings: Settings) -> int:
    with closing(session.store(settings)) as store:
        plan = plan_import(text, arguments.file, store.read().checklist)
        outcome = None
        if plan.matched and not arguments.dry_run:
            outcome = apply_import(store, session.actor(settings), plan)
    if arguments.json:
        say_json(import_view(plan, applied=outcome is not None))
    else:
        _report(plan, outcome, settings)
    return LEFT if plan.unmatched or not plan.matched else 0


def _report(plan: ImportPlan, outcome: Outcome | None, settings: Settings) -> None:
    if outcome is None:
        _show_plan(plan, settings)
    else:
        show_changes(outcome, settings)
    for one in plan.unmatched:
        note(
            _("Line {line}, “{text}”: {reason}").format(
                line=one.row.line, text=one.row.name or one.row.wording, reason=one.reason
            )
        )
    if plan.missing and plan.matched:
        note(_("No row speaks of {codes}.").format(codes=", ".join(plan.missing)))
    say(_summary(plan, outcome))


def _show_plan(plan: ImportPlan, settings: Settings) -> None:
    drawn = signs(settings)
    table = Table(drawn, None, None)
    for one in plan.replacements:
        before, after = (describe_field("status", value) for value in (one.before, one.after))
        table.row(one.code, f"{before} {drawn.arrow} {after}")
    table.show()


def _summary(plan: ImportPlan, outcome: Outcome | None) -> str:
    if not plan.matched:
        return _("No row in {file} gives an item its status; nothing was changed.").format(
            file=plan.source
        )
    changed = len(plan.replacements if outcome is None else outcome.events)
    sentence = (
        _(
            "Rows matched: {matched}; items that would change: {changed}; rows left: {left}. "
            "Nothing was changed."
        )
        if outcome is None
        else _("Rows matched: {matched}; items changed: {changed}; rows left: {left}.")
    )
    return sentence.format(matched=len(plan.matched), changed=changed, left=len(plan.unmatched))
