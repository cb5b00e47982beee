"""Files that are written whole or not at all, for everybody who may read the old ones."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING

from ita_tui.errors import DataError
from ita_tui.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest data file that is read or written, in bytes."""

FILE_MODE = 0o660
"""The group writes too; nobody else may even read."""

FOLDER_MODE = 0o2770
"""The same for a data folder, whose group every new file in it gets."""

_ACL = "system.posix_acl_access"
_TEMPORARY = ".tmp-"


SYSTEM_WORDS = (
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Is a directory"),
    N_("Directory not empty"),
    N_("File exists"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("File too large"),
    N_("Input/output error"),
    N_("Too many open files"),
    N_("No locks available"),
    N_("Resource temporarily unavailable"),
    N_("Device or resource busy"),
    N_("Stale file handle"),
    N_("Operation not supported"),
    N_("Function not implemented"),
    N_("Invalid argument"),
)
"""What Linux says most often, letter by letter; anything else stays in the system's words."""


def reason(error: OSError) -> str:
    """The system's words for an error, in the language in use where the catalogue has them."""
    return _(os.strerror(error.errno)) if error.errno else str(error)


def let_go(descriptor: int) -> None:
    """Close a descriptor that has nothing more to tell.

    What was read through it is read and what was written is synced, so a failing close changes
    neither.
    """
    with contextlib.suppress(OSError):
        os.close(descriptor)


def is_there(path: Path) -> bool:
    """Whether a name stands for anything, a link without a target included.

    Raises:
        OSError: It cannot be told: that is no reason to take the name for a free one.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def check_size(path: Path, size: int) -> None:
    """Refuse to write what would be too large to be read again.

    Raises:
        DataError: The size, in bytes, is over the limit.
    """
    if size > SIZE_LIMIT:
        raise DataError(
            _("The data file {path} would be larger than {limit} MiB; nothing was written.").format(
                path=path, limit=SIZE_LIMIT // (1024 * 1024)
            )
        )


def adopt_access(descriptor: int, model: Path) -> None:
    """Give a file the mode, group and access list of another, whatever the umask says.

    Where the model is missing, or is of another kind, such as a link that everybody may use, the
    mode is `FILE_MODE`. A group or list that this user may not set is left: the mode then keeps
    strangers out as before.
    """
    own = os.fstat(descriptor)
    mode, group = FILE_MODE, own.st_gid
    with contextlib.suppress(FileNotFoundError):
        status = model.stat(follow_symlinks=False)
        if stat.S_IFMT(status.st_mode) == stat.S_IFMT(own.st_mode):
            mode, group = stat.S_IMODE(status.st_mode), status.st_gid
            _adopt_list(descriptor, model)
    if own.st_gid != group:
        with contextlib.suppress(PermissionError):
            os.fchown(descriptor, -1, group)
    if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
        with contextlib.suppress(PermissionError):
            os.fchmod(descriptor, mode)


def _adopt_list(descriptor: int, model: Path) -> None:
    """Give a file the access list of another, or none: its folder may have given it one."""
    if not hasattr(os, "getxattr"):
        return
    wanted = b""
    with _where_lists_are_missing():
        wanted = os.getxattr(model, _ACL, follow_symlinks=False)
    with _where_lists_are_missing():
        if wanted:
            os.setxattr(descriptor, _ACL, wanted)
        else:
            os.removexattr(descriptor, _ACL)


@contextlib.contextmanager
def _where_lists_are_missing() -> Iterator[None]:
    """Go on where there is no list, or may be none, or where it is not ours to change."""
    try:
        yield
    except OSError as error:
        if error.errno not in {errno.ENODATA, errno.ENOTSUP, errno.ENOENT, errno.EPERM}:
            raise


def make_folder(folder: Path) -> None:
    """Make a folder with the mode and group of the one around it, whatever the umask says.

    It gets its name last, so that a killed process leaves no folder that locks colleagues out.
    Several processes may make it at once.

    Raises:
        OSError: It could not be made.
    """
    while not folder.is_dir():
        try:
            _make_folder(folder)
        except FileNotFoundError:  # swept away by a writer, unless there is nowhere to make it
            if not folder.parent.is_dir():
                raise


def _make_folder(folder: Path) -> None:
    temporary = _temporary(folder)
    temporary.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(temporary, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        adopt_access(descriptor, folder.parent)
    finally:
        let_go(descriptor)
    try:
        temporary.rename(folder)
    except OSError:
        temporary.rmdir()
        if not folder.is_dir():  # and so nobody else made it meanwhile
            raise
    sync_folder(folder.parent)


def _temporary(target: Path) -> Path:
    return target.with_name(f"{_TEMPORARY}{target.name}.{os.getpid()}")


def write_temporary(target: Path, content: bytes, model: Path, *, synced: bool = True) -> Path:
    """A new file beside the target with this content, on the disk for certain.

    Args:
        target: The file that it is to replace.
        content: All of it.
        model: The file whose mode, group and access list it gets.
        synced: Whether it is on the disk for certain; else the system writes it in its own time.

    Raises:
        OSError: It could not be written; nothing is left behind.
    """
    temporary = _temporary(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(temporary, flags, 0o600)
    try:
        adopt_access(descriptor, model)
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
        if synced:
            os.fsync(descriptor)
    except BaseException:
        discard(temporary)
        raise
    finally:
        let_go(descriptor)
    return temporary


def discard(temporary: Path) -> None:
    """Remove a temporary file that is of no more use; what stays, the next sweep removes."""
    with contextlib.suppress(OSError):
        temporary.unlink()


def sweep(folder: Path, name: str = "") -> None:
    """Remove what a dead process left, which under the lock is any temporary file.

    Args:
        folder: Where to look.
        name: The file that the lock guards: the temporary files of others in the same folder
            belong to other locks. Everything temporary when empty.

    Raises:
        OSError: Something could not be removed.
    """
    for path in folder.iterdir():
        if not path.name.startswith(f"{_TEMPORARY}{name}"):
            continue
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk for certain.

    Raises:
        OSError: The disk has not confirmed it.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        let_go(descriptor)
