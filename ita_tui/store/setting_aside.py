"""Keeping what gives way to something else: beside it, under a name that nothing has yet."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

from ita_tui.store.files import discard, is_there, sync_folder, write_temporary
from ita_tui.store.held import Held
from ita_tui.store.links import linked
from ita_tui.store.segments import segments

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ita_tui.store.snapshot import Snapshot


def put_segments_aside(before: Snapshot, named: Callable[[Path], Path]) -> None:
    """Keep under other names what a version does not know of the history: it is of others.

    Args:
        before: The version.
        named: The name under which a file is kept.

    Raises:
        OSError: It could not be kept.
    """
    for segment in segments(before.path):
        if segment.last >= before.tables["header"]["1"]["next_event"]:
            put_aside(segment.path, named(segment.path))


def aside(path: Path, now: datetime, word: str = "damaged") -> Path:
    """Where a file is kept that gives way to another: beside, under a name that nothing has yet.

    Args:
        path: The file.
        now: The time, in UTC; it stands in the name.
        word: Why it gives way.

    Raises:
        OSError: It cannot be told what is free.
    """
    first = path.with_name(f"{path.name}.{word}-{now:%Y%m%dT%H%M%SZ}")
    names = (first.name if n == 1 else f"{first.name}-{n}" for n in count(1))
    return next(other for name in names if not is_there(other := first.with_name(name)))


def put_aside(path: Path, target: Path) -> None:
    """Keep a file under another name as well, for certain, before something takes its place.

    A folder has one name only: it is away from its place then.

    Raises:
        OSError: It could not be kept.
    """
    if path.is_dir() and not path.is_symlink():
        path.rename(target)
        sync_folder(target.parent)
        return
    if not linked(path, target):
        with closing(Held.open(path)) as held:
            content = held.read()
        write_temporary(target, content, path).replace(target)
    try:
        sync_folder(target.parent)
    except OSError:
        discard(target)
        raise
