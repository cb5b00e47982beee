"""Earlier versions of a data file, kept as hard links: a backup costs no copy."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ita_tui.store.files import make_folder

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from pathlib import Path

KEPT = 20
"""How many of the last versions are kept."""

DAYS_KEPT = 7
"""Of how many days with a change the last version is kept beyond that."""

WEEKS_KEPT = 8
"""Of how many weeks with a change the last version is kept beyond that."""

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EMLINK})
"""How a file system says that it has no hard links, or no more of them for this file."""


def backups_folder(data_file: Path) -> Path:
    """The folder of a data file's backups."""
    return data_file.with_name(data_file.name + ".backups")


def backups(data_file: Path) -> list[Path]:
    """The backups of a data file, the newest first."""
    folder = backups_folder(data_file)
    if not folder.is_dir():
        return []
    found = [entry for entry in folder.iterdir() if entry.suffix == ".json"]
    return sorted(found, key=lambda entry: entry.name, reverse=True)


def keep(data_file: Path, generation: int) -> None:
    """Keep the present version of a data file under its generation, and drop the outdated.

    A backup that has this generation already is of a commit that did not come about, or of a
    version that an older file was put in place of: the present version takes its place. A file
    system without hard links keeps no backups; `doctor` says so.

    Raises:
        OSError: The backup could not be made for another reason.
    """
    folder = backups_folder(data_file)
    make_folder(folder)
    target = folder / f"{generation:09d}.json"
    target.unlink(missing_ok=True)
    try:
        os.link(data_file, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    for old in _outdated(backups(data_file)):
        old.unlink(missing_ok=True)


def _outdated(newest_first: list[Path]) -> list[Path]:
    older = newest_first[KEPT:]
    if not older:
        return []
    written = {path: datetime.fromtimestamp(path.stat().st_mtime, UTC) for path in newest_first}
    days = {path: moment.astimezone().date() for path, moment in written.items()}
    daily = _first_of_each(days.items(), DAYS_KEPT)
    weekly = _first_of_each(
        ((path, day.isocalendar()[:2]) for path, day in days.items()), WEEKS_KEPT
    )
    return [path for path in older if path not in daily | weekly]


def _first_of_each(paths: Iterable[tuple[Path, Hashable]], groups: int) -> set[Path]:
    """The first path of each of the first so many groups."""
    found: dict[Hashable, Path] = {}
    for path, group in paths:
        found.setdefault(group, path)
    return set(list(found.values())[:groups])
