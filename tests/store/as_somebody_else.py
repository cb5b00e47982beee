"""A program that acts on a data file as another user of the group, as far as it may become one.

    python -m tests.store.as_somebody_else FOLDER read|write|look|doctor ...

What it says about each task is one line of its output. The folder becomes the current one before
the user changes, so that the folders around it need not let that user through.
"""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

import tinydb  # noqa: F401 (later this user may not be allowed to read the library)

from ita_tui.domain.event import Actor
from ita_tui.errors import ItaError
from ita_tui.services.upkeep.doctor import Level, examine
from ita_tui.services.workspace import Workspace
from ita_tui.store import Store, history, meeting_records  # noqa: F401 (as above)
from ita_tui.store.lock import must_be_writable
from ita_tui.store.transaction import Transaction  # noqa: F401 (as above)

GROUP = 54321
"""A group that no system has; data folders of these tests belong to it."""


def become_nobody() -> None:
    """Give up every right of the administrator; an ordinary user stays who they are."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([GROUP])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    os.umask(0o077)


def act(store: Store, task: str) -> str:
    """Do one task and say how it went."""
    actor = Actor("คนที่สอง", "nobody", "office", "s2")
    try:
        if task == "read":
            return f"read {store.read().generation}"
        if task == "look":
            must_be_writable(store.path)
            return "writable"
        if task == "doctor":
            checks = examine(Workspace(store.path.parent), (2567,))
            return " | ".join(one.message for one in checks if one.level is Level.FAULT)
        with store.transaction(actor) as tx:
            tx.set_field("O1", "remark", f"ครั้งที่ {tx.next_event}")
    except ItaError as error:
        return f"{type(error).__name__} {error.message}"
    else:
        return f"written {tx.next_event - 1}"


def main(folder: str, *tasks: str) -> None:
    """Do all the tasks as somebody else."""
    os.chdir(folder)
    examine(Workspace(Path()), ())  # loads what it needs, as above
    become_nobody()
    store = Store(Path("2567.json"), time_limit=1.0)
    for task in tasks:
        print(act(store, task))


if __name__ == "__main__":
    main(*sys.argv[1:])
