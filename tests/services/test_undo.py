"""Undo and redo go back and forth through one's own changes, in order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.checklist import Evidence
from ita_tui.domain.status import State, Status
from ita_tui.errors import UsageError
from ita_tui.services.statuses import Edit, edit, edit_many
from ita_tui.services.undo import redo, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


@pytest.fixture
def change(store: Store, actor: Actor, pass_time: Callable[[float], None]) -> Callable[..., None]:
    """Changes a text of O1, long enough after the change before."""

    def make(value: str, *, field: str = "unit", code: str = "O1", by: Actor = actor) -> None:
        pass_time(60)
        edit(store, by, code, [Edit(field, value)])

    return make


def unit(store: Store, code: str = "O1") -> str:
    item = store.read().checklist.item(code)
    assert item is not None
    return item.unit


def refused(store: Store, act: Callable[[], object], error: type[Exception], match: str) -> None:
    """The act is refused with this explanation, and nothing is written."""
    before = store.path.read_bytes()
    with pytest.raises(error, match=match):
        act()
    assert store.path.read_bytes() == before


def test_an_undo_is_a_new_event_that_names_what_it_takes_back(
    store: Store, actor: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    before = store.read().checklist
    outcome = undo(store, actor)
    (event,) = outcome.events
    assert (event.seq, event.batch, event.undoes) == (3, 3, 2)
    assert (event.code, event.field, event.before, event.after) == ("O1", "unit", "ก", "")
    assert outcome.before == (before.item("O1"),)
    assert outcome.after == (store.read().checklist.item("O1"),)
    assert outcome.after[0].revision == 2
    assert outcome.snapshot is not None
    assert outcome.confirmed
    assert next(store.read().events()) == event


def test_undo_goes_back_change_by_change_and_redo_forth_again(
    store: Store, actor: Actor, change: Callable[..., None]
) -> None:
    values = ["", "ก", "ข", "ค"]
    for value in values[1:]:
        change(value)
    for _turn in range(2):
        for value in (*values[-2::-1],):
            undo(store, actor)
            assert unit(store) == value
        refused(store, lambda: undo(store, actor), UsageError, "nothing of กองคลัง to undo")
        for value in values[1:]:
            redo(store, actor)
            assert unit(store) == value
        refused(store, lambda: redo(store, actor), UsageError, "nothing of กองคลัง to redo")


def test_undo_and_redo_may_change_places_at_any_moment(
    store: Store, actor: Actor, change: Callable[..., None]
) -> None:
    for value in "กขค":
        change(value)
    for act, value in [
        (undo, "ข"), (redo, "ค"), (undo, "ข"), (undo, "ก"), (redo, "ข"), (undo, "ก"),
        (undo, ""), (redo, "ก"), (redo, "ข"), (redo, "ค"), (undo, "ข"),
    ]:  # fmt: skip
        act(store, actor)
        assert unit(store) == value


def test_a_new_change_ends_what_could_be_redone(
    store: Store, actor: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    undo(store, actor)
    change("x", code="O2")
    refused(store, lambda: redo(store, actor), UsageError, "nothing of กองคลัง to redo")
    undo(store, actor)
    assert (unit(store), unit(store, "O2")) == ("", "")
    redo(store, actor)
    assert (unit(store), unit(store, "O2")) == ("", "x")


def test_every_kind_of_field_goes_back_to_what_it_was(store: Store, actor: Actor) -> None:
    before = store.read().checklist.item("O2")
    wanted = [
        Edit("status", Status(State.DONE, "คำที่เขียนเอง")),
        Edit("remark", "สองบรรทัด\nจริง"),
        Edit("unit", "กองช่าง"),
        Edit("due", date(2024, 4, 30)),
        Edit("evidence", (Evidence("https://example.go.th", "ก", "ข"),)),
    ]
    edit(store, actor, "O2", wanted)
    changed = store.read().checklist.item("O2")
    assert before is not None
    assert changed is not None
    for act, expected in ((undo, before), (redo, changed), (undo, before)):
        outcome = act(store, actor)
        assert {event.batch for event in outcome.events} == {outcome.events[0].seq}
        for one in wanted:
            assert getattr(outcome.after[0], one.field) == getattr(expected, one.field)


def test_a_batch_is_undone_as_one(store: Store, actor: Actor, change: Callable[..., None]) -> None:
    change("เดิม", code="O3")
    wanted = [("O1", "ก"), ("O3", "ข"), ("O1", "ค"), ("O5", "ง")]
    edit_many(store, actor, [(code, Edit("unit", value)) for code, value in wanted])
    outcome = undo(store, actor)
    assert [(event.code, event.after) for event in outcome.events] == [
        ("O1", ""), ("O3", "เดิม"), ("O5", ""),
    ]  # fmt: skip
    assert [item.code for item in outcome.before] == ["O1", "O3", "O5"]
    assert [item.unit for item in outcome.before] == ["ค", "ข", "ง"]
    redo(store, actor)
    assert [unit(store, code) for code in ("O1", "O3", "O5")] == ["ค", "ข", "ง"]


def press(store: Store, actor: Actor, times: int) -> None:
    """The Space key on O1."""
    for _press in range(times):
        item = store.read().checklist.item("O1")
        assert item is not None
        edit(store, actor, "O1", [Edit("status", item.status.next())])


def state(store: Store) -> State:
    item = store.read().checklist.item("O1")
    assert item is not None
    return item.status.state


def test_presses_are_undone_as_one(
    store: Store, actor: Actor, pass_time: Callable[[float], None]
) -> None:
    press(store, actor, 2)
    pass_time(6)
    press(store, actor, 3)
    undo(store, actor)
    assert state(store) is State.WAITING
    redo(store, actor)
    assert state(store) is State.CURRENT
    undo(store, actor)
    undo(store, actor)
    assert state(store) is State.UNSET


def test_a_press_after_an_undo_is_undone_alone(store: Store, actor: Actor) -> None:
    press(store, actor, 3)
    undo(store, actor)
    press(store, actor, 1)
    assert state(store) is State.NOT_STARTED
    undo(store, actor)
    assert state(store) is State.UNSET
    refused(store, lambda: undo(store, actor), UsageError, "nothing")


def test_presses_all_the_way_round_do_not_stand_in_the_way_of_undo(
    store: Store, actor: Actor, pass_time: Callable[[float], None], change: Callable[..., None]
) -> None:
    change("ก")
    press(store, actor, 1)
    pass_time(6)
    press(store, actor, 5)
    assert state(store) is State.NOT_STARTED
    undo(store, actor)
    assert state(store) is State.UNSET
    undo(store, actor)
    assert unit(store) == ""


def test_an_undo_keeps_the_meeting_of_the_change(store: Store, actor: Actor) -> None:
    edit(store, actor, "O1", [Edit("unit", "ก")], meeting="m1")
    assert undo(store, actor).events[0].meeting == "m1"
    assert redo(store, actor).events[0].meeting == "m1"


def test_events_of_no_item_are_left_alone(
    store: Store, actor: Actor, change: Callable[..., None]
) -> None:
    change("ก")
    with store.transaction(actor) as tx:
        tx.record("meeting", None, "m1")
    undo(store, actor)
    assert unit(store) == ""
    refused(store, lambda: undo(store, actor), UsageError, "nothing")
