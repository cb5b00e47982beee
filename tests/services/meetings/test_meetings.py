from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Attendance, Attendee, Meeting
from ita_tui.domain.status import State, Status
from ita_tui.errors import UsageError
from ita_tui.services.meetings.holding import (
    begin,
    close,
    meeting_before,
    next_meeting,
    open_meeting,
    reopen,
)
from ita_tui.services.statuses import Edit, edit

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

DAY = date(2024, 3, 12)


def held(store: Store, actor: Actor, day: date = DAY) -> Meeting:
    meeting = next_meeting(store.read(), day)
    begin(store, actor, meeting)
    return meeting


def test_the_first_meeting_has_the_customary_parts(store: Store) -> None:
    meeting = next_meeting(store.read(), DAY)
    assert (meeting.number, meeting.year, meeting.id) == (1, 2567, "2567-03-12")
    assert [one.title for one in meeting.agenda if one.shows_checklist] == ["เรื่องเพื่อพิจารณา"]
    assert [one.task for one in meeting.signatures] == [
        "ผู้จดรายงานการประชุม",
        "ผู้ตรวจรายงานการประชุม",
    ]
    assert store.read().checklist.agency in meeting.name


def test_the_other_scheme_has_matters_arising(store: Store) -> None:
    titles = [one.title for one in next_meeting(store.read(), DAY, "follow-up").agenda]
    assert titles[2] == "เรื่องสืบเนื่อง"


def test_numbers_go_on_in_a_calendar_year_and_begin_again_in_the_next(
    store: Store, actor: Actor
) -> None:
    held(store, actor)
    second = held(store, actor)
    assert (second.number, second.id) == (2, "2567-03-12b")
    assert next_meeting(store.read(), date(2025, 1, 9)).number == 1


def test_the_committee_is_proposed_for_the_next_meeting(store: Store, actor: Actor) -> None:
    attendees = (
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ", attendance=Attendance.ABSENT, reason="ลา"),
        Attendee("วิศวกร", "กรรมการ", "(ตัวอย่าง) ข", acting_for="ผู้อำนวยการกองช่าง"),
        Attendee("ผู้สังเกตการณ์", attendance=Attendance.OTHER),
    )
    begin(store, actor, replace(next_meeting(store.read(), DAY), attendees=attendees, place="ชั้น ๒"))
    proposed = next_meeting(store.read(), date(2024, 4, 9))
    assert proposed.attendees == (
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ"),
        Attendee("ผู้อำนวยการกองช่าง", "กรรมการ"),
    )
    assert proposed.place == "ชั้น ๒"


def test_closing_keeps_the_table_of_that_day(store: Store, actor: Actor) -> None:
    meeting = held(store, actor)
    before = store.read().checklist.items[0]
    close(store, actor, meeting.id)
    edit(store, actor, before.code, [Edit("status", Status.of(State.DONE))])
    closed = store.read().meetings[-1]
    assert closed.frozen is not None
    assert closed.frozen[0].status == before.status
    assert open_meeting(store.read().meetings) is None
    reopen(store, actor, meeting.id)
    assert open_meeting(store.read().meetings) == meeting
    fields = [event.field for event in store.read().events()]
    assert fields[0] == "meeting.frozen"


def test_what_cannot_be_is_said(store: Store, actor: Actor) -> None:
    meeting = held(store, actor)
    with pytest.raises(UsageError, match="is a meeting 2567-03-12 already"):
        begin(store, actor, meeting)
    with pytest.raises(UsageError, match="is open"):
        reopen(store, actor, meeting.id)
    close(store, actor, meeting.id)
    with pytest.raises(UsageError, match="closed already"):
        close(store, actor, meeting.id)
    with pytest.raises(UsageError, match="no meeting none"):
        close(store, actor, "none")


def test_each_committee_has_its_own_numbers_and_roster(store: Store, actor: Actor) -> None:
    first = replace(
        next_meeting(store.read(), DAY, name="คณะที่ 1"), attendees=(Attendee("ปลัดเทศบาล", "ประธาน"),)
    )
    begin(store, actor, first)
    other = next_meeting(store.read(), DAY, name="คณะที่ 2")
    assert (other.number, other.attendees) == (1, ())
    begin(store, actor, other)
    again = next_meeting(store.read(), DAY, name="คณะที่ ๑")
    assert (again.number, again.attendees) == (2, first.attendees)
    assert meeting_before((first, other, again), again) == first
    assert next_meeting(store.read(), DAY).name == "คณะที่ 2"
