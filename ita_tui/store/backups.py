"""Earlier versions of a data file, kept as hard links: a backup costs no copy.

A version's number is the generation of the data file, which is the name of the backup.
"""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from datetime import date
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.i18n import _, language
from ita_tui.store.document import Document, decode, is_intact
from ita_tui.store.files import make_folder, reason
from ita_tui.store.held import Held
from ita_tui.store.links import linked
from ita_tui.store.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from pathlib import Path

KEPT = 20
"""How many of the last versions are kept where nobody says how many."""

DAYS_KEPT = 7
"""Of how many days with a change the last version is kept beyond that."""

WEEKS_KEPT = 8
"""Of how many weeks with a change the last version is kept beyond that."""

_NAME = re.compile(r"[0-9]{9,}\.json")
_YEAR = r"[0-9]{4}\.json"


def backups_folder(data_file: Path) -> Path:
    """The folder of a data file's backups."""
    return data_file.with_name(data_file.name + ".backups")


def backups(data_file: Path) -> list[Path]:
    """The backups of a data file, the newest first; files of other names are left alone."""
    folder = backups_folder(data_file)
    names = sorted(_names(folder), key=_number, reverse=True)
    return [folder / name for name in names]


def _names(folder: Path) -> list[str]:
    """The names of the backups in a folder; none where it is missing.

    Names, since every read and every commit looks at all of them.
    """
    try:
        names = os.listdir(folder)  # noqa: PTH208 (no path of each is wanted)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [name for name in names if _NAME.fullmatch(name)]


def _number(name: str) -> int:
    return int(name.partition(".")[0])


def kept_numbers(data_file: Path) -> tuple[int, ...]:
    """The numbers of the versions that are kept, the newest first.

    Raises:
        DataError: The folder of the backups cannot be read.
    """
    try:
        names = _names(backups_folder(data_file))
    except OSError as error:
        raise DataError(
            _("The backups in {folder} cannot be read ({reason}).").format(
                folder=backups_folder(data_file), reason=reason(error)
            )
        ) from error
    return tuple(sorted(map(_number, names), reverse=True))


def read_kept(data_file: Path, number: int) -> Snapshot:
    """A version that is kept, with the history that led to it.

    One that was edited by hand is none to go back to: the version after it holds what was
    accepted of the edit.

    Raises:
        FileNotFoundError: There is no version of this number, or no more.
        DamagedDataError: It is not as the program wrote it.
        DataError: It cannot be read.
    """
    path = _path(data_file, number)
    with closing(Held.open(path)) as held:
        try:
            content = held.read()
        except OSError as error:
            raise DataError(
                _("The data file {path} cannot be read ({reason}).").format(
                    path=path, reason=reason(error)
                )
            ) from error
    if not is_intact(content):
        raise DamagedDataError(
            _("The version in {path} is not as the program wrote it.").format(path=path)
        )
    return Snapshot(decode(content, path), data_file)


def newest_good(data_file: Path) -> tuple[int, Snapshot] | None:
    """The newest kept version that can be read, and its number; None when there is none.

    Raises:
        DataError: The folder of the backups cannot be read.
    """
    for number in kept_numbers(data_file):
        with suppress(DataError, FileNotFoundError):  # damaged too, or dropped meanwhile
            return number, read_kept(data_file, number)
    return None


def newer_than(data_file: Path, generation: int) -> int | None:
    """The newest version that is kept, if it is newer than the data file itself, else None.

    A version has the number of the data file where the commit after it did not come about.

    Args:
        data_file: The data file.
        generation: Its version.
    """
    try:
        newest = max(map(_number, _names(backups_folder(data_file))), default=0)
    except OSError:  # who may not look cannot go back either
        return None
    return newest if newest > generation else None


def numbered_anew(version: Snapshot, *, commits: int) -> Snapshot:
    """The same version with a number that is above all that are kept once it is on the disk.

    Args:
        version: The version.
        commits: How many commits make it what is on the disk, each of which counts: one where a
            transaction changes it, none where it is written as it is.
    """
    header = version.tables["header"]["1"]
    numbers = (number + 1 - commits for number in kept_numbers(version.path))
    number = max((header["generation"], *numbers))
    tables = {**version.tables, "header": {"1": {**header, "generation": number}}}
    return Snapshot(Document(tables, intact=not version.edited_by_hand), version.path)


def offer(data_file: Path, *, newer: bool = False) -> str:
    """What to do about a damaged data file: a sentence, empty when no good version is kept.

    Args:
        data_file: It.
        newer: Whether a newer program wrote it, so that updating the program comes first.
    """
    from ita_tui.thai.dates import short_moment  # noqa: PLC0415 (a damaged file is rare)

    try:
        found = newest_good(data_file)
        names = [path.name for path in data_file.parent.iterdir()]
    except (DataError, OSError):  # nothing can be offered; the damage itself is what is told
        found = None
    if found is None:
        return ""
    number, version = found
    newest = next(version.events())
    is_newest_year = not any(re.fullmatch(_YEAR, name) and name > data_file.name for name in names)
    sentence = (
        _(
            "Otherwise `{command}` opens the newest version that this program knows, of {when}; "
            "the newer file is kept beside it."
        )
        if newer
        else _("`{command}` opens the newest good version of {when}.")
    )
    return sentence.format(
        command=f"ita-tui restore --backup {number}"
        + ("" if is_newest_year else f" --year {data_file.stem}"),
        when=short_moment(newest.at, language()),
    )


def _path(data_file: Path, number: int) -> Path:
    return backups_folder(data_file) / f"{number:09d}.json"


def keep(data_file: Path, generation: int) -> None:
    """Keep the present version of a data file under its generation.

    A backup that has this generation already is of a commit that did not come about: the present
    version takes its place. A file system without hard links keeps no backups; `doctor` says so.

    Args:
        data_file: The data file.
        generation: The generation of its present version.

    Raises:
        OSError: The backup could not be made for another reason.
    """
    folder = backups_folder(data_file)
    make_folder(folder)
    target = _path(data_file, generation)
    target.unlink(missing_ok=True)
    linked(data_file, target)


def drop_outdated(data_file: Path, kept: int | None = None) -> None:
    """Drop the versions of a data file that are outdated.

    What cannot be dropped stays until somebody changes the data who can: it does no harm. Another
    process may drop the same at the same time.

    Args:
        data_file: The data file.
        kept: How many of the last versions are kept; `KEPT` when None.
    """
    with suppress(OSError):
        for old in _outdated(backups(data_file), KEPT if kept is None else kept):
            old.unlink(missing_ok=True)


def _outdated(newest_first: list[Path], kept: int) -> list[Path]:
    if len(newest_first) <= kept:
        return []
    written = (path.stat().st_mtime for path in newest_first)
    days = [date.fromtimestamp(moment) for moment in written]  # noqa: DTZ012 (days as they are here)
    weeks = [day.isocalendar()[:2] for day in days]
    staying = _first_of_each(days, DAYS_KEPT) | _first_of_each(weeks, WEEKS_KEPT)
    older = enumerate(newest_first[kept:], start=kept)
    return [path for place, path in older if place not in staying]


def _first_of_each(groups: Sequence[Hashable], count: int) -> set[int]:
    """The place of the first in each of the first so many groups."""
    found: dict[Hashable, int] = {}
    for place, group in enumerate(groups):
        found.setdefault(group, place)
    return set(list(found.values())[:count])
