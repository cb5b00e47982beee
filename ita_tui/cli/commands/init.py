"""`init`: begin a checklist."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import say
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.beginning import begin, begin_sample, framework_of

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings
    from ita_tui.store import Snapshot


def run(arguments: Namespace, settings: Settings) -> int:
    """Begin with the sample municipality or with one's own agency.

    Raises:
        UsageError: It is not said which, or both are.
        DataError: There is such a checklist already, or it cannot be written.
    """
    own = (arguments.agency, arguments.framework, arguments.from_year)
    if arguments.seed:
        if settings.year is not None or any(value is not None for value in own):
            raise UsageError(
                _("The sample has its own agency, list and year; leave --seed or the others out.")
            )
        snapshot = begin_sample(session.workspace(settings), session.actor(settings))
    else:
        snapshot = _begin_own(arguments, settings)
    checklist = snapshot.checklist
    say(
        _("Began the checklist of {agency} for fiscal year {year} in {folder}.").format(
            agency=checklist.agency, year=checklist.fiscal_year, folder=settings.data
        )
    )
    say(
        _("It follows the list “{title}” of fiscal year {year}; items: {count}.").format(
            title=checklist.framework_title,
            year=checklist.framework_year,
            count=len(checklist.items),
        )
    )
    return 0


def _begin_own(arguments: Namespace, settings: Settings) -> Snapshot:
    workspace = session.workspace(settings)
    named = arguments.agency is not None or arguments.from_year is not None
    if not named or settings.year is None:
        raise UsageError(
            _(
                "Say --seed for the sample municipality, or --year YEAR for your own, with "
                "--agency NAME or --from-year YEAR."
            )
        )
    earlier = None
    if arguments.from_year is not None:
        earlier = workspace.store(arguments.from_year).read().checklist
    agency = arguments.agency
    if agency is None and earlier is not None:
        agency = earlier.agency
    file = None if arguments.framework is None else Path(arguments.framework)
    framework = framework_of(settings.year, file)
    actor = session.actor(settings)
    return begin(workspace, actor, agency, settings.year, framework, earlier)
