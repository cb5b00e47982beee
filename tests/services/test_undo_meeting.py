from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.event import Cause
from ita_tui.domain.meeting import AgendaItem, Meeting
from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError
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


def test_a_removed_meeting_is_brought_back(store: Store, actor: Actor) -> None:
    put(store, actor, MEETING)
    with store.transaction(actor) as tx:
        assert tx.remove_meeting("m-1") is not None
        assert tx.remove_meeting("m-1") is None
    assert store.read().meetings == ()
    undo(store, actor)
    assert only(store) == MEETING
