"""The last versions of a data file, kept as hard links: a backup costs no copy."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from ita_tui.store.files import make_folder

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 20
"""How many of the last versions are kept."""


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
    """Keep the present version of a data file under its generation, and drop the oldest.

    A file system without hard links keeps no backups; `doctor` says so.

    Raises:
        OSError: The backup could not be made for another reason.
    """
    folder = backups_folder(data_file)
    make_folder(folder)
    target = folder / f"{generation:09d}.json"
    with contextlib.suppress(FileExistsError, PermissionError):
        os.link(data_file, target, follow_symlinks=False)
    for old in backups(data_file)[KEPT:]:
        old.unlink(missing_ok=True)
