"""The power is cut: a file system on a loop device stops at once, and is mounted again.

What the kernel had not yet given to the disk is lost, as its journal has it. Only a file system
that lies on a loop device is ever stopped.
"""

from __future__ import annotations

import fcntl
import os
import random
import signal
import struct
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from tests.faults import sample
from tests.faults.children import ended, forked, let_pass, told
from tests.faults.namespace import apart, barred
from tests.faults.report import Report
from tests.faults.writing import Told, heard, verdict, write_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHUTDOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN (linux/fs/ext4: `_IOR('X', 125, __u32)`)."""

WITHOUT_JOURNAL, WITH_JOURNAL = 2, 1
"""Whether what stands in the journal in memory is still written first."""

LOOP_MAJOR = 7
"""The number of the loop devices (Linux, admin-guide/devices.txt)."""

SIZE = 32 << 20
PATIENCE = 20.0
"""How many seconds a writer may take until its first change."""

ROUND = 0.04
"""How many seconds a writer works at most before the power is cut."""


def cuts(folder: Path, count: int, seed: int) -> Report:
    """Cut the power so many times; all that was confirmed must be there afterwards."""
    if why := barred():
        return Report(note=why)
    return apart("power.inside", folder, count, seed)


def inside(folder: Path, count: int, seed: int) -> Report:
    """The trials; in a mount namespace of their own, which ends with this process."""
    image, place = folder / "image", folder / "place"
    with image.open("wb") as file:
        file.truncate(SIZE)
    place.mkdir()
    _run("mkfs.ext4", "-q", "-F", str(image))
    try:
        with mounted(image, place):
            path = sample.make(place / "data", 0)
    except subprocess.CalledProcessError as error:
        return Report(note=f"no loop device: {error}")
    chance = random.Random(seed)
    report = Report()
    so_far: Told = []
    for turn in range(count):
        how = chance.choice((WITHOUT_JOURNAL, WITHOUT_JOURNAL, WITH_JOURNAL))
        with mounted(image, place):
            so_far += _cut(path, place, f"{seed}.{turn}", how, chance.uniform(0, ROUND))
        with mounted(image, place):
            report.judge(f"cut {turn}, {how}", verdict(path, so_far))
    if len(so_far) < count:
        report.wrong.append(f"only {len(so_far)} changes were told of")
    return report


def _cut(path: Path, place: Path, seed: str, how: int, delay: float) -> Told:
    """Let a writer work, and stop its file system; what it told of."""
    reading, writing = os.pipe()
    child = forked(partial(write_on, path, writing, seed))
    os.close(writing)
    told(reading, PATIENCE)
    let_pass(delay)
    stop(place, how)
    ended(child, signal.SIGKILL)
    return heard(reading)


def stop(place: Path, how: int) -> None:
    """Stop the file system that is mounted at a place; it must lie on a loop device."""
    descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY)
    try:
        device = os.fstat(descriptor).st_dev
        if os.major(device) != LOOP_MAJOR or device == place.parent.stat().st_dev:
            raise RuntimeError(f"{place} does not lie on a loop device of its own")
        fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", how))
    finally:
        os.close(descriptor)


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[None]:
    """A file system, there for a while."""
    _run("mount", "-o", "loop", str(image), str(place))
    try:
        yield
    finally:
        _run("umount", str(place))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=sys.stderr)
