"""What cannot be understood in our own minutes is left alone and reported with its line."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import AgendaItem, Attendee, Decision, Meeting, Signature, Statement
from ita_tui.domain.status import State, Status
from ita_tui.errors import DataError
from ita_tui.minutes.parsing.minutes import Part, Problem, ReadMinutes, read_minutes
from ita_tui.minutes.rendering import Digits, render_minutes

CHECKLIST = Checklist(
    agency="เทศบาลตำบลตัวอย่าง",
    fiscal_year=2567,
    framework_title="แบบวัดตัวอย่าง",
    framework_year=2566,
    categories=(Category("9.1", "ข้อมูลพื้นฐาน"),),
    items=(
        Item("O1", "โครงสร้าง", "9.1", previous_score=100.0, status=Status.of(State.DONE)),
        Item("O2", "ข้อมูลผู้บริหาร", "9.1"),
    ),
)
SHOWN = AgendaItem("เรื่องเพื่อพิจารณา", (), "เห็นชอบ", shows_checklist=True)
MEETING = Meeting(
    id="2566-10-31",
    name="คณะกรรมการตัวอย่าง",
    number=2,
    year=2566,
    held_on=date(2023, 10, 31),
    place="ห้องประชุม",
    start=time(9, 30),
    end=time(11, 30),
    attendees=(Attendee("ปลัดเทศบาล", "ประธานกรรมการ"),),
    agenda=(
        AgendaItem("เรื่องเพื่อทราบ", (Statement("ประธานกรรมการ", "เปิดประชุม"),), "รับทราบ"),
        SHOWN,
        AgendaItem("เรื่องอื่น ๆ", shows_checklist=True, resolution="ไม่มี"),
    ),
    problems=("บุคลากรไม่พอ",),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
    decisions=(Decision("O2", Status(), Status.of(State.WAITING)),),
)
DOCUMENT = render_minutes(MEETING, CHECKLIST, Digits.ARABIC)
TABLE = "| ก | ข |\n| - | - |\n| 1 | 2 |"


def read(document: str) -> ReadMinutes:
    """What is read from a document of ours."""
    found = read_minutes(document)
    assert found is not None
    return found


def line_of(document: str, start: str) -> int:
    """The number of the first line that begins so."""
    return next(n for n, line in enumerate(document.split("\n"), 1) if line.startswith(start))


# What is typed in place of what, how the reported line begins, words of the reason, the parts.
SLIPS: dict[str, tuple[str, str, str, str, set[Part]]] = {
    "number": ("ครั้งที่ 2/2566", "ครั้งที่ สอง", "ครั้งที่ สอง", "no number", {Part.NUMBER}),
    "short year": ("ครั้งที่ 2/2566", "ครั้งที่ 2/66", "ครั้งที่ 2/66", "no number", {Part.NUMBER}),
    "number nought": ("ครั้งที่ 2/2566", "ครั้งที่ 0/2566", "ครั้งที่ 0", "no number", {Part.NUMBER}),
    "weekday": ("อังคารที่ 31", "พุธที่ 31", "เมื่อวันพุธ", "weekday", {Part.HELD_ON}),
    "no date": ("วันอังคารที่ 31 ตุลาคม 2566", "วันนี้", "เมื่อวันนี้", "not a date", {Part.HELD_ON}),
    "clock": ("เลิกประชุมเวลา 11.30", "เลิกประชุมเวลา 25.30", "## เลิก", "time of day", {Part.END}),
    "two starts": ("2566 เวลา 09.30", "2566 เวลา 10.00", "เมื่อ", "09.30", {Part.START}),
    "more at the title": ("ณ ห้องประชุม", "ณ ห้องประชุม\n\nบ่าย", "บ่าย", "no place", set()),
    "table at the title": ("ณ ห้องประชุม", f"ณ ห้องประชุม\n\n{TABLE}", "| ก", "no place", set()),
    "place twice": ("ณ ห้องประชุม", "ณ ห้องประชุม\n\nณ บ้าน", "ณ บ้าน", "no place", set()),
    "heading": ("## ผู้ไม่มาประชุม", "## ผู้ขาดประชุม", "## ผู้ขาด", "no place", {Part.ABSENT}),
    "list twice": ("## ผู้ไม่มาประชุม", "## ผู้มาประชุม", "ไม่มี", "no place", {Part.ABSENT}),
    "people in prose": ("ไม่มี\n\n## ผู้เข้า", "ทุกคน\n\n## ผู้เข้า", "ทุกคน", "no place", {Part.ABSENT}),
    "no office": ("| ลำดับ | ตำแหน่ง |", "| ลำดับ | ผู้ |", "| ลำดับ", "ตำแหน่ง", {Part.PRESENT}),
    "odd column": ("| หน้าที่ในที่ประชุม |", "| โทรศัพท์ |", "| ลำดับ", "โทรศัพท์", set()),
    "cells of a person": ("| ประธานกรรมการ |", "| ก | ข |", "| 1 | ปลัด", "cells", {Part.PRESENT}),
    "after the start": ("09.30 น.\n\n## ระ", "09.30 น.\n\nก\n\n## ระ", "ก", "no place", set()),
    "table said": ("เปิดประชุม\n", f"เปิดประชุม\n\n{TABLE}\n", "| ก", "no place", set()),
    "after a resolution": ("** รับทราบ", "** รับทราบ\n\n### ก", "### ก", "no place", set()),
    "speaker too late": ("** รับทราบ", "** รับทราบ\n\n**ก**", "**ก**", "no place", set()),
    "two resolutions": ("** เห็นชอบ", "** ก\n\n* * *", "* * *", "no place", set()),
    "decisions in prose": ("| O2 | ข้อมูลผู้บริหาร | - | ร", "\nO", "O", "no place", {Part.DECISIONS}),
    "cells of a decision": ("| O2 | ข้อมูลผู้บริหาร | - | ร", "| o", "| o", "cells", {Part.DECISIONS}),
    "table of problems": ("(1) บุคลากรไม่พอ", TABLE, "| ก", "no place", set()),
    "signature": ("(เลขานุการ)", "เลขานุการ", "(ลงชื่อ)", "signature", {Part.SIGNATURES}),
    "unsigned": ("(ลงชื่อ)", "ลงนาม", "ลงนาม", "signature", {Part.SIGNATURES}),
    "list of signatures": ("(ลงชื่อ)", f"{TABLE}\n\n(ลงชื่อ)", "| ก", "signature", {Part.SIGNATURES}),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "reason", "parts"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_reported(old: str, new: str, line: str, reason: str, parts: set[Part]) -> None:
    document = DOCUMENT.replace(old, new, 1)
    assert document != DOCUMENT
    found = read(document)
    where = {problem.line for problem in found.problems if reason in problem.reason}
    assert line_of(document, line) in where
    assert all(problem.text for problem in found.problems)
    assert found.unread == parts


# The same in the first of two tables of the checklist.
ROW_SLIPS = {
    "a pipe too many": ("| O1 | โครงสร้าง |", "| O1 | โครง|สร้าง |", "cells"),
    "a cell too few": ("| O1 | โครงสร้าง |", "| O1 |", "cells"),
    "no code": ("| O1 |", "| - |", "no code"),
    "no score": ("| 100 |", "| ร้อย |", "ร้อย is no score"),
    "no column": ("| หมายเหตุ |", "| อื่น ๆ |", "no column หมายเหตุ"),
    "text between": ("### ตัวชี้วัด", "ก\n\n### ตัวชี้วัด", "not as the form has it"),
    "text below": ("| O1 | โครงสร้าง", "\nก\n\n| O1", "no place"),
    "agency left out": ("**หน่วยงาน** ", "", "not as the form has it"),
    "another year": ("**ปีงบประมาณ พ.ศ.** 2567", "**ปีงบประมาณ พ.ศ.** 2568", "not as the form"),
    "no year": ("ชุดตัวชี้วัด พ.ศ.** 2566", "ชุดตัวชี้วัด พ.ศ.** ก่อน", "not as the form has it"),
    "of another time": ("พ.ศ.** 2567\\", "พ.ศ.** 2567\\\n**ข้อมูล ณ** วันนี้\\", "not as the form"),
    "more after the progress": ("### มติที่ประชุมรายข้อ", "### สรุปความก้าวหน้า\n\nก\n\nข", "no place"),
    "table of facts": ("**หน่วยงาน**", f"{TABLE}\n\n**หน่วยงาน**", "no place"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "reason"), ROW_SLIPS.values(), ids=ROW_SLIPS)
def test_a_slip_in_the_checklist(old: str, new: str, reason: str) -> None:
    start = DOCUMENT.index("### ผลการดำเนินงานตาม")
    document = DOCUMENT[:start] + DOCUMENT[start:].replace(old, new, 1)
    assert document != DOCUMENT
    found = read(document)
    assert any(reason in problem.reason for problem in found.problems)
    assert found.meeting.frozen is None


def test_two_tables_that_differ() -> None:
    at = DOCUMENT.rindex("| ดำเนินการเรียบร้อยแล้ว |")
    document = DOCUMENT[:at] + DOCUMENT[at:].replace("เรียบร้อยแล้ว", "แล้วบางส่วน", 1)
    (problem,) = read(document).problems
    assert problem.line > line_of(document, "## ระเบียบวาระที่ 3")
    assert problem.reason == (
        f"O1 stands in line {line_of(document, '| O1')} already with other words; keep one."
    )
    assert [row.status for row in read(document).rows] == [Status.of(State.DONE), Status()]


MISSING = {
    "# รายงานการประชุม": {Part.NAME, Part.NUMBER, Part.HELD_ON, Part.PLACE},
    "ครั้งที่ ": {Part.NUMBER},
    "เมื่อ": {Part.HELD_ON},
    "ณ ": {Part.PLACE},
    "## ผู้มาประชุม": {Part.PRESENT},
    "## ผู้ไม่มาประชุม": {Part.ABSENT},
    "## ผู้เข้าร่วมประชุม": {Part.OTHER},
    "## เริ่มประชุมเวลา": {Part.START},
    "## เลิกประชุมเวลา": {Part.END, Part.SIGNATURES},
}


@pytest.mark.parametrize(("start", "parts"), MISSING.items(), ids=MISSING)
def test_what_is_missing_is_reported_and_not_relied_on(start: str, parts: set[Part]) -> None:
    lines = DOCUMENT.split("\n")
    del lines[line_of(DOCUMENT, start) - 1]
    found = read("\n".join(lines))
    assert parts <= found.unread
    missing = [one for one in found.problems if "any more" in one.reason]
    assert {one.line for one in missing} == {len(lines)}
    assert start.strip().endswith(tuple(one.text for one in missing))


def test_signatures_without_their_heading_are_no_resolution() -> None:
    found = read(DOCUMENT.replace("## เลิกประชุมเวลา 11.30 น.\n", ""))
    assert [item.resolution for item in found.meeting.agenda] == ["รับทราบ", "เห็นชอบ", "ไม่มี"]
    assert found.meeting.signatures == ()


def test_without_a_number_the_year_is_that_of_the_day_or_the_fiscal_one() -> None:
    without = DOCUMENT.replace("ครั้งที่ 2/2566\n", "")
    assert read(without).meeting.year == 2566
    assert read(without.replace("วันอังคารที่ 31 ตุลาคม 2566", "วันที่ …………")).meeting.year == 2567


def test_problems_stand_in_the_order_of_the_lines() -> None:
    document = DOCUMENT.replace("ครั้งที่ 2/2566", "ครั้งที่ ก").replace("(เลขานุการ)", "ก")
    lines = [problem.line for problem in read(document).problems]
    assert len(lines) == 2
    assert lines == sorted(lines)


def test_what_is_reported_is_clean() -> None:
    document = DOCUMENT.replace("ครั้งที่ 2/2566", "ครั้งที่ \x1b[31m")
    reason = "This is no number of a meeting; it is written like ครั้งที่ ๑/๒๕๖๖."
    assert read(document).problems == (Problem(9, "ครั้งที่ ␛[31m", reason, Part.NUMBER),)


NOT_OURS = {
    "nothing": "",
    "no front matter": DOCUMENT.split("---\n")[2],
    "never closed": DOCUMENT.replace("---\n\n#", "\n#"),
    "no format": DOCUMENT.replace("format: 1\n", ""),
    "no id": DOCUMENT.replace('meeting: "2566-10-31"\n', ""),
    "an empty id": DOCUMENT.replace('"2566-10-31"', '""'),
    "an id that is no text": DOCUMENT.replace('"2566-10-31"', '"\\x"'),
    "an id that a terminal obeys": DOCUMENT.replace('"2566-10-31"', '"\\u001b"'),
    "no year": DOCUMENT.replace("fiscal_year: 2567", "fiscal_year: soon"),
}


@pytest.mark.parametrize("document", NOT_OURS.values(), ids=NOT_OURS)
def test_other_documents_are_not_ours(document: str) -> None:
    assert read_minutes(document) is None


def test_a_newer_form_is_refused() -> None:
    with pytest.raises(DataError, match="form 2, this program reads form 1; update"):
        read_minutes(DOCUMENT.replace("format: 1", "format: 2"))


LINES = DOCUMENT.split("\n")


@given(
    st.lists(
        st.tuples(
            st.integers(5, len(LINES)),
            st.sampled_from(("", "ก", "## ก", "### ก", "**ก**", "---", TABLE, "\x00", *LINES[5:])),
            st.booleans(),
        ),
        max_size=5,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_edit_is_too_odd_to_read(edits: list[tuple[int, str, bool]]) -> None:
    lines = list(LINES)
    for place, text, replacing in edits:
        lines[place : place + replacing] = [text]
    found = read("\n".join(lines))
    for problem in found.problems:
        assert 1 <= problem.line <= len("\n".join(lines).split("\n"))
    document = render_minutes(found.meeting, found.checklist, Digits.THAI)
    again = read(document)
    assert render_minutes(again.meeting, again.checklist, Digits.THAI) == document
