"""One kernel lock for each data file: it frees itself when its holder dies, even by kill -9.

The lock is `flock` on a sibling file that is never renamed or removed. Libraries that do this
create their file unreadable for the group, or fall back to a lock that outlives its holder.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.errors import BusyError, DataError
from ita_tui.i18n import _
from ita_tui.store.files import adopt_access, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIME_LIMIT = 10.0
"""How many seconds a writer waits for another before it gives up."""

_RETRY = 0.01
_NAME_LIMIT = 200


@contextmanager
def locked(data_file: Path, holder: str, time_limit: float = TIME_LIMIT) -> Iterator[None]:
    """Hold the lock of a data file.

    Args:
        data_file: The file that the lock guards; the lock lies beside it.
        holder: Who is told to others that wait.
        time_limit: How many seconds to wait.

    Raises:
        BusyError: Somebody else held it all that time.
        DataError: The lock cannot be opened, or this file system has no locks.
    """
    path = data_file.with_name(data_file.name + ".lock")
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o660)
    except OSError as error:
        raise DataError(
            _("The data folder {folder} cannot be written ({reason}).").format(
                folder=data_file.parent, reason=reason(error)
            )
        ) from error
    try:
        _wait(lock, path, time_limit)
        _sign(lock, data_file, holder)
        yield
    finally:
        os.close(lock)


def _wait(lock: int, path: Path, time_limit: float) -> None:
    """Take the lock, trying again for a while."""
    deadline = time.monotonic() + time_limit
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in {errno.EAGAIN, errno.EACCES, errno.EINTR}:
                raise DataError(
                    _("{path} cannot be locked ({reason}): the data is read-only here.").format(
                        path=path, reason=reason(error)
                    )
                ) from error
        else:
            return
        if time.monotonic() >= deadline:
            raise BusyError(
                _("Somebody else is writing ({holder}); try again in a moment.").format(
                    holder=_holder(lock)
                )
            )
        time.sleep(_RETRY)  # between two tries for the lock


def _holder(lock: int) -> str:
    return clean(os.pread(lock, _NAME_LIMIT, 0).decode("utf-8", "replace").strip()) or "?"


def _sign(lock: int, data_file: Path, holder: str) -> None:
    """Write who holds the lock; a courtesy, so a full disk does not matter here."""
    adopt_access(lock, data_file)
    try:
        os.ftruncate(lock, 0)
        os.pwrite(lock, holder.encode("utf-8", "replace")[:_NAME_LIMIT], 0)
    except OSError as error:
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EIO}:
            raise
