"""A data file that is held open: what was read from it, and whether it is still the one in place.

Holding it open matters: without that, its inode number would be given again to a newer version,
and the change would be missed.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.i18n import _
from ita_tui.store.files import SIZE_LIMIT, let_go, reason

if TYPE_CHECKING:
    from pathlib import Path

_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
_PART = 1 << 20


class Held(NamedTuple):
    """A regular file, opened for reading without following a link.

    Attributes:
        descriptor: Its file descriptor.
        identity: Device, inode, size and time of the last change, in nanoseconds, as they were
            before anything was read: a file changed in place is another one too.
    """

    descriptor: int
    identity: tuple[int, int, int, int]

    @classmethod
    def open(cls, path: Path) -> Held:
        """Open a file.

        Raises:
            FileNotFoundError: There is no such file.
            DamagedDataError: It is no regular file, or too large.
            DataError: It is not readable.
        """
        try:
            descriptor = os.open(path, _FLAGS)
        except FileNotFoundError:
            raise
        except OSError as error:
            if error.errno == errno.ELOOP:
                raise DamagedDataError(unreadable(path, _("it is a link")).message) from error
            if error.errno == errno.ENXIO:  # a socket
                raise _irregular(path) from error
            raise unreadable(path, reason(error)) from error
        try:
            status = os.fstat(descriptor)
            _check_kind(path, status)
        except OSError as error:
            let_go(descriptor)
            raise unreadable(path, reason(error)) from error
        except DataError:
            let_go(descriptor)
            raise
        return cls(descriptor, _identity(status))

    def read(self) -> bytes:
        """Everything in the file, from its beginning.

        Raises:
            OSError: It could not be read.
        """
        parts = []
        offset = 0
        while part := os.pread(self.descriptor, _PART, offset):
            parts.append(part)
            offset += len(part)
        return b"".join(parts)

    def is_at(self, path: Path) -> bool:
        """Whether this file, unchanged, is the one in place; costs one stat.

        Raises:
            OSError: The file in place cannot be looked at.
        """
        try:
            return _identity(path.stat(follow_symlinks=False)) == self.identity
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Let go of it."""
        let_go(self.descriptor)


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def unreadable(path: Path, why: str) -> DataError:
    """The error for a data file that cannot be read, and why."""
    return DataError(
        _("The data file {path} cannot be read ({reason}).").format(path=path, reason=why)
    )


def _irregular(path: Path) -> DamagedDataError:
    return DamagedDataError(_("{path} is not a regular file; nothing was read.").format(path=path))


def _check_kind(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise _irregular(path)
    if status.st_size > SIZE_LIMIT:
        raise DamagedDataError(
            _("The data file {path} is larger than {limit} MiB; nothing was read.").format(
                path=path, limit=SIZE_LIMIT // (1024 * 1024)
            )
        )
