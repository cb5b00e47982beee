"""Several Unix users of one group, each with a umask that lets nobody see anything."""

from __future__ import annotations

import json
import os
import stat
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.domain.event import Actor
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store
from ita_tui.store.files import FILE_MODE, FOLDER_MODE
from tests.faults import sample
from tests.faults.children import forked, joined
from tests.faults.report import Report
from tests.faults.truth import kept_versions, leftovers, narrowed, whole

if TYPE_CHECKING:
    from typing import TextIO

GROUP = 54321
USERS = (61001, 61002, 61003)
"""A group and users that no system has."""

PATIENCE = 60.0


def become(user: int) -> None:
    """Be an ordinary user of the group, if this process may choose who it is."""
    if os.geteuid() == 0:
        os.setgroups([GROUP])
        os.setgid(user)
        os.setuid(user)
    os.umask(0o077)


def member(folder: Path, user: int, changes: int, told: TextIO) -> None:
    """Commit so many changes as this user, and tell of them."""
    os.chdir(folder)
    become(user)
    actor = Actor("", str(user), "office", f"s{user}")
    store = Store(Path("2567.json"), time_limit=PATIENCE)
    for turn in range(changes):
        store.read()
        code = sample.CODES[turn % len(sample.CODES)]
        outcome = edit(store, actor, code, [Edit("remark", f"{user} {turn}")])
        told.write(json.dumps([outcome.events[0].seq, str(user)]) + "\n")
    told.flush()


def members(folder: Path, count: int, seed: int) -> Report:
    """Let the users commit so many changes together; the rights of all files stay theirs."""
    del seed  # which of them comes next is chance enough
    data = folder / "data"
    path = sample.make(data, 0)
    _hand_over(data)
    changes = -(-count // len(USERS))
    with ExitStack() as files:
        notes = {
            user: files.enter_context((folder / f"told-{user}").open("w+", encoding="utf-8"))
            for user in USERS
        }
        children = {
            user: forked(partial(member, data, user, changes, told)) for user, told in notes.items()
        }
        failed = [user for user, child in children.items() if joined(child)]
        for told in notes.values():
            told.seek(0)
        lines = [json.loads(line) for told in notes.values() for line in told]
    report = Report(len(lines), [f"user {user} was locked out" for user in failed])
    if os.geteuid() != 0:
        report.note = "not root: all as one user"
    found, events = whole(path)
    made = [[event.seq, event.unix_user] for event in events[1:]]
    if sorted(lines) != made:
        report.wrong.append("the history is not what was told of")
    found = found or kept_versions(path)
    report.wrong += [found] if found else []
    report.wrong += narrowed(path)
    rights = [stat.S_IMODE(one.stat().st_mode) for one in (data, path, data / "2567.json.lock")]
    if rights != [FOLDER_MODE, FILE_MODE, FILE_MODE]:
        report.wrong.append(f"the rights are {[oct(mode) for mode in rights]}")
    report.wrong += [f"{name} was left behind" for name in leftovers(data)]
    return report


def _hand_over(data: Path) -> None:
    """Give a data folder and all in it to the group, as `ita-tui init` makes them."""
    for path in (*data.rglob("*"), data):
        if os.geteuid() == 0:
            os.chown(path, -1, GROUP)
        path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)
