"""What was read or written before is not made again while it is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Meeting
from ita_tui.domain.status import State, Status
from ita_tui.store import Store
from ita_tui.store.document import Document, decode, encode
from ita_tui.store.snapshot import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store.records import Tables

DONE = Status.of(State.DONE)


def test_what_has_not_changed_is_not_made_again(store: Store, actor: Actor) -> None:
    first = store.read()
    assert store.read() is first
    before = first.checklist.items
    with Store(store.path).transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    second = store.read()
    assert second.checklist == Store(store.path).read().checklist
    same = [one is other for one, other in zip(second.checklist.items, before, strict=True)]
    assert same == [True, False, True, True, True]
    assert tx.committed is not None
    assert tx.committed.checklist == second.checklist


def test_meetings_are_not_made_again_for_a_change_of_an_item(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.put_meeting(Meeting("m1", "ประชุม", 1, 2567))
    first = store.read()
    assert [meeting.id for meeting in first.meetings] == ["m1"]
    with Store(store.path).transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    assert store.read().meetings is first.meetings
    with store.transaction(actor) as tx:
        tx.put_meeting(Meeting("m1", "ประชุม", 2, 2567))
    assert [meeting.number for meeting in store.read().meetings] == [2]


def test_what_was_just_written_is_not_made_again(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    written = store.read()
    assert written is tx.committed
    fresh = Store(store.path).read()
    assert written.generation == fresh.generation
    assert written.tables | {"header": {}} == fresh.tables | {"header": {}}
    assert [*written.events()] == [*fresh.events()]


def test_a_file_put_back_as_it_was_is_read_as_it_was(store: Store, actor: Actor) -> None:
    content = store.path.read_bytes()
    first = store.read()
    with store.transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    assert store.read().generation == first.generation + 1
    store.path.write_bytes(content)
    again = store.read()
    assert (again.generation, again.checklist) == (first.generation, first.checklist)


def test_what_is_written_does_not_depend_on_what_was_written_before(
    store: Store, actor: Actor
) -> None:
    """Lines of records that stay the same are taken over; the bytes are those of a fresh start."""
    for number, code in enumerate(("O1", "O2", "O1", "O3", "O1") * 20):
        with store.transaction(actor) as tx:
            tx.set_field(code, "remark", f"ครั้งที่ {number}")
        if number % 7 == 0:
            with Store(store.path).transaction(actor) as tx:
                tx.set_field("O2", "status", DONE if number % 2 else Status.of(State.WAITING))
    content = store.path.read_bytes()
    assert content == encode(decode(content, store.path).tables)


def version_of(tables: Tables, path: Path, like: Snapshot | None = None) -> Snapshot:
    """A version with these tables."""
    return Snapshot(Document(tables, intact=True), path, like)


def test_items_are_found_by_their_codes_after_each_change(store: Store, actor: Actor) -> None:
    places = {"O1": 0, "O2": 1, "O3": 2, "O4": 3, "O5": 4}
    first = store.read()
    assert first.places == places
    with store.transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    assert tx.committed is not None
    assert tx.committed.checklist.items[1].status == DONE
    assert tx.committed.places is first.places


def test_what_differs_from_another_version_in_any_way_is_made_anew(store: Store) -> None:
    first = store.read()
    assert first.checklist.items
    assert first.places
    items = first.tables["items"]
    renamed = {**items, "2": {**items["2"], "code": "O9"}}
    fewer = {key: record for key, record in items.items() if key != "2"}
    more = {**items, "6": {**items["5"], "code": "O6"}}
    turned = dict(reversed(items.items()))
    for other in (renamed, fewer, more, turned):
        tables = {**first.tables, "items": other}
        version = version_of(tables, store.path, first)
        alone = version_of(tables, store.path)
        assert version.checklist == alone.checklist
        assert (
            version.places
            == alone.places
            == {item.code: place for place, item in enumerate(alone.checklist.items)}
        )
