"""Files that are written whole or not at all, and opened without following links."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.errors import DataError
from ita_tui.i18n import _

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest data file that is read, in bytes."""

FILE_MODE = 0o660
FOLDER_MODE = 0o2770

_ACL = "system.posix_acl_access"
_TEMPORARY = ".tmp-"


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one version of a file from every other, while one of them is held open.

    Attributes:
        device: The device number.
        inode: The inode number.
        size: In bytes.
        modified: The time of the last change, in nanoseconds.
    """

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, status: os.stat_result) -> Identity:
        """The identity in a file's status."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def reason(error: OSError) -> str:
    """The system's own words for an error."""
    return os.strerror(error.errno) if error.errno else str(error)


def open_data(path: Path) -> int:
    """A descriptor of a regular file, opened for reading without following a link.

    Raises:
        FileNotFoundError: There is no such file.
        DataError: It is a link, no regular file, too large, or not readable.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        raise
    except OSError as error:
        why = _("it is a link") if error.errno == errno.ELOOP else reason(error)
        raise DataError(
            _("The data file {path} cannot be read ({reason}).").format(path=path, reason=why)
        ) from error
    try:
        _check_kind(path, os.fstat(descriptor))
    except DataError:
        os.close(descriptor)
        raise
    return descriptor


def _check_kind(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise DataError(_("{path} is not a regular file; nothing was read.").format(path=path))
    if status.st_size > SIZE_LIMIT:
        raise DataError(
            _("The data file {path} is larger than {limit} MiB; nothing was read.").format(
                path=path, limit=SIZE_LIMIT // (1024 * 1024)
            )
        )


def read_all(descriptor: int) -> bytes:
    """Everything in a file, from its beginning."""
    parts = []
    offset = 0
    while part := os.pread(descriptor, 1 << 20, offset):
        parts.append(part)
        offset += len(part)
    return b"".join(parts)


def adopt_access(descriptor: int, model: Path) -> None:
    """Give a file the mode, group and access list of another, whatever the umask says.

    Where the model is missing, the mode is `FILE_MODE`. A group or list that this user may not
    set is left: the mode then keeps strangers out as before.
    """
    try:
        status = model.stat(follow_symlinks=False)
    except FileNotFoundError:
        mode, group = FILE_MODE, None
    else:
        mode, group = stat.S_IMODE(status.st_mode), status.st_gid
    own = os.fstat(descriptor)
    if group is not None and own.st_gid != group:
        with contextlib.suppress(PermissionError):
            os.fchown(descriptor, -1, group)
    if stat.S_IMODE(own.st_mode) != mode and own.st_uid in {os.geteuid(), 0}:
        with contextlib.suppress(PermissionError):
            os.fchmod(descriptor, mode)
    _adopt_list(descriptor, model)


def _adopt_list(descriptor: int, model: Path) -> None:
    if not hasattr(os, "getxattr"):
        return
    unsupported = {errno.ENODATA, errno.ENOTSUP, errno.ENOENT, errno.EPERM}
    try:
        os.setxattr(descriptor, _ACL, os.getxattr(model, _ACL, follow_symlinks=False))
    except OSError as error:
        if error.errno not in unsupported:
            raise


def make_folder(folder: Path) -> None:
    """Make a folder with the mode and group of the one around it, whatever the umask says.

    Raises:
        OSError: It could not be made.
    """
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        adopt_access(descriptor, folder.parent)
    finally:
        os.close(descriptor)


def write_temporary(target: Path, content: bytes, model: Path) -> Path:
    """A new file beside the target with this content, on the disk for certain.

    Args:
        target: The file that it is to replace.
        content: All of it.
        model: The file whose mode, group and access list it gets.

    Raises:
        OSError: It could not be written; nothing is left behind.
    """
    temporary = target.with_name(f"{_TEMPORARY}{target.name}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(temporary, flags, 0o600)
    try:
        adopt_access(descriptor, model)
        view = memoryview(content)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
    return temporary


def sweep(folder: Path) -> int:
    """Remove temporary files, which under the lock can only be a dead process's; how many."""
    leftovers = [path for path in folder.iterdir() if path.name.startswith(_TEMPORARY)]
    for path in leftovers:
        path.unlink(missing_ok=True)
    return len(leftovers)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk for certain.

    Raises:
        OSError: The disk has not confirmed it.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
