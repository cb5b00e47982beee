from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Decision
from ita_tui.domain.status import State, Status
from ita_tui.errors import UsageError
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.meetings.edits import MeetingConflictError
from ita_tui.services.meetings.holding import begin, close, next_meeting
from ita_tui.services.reviews import Scope, decide, decided, resolve, stood
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import undo

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.event import Actor
    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Store

DONE = Status.of(State.DONE)
WAITING = Status.of(State.WAITING)


@pytest.fixture
def meeting(store: Store, actor: Actor) -> Meeting:
    found = next_meeting(store.read(), date(2024, 3, 12))
    begin(store, actor, found)
    return found


def first(store: Store) -> Item:
    return store.read().checklist.items[0]


def decisions(store: Store) -> tuple[Decision, ...]:
    return store.read().meetings[-1].decisions


def test_a_decision_changes_the_item_and_stands_in_the_meeting(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    before = first(store)
    outcome = decide(store, actor, meeting.id, before, Edit("status", DONE))
    assert first(store).status == DONE
    assert decisions(store) == (Decision(before.code, before.status, DONE),)
    assert {event.meeting for event in outcome.events} == {meeting.id}
    assert len({event.batch for event in outcome.events}) == 1


def test_one_undo_takes_item_and_decision_back(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    before = first(store)
    decide(store, actor, meeting.id, before, Edit("status", DONE))
    undo(store, actor)
    assert first(store).status == before.status
    assert decisions(store) == ()


def test_a_second_decision_keeps_what_was_before_the_first(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    before = first(store)
    decide(store, actor, meeting.id, before, Edit("status", DONE))
    decide(store, actor, meeting.id, first(store), Edit("status", WAITING))
    assert decisions(store) == (Decision(before.code, before.status, WAITING),)
    decide(store, actor, meeting.id, first(store), Edit("status", before.status))
    assert decisions(store) == ()


def test_a_remark_stands_with_the_decision(store: Store, actor: Actor, meeting: Meeting) -> None:
    before = first(store)
    decide(store, actor, meeting.id, before, Edit("status", DONE))
    decide(store, actor, meeting.id, first(store), Edit("remark", "ตามที่\x1bเสนอ"))
    assert decisions(store) == (Decision(before.code, before.status, DONE, "ตามที่␛เสนอ"),)
    assert decided(store.read().meetings[-1]) == {before.code}


def test_a_colleague_who_was_faster_is_not_overwritten(
    store: Store, actor: Actor, make_actor: Callable[..., Actor], meeting: Meeting
) -> None:
    seen = first(store)
    edit(store, make_actor("กองช่าง"), seen.code, [Edit("status", WAITING)])
    with pytest.raises(FieldConflictError):
        decide(store, actor, meeting.id, seen, Edit("status", DONE))
    assert first(store).status == WAITING
    assert decisions(store) == ()


def test_a_closed_meeting_decides_nothing(store: Store, actor: Actor, meeting: Meeting) -> None:
    close(store, actor, meeting.id)
    with pytest.raises(UsageError, match="closed"):
        decide(store, actor, meeting.id, first(store), Edit("status", DONE))
    with pytest.raises(UsageError, match="no meeting"):
        decide(store, actor, "none", first(store), Edit("status", DONE))


def test_a_scope_narrows_the_items(store: Store, actor: Actor) -> None:
    items = store.read().checklist.items
    edit(store, actor, items[0].code, [Edit("status", DONE), Edit("unit", "กองคลัง")])
    checklist = store.read().checklist
    everything = tuple(item.code for item in checklist.items)
    assert Scope().codes(checklist) == everything
    assert Scope(undone=True).codes(checklist) == everything[1:]
    assert Scope(unit="กองคลัง").codes(checklist) == (everything[0],)
    in_first = tuple(one.code for one in checklist.items if one.category == items[0].category)
    assert Scope(category=items[0].category).codes(checklist) == in_first


def test_a_resolution_stands_in_the_meeting_and_the_item_stays(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    item = first(store)
    outcome = resolve(store, actor, meeting.id, item, " เห็นชอบ\n", seen="")
    assert decisions(store) == (Decision(item.code, item.status, item.status, "เห็นชอบ"),)
    assert first(store) == item
    assert {event.meeting for event in outcome.events} == {meeting.id}
    undo(store, actor)
    assert decisions(store) == ()


def test_a_resolution_beside_a_decision_changes_and_leaves_only_itself(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    before = first(store)
    decide(store, actor, meeting.id, before, Edit("status", DONE))
    resolve(store, actor, meeting.id, before, "เห็นชอบ", seen="")
    assert decisions(store) == (Decision(before.code, before.status, DONE, "เห็นชอบ"),)
    resolve(store, actor, meeting.id, first(store), "", seen="เห็นชอบ")
    assert decisions(store) == (Decision(before.code, before.status, DONE),)


def test_a_decision_and_its_resolution_are_one_change(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    before = first(store)
    decide(store, actor, meeting.id, before, Edit("status", DONE), resolution=" รับทราบ\n")
    assert decisions(store) == (Decision(before.code, before.status, DONE, "รับทราบ"),)
    undo(store, actor)
    assert decisions(store) == ()
    assert first(store).status == before.status


def test_no_decision_is_written_beside_a_resolution_that_was_not_seen(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    before = first(store)
    resolve(store, actor, meeting.id, before, "ไม่เห็นชอบ", seen="")
    with pytest.raises(MeetingConflictError):
        decide(store, actor, meeting.id, before, Edit("status", DONE), resolution="เห็นชอบ")
    assert first(store).status == before.status
    assert [one.remark for one in decisions(store)] == ["ไม่เห็นชอบ"]
    edits = Edit("status", DONE)
    decide(store, actor, meeting.id, before, edits, resolution="เห็นชอบ", seen="ไม่เห็นชอบ")
    assert [one.remark for one in decisions(store)] == ["เห็นชอบ"]


def test_a_resolution_is_cleared(store: Store, actor: Actor, meeting: Meeting) -> None:
    resolve(store, actor, meeting.id, first(store), "เห็นชอบ", seen="")
    resolve(store, actor, meeting.id, first(store), "", seen="เห็นชอบ")
    assert decisions(store) == ()


def test_a_resolution_that_was_not_seen_is_not_overwritten(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    item = first(store)
    resolve(store, actor, meeting.id, item, "theirs", seen="")
    with pytest.raises(MeetingConflictError) as caught:
        resolve(store, actor, meeting.id, item, "yours", seen="")
    assert (caught.value.theirs, caught.value.yours) == ("theirs", "yours")
    assert caught.value.last is not None
    assert caught.value.message.startswith(f"{actor.name} (12 Mar 2567 ")
    assert decisions(store)[0].remark == "theirs"
    resolve(store, actor, meeting.id, item, "yours", seen="theirs")
    assert decisions(store)[0].remark == "yours"


def test_how_an_item_stood_is_told_by_the_last_meeting_before(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    item = first(store)
    decide(store, actor, meeting.id, item, Edit("status", WAITING))
    later = begin(store, actor, next_meeting(store.read(), date(2024, 4, 12))).after
    meetings = store.read().meetings
    assert stood(meetings, later.id, item.code) == WAITING
    assert stood(meetings, meetings[0].id, item.code) is None
    edit(store, actor, item.code, [Edit("status", DONE)])
    close(store, actor, meeting.id)
    assert stood(store.read().meetings, later.id, item.code) == DONE


def test_a_remark_leaves_the_resolution_that_stands_there(
    store: Store, actor: Actor, meeting: Meeting
) -> None:
    colleague = replace(actor, name="กองช่าง")
    resolve(store, colleague, meeting.id, first(store), "เร่งรัดภายใน 15 วัน", seen="")
    decide(store, actor, meeting.id, first(store), Edit("remark", "รอเอกสาร"))
    assert decisions(store)[0].remark == "เร่งรัดภายใน 15 วัน\nรอเอกสาร"
    decide(store, actor, meeting.id, first(store), Edit("remark", "เอกสารมาแล้ว"))
    assert decisions(store)[0].remark == "เร่งรัดภายใน 15 วัน\nเอกสารมาแล้ว"
    decide(store, actor, meeting.id, first(store), Edit("status", DONE))
    assert decisions(store)[0].remark == "เร่งรัดภายใน 15 วัน\nเอกสารมาแล้ว"
    decide(store, actor, meeting.id, first(store), Edit("remark", ""))
    assert decisions(store)[0].remark == "เร่งรัดภายใน 15 วัน"
