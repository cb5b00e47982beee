"""Laying down a year, with its history, where a data folder has none that can be read."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError, DataError, NewerDataError
from ita_tui.i18n import _
from ita_tui.store.backups import numbered_anew
from ita_tui.store.document import Document, encode
from ita_tui.store.files import (
    check_size,
    discard,
    is_there,
    make_folder,
    reason,
    sweep,
    sync_folder,
    write_temporary,
)
from ita_tui.store.history import sealed_content
from ita_tui.store.lock import locked
from ita_tui.store.recovery import RECOVERED
from ita_tui.store.segments import segments, segments_folder
from ita_tui.store.setting_aside import aside, put_aside
from ita_tui.store.snapshot import Snapshot
from ita_tui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ita_tui.domain.event import Actor
    from ita_tui.store.packing import Unpacked


@dataclass(frozen=True, slots=True)
class LaidDown:
    """What laying down a year came to.

    Attributes:
        aside: Where the damaged data file that was there is kept; None when there was none.
        confirmed: Whether the disk has confirmed it (see `Transaction.confirmed`).
    """

    aside: Path | None
    confirmed: bool


def lay_down(store: Store, year: Unpacked, actor: Actor) -> LaidDown:
    """Make a data file with a history where there is none, or only a damaged one.

    A damaged data file stays beside the new one under another name, and an event says so; sealed
    segments of another history stay too. The version's number is its own, unless later ones are
    kept here.

    Args:
        store: The data file; its folder is there.
        year: What is to be in it.
        actor: Who does it.

    Raises:
        DataError: There is a sound data file, or it could not be written; nothing was changed.
        BusyError: Somebody else is writing.
    """
    data_file, now = store.path, store._clock()
    with locked(data_file, actor.shown, store._time_limit):
        try:
            damaged = _aside(data_file, now)
            version = Snapshot(Document(year.version.tables, intact=True), data_file)
            content = _content(version, damaged, actor, now)
            check_size(data_file, len(content))
            with ExitStack() as undo:
                _lay_segments(data_file, year.segments, now, undo)
                temporary = write_temporary(data_file, content, data_file)
                undo.callback(discard, temporary)
                if damaged is not None:
                    put_aside(data_file, damaged)
                _commit(temporary, data_file, undo.pop_all())
        except OSError as error:
            raise DataError(
                _("{path} could not be written ({reason}); nothing was changed.").format(
                    path=data_file, reason=reason(error)
                )
            ) from error
        return LaidDown(damaged, _confirmed(data_file.parent))


def _commit(temporary: Path, data_file: Path, undo: ExitStack) -> None:
    """Give the file its name; from then on nothing may be taken back, whatever interrupts."""
    try:
        temporary.replace(data_file)
    except OSError:
        undo.close()
        raise


def _aside(data_file: Path, now: datetime) -> Path | None:
    """Where a damaged data file is kept; None where there is none. A sound one is an error."""
    if not is_there(data_file):
        return None
    store = Store(data_file)
    try:
        store.read()
    except NewerDataError:
        return aside(data_file, now, "newer")
    except DamagedDataError:
        return aside(data_file, now)
    finally:
        store.close()
    raise DataError(_("{path} is there already; nothing was changed.").format(path=data_file))


def _content(version: Snapshot, damaged: Path | None, actor: Actor, now: datetime) -> bytes:
    if damaged is None:
        return encode(numbered_anew(version, commits=0).tables)
    from ita_tui.store.transaction import Transaction  # noqa: PLC0415 (TinyDB, to write only)

    before = numbered_anew(version, commits=1)
    transaction = Transaction(actor, before, dict(before.tables), now)
    transaction.record(RECOVERED, None, damaged.name)
    return encode(transaction.tables())


def _lay_segments(
    data_file: Path, sealed: Mapping[str, bytes], now: datetime, undo: ExitStack
) -> None:
    """Write the segments; those of another history get other names, which nobody reads."""
    sweep(data_file.parent, data_file.name)
    for segment in segments(data_file):
        if sealed_content(segment.path) != sealed.get(segment.path.name):
            moved = aside(segment.path, now, "replaced")
            segment.path.rename(moved)
            undo.callback(_move_back, moved, segment.path)
    if not sealed:
        return
    folder = segments_folder(data_file)
    make_folder(folder)
    sweep(folder)
    for name, content in sealed.items():
        target = folder / name
        if not target.exists():
            write_temporary(target, content, data_file).replace(target)
            undo.callback(discard, target)
    sync_folder(folder)


def _move_back(moved: Path, path: Path) -> None:
    with suppress(OSError):  # the error that is told is the one before
        moved.rename(path)


def _confirmed(folder: Path) -> bool:
    try:
        sync_folder(folder)
    except OSError:
        return False
    return True
