"""Reading and changing a data file through the store's three verbs."""

from __future__ import annotations

import json
import threading
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.checklist import Evidence
from ita_tui.domain.event import Cause
from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError
from ita_tui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

DONE = Status.of(State.DONE)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder except the lock, and what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def change(store: Store, actor: Actor, then: Callable[[], object]) -> None:
    """Change an item, and let something happen before the commit."""
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
        then()


def test_a_new_checklist_reads_back_as_it_was_made(
    store: Store, checklist: Checklist, actor: Actor
) -> None:
    snapshot = store.read()
    assert snapshot.checklist == checklist
    assert snapshot.meetings == ()
    assert not snapshot.edited_by_hand
    assert snapshot.generation == 1
    (event,) = snapshot.events()
    assert (event.seq, event.field, event.code, event.by) == (1, "checklist", "", actor.name)
    assert (event.before, event.after) == (None, "เทศบาลตัวอย่าง")


def test_every_kind_of_value_is_read_back_as_it_was_written(store: Store, actor: Actor) -> None:
    values = {
        "status": Status(State.DONE, "คำที่เขียนเอง"),
        "remark": 'สองบรรทัด\nกับ "อัญประกาศ" \\ และ 😀',
        "unit": "กองช่าง",
        "due": date(2024, 2, 29),
        "evidence": (Evidence("https://example.go.th/ก", "ประกาศ", "หน้า 2"), Evidence("x")),
    }
    with store.transaction(actor) as tx:
        events = [tx.set_field("O2", field, value) for field, value in values.items()]
    item = store.read().checklist.item("O2")
    assert item is not None
    assert {field: getattr(item, field) for field in values} == values
    assert list(store.read().events())[:5] == events[::-1]


def test_a_change_is_written_with_its_event_and_counted(
    store: Store, actor: Actor, clock: Callable[[], datetime]
) -> None:
    with store.transaction(actor) as tx:
        returned = tx.set_field("O3", "status", DONE, Cause(meeting="m1"))
        changed = tx.item("O3")
    snapshot = store.read()
    item = snapshot.checklist.item("O3")
    assert item == changed
    assert item is not None
    assert (item.revision, item.updated_by, item.updated_at) == (1, "กองคลัง", clock())
    newest = next(snapshot.events())
    assert newest == returned
    assert (newest.seq, newest.batch, newest.undoes, newest.meeting) == (2, 2, None, "m1")
    assert (newest.code, newest.field, newest.revision) == ("O3", "status", 1)
    assert newest.before == {"state": "unset", "wording": ""}
    assert newest.after == {"state": "done", "wording": "ดำเนินการเรียบร้อยแล้ว"}
    assert (newest.name, newest.unix_user) == (actor.name, actor.unix_user)
    assert (newest.origin, newest.session) == (actor.origin, actor.session)
    assert snapshot.generation == 2


def test_the_commit_hands_over_the_version_that_is_on_the_disk(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "unit", "สำนักปลัด")
        assert tx.committed is None
    read = store.read()
    assert tx.committed is not None
    assert tx.committed.checklist == read.checklist
    assert tx.committed.generation == read.generation
    assert list(tx.committed.events()) == list(read.events())
    assert tx.confirmed


