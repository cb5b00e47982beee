"""The history: its newest events in the data file, the older ones in sealed segments beside it.

A segment is a TinyDB file of its own, written once and never rewritten, named by the numbers of
its first and last event. So a commit costs the same however long the history is.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError
from ita_tui.i18n import _
from ita_tui.store.files import (
    make_folder,
    open_data,
    read_all,
    sweep,
    sync_folder,
    write_temporary,
)
from ita_tui.store.records import Record, event_from_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.event import Event

TAIL_LIMIT = 128
"""How many events the data file keeps at most after a commit."""

SEGMENT_SIZE = 64
"""How many events go into one segment."""

Records = dict[str, Record]


def segments_folder(data_file: Path) -> Path:
    """The folder of a data file's sealed segments."""
    return data_file.with_name(data_file.name + ".history")


def spill(data_file: Path, tail: Records) -> Records:
    """Seal the oldest events of a tail that is too long; the tail that is left.

    A segment that a dead process left is written again with the same content, since it holds only
    events that were committed before.

    Raises:
        OSError: A segment could not be written.
    """
    while len(tail) > TAIL_LIMIT:
        oldest = sorted(tail, key=int)[:SEGMENT_SIZE]
        _seal(data_file, {key: tail[key] for key in oldest})
        tail = {key: record for key, record in tail.items() if key not in set(oldest)}
    return tail


def _seal(data_file: Path, records: Records) -> None:
    folder = segments_folder(data_file)
    make_folder(folder)
    sweep(folder)
    numbers = [int(key) for key in records]
    target = folder / f"{min(numbers):09d}-{max(numbers):09d}.json"
    content = json.dumps({"history": records}, ensure_ascii=False).encode("utf-8", "replace")
    write_temporary(target, content, data_file).replace(target)
    sync_folder(folder)


def newest_first(data_file: Path, tail: Records) -> Iterator[Event]:
    """All events, the newest first; segments are read only as far as the caller goes.

    Raises:
        DamagedDataError: A segment cannot be read.
    """
    lowest = None
    for key in sorted(tail, key=int, reverse=True):
        lowest = int(key)
        yield event_from_record(tail[key])
    for name in _segment_names(data_file):
        for record in _records_below(segments_folder(data_file) / name, lowest):
            lowest = record["seq"]
            yield event_from_record(record)


def _segment_names(data_file: Path) -> list[str]:
    folder = segments_folder(data_file)
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in os.scandir(folder) if _is_segment(entry.name))[::-1]


def _is_segment(name: str) -> bool:
    return name.endswith(".json") and not name.startswith(".")


def _records_below(path: Path, lowest: int | None) -> list[Record]:
    try:
        descriptor = open_data(path)
        try:
            records = json.loads(read_all(descriptor))["history"]
        finally:
            os.close(descriptor)
        events = sorted(records.values(), key=lambda record: record["seq"], reverse=True)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise DamagedDataError(
            _("The history file {path} is damaged; the statuses are not affected.").format(
                path=path
            )
        ) from error
    return [record for record in events if lowest is None or record["seq"] < lowest]
