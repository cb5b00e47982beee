"""A small data file whose next commit makes, or has made, every kind of file there is."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pydantic  # noqa: F401 (imported before any system call is made to fail)

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist
from ita_tui.domain.event import Actor
from ita_tui.domain.framework import Framework, FrameworkItem
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store, backups, history
from ita_tui.store.transaction import Transaction  # noqa: F401 (as above)

if TYPE_CHECKING:
    from pathlib import Path

ACTOR = Actor("กองคลัง", "tester", "office", "s1")
CODES = tuple(f"O{number}" for number in range(1, 9))
CHECKLIST = Checklist.from_framework(
    Framework(
        2566,
        "ชุดตัวชี้วัดตัวอย่าง",
        "เทศบาล",
        (Category("9.1", "ข้อมูลพื้นฐาน"),),
        tuple(FrameworkItem(code, f"ข้อที่ {code}", "9.1") for code in CODES),
    ),
    "เทศบาลตัวอย่าง",
    2567,
)


_LIMITS = [
    (module, name, getattr(module, name))
    for module, names in (
        (history, ("TAIL_LIMIT", "SEGMENT_SIZE")),
        (backups, ("KEPT", "DAYS_KEPT", "WEEKS_KEPT")),
    )
    for name in names
]
"""How long the parts of a history are, and how many versions are kept, in the program itself."""


def shorten() -> None:
    """Make tails, segments and backups so few that every few commits make and drop some."""
    history.TAIL_LIMIT = 6
    history.SEGMENT_SIZE = 3
    backups.KEPT = 3
    backups.DAYS_KEPT = backups.WEEKS_KEPT = 1


def lengthen() -> None:
    """Make them as they are in the program itself."""
    for module, name, value in _LIMITS:
        setattr(module, name, value)


def make(folder: Path, changes: int) -> Path:
    """A new data file in a new folder with so many changes; the file."""
    folder.mkdir(parents=True)
    path = folder / "2567.json"
    store = Store(path)
    with store.transaction(ACTOR, creating=True) as tx:
        tx.begin(CHECKLIST, ())
    for number in range(changes):
        edit(store, ACTOR, CODES[number % 3], [Edit("remark", f"ก่อน {number}")])
    return path


def copy(template: Path, folder: Path) -> Path:
    """A copy of a data file's folder in place of another; the file in it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template.parent, folder)
    return folder / template.name
