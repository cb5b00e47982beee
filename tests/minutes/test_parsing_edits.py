"""Changes made by hand in our own minutes come back as such."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
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
from ita_tui.minutes.parsing.minutes import ReadMinutes, ReadRow, read_minutes
from ita_tui.minutes.rendering import Digits, render_minutes

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKLIST = Checklist(
    agency="เทศบาลตำบลตัวอย่าง",
    fiscal_year=2567,
    framework_title="แบบวัดตัวอย่าง",
    framework_year=2566,
    categories=(Category("9.1", "ข้อมูลพื้นฐาน"), Category("10.1", "การป้องกัน")),
    items=(
        Item("O1", "โครงสร้าง", "9.1", previous_score=100.0, status=Status.of(State.DONE)),
        Item("O2", "ข้อมูลผู้บริหาร", "9.1", remark="รอคำสั่ง"),
        Item("O3", "แผน", "10.1", status=Status.of(State.WAITING)),
    ),
)

MEETING = Meeting(
    id="2566-10-31",
    name="คณะกรรมการตัวอย่าง",
    number=2,
    year=2566,
    held_on=date(2023, 10, 31),
    place="ห้องประชุม",
    start=time(9, 30),
    end=time(11, 30),
    attendees=(
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ"),
        Attendee("หัวหน้าสำนักปลัด", "กรรมการ"),
    ),
    agenda=(
        AgendaItem("เรื่องเพื่อทราบ", (Statement("ประธานกรรมการ", "เปิดประชุม"),), "รับทราบ"),
        AgendaItem("เรื่องเพื่อพิจารณา", (), "เห็นชอบ", shows_checklist=True),
    ),
    problems=("บุคลากรไม่พอ",),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
    decisions=(Decision("O3", Status(), Status.of(State.WAITING), "ภายใน 30 วัน"),),
)

DOCUMENT = render_minutes(MEETING, CHECKLIST, Digits.ARABIC)


def read(document: str) -> ReadMinutes:
    """What is read, without any problem."""
    found = read_minutes(document)
    assert found is not None
    assert found.problems == ()
    assert found.unread == frozenset()
    return found


def edited(old: str, new: str) -> ReadMinutes:
    """What is read after the one place of a text was changed."""
    assert DOCUMENT.count(old) == 1
    return read(DOCUMENT.replace(old, new))


def row(found: ReadMinutes, code: str) -> ReadRow:
    """The row of an item."""
    return next(one for one in found.rows if one.code == code)


def test_untouched_it_is_the_meeting_itself() -> None:
    assert read(DOCUMENT).meeting == MEETING


HEADING_EDITS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "name": ("# รายงานการประชุมคณะกรรมการตัวอย่าง", "# รายงานการประชุม คณะทำงาน", {"name": "คณะทำงาน"}),
    "number": ("ครั้งที่ 2/2566", "ครั้งที่ ๑๒ / ๒๕๖๗", {"number": 12, "year": 2567}),
    "no number": ("ครั้งที่ 2/2566", "ครั้งที่ -/2566", {"number": None}),
    "day": ("เมื่อวันอังคารที่ 31 ตุลาคม", "เมื่อวันพุธที่ ๑ พฤศจิกายน", {"held_on": date(2023, 11, 1)}),
    "short day": ("วันอังคารที่ 31 ตุลาคม 2566", "30/10/66", {"held_on": date(2023, 10, 30)}),
    "no day": ("วันอังคารที่ 31 ตุลาคม 2566", "วันที่ …………", {"held_on": None}),
    "place": ("ณ ห้องประชุม", "ณ หอประชุม\nชั้น 2", {"place": "หอประชุม ชั้น 2"}),
    "no place": ("ณ ห้องประชุม", "ณ …………", {"place": ""}),
    "end": ("## เลิกประชุมเวลา 11.30 น.", "## เลิกประชุมเวลา ๑๒:๐๕", {"end": time(12, 5)}),
    "no end": ("## เลิกประชุมเวลา 11.30 น.", "## เลิกประชุมเวลา", {"end": None}),
    "start beside the day": ("2566 เวลา 09.30 น.", "2566", {}),
    "start above the agenda": ("เริ่มประชุมเวลา 09.30 น.", "เริ่มประชุมเวลา ………… น.", {}),
}


@pytest.mark.parametrize(("old", "new", "changes"), HEADING_EDITS.values(), ids=HEADING_EDITS)
def test_the_heading(old: str, new: str, changes: dict[str, Any]) -> None:
    expected = replace(MEETING, **changes)
    assert edited(old, new).meeting == expected


def test_a_start_changed_in_both_places() -> None:
    assert read(DOCUMENT.replace("09.30", "10.00")).meeting.start == time(10)


STATUSES = {
    "another state": ("ดำเนินการแล้วบางส่วน", Status(State.IN_PROGRESS, "ดำเนินการแล้วบางส่วน")),
    "own words": ("รอ *สภา* (ระหว่างดำเนินการ)", Status(State.IN_PROGRESS, "รอ สภา")),
    "unknown words": ("เกือบเสร็จ", Status(State.UNSET, "เกือบเสร็จ")),
    "cleared": ("", Status()),
    "a dash": ("-", Status()),
}


@pytest.mark.parametrize(("typed", "status"), STATUSES.values(), ids=STATUSES)
def test_a_status(typed: str, status: Status) -> None:
    found = edited("| O3 | แผน | - | รอดำเนินการ | - |", f"| O3 | แผน | - | {typed} | - |")
    assert row(found, "O3").status == status


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("รอคำสั่ง ที่ ๑๒", "รอคำสั่ง ที่ ๑๒"),
        ("รอคำสั่ง ⏎ ฉบับใหม่", "รอคำสั่ง\nฉบับใหม่"),
        ("รอคำสั่ง<br>ฉบับใหม่", "รอคำสั่ง\nฉบับใหม่"),
        ("ก \\| ข", "ก | ข"),
        ("-", ""),
        ("<b>\u202e", "<b>‹U+202E›"),
        ("[แบบ](https://a.go.th)", "[แบบ](https://a.go.th)"),
    ],
)
def test_a_remark(typed: str, remark: str) -> None:
    assert row(edited("| รอคำสั่ง |", f"| {typed} |"), "O2").remark == remark


def test_a_row_knows_its_line_and_category() -> None:
    found = row(read(DOCUMENT), "O3")
    assert DOCUMENT.split("\n")[found.line - 1].startswith("| O3 |")
    assert found.category == "10.1"


def test_a_score_and_a_name() -> None:
    changed = edited("| O1 | โครงสร้าง | 100 |", "| O1 | โครงสร้างใหม่ | ๙๗.๕๐ |")
    assert (row(changed, "O1").name, row(changed, "O1").previous_score) == ("โครงสร้างใหม่", 97.5)


def test_an_added_and_a_removed_attendee() -> None:
    found = edited(
        "| 2 | หัวหน้าสำนักปลัด | กรรมการ |", "| 3 | ผู้อำนวยการกองช่าง | กรรมการ |\n| 4 | นิติกร | - |"
    )
    assert found.meeting.attendees == (
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ"),
        Attendee("ผู้อำนวยการกองช่าง", "กรรมการ"),
        Attendee("นิติกร"),
    )


def test_a_list_that_was_empty_gets_people() -> None:
    found = edited(
        "## ผู้ไม่มาประชุม\n\nไม่มี\n",
        "## ผู้ไม่มาประชุม\n\n|ตำแหน่ง|ชื่อ|เหตุผล|แทน|\n|-|-|-|-|\n|นิติกร|คนตัวอย่าง|ลาป่วย|-|\n",
    )
    absent = Attendee("นิติกร", "", "คนตัวอย่าง", Attendance.ABSENT, "ลาป่วย")
    assert found.meeting.attendees == (*MEETING.attendees, absent)


def test_nobody_is_left_of_a_list() -> None:
    start, end = DOCUMENT.index("| ลำดับ"), DOCUMENT.index("## ผู้ไม่มา")
    assert read(DOCUMENT[:start] + "-\n\n" + DOCUMENT[end:]).meeting.attendees == ()


STATEMENT_EDITS: dict[str, tuple[str, tuple[Statement, ...]]] = {
    "other words": ("ปิดประชุม", (Statement("ประธานกรรมการ", "ปิดประชุม"),)),
    "two paragraphs": ("ก\n\nข", (Statement("ประธานกรรมการ", "ก\n\nข"),)),
    "another speaker": (
        "ก\n\n__เลขานุการ__\n\nข",
        (Statement("ประธานกรรมการ", "ก"), Statement("เลขานุการ", "ข")),
    ),
    "the minutes' own": ("ก\n\n---\n\nข", (Statement("ประธานกรรมการ", "ก"), Statement("", "ข"))),
    "line breaks": ("ก  \nข\\\nค\nง", (Statement("ประธานกรรมการ", "ก\nข\nค\nง"),)),
    "a list": ("- ก\n- ข\n  1. ค", (Statement("ประธานกรรมการ", "- ก\n- ข\n1. ค"),)),
    "a quotation": ("> ก", (Statement("ประธานกรรมการ", "> ก"),)),
    "indented": ("    ก", (Statement("ประธานกรรมการ", "ก"),)),
    "HTML": ("<div>ก</div>", (Statement("ประธานกรรมการ", "<div>ก</div>"),)),
    "emphasis": ("ก *ข* **ค** `ง`", (Statement("ประธานกรรมการ", "ก ข ค ง"),)),
    "a smaller heading": ("ก\n\n### ข\n\nค", (Statement("ประธานกรรมการ", "ก\n\nข\n\nค"),)),
    "a line that is all bold but the end": ("**ก** ข", (Statement("ประธานกรรมการ", "ก ข"),)),
}


@pytest.mark.parametrize(("typed", "expected"), STATEMENT_EDITS.values(), ids=STATEMENT_EDITS)
def test_statements(typed: str, expected: tuple[Statement, ...]) -> None:
    assert edited("\n\nเปิดประชุม\n", f"\n\n{typed}\n").meeting.agenda[0].statements == expected


RESOLUTION_EDITS = {
    "other words": ("**มติที่ประชุม** เห็นชอบ 2 ข้อ", "เห็นชอบ 2 ข้อ"),
    "a colon": ("**มติที่ประชุม:** เห็นชอบ", "เห็นชอบ"),
    "lines": ("**มติที่ประชุม** ก\nข\n\nค", "ก\nข\n\nค"),
    "left open": ("**มติที่ประชุม** …………", ""),
    "taken out": ("**มติที่ประชุม**", ""),
    "below its words": ("**มติที่ประชุม**\n\nเห็นชอบ", "เห็นชอบ"),
    "nothing at all": ("", ""),
}


@pytest.mark.parametrize(("typed", "resolution"), RESOLUTION_EDITS.values(), ids=RESOLUTION_EDITS)
def test_a_resolution(typed: str, resolution: str) -> None:
    item = edited("**มติที่ประชุม** รับทราบ", typed).meeting.agenda[0]
    assert item == replace(MEETING.agenda[0], resolution=resolution)


def test_an_added_agenda_item() -> None:
    added = "## วาระที่ ๒.๑ เรื่องสืบเนื่อง\n\n**เลขานุการ**\n\nรายงาน\n\n**มติที่ประชุม** รับทราบ\n\n"
    found = edited("## ระเบียบวาระที่ 2", f"{added}## ระเบียบวาระที่ 2")
    one = AgendaItem("เรื่องสืบเนื่อง", (Statement("เลขานุการ", "รายงาน"),), "รับทราบ")
    assert found.meeting.agenda == (MEETING.agenda[0], one, MEETING.agenda[1])


def test_a_decision_and_a_problem() -> None:
    found = read(
        DOCUMENT.replace("| - | รอดำเนินการ | ภายใน", "| - | ดำเนินการเป็นปัจจุบัน | ภายใน").replace(
            "(1) บุคลากรไม่พอ", "(1) บุคลากรไม่พอ\nทุกกอง\n\nงานล้น (2) กอง"
        )
    )
    assert [one.after for one in found.meeting.decisions] == [Status.of(State.CURRENT)]
    assert found.meeting.problems == ("บุคลากรไม่พอ\nทุกกอง", "งานล้น (2) กอง")
    assert row(found, "O3").status == Status.of(State.WAITING)


SIGNATURE_EDITS = {
    "a name": ("(คนตัวอย่าง)\\\nเลขานุการ", Signature("ผู้จดรายงานการประชุม", "เลขานุการ", "คนตัวอย่าง")),
    "an office left open": ("(คนตัวอย่าง)  \n…………", Signature("ผู้จดรายงานการประชุม", "", "คนตัวอย่าง")),
    "left open": ("(…………)", Signature("ผู้จดรายงานการประชุม", "")),
}


@pytest.mark.parametrize(("typed", "signature"), SIGNATURE_EDITS.values(), ids=SIGNATURE_EDITS)
def test_a_signature(typed: str, signature: Signature) -> None:
    assert edited("(เลขานุการ)", typed).meeting.signatures == (signature,)


def test_a_line_to_sign_of_another_length() -> None:
    found = edited(f"(ลงชื่อ) {'…' * 16} ผู้จด", "(ลงชื่อ)........ผู้จด")
    assert found.meeting.signatures == MEETING.signatures


def test_signatures_taken_out() -> None:
    assert read(DOCUMENT[: DOCUMENT.index("(ลงชื่อ)")]).meeting.signatures == ()


def windows(document: str) -> str:
    """As Notepad saves it."""
    return "\ufeff" + document.replace("\n", "\r\n")


def padded(document: str) -> str:
    """Tables as an editor lines them up."""
    return document.replace(" | ", "   |   ").replace("| :-- ", "|:------")


def underlined(document: str) -> str:
    """A heading in the other way of Markdown."""
    return document.replace("## ผู้มาประชุม", "ผู้มาประชุม\n-----------")


def noted(document: str) -> str:
    """Front matter as another program writes it."""
    return document.replace('"2566-10-31"', "'2566-10-31'").replace(
        "format: 1", "tags: [ita]\nformat: 1"
    )


@pytest.mark.parametrize("rewritten", [windows, padded, underlined, noted])
def test_what_an_editor_does_to_the_text_is_no_change(rewritten: Callable[[str], str]) -> None:
    document = rewritten(DOCUMENT)
    assert document != DOCUMENT
    found = read(document)
    assert found.meeting == MEETING
    assert render_minutes(found.meeting, found.checklist, Digits.ARABIC) == DOCUMENT
