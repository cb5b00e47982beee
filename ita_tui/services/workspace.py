"""The data folder: one agency, a data file for each fiscal year."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_tui.errors import DataError, NoChecklistError, UsageError
from ita_tui.i18n import _
from ita_tui.store import Store
from ita_tui.store.files import FOLDER_MODE, reason, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Snapshot

_YEAR_DIGITS = 4


class Workspace:
    """One data folder.

    Attributes:
        folder: Where it is; it need not exist yet.
    """

    def __init__(self, folder: Path, backups: int | None = None) -> None:
        """Name the folder; nothing is opened yet.

        Args:
            folder: Where it is.
            backups: How many of the last versions of each year are kept; the store's own number
                when None.
        """
        self.folder = folder
        self._backups = backups

    def years(self) -> tuple[int, ...]:
        """The fiscal years that have a checklist, the oldest first.

        One whose data file is gone while versions of it are kept counts too: reading it says so.

        Raises:
            DataError: The folder cannot be read.
        """
        try:
            names = [entry.name for entry in os.scandir(self.folder)]
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise self._unreadable(error) from error
        there = _years_of(names, ".json")
        gone = _years_of(names, ".json.backups") - there
        return tuple(sorted(there | {year for year in gone if self._has_versions(year)}))

    def _has_versions(self, year: int) -> bool:
        from ita_tui.store import kept_numbers  # noqa: PLC0415 (a file is rarely gone)

        return bool(kept_numbers(self.folder / f"{year}.json"))

    def store(self, year: int | None = None) -> Store:
        """The store of a fiscal year, the newest when None.

        Raises:
            NoChecklistError: The folder has no checklist.
            UsageError: It has none of that year; the message names those that it has.
            DataError: The folder cannot be read, or everybody may write to it or to the folder
                that holds it.
        """
        years = self.years()
        if not years:
            raise NoChecklistError(
                _("There is no checklist in {folder}; make one with `ita-tui init`.").format(
                    folder=self.folder
                )
            )
        if year is not None and year not in years:
            raise UsageError(
                _("There is no checklist of fiscal year {year} here, only of {years}.").format(
                    year=year, years=", ".join(str(one) for one in years)
                )
            )
        self._must_be_guarded()
        return self._open(years[-1] if year is None else year)

    def create(self, checklist: Checklist, meetings: tuple[Meeting, ...], actor: Actor) -> Snapshot:
        """Begin a checklist in this folder, which is made when it is missing.

        Raises:
            DataError: The year has a checklist already, or the folder cannot be written, or
                everybody may write to it or to the folder that holds it.
        """
        store = self.place(checklist.fiscal_year)
        with store.transaction(actor, creating=True) as transaction:
            transaction.begin(checklist, meetings)
        with closing(store):
            return store.read()

    def place(self, year: int) -> Store:
        """The store of a year that need not be there yet, in a folder that is made when missing.

        Raises:
            DataError: The folder cannot be made, or everybody may write to it or to the folder
                that holds it.
        """
        self._make_folder()
        self._must_be_guarded()
        return self._open(year)

    def _open(self, year: int) -> Store:
        return Store(self.folder / f"{year}.json", kept=self._backups)

    def _make_folder(self) -> None:
        around = (self.folder, *self.folder.parents)
        try:
            missing = list(takewhile(lambda one: not one.exists(), around))
            self.folder.mkdir(parents=True, exist_ok=True)
            if missing:
                self.folder.chmod(FOLDER_MODE)
            for made in missing:
                sync_folder(made.parent)
        except OSError as error:
            raise DataError(
                _("The data folder {folder} cannot be made ({reason}).").format(
                    folder=self.folder, reason=reason(error)
                )
            ) from error

    def _must_be_guarded(self) -> None:
        """Refuse a folder in which everybody could put another file in place of the data."""
        folder = self.folder.resolve()
        try:
            open_to_all = [one for one in (folder, folder.parent) if _is_open_to_all(one)]
        except OSError as error:
            raise self._unreadable(error) from error
        if open_to_all:
            raise DataError(
                _("Everybody may write to the folder {folder}; take that right away.").format(
                    folder=open_to_all[0]
                )
            )

    def _unreadable(self, error: OSError) -> DataError:
        return DataError(
            _("The data folder {folder} cannot be read ({reason}).").format(
                folder=self.folder, reason=reason(error)
            )
        )


def _is_open_to_all(folder: Path) -> bool:
    mode = folder.stat().st_mode
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX


def _years_of(names: list[str], ending: str) -> set[int]:
    """The years of which there is a name with this ending."""
    stems = [name.removesuffix(ending) for name in names if name.endswith(ending)]
    return {
        int(one) for one in stems if len(one) == _YEAR_DIGITS and one.isascii() and one.isdigit()
    }
