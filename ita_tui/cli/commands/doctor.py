"""`doctor`: look for faults in the data folder, and mend them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Cell, Table, say, signs
from ita_tui.domain.status import State
from ita_tui.errors import DataError
from ita_tui.i18n import N_, _
from ita_tui.services.upkeep.check import Level
from ita_tui.services.upkeep.doctor import accept, examine, repair

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.services.settings import Settings
    from ita_tui.services.workspace import Workspace

_LEVELS = {
    Level.OK: (N_("ok"), State.DONE),
    Level.NOTE: (N_("note"), State.IN_PROGRESS),
    Level.FAULT: (N_("fault"), State.NOT_STARTED),
}
"""The word for each answer, and the role of its colour."""


def run(arguments: Namespace, settings: Settings) -> int:
    """Mend and accept what is asked for, then say how everything stands.

    Raises:
        DataError: The folder cannot be read, or not be mended.
    """
    workspace = session.workspace(settings)
    years = _years(workspace, settings.year)
    if arguments.repair:
        for sentence in repair(workspace, workspace.years(), session.actor(settings)):
            say(sentence)
    if arguments.accept:
        _accept(workspace, years, settings)
    table = Table(signs(settings), None, None, None)
    checks = examine(workspace, years)
    for check in checks:
        word, role = _LEVELS[check.level]
        table.row(Cell(_(word), role), check.name, check.message)
    table.show()
    return DataError.exit_code if any(one.level is Level.FAULT for one in checks) else 0


def _years(workspace: Workspace, wanted: int | None) -> tuple[int, ...]:
    years = workspace.years()
    if wanted is None:
        return years
    if wanted not in years:
        workspace.store(wanted)  # complains, and names those that are there
    return (wanted,)


def _accept(workspace: Workspace, years: tuple[int, ...], settings: Settings) -> None:
    for year in years:
        store = workspace.store(year)
        sentence = (
            _("{path} is as the program wrote it; there is nothing to accept.")
            if accept(store, session.actor(settings)) is None
            else _("Accepted {path} as it was edited by hand.")
        )
        say(sentence.format(path=store.path))
