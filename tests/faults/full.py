"""The disk is full after so many bytes or names; then there is room again.

As root it is a small tmpfs of the trial's own, which runs out of pages or of inodes; elsewhere
the limit on the size of a file takes its place.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.acts import CHANGE, template
from tests.faults.failing import judged
from tests.faults.namespace import apart, barred
from tests.faults.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Fill = Callable[[Path, int], None]

PAGE = os.sysconf("SC_PAGESIZE")
LIMITS = "size=1m,nr_inodes=64,mode=700"
SEVERAL_PAGES = "ก" * (PAGE // 2)
"""With it in the file, a write may stop short before the disk is full."""

STEPS = 10
"""The most pages, or inodes, that are left for a commit; it needs fewer."""


def disk(folder: Path, count: int, seed: int) -> Report:
    """Fill the disk so many times, each time to another measure, and make room again."""
    if why := barred():
        report = sized(folder, count, seed)
        report.note = f"{why}: by the limit on the size of a file"
        return report
    return apart("full.small", folder, count, seed)


def small(folder: Path, count: int, seed: int) -> Report:
    """The trials on a tmpfs; in a namespace of its own, which takes it along when it ends."""
    place = folder / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", LIMITS, "tmpfs", str(place)]
    subprocess.run(command, check=True, stdout=sys.stderr)
    start = template(CHANGE, folder)
    edit(Store(start), sample.ACTOR, "O6", [Edit("remark", SEVERAL_PAGES)])
    filler = place / "filler"
    report = Report()
    for turn in range(count):
        path = sample.copy(start, place / "trial")
        left = (seed + turn // 2) % STEPS
        fill = _fill_pages if turn % 2 else _fill_names

        def trouble(path: Path = path, left: int = left, fill: Fill = fill) -> None:
            fill(filler, left)
            try:
                CHANGE.do(path)
            finally:
                _empty(filler)

        report.judge(f"{fill.__name__}, {left} left", judged(path, CHANGE, trouble))
    return report


def _fill_pages(filler: Path, left: int) -> None:
    """Take all the pages of a disk but so many."""
    filler.mkdir()
    free = os.statvfs(filler).f_bavail
    with (filler / "0").open("wb") as file:
        file.write(bytes(PAGE * max(0, free - left)))


def _fill_names(filler: Path, left: int) -> None:
    """Take all the inodes of a disk but so many."""
    filler.mkdir()
    for number in range(max(0, os.statvfs(filler).f_favail - left)):
        (filler / str(number)).touch()


def _empty(filler: Path) -> None:
    for path in filler.iterdir():
        path.unlink()
    filler.rmdir()


def sized(folder: Path, count: int, seed: int) -> Report:
    """The trials by the limit on the size of a file."""
    start = template(CHANGE, folder)
    most = start.stat().st_size + 1000
    chance = random.Random(seed)
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    report = Report()
    for _turn in range(count):
        path = sample.copy(start, folder / "trial")
        room = chance.randrange(most)

        def trouble(path: Path = path, room: int = room) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, unlimited[1]))
            try:
                CHANGE.do(path)
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)

        report.judge(f"room for {room} bytes", judged(path, CHANGE, trouble))
    return report
