"""The history: its newest events in the data file, the older ones in sealed segments beside it.

A segment is a TinyDB file of its own with a checksum, named by the numbers of its first and last
event. Its events never change. So a commit costs the same however long the history is.
"""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.i18n import _
from ita_tui.store.document import SCHEMA, encode, is_intact
from ita_tui.store.event_records import event_from_record
from ita_tui.store.files import (
    make_folder,
    reason,
    sweep,
    sync_folder,
    write_temporary,
)
from ita_tui.store.held import Held
from ita_tui.store.records import SEALED_TABLES, Record
from ita_tui.store.segments import Segment, segment_path, segments, segments_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ita_tui.domain.event import Event

TAIL_LIMIT = 128
"""How many events the data file keeps at most after a commit."""

SEGMENT_SIZE = 64
"""How many events go into one segment."""

Records = dict[str, Record]


def spill(data_file: Path, tail: Records) -> Records:
    """Seal the oldest events of a tail that is too long; the tail that is left.

    A segment is sealed before the commit that takes its events out of the tail. If that commit
    does not come about, the tail still holds them and has the last word: the next spill begins
    at the same event and writes the segment again.

    Raises:
        OSError: A segment could not be written.
    """
    left = sorted(tail, key=int)
    while len(left) > TAIL_LIMIT:
        oldest, left = left[:SEGMENT_SIZE], left[SEGMENT_SIZE:]
        _seal(data_file, {key: tail[key] for key in oldest})
    return {key: tail[key] for key in left}


def _seal(data_file: Path, records: Records) -> None:
    numbers = [int(key) for key in records]
    target = segment_path(data_file, min(numbers), max(numbers))
    make_folder(target.parent)
    sweep(target.parent)
    write_temporary(target, sealed_bytes(records), data_file).replace(target)
    sync_folder(target.parent)


def sealed_bytes(records: Records) -> bytes:
    """The bytes of a segment with these events."""
    return encode({"header": {"1": {"schema": SCHEMA}}, "history": records}, SEALED_TABLES)


def newest_first(data_file: Path, tail: Records) -> Iterator[Event]:
    """All events, the newest first; segments are read only as far as the caller goes.

    Raises:
        DamagedDataError: A segment is missing or not what the program wrote.
        DataError: A segment cannot be read.
    """
    lowest = None
    for key in sorted(tail, key=int, reverse=True):
        lowest = int(key)
        yield event_from_record(tail[key])
    for segment in needed(segments(data_file), lowest, segments_folder(data_file)):
        records = sealed_records(segment, sealed_content(segment.path))
        for number in range(segment.last, segment.first - 1, -1):
            if lowest is None or number < lowest:
                yield event_from_record(records[str(number)])
        lowest = segment.first


def needed(parts: Iterable[Segment], lowest: int | None, folder: Path) -> Iterator[Segment]:
    """The segments that hold all events below a number, the newest first.

    Args:
        parts: Those that there are, the newest first; what a dead process left is passed over.
        lowest: The number of the oldest event outside the segments; None when there is none.
        folder: Where they lie, for messages.

    Raises:
        DamagedDataError: Events are missing; raised after the segments before the hole.
    """
    for segment in parts:
        if lowest is not None and segment.first >= lowest:
            continue
        _refuse_hole(folder, segment.last, lowest)
        yield segment
        lowest = segment.first
    _refuse_hole(folder, 0, lowest)


def _refuse_hole(folder: Path, older: int, lowest: int | None) -> None:
    """Raise when events are missing between a number and the lowest that was read."""
    if lowest is not None and older < lowest - 1:
        raise DamagedDataError(
            _(
                "Events {first} to {last} are missing from the history in {folder}; "
                "the statuses are not affected."
            ).format(first=older + 1, last=lowest - 1, folder=folder)
        )


def sealed_records(segment: Segment, content: bytes) -> Records:
    """The events of a segment, by their numbers.

    Raises:
        DamagedDataError: Its content is not what the program wrote under this name.
    """
    records: Records = json.loads(content)["history"] if is_intact(content) else {}
    check_sealed(segment, records)
    return records


def check_sealed(segment: Segment, records: Records) -> None:
    """Refuse a segment that does not hold just the events that its name tells.

    Raises:
        DamagedDataError: It does not.
    """
    numbers = range(segment.first, segment.last + 1)
    if len(records) != len(numbers) or any(str(number) not in records for number in numbers):
        raise DamagedDataError(
            _("The history file {path} is damaged; the statuses are not affected.").format(
                path=segment.path
            )
        )


def sealed_content(path: Path) -> bytes:
    """What is in the file of a segment.

    Raises:
        DataError: It cannot be read.
    """
    try:
        with closing(Held.open(path)) as held:
            return held.read()
    except OSError as error:
        raise DataError(
            _("The history file {path} cannot be read ({reason}).").format(
                path=path, reason=reason(error)
            )
        ) from error
