"""`years`: the fiscal years that have a checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Table, signs

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings


def run(_arguments: Namespace, settings: Settings) -> int:
    """List the years, the newest first, with how far each has come.

    Raises:
        NoChecklistError: There is none.
        DataError: One of the data files cannot be read.
    """
    workspace = session.workspace(settings)
    table = Table(signs(settings), None, None, None)
    workspace.store()  # complains where there is none
    for year in reversed(workspace.years()):
        store = workspace.store(year)
        checklist = store.read().checklist
        store.close()
        progress = checklist.progress()
        table.row(f"{year}", f"{progress.finished}/{progress.total}", checklist.agency)
    table.show()
    return 0
