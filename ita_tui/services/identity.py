"""Who is acting: the Unix user for certain, the given name beside it."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

from ita_tui.domain.event import Actor
from ita_tui.domain.text import clean

_START_TIME_FIELD = 19
"""The field of /proc/PID/stat after the command's name: when the process began (proc(5), 22)."""


def acting(name: str, *, session: str | None = None) -> Actor:
    """The person in front.

    Args:
        name: The name given by `--as`; empty without one.
        session: What tells this running program from others; the login session when None, so
            that what one command did, the next in the same terminal can undo.
    """
    return Actor(
        name=clean(name).strip(),
        unix_user=_unix_user(),
        origin=_origin(),
        session=_login_session() if session is None else session,
    )


def program_session() -> str:
    """What tells this running program from every other."""
    return f"{os.getpid()}-{os.urandom(4).hex()}"


def _unix_user() -> str:
    """From the user id: the environment can say anything."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _origin() -> str:
    """The address of the SSH client, else this host."""
    client = os.environ.get("SSH_CONNECTION", "").split()
    return f"ssh {clean(client[0])}" if client else clean(os.uname().nodename)


def _login_session() -> str:
    """The terminal session, told from a later one with the same number by when it began."""
    leader = os.getsid(0)
    try:
        status = Path(f"/proc/{leader}/stat").read_text("utf-8", "replace")
    except OSError:
        return f"sid-{leader}"
    began = status.rpartition(")")[2].split()[_START_TIME_FIELD]
    return f"sid-{leader}-{began}"
