"""Meetings are added, changed part by part, and taken out, each with its events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause
from ita_tui.domain.meeting import AgendaItem, Meeting
from ita_tui.store.meeting_records import meeting_from_record, meeting_to_record

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

FIRST = Meeting("m1", "คณะกรรมการตัวอย่าง", 1, 2567, place="ห้องประชุม")
SECOND = Meeting("m2", "คณะกรรมการตัวอย่าง", 2, 2567)


def put(store: Store, actor: Actor, meeting: Meeting) -> list[tuple[str, object, object]]:
    """Put a meeting; field, before and after of the events."""
    with store.transaction(actor) as tx:
        events = tx.put_meeting(meeting)
    return [(event.field, event.before, event.after) for event in events]


def test_a_new_meeting_is_one_event(store: Store, actor: Actor) -> None:
    ((field, before, after),) = put(store, actor, FIRST)
    assert (field, before) == ("meeting", None)
    assert isinstance(after, dict)
    assert after["place"] == "ห้องประชุม"
    assert store.read().meetings == (FIRST,)
    event = next(store.read().events())
    assert (event.code, event.meeting, event.revision) == ("", "m1", 0)


def test_a_changed_meeting_is_an_event_for_each_part_in_one_batch(
    store: Store, actor: Actor
) -> None:
    put(store, actor, FIRST)
    put(store, actor, SECOND)
    changed = replace(FIRST, place="ศาลา", agenda=(AgendaItem("เรื่องอื่น ๆ"),))
    with store.transaction(actor) as tx:
        events = tx.put_meeting(changed, Cause(meeting="another"))
        assert tx.meeting("m1") == changed
        assert tx.meeting("m9") is None
    assert [event.field for event in events] == ["meeting.place", "meeting.agenda"]
    assert (events[0].before, events[0].after) == ("ห้องประชุม", "ศาลา")
    assert {(event.batch, event.meeting) for event in events} == {(events[0].seq, "m1")}
    assert store.read().meetings == (changed, SECOND)
    assert list(store.read().events())[:2] == list(events)[::-1]


def test_a_meeting_that_is_so_already_is_no_change(store: Store, actor: Actor) -> None:
    put(store, actor, FIRST)
    assert put(store, actor, FIRST) == []
    assert store.read().generation == 2


def test_a_meeting_that_is_taken_out_is_kept_in_the_history(store: Store, actor: Actor) -> None:
    put(store, actor, FIRST)
    put(store, actor, SECOND)
    with store.transaction(actor) as tx:
        assert tx.remove_meeting("m9") is None
        event = tx.remove_meeting("m1")
    assert event is not None
    assert isinstance(event.before, dict)
    assert (event.field, event.before["id"], event.after) == ("meeting", "m1", None)
    assert store.read().meetings == (SECOND,)


def test_meetings_and_items_change_together(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        batch = Cause(batch=tx.next_event, meeting="m1")
        tx.put_meeting(FIRST, batch)
        tx.set_field("O1", "remark", "ตามมติ", batch)
    snapshot = store.read()
    assert snapshot.generation == 2
    assert snapshot.meetings == (FIRST,)
    assert snapshot.checklist.items[0].remark == "ตามมติ"
    assert [(one.batch, one.meeting) for one in list(snapshot.events())[:2]] == [(2, "m1")] * 2


def test_a_record_from_before_next_steps_were_kept_has_none() -> None:
    record = meeting_to_record(FIRST)
    del record["next_steps"]
    assert meeting_from_record(record) == FIRST
