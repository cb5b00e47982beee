from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.event import Cause
from ita_tui.domain.meeting import AgendaItem, Meeting
from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError, UsageError
from ita_tui.services.meetings.holding import close
from ita_tui.services.reviews import decide
from ita_tui.services.statuses import Edit
from ita_tui.services.undo import redo, undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

MEETING = Meeting(id="m-1", name="คณะกรรมการตัวอย่าง", number=1, year=2567)


def put(store: Store, actor: Actor, meeting: Meeting) -> None:
    with store.transaction(actor) as tx:
        tx.put_meeting(meeting)


def only(store: Store) -> Meeting:
    (meeting,) = store.read().meetings
    return meeting


def test_a_new_meeting_is_taken_back_and_brought_back(store: Store, actor: Actor) -> None:
    put(store, actor, MEETING)
    undo(store, actor)
    assert store.read().meetings == ()
    redo(store, actor)
    assert only(store) == MEETING


def test_parts_changed_as_one_are_taken_back_as_one(store: Store, actor: Actor) -> None:
    put(store, actor, MEETING)
    agenda = (AgendaItem("เรื่องเพื่อทราบ"),)
    put(store, actor, replace(MEETING, place="ห้องประชุม", agenda=agenda))
    newest = next(store.read().events())
    assert (newest.field, newest.meeting, newest.code) == ("meeting.agenda", "m-1", "")
    undo(store, actor)
    assert only(store) == MEETING
    redo(store, actor)
    assert only(store).place == "ห้องประชุม"
    assert only(store).agenda == agenda


def test_a_meeting_put_as_it_is_records_nothing(store: Store, actor: Actor) -> None:
    put(store, actor, MEETING)
    generation = store.read().generation
    put(store, actor, MEETING)
    assert store.read().generation == generation


def test_a_decision_and_its_status_are_taken_back_as_one(store: Store, actor: Actor) -> None:
    put(store, actor, MEETING)
    before = store.read().checklist.items[0]
    with store.transaction(actor) as tx:
        cause = Cause(batch=tx.next_event, meeting="m-1")
        tx.set_field(before.code, "status", Status.of(State.DONE), cause)
        tx.put_meeting(replace(MEETING, problems=("ปัญหาตัวอย่าง",)), cause)
    undo(store, actor)
    assert store.read().checklist.items[0].status == before.status
    assert only(store).problems == ()


def test_a_part_that_a_colleague_changed_since_stays(
    store: Store, actor: Actor, make_actor: Callable[..., Actor]
) -> None:
    colleague = make_actor("กองช่าง")
    put(store, actor, MEETING)
    put(store, actor, replace(MEETING, place="ห้องหนึ่ง"))
    put(store, colleague, replace(MEETING, place="ห้องสอง"))
    with pytest.raises(ConflictError, match="place of the meeting of m-1"):
        undo(store, actor)
    assert only(store).place == "ห้องสอง"


def test_a_part_that_a_colleague_put_back_is_still_theirs(
    store: Store, actor: Actor, make_actor: Callable[..., Actor]
) -> None:
    put(store, actor, MEETING)
    for who, place in ((actor, "ก"), (make_actor("กองช่าง"), "ข"), (make_actor("กองช่าง"), "ก")):
        put(store, who, replace(MEETING, place=place))
    with pytest.raises(ConflictError, match=r"กองช่าง \(.*\) changed place"):
        undo(store, actor)


def test_a_removed_meeting_is_brought_back(store: Store, actor: Actor) -> None:
    put(store, actor, MEETING)
    with store.transaction(actor) as tx:
        assert tx.remove_meeting("m-1") is not None
        assert tx.remove_meeting("m-1") is None
    assert store.read().meetings == ()
    undo(store, actor)
    assert only(store) == MEETING


@pytest.fixture
def colleague(make_actor: Callable[..., Actor]) -> Actor:
    return make_actor("กองช่าง")


def test_a_list_keeps_what_a_colleague_wrote_in_it_since(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    first, second = AgendaItem("เรื่องเพื่อทราบ"), AgendaItem("เรื่องอื่น ๆ")
    put(store, actor, replace(MEETING, agenda=(first, second)))
    mine = replace(first, resolution="รับทราบ")
    put(store, actor, replace(MEETING, agenda=(mine, second)))
    theirs = replace(second, resolution="ไม่มี")
    put(store, colleague, replace(MEETING, agenda=(mine, theirs)))
    undo(store, actor)
    assert only(store).agenda == (first, theirs)
    redo(store, actor)
    assert only(store).agenda == (mine, theirs)
    undo(store, colleague)
    assert only(store).agenda == (mine, second)


def test_a_decision_is_taken_back_although_a_colleague_decided_since(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    put(store, actor, MEETING)
    items = {item.code: item for item in store.read().checklist.items}
    decide(store, actor, "m-1", items["O1"], Edit("status", Status.of(State.DONE)))
    decide(store, colleague, "m-1", items["O2"], Edit("status", Status.of(State.DONE)))
    undo(store, actor)
    assert [one.code for one in only(store).decisions] == ["O2"]
    assert store.read().checklist.items[0].status == items["O1"].status


def test_the_same_row_of_a_colleague_stays(store: Store, actor: Actor, colleague: Actor) -> None:
    item = AgendaItem("เรื่องเพื่อทราบ")
    put(store, actor, replace(MEETING, agenda=(item,)))
    put(store, actor, replace(MEETING, agenda=(replace(item, resolution="รับทราบ"),)))
    put(store, colleague, replace(MEETING, agenda=(replace(item, resolution="เห็นชอบ"),)))
    with pytest.raises(
        ConflictError, match=r"^กองช่าง \(12 Mar 2567 .*\) changed agenda of m-1 since"
    ):
        undo(store, actor)
    assert only(store).agenda[0].resolution == "เห็นชอบ"


def test_a_closed_meeting_is_not_changed_by_undo(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    put(store, actor, MEETING)
    put(store, actor, replace(MEETING, place="ห้องประชุม"))
    close(store, colleague, "m-1")
    with pytest.raises(UsageError, match="closed; reopen it first"):
        undo(store, actor)
    undo(store, colleague)
    undo(store, actor)
    assert only(store) == MEETING
