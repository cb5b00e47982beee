"""Minutes of a meeting in a store: exported, edited in a word or two, and planned to come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

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
from ita_tui.minutes.parsing.minutes import read_minutes
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.importing.own_minutes import MinutesPlan, plan_minutes
from ita_tui.store import Store

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.minutes.parsing.minutes import ReadMinutes

MEETING = Meeting(
    id="2566-10-31",
    name="คณะกรรมการชุดที่ 1",
    number=2,
    year=2566,
    held_on=date(2023, 10, 31),
    place="ห้องประชุม ชั้น 2",
    start=time(9, 30),
    end=time(11, 30),
    attendees=(
        Attendee("นิติกร", "กรรมการ", attendance=Attendance.ABSENT, reason="ลา 2 วัน"),
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ", acting_for="นายกเทศมนตรี"),
        Attendee("หัวหน้าสำนักปลัด", "กรรมการ"),
    ),
    agenda=(
        AgendaItem("เพื่อทราบ", (Statement("ประธาน", "คำสั่งที่ 155/2565\r\nหน้า 2"),), "รับทราบ"),
        AgendaItem("เรื่องเพื่อพิจารณา", (), "เห็นชอบ 2 ข้อ", shows_checklist=True),
    ),
    problems=("บุคลากร 3 คน",),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
    decisions=(Decision("O3", Status(), Status.of(State.WAITING), "ภายใน 30 วัน"),),
)


@dataclass(frozen=True)
class Minutes:
    """A store and the meeting in it."""

    store: Store
    meeting: Meeting

    def exported(self, digits: Digits = Digits.THAI, meeting: Meeting | None = None) -> str:
        """The minutes of the meeting as they are exported, or those of another one."""
        snapshot = self.store.read()
        return render_minutes(meeting or snapshot.meetings[0], snapshot.checklist, digits)

    def planned(self, old: str = "", new: str = "", document: str = "") -> MinutesPlan:
        """The plan for the exported minutes, or others, with the first of a text changed."""
        text = document or self.exported()
        assert old in text
        return plan_minutes(self.read(text.replace(old, new, 1)), self.store.read())

    @staticmethod
    def read(document: str) -> ReadMinutes:
        """What is read from a document of ours."""
        found = read_minutes(document)
        assert found is not None
        return found


@pytest.fixture
def minutes(store: Store, actor: Actor) -> Minutes:
    """A meeting and a few statuses in the sample checklist."""
    with store.transaction(actor) as tx:
        tx.put_meeting(MEETING)
        tx.set_field("O1", "status", Status(State.IN_PROGRESS, "รอรอบ 6 เดือน"))
        tx.set_field("O2", "status", Status.of(State.DONE))
        tx.set_field("O2", "remark", "รอ 6 เดือน\nดู O1")
    return Minutes(store, MEETING)
