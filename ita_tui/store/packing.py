"""A year with its whole history as bytes, taken from a data folder and read with mistrust."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError
from ita_tui.i18n import _
from ita_tui.store.document import (
    Document,
    check_schema,
    decode_untrusted,
    encode,
    is_intact,
    parse,
)
from ita_tui.store.history import check_sealed, needed, sealed_bytes, sealed_content, sealed_records
from ita_tui.store.segments import newest_first, segments, segments_folder
from ita_tui.store.snapshot import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.store.segments import Segment


@dataclass(frozen=True, slots=True)
class Packed:
    """A data file and the sealed segments that its history needs.

    Attributes:
        content: The bytes of the data file.
        segments: The bytes of each segment by the name of its file.
    """

    content: bytes
    segments: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The same, read and found good.

    Attributes:
        version: The checklist, its meetings and its newest events.
        segments: As in `Packed`.
    """

    version: Snapshot
    segments: Mapping[str, bytes]


def pack(version: Snapshot) -> Packed:
    """A version of a data file that was just read, with its history.

    Raises:
        DataError: It was edited by hand and not yet accepted, or its history cannot be read.
    """
    version.must_be_trusted()
    parts = needed(segments(version.path), _lowest(version), segments_folder(version.path))
    sealed = {}
    for segment in parts:
        content = sealed_content(segment.path)
        sealed_records(segment, content)
        sealed[segment.path.name] = content
    return Packed(encode(version.tables), sealed)


def unpack(packed: Packed, place: Path) -> Unpacked:
    """What came from outside, read as the program would have written it.

    Args:
        packed: Its bytes; nothing in them is taken on trust.
        place: Where it came from, for messages: the data file; its segments lie beside.

    Raises:
        DamagedDataError: A checksum does not hold, or something is missing or wrong in it.
        DataError: A newer version of the program wrote it.
    """
    folder = segments_folder(place)
    parts = newest_first(folder / name for name in packed.segments)
    _must_be_intact(packed.content, place)
    tables = decode_untrusted(packed.content, place, parts)
    version = Snapshot(Document(tables, intact=True), place)
    chain = list(needed(parts, _lowest(version), folder))
    if len(chain) != len(packed.segments):
        raise DamagedDataError(
            _("{folder} holds files that belong to no history.").format(folder=folder)
        )
    sealed = {one.path.name: _unsealed(one, packed.segments[one.path.name]) for one in chain}
    return Unpacked(version, sealed)


def _lowest(version: Snapshot) -> int | None:
    """The number of the oldest event in the data file itself."""
    return min(map(int, version.tables["history"]), default=None)


def _unsealed(segment: Segment, content: bytes) -> bytes:
    from ita_tui.store.validation import validated_events  # noqa: PLC0415 (pydantic)

    _must_be_intact(content, segment.path)
    tables = parse(content, segment.path)
    check_schema(tables, segment.path)
    records = validated_events(tables, segment.path)
    check_sealed(segment, records)
    return sealed_bytes(records)


def _must_be_intact(content: bytes, path: Path) -> None:
    if not is_intact(content):
        raise DamagedDataError(
            _("{path} is not as the program wrote it: its checksum does not hold.").format(
                path=path
            )
        )
