"""Looking after a data folder: what is wrong with it, mending what can be mended, accepting edits.

Nothing here ever changes what a data file says, save `accept`, which the store does as any other
change.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.services.upkeep import health
from ita_tui.services.upkeep.check import Check, Level
from ita_tui.services.upkeep.rights import mend, rights
from ita_tui.store import Store
from ita_tui.store.files import reason, sweep
from ita_tui.store.lock import locked
from ita_tui.store.segments import segments_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from ita_tui.domain.event import Actor, Event
    from ita_tui.services.workspace import Workspace

__all__ = ["Check", "Level", "accept", "examine", "repair"]


def examine(workspace: Workspace, years: Sequence[int]) -> tuple[Check, ...]:
    """Look at a data folder and the checklists in it; nothing is changed.

    Args:
        workspace: The data folder.
        years: The fiscal years to look at.

    Returns:
        What was found, in the order in which a person reads it; one check for each question.
    """
    return tuple(_each_check(workspace, years))


def repair(workspace: Workspace, years: Sequence[int], actor: Actor) -> tuple[str, ...]:
    """Mend the rights of the folder and its files, and remove what dead processes left.

    Args:
        workspace: The data folder.
        years: The fiscal years whose locks are taken meanwhile, so that no process that is
            alive loses its temporary file: all of the folder.
        actor: Who does it, for those who wait.

    Returns:
        What was done, and what could not be, each as a sentence.

    Raises:
        BusyError: Somebody else is writing.
        DataError: The folder cannot be written.
    """
    stores = _stores(workspace, years)
    done = list(mend(workspace.folder, [store.path for store in stores]))
    with ExitStack() as locks:
        for store in stores:
            locks.enter_context(locked(store.path, actor.shown))
        folders = _folders(workspace, stores)
        cut_off = health.leftovers(folders)
        for folder in folders:
            sweep(folder)
    if cut_off:
        done.append(_("Removed leftover temporary files: {count}.").format(count=len(cut_off)))
    return tuple(done)


def accept(store: Store, actor: Actor) -> Event | None:
    """Accept a data file that was edited outside the program, and record who did.

    Returns:
        What was recorded; None when the file is just as the program wrote it.

    Raises:
        DamagedDataError: The file is no valid edit; nothing was changed.
        DataError, BusyError: As the store says.
    """
    with store.transaction(actor, accepting=True) as tx:
        if tx.before is None or not tx.before.is_in_question:
            return None
        return tx.record(health.ACCEPTED, None, store.path.name)


def _each_check(workspace: Workspace, years: Sequence[int]) -> Iterator[Check]:
    yield health.engine_check()
    if not workspace.folder.exists():
        yield Check(
            _("Data folder"),
            Level.NOTE,
            _("{folder} is not there yet; `ita-tui init` makes it.").format(
                folder=workspace.folder
            ),
        )
        return
    stores = _stores(workspace, years)
    yield from _asked(
        _("Rights"), lambda: rights(workspace.folder, [store.path for store in stores])
    )
    yield from _asked(_("Leftovers"), lambda: [health.leftovers_check(_folders(workspace, stores))])
    if not stores:
        yield Check(
            _("Checklist"),
            Level.NOTE,
            _("There is no checklist in {folder} yet; make one with `ita-tui init`.").format(
                folder=workspace.folder
            ),
        )
    for year, store in zip(years, stores, strict=True):
        yield from _year_checks(str(year), store)


def _year_checks(year: str, store: Store) -> Iterator[Check]:
    yield health.lock_check(year, store)
    try:
        snapshot = store.read()
    except DataError as error:
        yield Check(_("{year} data file").format(year=year), Level.FAULT, error.message)
        return
    finally:
        store.close()
    yield health.file_check(year, snapshot)
    yield from _asked(
        _("{year} history").format(year=year), lambda: health.history_checks(year, snapshot)
    )
    yield from _asked(
        _("{year} backups").format(year=year), lambda: [health.backups_check(year, snapshot)]
    )


def _asked(name: str, ask: Callable[[], Iterable[Check]]) -> Iterator[Check]:
    """The answers to a question; where nothing can be seen, that is the answer."""
    try:
        yield from ask()
    except OSError as error:
        message = _("{path} cannot be read ({reason}).")
        path = os.fsdecode(error.filename or "?")
        yield Check(name, Level.FAULT, message.format(path=path, reason=reason(error)))


def _stores(workspace: Workspace, years: Sequence[int]) -> list[Store]:
    """The stores of the years, even in a folder that is open to all: that is to be found here."""
    return [Store(workspace.folder / f"{year}.json") for year in years]


def _folders(workspace: Workspace, stores: Sequence[Store]) -> list[Path]:
    """The folders in which temporary files are written."""
    beside = [segments_folder(store.path) for store in stores]
    return [workspace.folder, *(folder for folder in beside if folder.is_dir())]
