"""What edited minutes change in the meeting, part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Signature
from ita_tui.minutes.parsing.minutes import Part
from ita_tui.services.importing.own_minutes import PartChange, apply_minutes, part_label

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from tests.services.importing.conftest import Minutes

# What is typed for what, and the change: part, agenda item, before, after.
PARTS: dict[str, tuple[str, str, tuple[Part, int, str, str]]] = {
    "name": ("ชุดที่ ๑", "ชุดที่ ๒", (Part.NAME, 0, "คณะกรรมการชุดที่ 1", "คณะกรรมการชุดที่ 2")),
    "number": ("ครั้งที่ ๒/", "ครั้งที่ -/", (Part.NUMBER, 0, "2/2566", "-/2566")),
    "day": ("อังคารที่ ๓๑", "จันทร์ที่ ๓๐",
            (Part.HELD_ON, 0, "31 October 2566 BE", "30 October 2566 BE")),
    "no day": ("วันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖", "วันที่ …………",
               (Part.HELD_ON, 0, "31 October 2566 BE", "")),
    "place": ("ชั้น ๒", "ชั้น 3", (Part.PLACE, 0, "ห้องประชุม ชั้น 2", "ห้องประชุม ชั้น 3")),
    "end": ("๑๑.๓๐", "๑๒.๐๐", (Part.END, 0, "11.30", "12.00")),
    "somebody came": ("| ๒ | หัวหน้า", "| ๒ | ช่าง | - | - |\n| ๓ | หัวหน้า",
                      (Part.PRESENT, 0, "", "ช่าง")),
    "a reason": ("ลา ๒ วัน", "ลาป่วย",
                 (Part.ABSENT, 0, "นิติกร, กรรมการ, ลา 2 วัน", "นิติกร, กรรมการ, ลาป่วย")),
    "a substitute": ("| นายกเทศมนตรี |", "| - |",
                     (Part.PRESENT, 0, "ปลัดเทศบาล, for นายกเทศมนตรี, ประธานกรรมการ",
                      "ปลัดเทศบาล, ประธานกรรมการ")),
    "a title": ("เรื่องเพื่อทราบ", "เรื่องแจ้งเพื่อทราบ",
                (Part.AGENDA, 1, "เรื่องเพื่อทราบ", "เรื่องแจ้งเพื่อทราบ")),
    "a statement": ("หน้า ๒", "หน้า ๓", (Part.AGENDA, 1, "ประธาน: คำสั่งที่ 155/2565\nหน้า 2",
                                         "ประธาน: คำสั่งที่ 155/2565\nหน้า 3")),
    "a resolution": ("** เห็นชอบ ๒ ข้อ", "** …………",
                     (Part.AGENDA, 2, "resolution: เห็นชอบ 2 ข้อ", "")),
    "a decision": ("| รอดำเนินการ | ภายใน ๓๐ วัน |", "| ดำเนินการเรียบร้อยแล้ว | - |",
                   (Part.DECISIONS, 0, "O3: รอดำเนินการ, before not set (ภายใน 30 วัน)",
                    "O3: ดำเนินการเรียบร้อยแล้ว, before not set")),
    "a problem": ("(๑) บุคลากร ๓ คน", "(๑) บุคลากร ๓ คน\n\n(๒) งาน", (Part.PROBLEMS, 0, "", "งาน")),
    "a signature": ("(เลขานุการ)", "(คนตัวอย่าง)\\\nเลขานุการ",
                    (Part.SIGNATURES, 0, "ผู้จดรายงานการประชุม, เลขานุการ",
                     "ผู้จดรายงานการประชุม, คนตัวอย่าง, เลขานุการ")),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "change"), PARTS.values(), ids=PARTS)
def test_a_changed_part_is_shown_and_taken_over(
    minutes: Minutes, actor: Actor, old: str, new: str, change: tuple[Part, int, str, str]
) -> None:
    document = minutes.exported().replace(old, new, 1)
    plan = minutes.planned(document=document)
    assert plan.part_changes == (PartChange(*change),)
    assert plan.item_changes == ()
    assert plan.problems == ()
    apply_minutes(minutes.store, actor, plan)
    assert not minutes.planned(document=document).changes_anything


def test_what_is_not_edited_keeps_its_digits(minutes: Minutes) -> None:
    meeting = minutes.planned("ปลัดเทศบาล |", "รองปลัดเทศบาล |").meeting
    assert replace(meeting, attendees=minutes.meeting.attendees) == minutes.meeting
    assert meeting.attendees[1:] == (minutes.meeting.attendees[2], minutes.meeting.attendees[0])


def test_the_start_stands_in_two_places(minutes: Minutes) -> None:
    text = minutes.exported().replace("๐๙.๓๐", "๑๐.๐๐")
    assert minutes.planned(document=text).part_changes == (
        PartChange(Part.START, 0, "09.30", "10.00"),
    )


def test_an_added_agenda_item_is_new_as_a_whole(minutes: Minutes) -> None:
    added = "## ระเบียบวาระที่ ๒ เรื่องสืบเนื่อง\n\nรายงาน\n\n**มติที่ประชุม** รับทราบ\n\n"
    plan = minutes.planned("## ระเบียบวาระที่ ๒", f"{added}## ระเบียบวาระที่ ๓")
    assert plan.part_changes == (
        PartChange(Part.AGENDA, 2, "", "เรื่องสืบเนื่อง"),
        PartChange(Part.AGENDA, 2, "", "รายงาน"),
        PartChange(Part.AGENDA, 2, "", "resolution: รับทราบ"),
    )
    assert plan.meeting.agenda[0] == minutes.meeting.agenda[0]
    assert plan.meeting.agenda[2] == minutes.meeting.agenda[1]


def test_a_part_that_cannot_be_read_keeps_what_it_has(minutes: Minutes) -> None:
    document = minutes.exported()
    for old, new in (
        ("ครั้งที่ ๒/๒๕๖๖", "ครั้งที่ สอง"),
        ("วันอังคาร", "วันพุธ"),
        ("## ผู้มาประชุม", "## ผู้มา"),
        ("| นิติกร | กรรมการ |", "| นิติกร |"),
        ("๑๑.๓๐", "บ่าย"),
        ("(เลขานุการ)", "เลขานุการ"),
        ("| O3 | อำนาจหน้าที่ | - | รอดำเนินการ | ภายใน", "| O3 | ภายใน"),
    ):
        assert old in document
        document = document.replace(old, new, 1)
    plan = minutes.planned(document=document)
    assert plan.meeting == minutes.meeting
    assert len(plan.problems) >= 7
    assert [one.line for one in plan.problems] == sorted(one.line for one in plan.problems)


def test_signatures_that_were_left_open_stay_so(minutes: Minutes, actor: Actor) -> None:
    tasks = ("ผู้จดรายงานการประชุม", "ผู้ตรวจรายงานการประชุม")
    left_open = replace(minutes.meeting, signatures=tuple(Signature(task, "") for task in tasks))
    with minutes.store.transaction(actor) as tx:
        tx.put_meeting(left_open)
    assert not minutes.planned().changes_anything
    plan = minutes.planned(f"{tasks[0]}\\\n(…………)", f"{tasks[0]}\\\n(เลขานุการ)")
    assert plan.meeting.signatures == (Signature(tasks[0], "เลขานุการ"), Signature(tasks[1], ""))


def test_every_part_has_a_name() -> None:
    assert len({part_label(part) for part in Part}) == len(Part)
