"""What was read or written before is not made again while it is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import State, Status
from ita_tui.store import Store
from ita_tui.store.document import decode, encode

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor

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
