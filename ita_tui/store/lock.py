"""One kernel lock for each data file: it frees itself when its holder dies, even by kill -9.

The lock is `flock` on a sibling file that is never renamed or removed. Libraries that do this
create their file unreadable for the group, or fall back to a lock that outlives its holder.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.errors import BusyError, DataError
from ita_tui.i18n import _
from ita_tui.store.files import adopt_access, let_go, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TIME_LIMIT = 10.0
"""How many seconds a writer waits for another before it gives up."""

_RETRY = 0.01
_NAME_LIMIT = 200
_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EINTR})
"""How a system says that somebody else holds a lock, or that it was disturbed."""


@contextlib.contextmanager
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
    lock = _open(path, data_file)
    try:
        _wait(lock, path, time_limit)
        _sign(lock, holder)
        yield
    finally:
        let_go(lock)


def must_be_writable(data_file: Path) -> None:
    """Refuse where this person could write nothing now; the lock is not taken.

    Raises:
        DataError: The folder or the lock cannot be written, or this file system has no locks.
    """
    folder, lock = data_file.parent, data_file.with_name(data_file.name + ".lock")
    for what, needed in ((folder, os.W_OK | os.X_OK), (lock, os.R_OK | os.W_OK)):
        if os.path.lexists(what) and not os.access(what, needed):
            raise _unusable(lock, what, OSError(_why_not(folder), ""))
    # Any file tells whether there are locks; on this one nobody waits.
    try:
        descriptor = os.open(data_file, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError:  # which reading tells of
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise _without_locks(lock, error) from error
    finally:
        let_go(descriptor)


def _why_not(folder: Path) -> int:
    """The error that writing would meet in a folder where it is not allowed."""
    return errno.EROFS if os.statvfs(folder).f_flag & os.ST_RDONLY else errno.EACCES


def _open(path: Path, data_file: Path) -> int:
    """A descriptor of the lock file, which is made when it is missing, for the group to use."""
    try:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o660)
    except OSError as error:
        raise _unusable(path, path if os.path.lexists(path) else data_file.parent, error) from error
    try:
        adopt_access(lock, data_file)
    except OSError as error:
        let_go(lock)
        raise _unusable(path, path, error) from error
    return lock


def _unusable(lock: Path, what: Path, error: OSError) -> DataError:
    """The error for a lock that cannot be used, because of itself or of the folder around it."""
    if error.errno == errno.ELOOP:
        return DataError(_("The lock {path} is a link; nothing was written.").format(path=lock))
    sentence = (
        _("The lock {path} cannot be written ({reason}): the data is read-only here.")
        if what == lock
        else _("The data folder {path} cannot be written ({reason}): the data is read-only here.")
    )
    return DataError(sentence.format(path=what, reason=reason(error)))


def _without_locks(lock: Path, error: OSError) -> DataError:
    return DataError(
        _("{path} cannot be locked ({reason}): the data is read-only here.").format(
            path=lock, reason=reason(error)
        )
    )


def _wait(lock: int, path: Path, time_limit: float) -> None:
    """Take the lock, trying again for a while."""
    deadline = time.monotonic() + time_limit
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _HELD:
                raise _without_locks(path, error) from error
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
    """Who holds the lock, as far as can be told."""
    try:
        signed = os.pread(lock, _NAME_LIMIT, 0)
    except OSError:
        return "?"
    return clean(signed.decode("utf-8", "replace").strip()) or "?"


def _sign(lock: int, holder: str) -> None:
    """Write who holds the lock; a courtesy, so a full disk does not matter here.

    The name is as long as any, so that nothing of a longer one is left behind it; and whoever
    held the lock last needs not write it again.
    """
    name = holder.encode("utf-8", "replace")[:_NAME_LIMIT].decode("utf-8", "ignore").encode()
    signed = name.ljust(_NAME_LIMIT)
    with contextlib.suppress(OSError):
        if os.pread(lock, _NAME_LIMIT, 0) != signed:
            os.pwrite(lock, signed, 0)
