"""The history of meetings is told in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import AgendaItem, Attendance, Attendee, Decision, Meeting, Statement
from ita_tui.domain.status import State, Status
from ita_tui.services.events import Change, describe_event
from ita_tui.services.meetings.holding import close, reopen

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

MEETING = Meeting(
    "2567-03-12",
    "ชุดที่ 1",
    1,
    2567,
    held_on=date(2024, 3, 12),
    attendees=(Attendee("ปลัดเทศบาล", "ประธานกรรมการ"), Attendee("นิติกร", "กรรมการ")),
    agenda=(AgendaItem("เรื่องเพื่อทราบ"), AgendaItem("เรื่องอื่น ๆ", (Statement("ประธาน", "ปิด"),))),
)
DECISION = Decision("O1", Status(), Status.of(State.WAITING), "รอเอกสาร")
ITEM = MEETING.agenda[0]

CHANGES = {
    "place": (
        replace(MEETING, place="ชั้น 2"),
        Change("place of the meeting", "empty", "ชั้น 2"),
    ),
    "day": (
        replace(MEETING, held_on=None),
        Change("day of the meeting", "12 March 2567 BE", "empty"),
    ),
    "end": (replace(MEETING, end=time(11, 30)), Change("end of the meeting", "empty", "11.30")),
    "number": (replace(MEETING, number=None), Change("number of the meeting", "1", "empty")),
    "a person": (
        replace(
            MEETING,
            attendees=(
                MEETING.attendees[0],
                replace(MEETING.attendees[1], attendance=Attendance.ABSENT, reason="ลา"),
            ),
        ),
        Change("attendance", "present: นิติกร, กรรมการ", "absent: นิติกร, กรรมการ, ลา"),
    ),
    "a resolution": (
        replace(MEETING, agenda=(replace(ITEM, resolution="รับทราบ"), MEETING.agenda[1])),
        Change("agenda", "empty", "item 1: resolution: รับทราบ"),
    ),
    "an item out": (
        replace(MEETING, agenda=MEETING.agenda[:1]),
        Change("agenda", "item 2: เรื่องอื่น ๆ; item 2: ประธาน: ปิด", "empty"),
    ),
    "a decision": (
        replace(MEETING, decisions=(DECISION,)),
        Change("decisions of the meeting", "empty", "O1: รอดำเนินการ, before not set (รอเอกสาร)"),
    ),
}


@pytest.fixture(autouse=True)
def kept(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.put_meeting(MEETING)


def newest(store: Store) -> Change:
    return describe_event(next(store.read().events()))


def test_a_new_meeting_is_named(store: Store) -> None:
    assert newest(store) == Change("meeting", "empty", "1/2567, 12 Mar 2567")


@pytest.mark.parametrize(("after", "change"), CHANGES.values(), ids=CHANGES)
def test_a_part_is_told_by_what_differs(
    store: Store, actor: Actor, after: Meeting, change: Change
) -> None:
    with store.transaction(actor) as tx:
        tx.put_meeting(after)
    assert newest(store) == change


def test_closing_and_reopening_are_told(store: Store, actor: Actor) -> None:
    close(store, actor, MEETING.id)
    assert newest(store) == Change("closing of the meeting", "open meeting", "closed meeting")
    meeting = store.read().meetings[-1]
    assert meeting.frozen is not None
    row = replace(meeting.frozen[0], status=Status.of(State.DONE))
    with store.transaction(actor) as tx:
        tx.put_meeting(replace(meeting, frozen=(row, *meeting.frozen[1:])))
    told = newest(store)
    assert (told.before, told.after) == ("O1: not set", "O1: ดำเนินการเรียบร้อยแล้ว")
    reopen(store, actor, MEETING.id)
    assert newest(store) == Change("closing of the meeting", "closed meeting", "open meeting")
