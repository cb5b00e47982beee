"""`years`: the fiscal years that have a checklist."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Table, say_json, signs

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.domain.checklist import Checklist
    from ita_tui.services.settings import Settings
    from ita_tui.services.views import View
    from ita_tui.services.workspace import Workspace


def run(arguments: Namespace, settings: Settings) -> int:
    """List the years, the newest first, with how far each has come.

    Raises:
        NoChecklistError: There is none.
        DataError: One of the data files cannot be read.
    """
    workspace = session.workspace(settings)
    workspace.store()  # complains where there is none
    found = [_checklist(workspace, year) for year in reversed(workspace.years())]
    if arguments.json:
        say_json({"years": [_view(one) for one in found]})
        return 0
    table = Table(signs(settings), None, None, None)
    for one in found:
        progress = one.progress()
        table.row(f"{one.fiscal_year}", f"{progress.finished}/{progress.total}", one.agency)
    table.show()
    return 0


def _checklist(workspace: Workspace, year: int) -> Checklist:
    with closing(workspace.store(year)) as store:
        return store.read().checklist


def _view(checklist: Checklist) -> View:
    progress = checklist.progress()
    return {
        "fiscal_year": checklist.fiscal_year,
        "agency": checklist.agency,
        "finished": progress.finished,
        "total": progress.total,
    }