def test_one_transaction_is_one_version_however_much_it_changes(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        for code in ("O1", "O2", "O1"):
            tx.set_field(code, "remark", f"{code} {tx.next_event}")
        tx.record("meeting", None, "m1")
        assert [event.seq for event in tx.events()] == [5, 4, 3, 2, 1]
    snapshot = store.read()
    assert snapshot.generation == 2
    assert [event.seq for event in snapshot.events()] == [5, 4, 3, 2, 1]
    assert [item.revision for item in snapshot.checklist.items] == [2, 1, 0, 0, 0]


def test_setting_what_is_there_already_writes_nothing(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    before = files(store.path.parent)
    with store.transaction(actor) as tx:
        assert tx.set_field("O1", "status", Status.of(State.DONE)) is None
        assert not tx.changed
    assert tx.committed is None
    assert files(store.path.parent) == before


def test_an_exception_in_the_block_writes_nothing(store: Store, actor: Actor) -> None:
    before = files(store.path.parent)
    with pytest.raises(ZeroDivisionError):
        change(store, actor, then=lambda: 1 // 0)
    assert files(store.path.parent) == before
    with store.transaction(actor) as tx:
        tx.set_field("O1", "remark", "ใช้ได้ต่อไป")
    assert store.read().generation == 2


def test_an_unknown_item_is_an_error_and_writes_nothing(store: Store, actor: Actor) -> None:
    before = files(store.path.parent)
    with pytest.raises(KeyError), store.transaction(actor) as tx:
        tx.set_field("O99", "remark", "")
    assert files(store.path.parent) == before


def test_a_transaction_begins_at_what_is_on_the_disk_not_at_what_was_read(
    store: Store, actor: Actor, clock: Callable[[], datetime]
) -> None:
    store.read()
    with Store(store.path, clock).transaction(actor) as tx:
        tx.set_field("O1", "remark", "ของเพื่อน")
    with store.transaction(actor) as tx:
        there = tx.item("O1")
        assert there is not None
        assert there.remark == "ของเพื่อน"
        tx.set_field("O1", "unit", "กองช่าง")
    item = store.read().checklist.item("O1")
    assert item is not None
    assert (item.remark, item.unit, item.revision) == ("ของเพื่อน", "กองช่าง", 2)


def test_a_snapshot_never_changes(store: Store, actor: Actor) -> None:
    before = store.read()
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
        old = tx.before
    assert old is not None
    for snapshot in (before, old):
        assert snapshot.checklist.items[0].status == Status()
        assert len(list(snapshot.events())) == 1


def test_readers_take_no_lock(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
        other = Store(store.path)
        assert other.read().generation == 1
        assert not other.changed()
    assert other.changed()
    assert other.read().generation == 2
    other.close()


def test_a_transaction_may_run_in_another_thread(store: Store, actor: Actor) -> None:
    store.read()

    def work() -> None:
        with store.transaction(actor) as tx:
            tx.set_field("O1", "status", DONE)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert store.changed()
    assert store.read().checklist.items[0].status == DONE


def test_times_are_kept_in_utc_to_the_millisecond(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    bangkok = datetime.fromisoformat("2024-03-12T10:42:07.123999+07:00")
    store = make_store(clock=lambda: bangkok)
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    expected = datetime(2024, 3, 12, 3, 42, 7, 123000, tzinfo=UTC)
    item = store.read().checklist.item("O1")
    assert item is not None
    assert item.updated_at == next(store.read().events()).at == expected
    assert item.updated_at is not None
    assert item.updated_at.utcoffset() == timedelta(0)
    assert '"at": "2024-03-12T03:42:07.123Z"' in store.path.read_text("utf-8")


def test_the_file_is_json_that_people_can_read(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O2", "remark", "รอหนังสือตอบ")
    text = store.path.read_text("utf-8")
    tables = json.loads(text)
    assert list(tables) == ["header", "checklist", "items", "meetings", "history"]
    assert list(tables["items"]) == ["1", "2", "3", "4", "5"]
    assert "รอหนังสือตอบ" in next(line for line in text.splitlines() if '"O2"' in line)


def test_the_checksum_covers_the_whole_file(store: Store) -> None:
    content = store.path.read_bytes()
    found = json.loads(content)["header"]["1"]["checksum"].encode()
    assert sha256(content.replace(found, b"0" * 64)).hexdigest().encode() == found


def test_a_file_removed_during_a_transaction_is_not_written_anew(
    store: Store, actor: Actor
) -> None:
    with pytest.raises(ConflictError, match="nothing was written"):
        change(store, actor, then=store.path.unlink)
    assert not store.path.exists()
    assert [path for path in store.path.parent.iterdir() if "tmp" in path.name] == []


@pytest.mark.parametrize("in_place", [False, True], ids=["another file", "the same file"])
def test_what_another_program_wrote_during_a_transaction_is_not_overwritten(
    store: Store, actor: Actor, in_place: bool
) -> None:
    edited = store.path.read_bytes().replace("ตัวอย่าง".encode(), "แก้ด้วยมือ".encode())

    def write_another() -> None:
        if not in_place:
            store.path.unlink()
        store.path.write_bytes(edited)

    with pytest.raises(ConflictError):
        change(store, actor, then=write_another)
    assert store.path.read_bytes() == edited


def test_what_is_not_json_is_refused_and_writes_nothing(store: Store, actor: Actor) -> None:
    before = files(store.path.parent)
    with pytest.raises(ValueError, match="JSON"), store.transaction(actor) as tx:
        tx.record("score", None, float("nan"))
    assert files(store.path.parent) == before


def test_what_was_edited_by_hand_is_looked_at_again_each_time(store: Store) -> None:
    store.read()
    edited = store.path.read_bytes().replace("ตัวอย่าง".encode(), "แก้ด้วยมือ".encode())
    store.path.write_bytes(edited)
    first = store.read()
    assert first.edited_by_hand
    assert first.checklist.agency == "เทศบาลแก้ด้วยมือ"
    assert store.read() is not first
