"""A file that is not what the program wrote: named, never crashing, never changed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.errors import DamagedDataError, DataError, ItaError, NewerDataError
from ita_tui.store import Store, files, held

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.event import Actor


def nested(levels: int) -> Callable[[bytes], bytes]:
    """Put lists in lists where the program would take any JSON."""
    deep = b"[" * levels + b"]" * levels
    return lambda content: content.replace(b'"before": null', b'"before": ' + deep)


def newer(content: bytes) -> bytes:
    return content.replace(b'"schema": 1', b'"schema": 2')


def signed(content: bytes) -> bytes:
    """The same bytes with a checksum that holds, as a newer version would have written them."""
    from hashlib import sha256

    tables = json.loads(content)
    checksum = tables["header"]["1"]["checksum"].encode()
    blank = content.replace(checksum, b"0" * 64)
    return blank.replace(b"0" * 64, sha256(blank).hexdigest().encode(), 1)


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _c: b"", "is empty"),
    "only spaces": (lambda _c: b" \n\n", "is empty"),
    "only zeros": (lambda c: bytes(len(c)), "is damaged: line 1, column 1"),
    "cut in the middle": (lambda c: c[: len(c) // 2], "is damaged: line"),
    "its last bytes missing": (lambda c: c[:-3], "is damaged: line"),
    "written twice": (lambda c: c + c, "is damaged: line"),
    "another encoding": (lambda c: c.decode().encode("cp874"), "is not UTF-8 text (byte"),
    "16 bits": (lambda c: c.decode().encode("utf-16"), "is not UTF-8 text (byte 1)"),
    "a number that is none": (
        lambda c: c.replace(b'"previous_score": null', b'"previous_score": NaN', 1),
        "NaN is no number",
    ),
    "an endless number": (
        lambda c: c.replace(b'"previous_score": null', b'"previous_score": -Infinity', 1),
        "-Infinity is no number",
    ),
    "a number too large": (
        lambda c: c.replace(b'"previous_score": null', b'"previous_score": 1e999', 1),
        "1e999 is no number",
    ),
    "a number of too many digits": (
        lambda c: c.replace(b'"revision": 0', b'"revision": ' + b"9" * 5000, 1),
        "is damaged",
    ),
    "a key that stands twice": (
        lambda c: c.replace(b'"remark": ""', b'"remark": "", "remark": "x"', 1),
        'the key "remark" stands twice',
    ),
    "a whole number too large": (
        lambda c: c.replace(b'"previous_score": null', b'"previous_score": 1' + b"0" * 400, 1),
        "items 1, previous_score",
    ),
    "no object": (lambda _c: b"[1, 2]\n", "no schema version that this program knows"),
    "a text": (lambda _c: b'"header"\n', "no schema version that this program knows"),
    "an empty object": (lambda _c: b"{}\n", "no schema version that this program knows"),
    "a header that is no object": (
        lambda _c: b'{"header": [1]}',
        "no schema version that this program knows",
    ),
    "a header without a record": (
        lambda _c: b'{"header": {"1": 1}}',
        "no schema version that this program knows",
    ),
    "an unknown schema": (
        lambda c: c.replace(b'"schema": 1', b'"schema": "x"'),
        "no schema version that this program knows",
    ),
    "an old schema": (
        lambda c: c.replace(b'"schema": 1', b'"schema": 0'),
        "no schema version that this program knows",
    ),
    "a newer schema": (newer, "was written by a newer version of this program"),
    "a newer schema, whole": (
        lambda c: signed(newer(c)),
        "was written by a newer version of this program",
    ),
    "TinyDB's own layout": (
        lambda _c: json.dumps({"_default": {"1": {"code": "O1"}}}).encode(),
        "no schema version that this program knows",
    ),
    **{f"{levels} levels": (nested(levels), "nested too deeply") for levels in (40, 600, 100_000)},
}


@pytest.mark.parametrize(("damage", "message"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_named_and_the_file_stays_as_it_is(
    store: Store, actor: Actor, damage: Callable[[bytes], bytes], message: str
) -> None:
    content = damage(store.path.read_bytes())
    store.path.write_bytes(content)
    for accepting in (False, True):
        with pytest.raises(DataError) as raised:
            store.read()
        assert message in raised.value.message
        assert str(store.path) in raised.value.message
        with (
            pytest.raises(DataError) as again,
            store.transaction(actor, accepting=accepting) as tx,
        ):
            tx.record("doctor", None, "accepted")
        assert again.value.message == raised.value.message
    assert store.path.read_bytes() == content


def test_a_newer_file_is_not_called_damaged(store: Store) -> None:
    store.path.write_bytes(newer(store.path.read_bytes()))
    with pytest.raises(NewerDataError) as raised:
        store.read()
    assert "update the program" in raised.value.message
    assert "damaged" not in raised.value.message


def test_a_mark_of_the_byte_order_is_an_edit_by_hand(store: Store) -> None:
    before = store.read().checklist
    store.path.write_bytes(b"\xef\xbb\xbf" + store.path.read_bytes())
    snapshot = store.read()
    assert snapshot.edited_by_hand
    assert snapshot.checklist == before


def test_a_file_over_the_limit_is_not_even_read(store: Store, actor: Actor) -> None:
    os.truncate(store.path, files.SIZE_LIMIT + 1)
    with pytest.raises(DataError, match="larger than 64 MiB"):
        store.read()
    with pytest.raises(DataError, match="larger than 64 MiB"), store.transaction(actor):
        pass
    assert store.path.stat().st_size == files.SIZE_LIMIT + 1


def test_a_file_at_the_limit_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "SIZE_LIMIT", store.path.stat().st_size)
    assert store.read().generation == 1


def test_what_could_not_be_read_again_is_not_written(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "SIZE_LIMIT", 64 * 1024)
    before = store.path.read_bytes()
    with pytest.raises(DataError, match="nothing was written"), store.transaction(actor) as tx:
        tx.set_field("O1", "remark", "ก" * 64 * 1024)
    assert store.path.read_bytes() == before


def outcome(store: Store) -> str:
    """How the program takes the file that is there."""
    try:
        snapshot = store.read()
        assert snapshot.checklist.items
        assert list(snapshot.events())
        assert snapshot.meetings == ()
    except ItaError as error:
        return error.message
    return "edited" if snapshot.edited_by_hand else "intact"


mutations = st.lists(
    st.tuples(st.sampled_from(["change", "drop", "double"]), st.integers(0), st.integers(0, 255)),
    min_size=1,
    max_size=3,
)


def mutated(content: bytes, steps: list[tuple[str, int, int]]) -> bytes:
    """The content after some accidents, each to one byte."""
    for kind, at, byte in steps:
        place = at % len(content)
        kept = {"change": bytes([byte]), "drop": b"", "double": content[place : place + 1] * 2}
        content = content[:place] + kept[kind] + content[place + 1 :]
    return content


@settings(
    max_examples=300 * int(os.environ.get("ITA_TUI_FAULT_SCALE", "1")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=mutations)
def test_no_mutated_file_crashes_or_passes_for_whole(
    store: Store, good: bytes, steps: list[tuple[str, int, int]]
) -> None:
    content = mutated(good, steps)
    store.path.write_bytes(content)
    taken = outcome(store)
    assert (taken == "intact") is (content == good)
    assert store.path.read_bytes() == content


@pytest.fixture
def good(store: Store) -> bytes:
    """The file as the program wrote it."""
    return store.path.read_bytes()


@pytest.mark.parametrize("name", ["2567.json", "with space.json", "ข้อมูล.json"])
def test_messages_name_the_file_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    with pytest.raises(DamagedDataError) as raised:
        Store(path).read()
    assert str(path) in raised.value.message
