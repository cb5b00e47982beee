"""Two people at one meeting: what differs is merged, what clashes is shown, nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.status import State, Status
from ita_tui.services.meetings.edits import MeetingConflictError, edit_meeting
from ita_tui.services.meetings.holding import begin
from ita_tui.services.undo import undo
from ita_tui.thai.dates import short_moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

CHAIR = Attendee("ปลัดเทศบาล", "ประธานกรรมการ")
WORKS = Attendee("ผู้อำนวยการกองช่าง", "กรรมการ")
MONEY = Attendee("ผู้อำนวยการกองคลัง", "กรรมการ")
SEEN = Meeting(
    id="2567-03-12",
    name="คณะกรรมการตัวอย่าง",
    number=1,
    year=2567,
    held_on=date(2024, 3, 12),
    attendees=(CHAIR, WORKS, MONEY),
    agenda=(
        AgendaItem("เรื่องที่ประธานแจ้ง", (Statement("ประธาน", "แจ้งกำหนดการ"),)),
        AgendaItem("เรื่องเพื่อพิจารณา", shows_checklist=True),
        AgendaItem("เรื่องอื่น ๆ"),
    ),
    problems=("บุคลากรไม่พอ",),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
)


@pytest.fixture
def colleague(make_actor: Callable[..., Actor]) -> Actor:
    return make_actor("กองช่าง")


@pytest.fixture(autouse=True)
def kept(store: Store, actor: Actor) -> None:
    begin(store, actor, SEEN)


def there(store: Store) -> Meeting:
    return store.read().meetings[-1]


def with_item(meeting: Meeting, number: int, **changes: Any) -> Meeting:  # noqa: ANN401 (fields)
    agenda = list(meeting.agenda)
    agenda[number - 1] = replace(agenda[number - 1], **changes)
    return replace(meeting, agenda=tuple(agenda))


def with_person(meeting: Meeting, line: int, **changes: Any) -> Meeting:  # noqa: ANN401 (fields)
    people = list(meeting.attendees)
    people[line - 1] = replace(people[line - 1], **changes)
    return replace(meeting, attendees=tuple(people))


def test_what_a_person_changed_is_one_change_that_is_undone_as_one(
    store: Store, actor: Actor
) -> None:
    after = replace(with_item(SEEN, 3, resolution="ไม่มี"), place="ห้องประชุม", end=time(11, 30))
    outcome = edit_meeting(store, actor, SEEN, after)
    assert there(store) == outcome.after == after
    assert [one.field for one in outcome.events] == [
        "meeting.place",
        "meeting.end",
        "meeting.agenda",
    ]
    undo(store, actor)
    assert there(store) == SEEN


def test_what_is_so_already_is_no_change(store: Store, actor: Actor) -> None:
    outcome = edit_meeting(store, actor, SEEN, replace(SEEN, name=f" {SEEN.name}\n"))
    assert (outcome.snapshot, outcome.events, outcome.after) == (None, (), SEEN)


PAIRS: dict[str, tuple[Meeting, Meeting, Meeting]] = {
    "two fields": (
        replace(SEEN, place="ชั้น 2"),
        replace(SEEN, end=time(12)),
        replace(SEEN, place="ชั้น 2", end=time(12)),
    ),
    "two agenda items": (
        with_item(SEEN, 1, resolution="รับทราบ"),
        with_item(SEEN, 2, statements=(Statement("เลขานุการ", "รายงาน"),)),
        with_item(
            with_item(SEEN, 1, resolution="รับทราบ"),
            2,
            statements=(Statement("เลขานุการ", "รายงาน"),),
        ),
    ),
    "a title and a resolution of one item": (
        with_item(SEEN, 3, title="เรื่องอื่น ๆ (ถ้ามี)"),
        with_item(SEEN, 3, resolution="ไม่มี"),
        with_item(SEEN, 3, title="เรื่องอื่น ๆ (ถ้ามี)", resolution="ไม่มี"),
    ),
    "statements that both added": (
        with_item(SEEN, 2, statements=(Statement("ก", "1"),)),
        with_item(SEEN, 2, statements=(Statement("ข", "2"),)),
        with_item(SEEN, 2, statements=(Statement("ก", "1"), Statement("ข", "2"))),
    ),
    "the same statement that both added": (
        with_item(SEEN, 2, statements=(Statement("ก", "1"),)),
        with_item(SEEN, 2, statements=(Statement("ก", "1"), Statement("ข", "2"))),
        with_item(SEEN, 2, statements=(Statement("ก", "1"), Statement("ข", "2"))),
    ),
    "an item before, and a text in an item behind it": (
        replace(SEEN, agenda=(SEEN.agenda[0], AgendaItem("เรื่องสืบเนื่อง"), *SEEN.agenda[1:])),
        with_item(SEEN, 3, resolution="ไม่มี"),
        with_item(
            replace(SEEN, agenda=(SEEN.agenda[0], AgendaItem("เรื่องสืบเนื่อง"), *SEEN.agenda[1:])),
            4,
            resolution="ไม่มี",
        ),
    ),
    "two people in the list": (
        with_person(SEEN, 2, attendance=Attendance.ABSENT, reason="ลา"),
        with_person(SEEN, 3, name="(ตัวอย่าง) ค"),
        with_person(
            with_person(SEEN, 2, attendance=Attendance.ABSENT, reason="ลา"),
            3,
            name="(ตัวอย่าง) ค",
        ),
    ),
    "one person twice": (
        with_person(SEEN, 2, attendance=Attendance.ABSENT, reason="ลา"),
        with_person(SEEN, 2, name="(ตัวอย่าง) ข"),
        with_person(SEEN, 2, attendance=Attendance.ABSENT, reason="ลา", name="(ตัวอย่าง) ข"),
    ),
    "a new order, and a person in it": (
        with_person(SEEN, 3, attendance=Attendance.ABSENT),
        replace(SEEN, attendees=(MONEY, CHAIR, WORKS)),
        replace(
            SEEN, attendees=(replace(MONEY, attendance=Attendance.ABSENT), CHAIR, WORKS)
        ),
    ),
    "a colleague's new order, and a person more": (
        replace(SEEN, attendees=(MONEY, CHAIR, WORKS)),
        replace(SEEN, attendees=(CHAIR, WORKS, MONEY, Attendee("นิติกร"))),
        replace(SEEN, attendees=(MONEY, Attendee("นิติกร"), CHAIR, WORKS)),
    ),
    "a row out, and another one changed": (
        replace(SEEN, attendees=(CHAIR, MONEY)),
        with_person(SEEN, 3, name="(ตัวอย่าง) ค"),
        replace(SEEN, attendees=(CHAIR, replace(MONEY, name="(ตัวอย่าง) ค"))),
    ),
    "a decision of the review": (
        replace(SEEN, decisions=(Decision("O1", Status(), Status.of(State.DONE)),)),
        replace(SEEN, problems=("บุคลากรไม่พอ", "งบประมาณ")),
        replace(
            SEEN,
            decisions=(Decision("O1", Status(), Status.of(State.DONE)),),
            problems=("บุคลากรไม่พอ", "งบประมาณ"),
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize("versions", PAIRS.values(), ids=PAIRS)
def test_different_changes_both_stay(
    store: Store, actor: Actor, colleague: Actor, versions: tuple[Meeting, Meeting, Meeting]
) -> None:
    theirs, yours, both = versions
    edit_meeting(store, colleague, SEEN, theirs)
    outcome = edit_meeting(store, actor, SEEN, yours)
    assert there(store) == outcome.after == both
    assert outcome.before == theirs


CLASHES: dict[str, tuple[Meeting, Meeting, str]] = {
    "a field": (
        replace(SEEN, place="ชั้น 2"),
        replace(SEEN, place="ชั้น 3"),
        "changed place of the meeting to “ชั้น 2” meanwhile; yours was “ชั้น 3”",
    ),
    "a resolution": (
        with_item(SEEN, 2, resolution="เห็นชอบ"),
        with_item(SEEN, 2, resolution="อนุมัติ"),
        "agenda item 2, resolution to “เห็นชอบ” meanwhile; yours was “อนุมัติ”",
    ),
    "a text": (
        with_item(SEEN, 1, statements=(Statement("ประธาน", "ของเขา"),)),
        with_item(SEEN, 1, statements=(Statement("ประธาน", "ของเรา"),)),
        "agenda item 1, statement 1, text to “ของเขา” meanwhile; yours was “ของเรา”",
    ),
    "an item out": (
        replace(SEEN, agenda=SEEN.agenda[:2]),
        with_item(SEEN, 3, resolution="ไม่มี"),
        "agenda item 3 to “empty” meanwhile; yours was “เรื่องอื่น ๆ resolution: ไม่มี”",
    ),
    "absence": (
        with_person(SEEN, 2, attendance=Attendance.ABSENT, reason="ลา"),
        with_person(SEEN, 2, attendance=Attendance.OTHER),
        "attendance, line 2, attendance to “absent” meanwhile; yours was “also attending”",
    ),
    "another person in the seat": (
        with_person(SEEN, 2, attendance=Attendance.ABSENT),
        with_person(SEEN, 2, office="ผู้อำนวยการกองการศึกษา"),
        "changed attendance, line 2 to",
    ),
    "two orders": (
        replace(SEEN, attendees=(MONEY, CHAIR, WORKS)),
        replace(SEEN, attendees=(CHAIR, MONEY, WORKS)),
        "changed attendance to",
    ),
    "a number": (
        replace(SEEN, number=2),
        replace(SEEN, number=3),
        "changed number of the meeting to “2” meanwhile; yours was “3”",
    ),
}


def when(store: Store) -> str:
    """When the last change was made, as it is told."""
    return short_moment(next(store.read().events()).at, "en")


@pytest.mark.parametrize("versions", CLASHES.values(), ids=CLASHES)
def test_a_clash_shows_both_and_keeps_what_was_typed(
    store: Store, actor: Actor, colleague: Actor, versions: tuple[Meeting, Meeting, str]
) -> None:
    theirs, yours, words = versions
    edit_meeting(store, colleague, SEEN, replace(theirs, problems=()))
    with pytest.raises(MeetingConflictError) as raised:
        edit_meeting(store, actor, SEEN, replace(yours, end=time(12)))
    error = raised.value
    assert words in error.message
    assert error.message.startswith(f"กองช่าง ({when(store)}) changed")
    assert (error.exit_code, error.last is None) == (3, False)
    assert there(store) == replace(theirs, problems=())
    edit_meeting(store, actor, error.there, error.with_yours)
    assert there(store) == replace(yours, problems=(), end=time(12))


def test_the_colleagues_value_can_be_kept(store: Store, actor: Actor, colleague: Actor) -> None:
    edit_meeting(store, colleague, SEEN, replace(SEEN, place="ชั้น 2"))
    with pytest.raises(MeetingConflictError) as raised:
        edit_meeting(store, actor, SEEN, replace(SEEN, place="ชั้น 3", end=time(12)))
    edit_meeting(store, actor, raised.value.there, raised.value.with_theirs)
    assert there(store) == replace(SEEN, place="ชั้น 2", end=time(12))


def test_an_answer_to_a_conflict_is_compared_too(
    store: Store, actor: Actor, colleague: Actor
) -> None:
    edit_meeting(store, colleague, SEEN, replace(SEEN, place="ชั้น 2"))
    with pytest.raises(MeetingConflictError) as raised:
        edit_meeting(store, actor, SEEN, replace(SEEN, place="ชั้น 3"))
    edit_meeting(store, colleague, there(store), replace(SEEN, place="ชั้น 4"))
    with pytest.raises(MeetingConflictError, match="ชั้น 4"):
        edit_meeting(store, actor, raised.value.there, raised.value.with_yours)


def test_texts_are_cleaned_but_only_where_they_were_changed(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.put_meeting(replace(SEEN, problems=("ก\x1b[31m",)))
    seen = there(store)
    outcome = edit_meeting(store, actor, seen, replace(seen, place=" ชั้น\t2\x07 "))
    assert there(store).place == "ชั้น 2␇"
    assert [one.field for one in outcome.events] == ["meeting.place"]


def test_who_is_named_gave_the_place_its_value_and_not_another_row(
    store: Store, actor: Actor, colleague: Actor, make_actor: Callable[..., Actor]
) -> None:
    third = make_actor("สำนักปลัด")
    theirs = with_person(SEEN, 2, office="ผู้อำนวยการกองสาธารณสุข")
    edit_meeting(store, colleague, SEEN, theirs)
    late = Attendee("นิติกร", "เลขานุการ")
    edit_meeting(store, third, theirs, replace(theirs, attendees=(late, *theirs.attendees)))
    yours = with_person(SEEN, 2, office="ผู้อำนวยการกองการศึกษา")
    with pytest.raises(MeetingConflictError, match=r"^กองช่าง \(") as raised:
        edit_meeting(store, actor, SEEN, yours)
    assert raised.value.last is not None
    assert raised.value.last.by == "กองช่าง"
