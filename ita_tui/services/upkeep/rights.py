"""Who may read and write a data folder: nobody but its owner and its group."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.services.upkeep.check import Check, Level
from ita_tui.store.backups import backups_folder
from ita_tui.store.files import reason
from ita_tui.store.segments import segments_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_OTHERS = stat.S_IRWXO
_GROUP_FILE = stat.S_IRGRP | stat.S_IWGRP
_OWNER_FILE = stat.S_IRUSR | stat.S_IWUSR


def rights(folder: Path, data_files: Sequence[Path]) -> Iterator[Check]:
    """What others than the owner and the group may do with the folder and its files.

    Args:
        folder: The data folder.
        data_files: The data files in it.
    """
    name = _("Rights")
    parent = folder.resolve().parent
    if _open_to_all(parent.stat().st_mode):
        yield Check(
            name,
            Level.FAULT,
            _(
                "Everybody may write to {folder} and so put another data folder in place of this "
                "one; take that right away."
            ).format(folder=parent),
        )
    wrong = [path for path, _mode, _better in _to_mend(folder, data_files)]
    if not wrong:
        yield Check(name, Level.OK, _("Only the owner and the group may open the data."))
        return
    writable = any(path.stat().st_mode & stat.S_IWOTH for path in wrong)
    yield Check(
        name,
        Level.FAULT if writable else Level.NOTE,
        (
            _("Everybody may change {path}; `ita-tui doctor --repair` mends it ({count} in all).")
            if writable
            else _(
                "{path} has other rights than its owner and its group need; "
                "`ita-tui doctor --repair` mends it ({count} in all)."
            )
        ).format(path=wrong[0], count=len(wrong)),
    )


def mend(folder: Path, data_files: Sequence[Path]) -> Iterator[str]:
    """Take every right from others, and give the group of a shared folder its own.

    What belongs to somebody else stays as it is.

    Yields:
        What was mended, and what could not be, each as a sentence.
    """
    for path, _mode, better in _to_mend(folder, data_files):
        flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        try:
            descriptor = os.open(path, flags)
            try:
                os.fchmod(descriptor, better)
            finally:
                os.close(descriptor)
        except OSError as error:
            sentence = _("The rights of {path} cannot be mended ({reason}); ask its owner.")
            yield sentence.format(path=path, reason=reason(error))
        else:
            yield _("Mended the rights of {path}.").format(path=path)


def _to_mend(folder: Path, data_files: Sequence[Path]) -> list[tuple[Path, int, int]]:
    """What has wrong rights: its path, its mode, and the mode that it should have."""
    shared = bool(folder.stat().st_mode & stat.S_ISGID)
    found = []
    for path in (folder, *_belonging(data_files)):
        mode = path.stat(follow_symlinks=False).st_mode
        better = _better(mode, shared=shared)
        known = stat.S_ISREG(mode) or stat.S_ISDIR(mode)  # what else there is, nobody may use
        if known and stat.S_IMODE(mode) != better:
            found.append((path, stat.S_IMODE(mode), better))
    return found


def _better(mode: int, *, shared: bool) -> int:
    wanted = _OWNER_FILE | (_GROUP_FILE if shared else 0)
    if stat.S_ISDIR(mode):
        wanted |= stat.S_IXUSR | (stat.S_IXGRP if shared else 0)
    return (stat.S_IMODE(mode) | wanted) & ~_OTHERS


def _belonging(data_files: Sequence[Path]) -> Iterator[Path]:
    """The data files, their locks, and what lies in the folders beside them."""
    for data_file in data_files:
        lock = data_file.with_name(data_file.name + ".lock")
        yield from (path for path in (data_file, lock) if path.exists())
        for beside in (segments_folder(data_file), backups_folder(data_file)):
            if beside.is_dir():
                yield beside
                yield from sorted(beside.iterdir())


def _open_to_all(mode: int) -> bool:
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX
