"""A whole data folder as one file, and back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError, DataError, ItaError, UsageError
from ita_tui.i18n import _
from ita_tui.services.outfile import write_file
from ita_tui.services.upkeep.archive import from_zip, to_zip
from ita_tui.services.upkeep.backups import Restored, go_back, refuse_other_list
from ita_tui.store import newest_good
from ita_tui.store.laying import LaidDown, lay_down
from ita_tui.store.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.services.workspace import Workspace
    from ita_tui.store import Snapshot, Store
    from ita_tui.store.packing import Unpacked


@dataclass(frozen=True, slots=True)
class YearRestored:
    """What came of one fiscal year of a backup.

    Attributes:
        year: The fiscal year.
        result: What going back came to, or laying it down where there was none.
    """

    year: int
    result: Restored | LaidDown


def save_folder(
    workspace: Workspace, target: Path, *, year: int | None = None, force: bool = False
) -> tuple[int, ...]:
    """Write the fiscal years of a data folder, each with its whole history, to one zip file.

    Colleagues may write meanwhile: each year is in the file as it was at one moment.

    Args:
        workspace: The data folder.
        target: The zip file.
        year: The only year to write; all of the folder when None.
        force: Whether a file that is there already may be replaced.

    Returns:
        The years.

    Raises:
        NoChecklistError, UsageError: There is no such year.
        DataError: Something cannot be read, was edited by hand and is not yet accepted, or the
            file cannot be written; nothing was changed.
    """
    workspace.store(year)  # complains where there is none
    years = workspace.years() if year is None else (year,)
    packed = {}
    for one in years:
        with closing(workspace.store(one)) as store:
            packed[one] = pack(store.read())
    write_file(target, to_zip(packed, target), force=force)
    return years


def load_folder(
    workspace: Workspace, actor: Actor, source: Path, year: int | None = None
) -> Iterator[YearRestored]:
    """Take the fiscal years of such a file into a data folder, the oldest first.

    A year that the folder has goes back to the file's version, which can be taken back as one
    change. One that it does not have, or of which there is nothing but a damaged file, is laid
    down with its history. All of the file is looked at before the first year is changed.

    Args:
        workspace: The data folder; it is made when it is missing.
        actor: Who does it.
        source: The zip file.
        year: The only year to take; all of the file when None.

    Yields:
        Each year, when it is done.

    Raises:
        UsageError: The file does not have that year.
        DataError: The file is no backup, or not one of this agency; nothing was changed. Or a
            year could not be written: the message names those that were restored before it.
        ConflictError, BusyError: As the store says, likewise.
    """
    years = {
        one: unpack(packed, source / f"{one}.json")
        for one, packed in from_zip(source).items()
        if year in {None, one}
    }
    if not years:
        raise UsageError(
            _("There is no fiscal year {year} in {file}.").format(year=year, file=source)
        )
    there = [one for one in workspace.years() if workspace.place(one).path.exists()]
    plan = {one: _must_fit(workspace, one, years[one]) if one in there else None for one in years}
    for one, unpacked in years.items():
        if plan[one] is None:
            _must_be_of(one, unpacked, source)
    yield from _carried_out(workspace, actor, source, years, plan)


def _must_fit(workspace: Workspace, year: int, unpacked: Unpacked) -> Snapshot | None:
    """The version that goes back to that of the file; None where no version can be read.

    Raises:
        DataError: It may not be changed, or is the checklist of somebody else.
    """
    with closing(workspace.store(year)) as store:
        now = _readable(store)
    if now is None:
        return None
    now.must_be_trusted()
    refuse_other_list(now, unpacked.version)
    ours, theirs = now.checklist, unpacked.version.checklist
    if (ours.agency, ours.fiscal_year) != (theirs.agency, theirs.fiscal_year):
        raise DataError(
            _(
                "Fiscal year {year} is that of {ours} here, and of {theirs} in the backup; "
                "nothing was changed."
            ).format(year=year, ours=ours.agency, theirs=theirs.agency)
        )
    return now


def _readable(store: Store) -> Snapshot | None:
    try:
        return store.read()
    except DamagedDataError:
        found = newest_good(store.path)
        return None if found is None else found[1]


def _must_be_of(year: int, unpacked: Unpacked, source: Path) -> None:
    told = unpacked.version.checklist.fiscal_year
    if told != year:
        raise DataError(
            _(
                "{file} holds the checklist of fiscal year {told} as that of {year}; "
                "nothing was changed."
            ).format(file=source, told=told, year=year)
        )


def _carried_out(
    workspace: Workspace,
    actor: Actor,
    source: Path,
    years: Mapping[int, Unpacked],
    plan: Mapping[int, Snapshot | None],
) -> Iterator[YearRestored]:
    done: list[int] = []
    for year, unpacked in years.items():
        try:
            store = workspace.place(year)
            result: Restored | LaidDown = (
                lay_down(store, unpacked, actor)
                if plan[year] is None
                else go_back(store, actor, unpacked.version, source.name)
            )
        except ItaError as error:
            if not done:
                raise
            raise type(error)(_told_with(error.message, done)) from error
        done.append(year)
        yield YearRestored(year, result)


def _told_with(message: str, done: list[int]) -> str:
    return _("{message} Restored before that: {years}.").format(
        message=message, years=", ".join(map(str, done))
    )
