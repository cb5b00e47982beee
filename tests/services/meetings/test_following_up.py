"""Between meetings: the last one's minutes to certify, and what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.checklist import Checklist
from ita_tui.domain.meeting import Decision, Meeting
from ita_tui.domain.status import State, Status
from ita_tui.errors import UsageError
from ita_tui.services.meetings.following_up import certified, open_matters
from ita_tui.services.meetings.holding import (
    begin,
    close,
    meeting_before,
    next_meeting,
)
from ita_tui.services.meetings.neighbours import meetings_before, neighbours
from ita_tui.services.reviews import decide
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.domain.framework import Framework
    from ita_tui.domain.meeting import AgendaItem
    from ita_tui.store import Store

FIRST, NEXT = date(2024, 3, 12), date(2024, 4, 9)
WAITING, DONE = Status.of(State.WAITING), Status.of(State.DONE)


def item_of(meeting: Meeting, word: str) -> AgendaItem:
    return next(one for one in meeting.agenda if word in one.title)


@pytest.fixture
def first(store: Store, actor: Actor) -> Meeting:
    """A closed meeting that decided on O1 and O2."""
    meeting = next_meeting(store.read(), FIRST)
    begin(store, actor, meeting)
    items = {item.code: item for item in store.read().checklist.items}
    remark = Edit("remark", "รอสิ้นรอบ\n6 เดือน")
    decide(store, actor, meeting.id, items["O1"], Edit("status", WAITING), remark)
    decide(store, actor, meeting.id, items["O2"], Edit("status", WAITING))
    close(store, actor, meeting.id)
    return store.read().meetings[-1]


@pytest.mark.usefixtures("first")
def test_what_was_decided_or_is_overdue_is_followed_up(store: Store, actor: Actor) -> None:
    edit(store, actor, "O2", [Edit("status", DONE)])
    edit(store, actor, "O4", [Edit("due", FIRST), Edit("unit", "กองช่าง")])
    edit(store, actor, "O5", [Edit("due", NEXT)])
    meeting = next_meeting(store.read(), NEXT)
    assert [one.title for one in meeting.agenda] == [
        "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "เรื่องรับรองรายงานการประชุม",
        "เรื่องสืบเนื่อง",
        "เรื่องเพื่อทราบ",
        "เรื่องเพื่อพิจารณา",
        "เรื่องอื่น ๆ",
    ]
    (said,) = item_of(meeting, "สืบเนื่อง").statements
    assert said.speaker == "ฝ่ายเลขานุการ"
    assert said.text.split("\n\n") == [
        "รายงานเรื่องที่ที่ประชุมครั้งก่อนมีมติไว้และเรื่องที่พ้นกำหนดแล้ว ซึ่งยังไม่แล้วเสร็จ ดังนี้",
        "(1) O1 โครงสร้าง มติครั้งก่อน รอดำเนินการ (รอสิ้นรอบ 6 เดือน) ปัจจุบัน รอดำเนินการ",
        "(2) O4 แผนดำเนินงาน พ้นกำหนดวันที่ 12 มีนาคม 2567 ปัจจุบัน ยังไม่ระบุผลการดำเนินงาน ผู้รับผิดชอบ กองช่าง",
    ]
    assert [one.title for one in meeting.agenda if one.shows_checklist] == ["เรื่องเพื่อพิจารณา"]


@pytest.mark.usefixtures("first")
def test_the_agenda_of_the_last_meeting_stays_where_it_follows_up_already(
    store: Store, actor: Actor
) -> None:
    begin(store, actor, next_meeting(store.read(), NEXT, "follow-up"))
    edit(store, actor, "O4", [Edit("due", FIRST)])
    titles = [one.title for one in next_meeting(store.read(), date(2024, 5, 9)).agenda]
    assert titles == [one.title for one in store.read().meetings[-1].agenda]
    assert len(titles) == 5


def test_without_open_matters_nothing_is_added(store: Store, actor: Actor) -> None:
    begin(store, actor, next_meeting(store.read(), FIRST))
    meeting = next_meeting(store.read(), NEXT)
    assert len(meeting.agenda) == 5
    assert open_matters(store.read().checklist, (), NEXT) == ()


@pytest.mark.usefixtures("first")
def test_the_last_minutes_are_proposed_to_be_certified(store: Store) -> None:
    meeting = next_meeting(store.read(), NEXT)
    (said,) = item_of(meeting, "รับรอง").statements
    assert (said.speaker, said.text) == (
        "ประธานกรรมการ",
        "เสนอให้ที่ประชุมพิจารณารับรองรายงานการประชุม ครั้งที่ 1/2567 เมื่อวันอังคารที่ 12 มีนาคม 2567",
    )


def test_certifying_has_official_words(store: Store, first: Meeting) -> None:
    meeting = next_meeting(store.read(), NEXT)
    last = meeting_before((first, meeting), meeting)
    assert last == first
    assert item_of(certified(meeting, last, [" "]), "รับรอง").resolution == (
        "รับรองรายงานการประชุม ครั้งที่ 1/2567 เมื่อวันอังคารที่ 12 มีนาคม 2567 โดยไม่มีการแก้ไข"
    )
    unknown = replace(first, number=None, held_on=None)
    told = certified(meeting, unknown, ["หน้า 2 “สองคน” เป็น “สามคน”", "ตัดข้อ 3"])
    assert item_of(told, "รับรอง").resolution.split("\n\n") == [
        "รับรองรายงานการประชุม ครั้งที่ -/2567 โดยมีการแก้ไข ดังนี้",
        "(1) หน้า 2 “สองคน” เป็น “สามคน”",
        "(2) ตัดข้อ 3",
    ]


def test_the_first_meeting_has_nothing_to_certify(store: Store) -> None:
    meeting = next_meeting(store.read(), FIRST)
    assert meeting_before((meeting,), meeting) is None
    assert item_of(certified(meeting, None, ()), "รับรอง").resolution.startswith("ไม่มี")
    with pytest.raises(UsageError, match="no meeting before"):
        certified(meeting, None, ["ก"])
    with pytest.raises(UsageError, match="has no item “เรื่องรับรองรายงานการประชุม”"):
        certified(replace(meeting, agenda=()), None, ())


def test_numbers_go_on_over_the_end_of_the_fiscal_year(
    tmp_path: Path, framework: Framework, actor: Actor, checklist: Checklist
) -> None:
    workspace = Workspace(tmp_path / "years")
    assert meetings_before(neighbours(workspace, 2567), 2567) == ()
    held = Meeting("2567-09-10", "ชุดที่ 1", 4, 2567, decisions=(Decision("O1", Status(), WAITING),))
    workspace.create(checklist, (held,), actor)
    workspace.create(Checklist.from_framework(framework, checklist.agency, 2568), (), actor)
    earlier = meetings_before(neighbours(workspace, 2568), 2568)
    assert earlier == (held,)
    store = workspace.store(2568)
    october = next_meeting(store.read(), date(2024, 10, 8), earlier=earlier)
    assert (october.name, october.number, october.year) == ("ชุดที่ 1", 5, 2567)
    january = next_meeting(store.read(), date(2025, 1, 9), earlier=earlier)
    assert (january.number, january.year) == (1, 2568)
    assert not any("สืบเนื่อง" in one.title for one in october.agenda)
    store.close()
