"""A year with its history as bytes: taken whole, and read with mistrust."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.store.document import encode
from ita_tui.store.packing import Packed, pack, unpack
from ita_tui.store.records import SEALED_TABLES
from ita_tui.store.segments import segments_folder
from tests.store.packing.conftest import FIRST, PLACE

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


def forged(
    content: bytes, change: Callable[[dict[str, dict[str, dict[str, object]]]], object]
) -> bytes:
    """The same file with a change, and a checksum that holds."""
    tables = json.loads(content)
    change(tables)
    return encode(tables, tuple(tables))


def test_a_year_is_its_data_file_and_the_segments_that_it_needs(
    filled: Store, packed: Packed
) -> None:
    assert packed.content == filled.path.read_bytes()
    assert dict(packed.segments) == {
        path.name: path.read_bytes() for path in segments_folder(filled.path).iterdir()
    }
    assert list(packed.segments) == sorted(packed.segments, reverse=True)
    assert FIRST in packed.segments


def test_what_a_colleague_sealed_meanwhile_is_left_out(
    filled: Store, packed: Packed, actor: Actor
) -> None:
    then = filled.read()
    with filled.transaction(actor) as tx:
        for _event in range(9):
            tx.set_field("O2", "remark", f"{tx.next_event}")
    assert pack(then) == packed


def test_an_edit_that_is_not_accepted_is_not_packed(filled: Store) -> None:
    text = filled.path.read_text("utf-8").replace("เทศบาลตัวอย่าง", "เทศบาลอื่น", 1)
    filled.path.write_text(text, "utf-8")
    with pytest.raises(DataError, match="`ita-tui doctor --accept`"):
        pack(filled.read())


def test_a_damaged_history_is_not_packed(filled: Store) -> None:
    part = segments_folder(filled.path) / FIRST
    part.write_bytes(part.read_bytes()[:-9])
    with pytest.raises(DamagedDataError, match="000000001-000000003"):
        pack(filled.read())
    part.unlink()
    with pytest.raises(DamagedDataError, match="Events 1 to 3 are missing"):
        pack(filled.read())


def test_text_is_cleaned_on_the_way_in(packed: Packed) -> None:
    def obey(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["items"]["1"]["unit"] = "\x1b[31m"

    def obey_too(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["history"]["1"]["name"] = "\x1b[2J"

    segments = {**packed.segments, FIRST: forged(packed.segments[FIRST], obey_too)}
    found = unpack(Packed(forged(packed.content, obey), segments), PLACE)
    assert found.version.checklist.items[0].unit == "␛[31m"
    assert "␛[2J".encode() in found.segments[FIRST]


def without_a_checksum(packed: Packed) -> Packed:
    return replace(packed, content=packed.content.replace(b"O1", b"O9", 1))


def cut(packed: Packed) -> Packed:
    return replace(packed, content=packed.content[:-9])


def with_a_changed_part(packed: Packed) -> Packed:
    return replace(packed, segments={**packed.segments, FIRST: packed.segments[FIRST] + b" "})


def without_a_part(packed: Packed) -> Packed:
    return replace(packed, segments={k: v for k, v in packed.segments.items() if k != FIRST})


def with_a_part_too_many(packed: Packed) -> Packed:
    extra = {"000000013-000000015.json": packed.segments[FIRST]}
    return replace(packed, segments={**packed.segments, **extra})


def with_a_part_of_another_name(packed: Packed) -> Packed:
    return replace(packed, segments={**packed.segments, "notes.json": b""})


def with_parts_exchanged(packed: Packed) -> Packed:
    one, two, *_rest = packed.segments
    exchanged = {one: packed.segments[two], two: packed.segments[one]}
    return replace(packed, segments={**packed.segments, **exchanged})


def forged_nonsense(packed: Packed) -> Packed:
    return replace(packed, content=forged(packed.content, lambda tables: tables.pop("items")))


def forged_depth(packed: Packed) -> Packed:
    deep = b'"deep": ' + b"[" * 100_000 + b"]" * 100_000
    content = packed.content.replace(b'"meetings": {', deep + b', "meetings": {', 1)
    return replace(packed, content=sealed(content))


def forged_text(packed: Packed) -> Packed:
    return replace(packed, content=sealed(packed.content[:-9]))


def forged_part(packed: Packed) -> Packed:
    content = forged(packed.segments[FIRST], lambda tables: tables.pop("history"))
    return replace(packed, segments={**packed.segments, FIRST: content})


def forged_event(packed: Packed) -> Packed:
    def change(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["history"]["2"]["seq"] = "x"

    content = forged(packed.segments[FIRST], change)
    return replace(packed, segments={**packed.segments, FIRST: content})


def newer(packed: Packed) -> Packed:
    def change(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["header"]["1"]["schema"] = 2

    return replace(packed, content=forged(packed.content, change))


def newer_part(packed: Packed) -> Packed:
    content = encode({"header": {"1": {"schema": 2}}, "history": {}}, SEALED_TABLES)
    return replace(packed, segments={**packed.segments, FIRST: content})


def sealed(content: bytes) -> bytes:
    """The same bytes with a checksum that holds, whatever they are."""
    from hashlib import sha256

    at = content.index(b'"checksum": "') + len(b'"checksum": "')
    blank = content[:at] + b"0" * 64 + content[at + 64 :]
    return blank[:at] + sha256(blank).hexdigest().encode() + blank[at + 64 :]


SUSPICIOUS: dict[str, tuple[Callable[[Packed], Packed], str]] = {
    "a checksum that does not hold": (without_a_checksum, "2567.json is not as .* checksum"),
    "cut": (cut, "2567.json is not as .* checksum"),
    "a part with another checksum": (with_a_changed_part, f"{FIRST} is not as .* checksum"),
    "a part is missing": (without_a_part, "Events 1 to 3 are missing"),
    "a part too many": (with_a_part_too_many, "files that belong to no history"),
    "a part of another name": (with_a_part_of_another_name, "files that belong to no history"),
    "parts exchanged": (with_parts_exchanged, "The history file .* is damaged"),
    "forged: no items": (forged_nonsense, "its tables are not"),
    "forged: nested": (forged_depth, "nested too deeply"),
    "forged: no JSON": (forged_text, "is damaged: line"),
    "forged: no history": (forged_part, "its tables are not header, history"),
    "forged: an event that is none": (forged_event, "history 2, seq"),
    "a newer program": (newer, "was written by a newer version"),
    "a newer program, in a part": (newer_part, "was written by a newer version"),
}


@pytest.mark.parametrize(("change", "message"), SUSPICIOUS.values(), ids=SUSPICIOUS)
def test_what_is_suspicious_is_named_and_refused(
    packed: Packed, change: Callable[[Packed], Packed], message: str
) -> None:
    with pytest.raises(DataError, match=message) as raised:
        unpack(change(packed), PLACE)
    assert "backup.zip" in raised.value.message
