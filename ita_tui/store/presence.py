"""Who has this checklist open now: a lock file for each running screen.

The kernel frees the lock when its holder dies, even by kill -9, so there are no ghosts and no
heartbeats. What is written inside is a courtesy for the others' screens.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.store.files import adopt_access, make_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor

_READ_LIMIT = 1000
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has the checklist open.

    Attributes:
        name: The name that others see.
        unix_user: The Unix user.
        origin: The host, or the address of the SSH client.
    """

    name: str
    unix_user: str
    origin: str


class Presence:
    """This running screen among the others that have the same data file open."""

    def __init__(self, data_file: Path, actor: Actor) -> None:
        """Name the file and who sits in front; nothing is written yet."""
        self._folder = data_file.with_name(data_file.name + ".present")
        self._model = data_file
        self._own = self._of(actor.session)
        self._actor = actor
        self._lock: int | None = None

    def _of(self, session: str) -> Path:
        return self._folder / f"{clean(session).replace('/', '_')}.json"

    def enter(self) -> None:
        """Tell the others.

        Raises:
            OSError: The folder cannot be written, or has no locks: the others do not see us.
        """
        make_folder(self._folder)
        # Between making the file and locking it, another screen may take it for a dead one's.
        for _attempt in range(_ATTEMPTS):
            if self._take():
                return
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(self._own))

    def _take(self) -> bool:
        """Make the file, lock it and sign it; whether it is still there afterwards."""
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        lock = os.open(self._own, flags, 0o600)
        try:
            adopt_access(lock, self._model)
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            actor = self._actor
            person = {"name": actor.shown, "unix_user": actor.unix_user, "origin": actor.origin}
            os.pwrite(lock, json.dumps(person).encode(), 0)
            there = os.fstat(lock).st_nlink > 0
        except BlockingIOError:
            there = False
        except OSError:
            os.close(lock)
            raise
        if there:
            self._lock = lock
        else:
            os.close(lock)
        return there

    def leave(self) -> None:
        """Tell the others that we are gone."""
        if self._lock is not None:
            with suppress(OSError):  # the folder may be gone or read-only by now
                self._own.unlink()
            os.close(self._lock)
            self._lock = None

    def has(self, session: str) -> bool:
        """Whether another screen is open, by its session."""
        path = self._of(session)
        return path != self._own and _alive(path) is not None

    def others(self) -> tuple[Person, ...]:
        """Who else has it open, by name; what a dead screen left is swept."""
        try:
            found = sorted(self._folder.iterdir())
        except OSError:
            return ()
        people = (_alive(path) for path in found if path != self._own)
        return tuple(person for person in people if person is not None)


def _alive(path: Path) -> Person | None:
    """Who holds the lock of a file; None, and the file is removed, when nobody does."""
    try:
        lock = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _person(os.pread(lock, _READ_LIMIT, 0))
    except OSError:
        return None
    else:
        with suppress(OSError):  # somebody else swept it, or may and we may not
            path.unlink()
        return None
    finally:
        os.close(lock)


def _person(content: bytes) -> Person | None:
    """Who a file names; None while its screen is still writing it."""
    try:
        found = json.loads(content)
        texts = (clean(str(found[key])) for key in ("name", "unix_user", "origin"))
        return Person(*texts)
    except (ValueError, KeyError, TypeError):
        return None
