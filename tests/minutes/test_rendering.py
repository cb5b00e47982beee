"""The minutes of a meeting as a document."""

from __future__ import annotations

import re

import pytest

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    FrozenItem,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.status import State, Status
from ita_tui.minutes.reading import read_status_rows
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.thai.digits import THAI_DIGITS
from tests.minutes.example import CHECKLIST, MEETING, blocks, headings, minutes


def test_the_front_matter_holds_three_things() -> None:
    start = '---\nformat: 1\nmeeting: "2566-10-31"\nfiscal_year: 2567\n---\n\n# รายงานการประชุม'
    assert minutes().startswith(start)


def test_no_id_ends_the_front_matter_early() -> None:
    _, front, rest = minutes(id='a"\n---\n\u2028# x').split("---\n", 2)
    assert front.split("\n")[1:] == [
        'meeting: "a\\"\\n---\\n\\u2028# x"',
        "fiscal_year: 2567",
        "",
    ]
    assert rest.startswith("\n# รายงานการประชุม")


def test_headings_follow_form_11() -> None:
    assert headings(minutes()) == [
        ("h1", "รายงานการประชุมคณะกรรมการตัวอย่าง"),
        ("h2", "ผู้มาประชุม"),
        ("h2", "ผู้ไม่มาประชุม"),
        ("h2", "ผู้เข้าร่วมประชุม"),
        ("h2", "เริ่มประชุมเวลา ๐๙.๓๐ น."),
        ("h2", "ระเบียบวาระที่ ๑ เรื่องเพื่อทราบ"),
        ("h2", "ระเบียบวาระที่ ๒ เรื่องเพื่อพิจารณา"),
        ("h3", "ผลการดำเนินงานตามแบบตรวจ OIT"),
        ("h3", "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"),
        ("h3", "ตัวชี้วัดย่อยที่ ๑๐.๑ การป้องกัน"),
        ("h3", "สรุปความก้าวหน้า"),
        ("h2", "เลิกประชุมเวลา ๑๑.๓๐ น."),
    ]


def test_number_day_and_place() -> None:
    assert blocks(minutes())[2:5] == [
        "ครั้งที่ ๒/๒๕๖๖",
        "เมื่อวันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖ เวลา ๐๙.๓๐ น.",
        "ณ ห้องประชุม ชั้น ๒",
    ]


def test_what_is_unknown_is_left_open() -> None:
    document = render_minutes(Meeting("m1", "", None, 2566), CHECKLIST, Digits.THAI)
    assert blocks(document)[1:] == [
        "# รายงานการประชุม…………",
        "ครั้งที่ -/๒๕๖๖",
        "เมื่อวันที่ ………… เวลา ………… น.",
        "ณ …………",
        "## ผู้มาประชุม",
        "…………",
        "## ผู้ไม่มาประชุม",
        "ไม่มี",
        "## ผู้เข้าร่วมประชุม",
        "ไม่มี",
        "## เริ่มประชุมเวลา ………… น.",
        "## เลิกประชุมเวลา ………… น.",
        f"(ลงชื่อ) {'…' * 16} ผู้จดรายงานการประชุม\\\n(…………)",
        f"(ลงชื่อ) {'…' * 16} ผู้ตรวจรายงานการประชุม\\\n(…………)",
    ]


def test_an_agenda_item_without_words_is_left_open() -> None:
    assert "## ระเบียบวาระที่ ๑ เรื่อง…………\n\n**มติที่ประชุม** …………" in minutes(agenda=(AgendaItem(""),))


def test_the_subject_of_an_agenda_item_begins_with_its_word_once() -> None:
    document = minutes(agenda=(AgendaItem("เพื่อทราบ"), AgendaItem("เรื่องอื่น ๆ")))
    assert "## ระเบียบวาระที่ ๑ เรื่องเพื่อทราบ\n" in document
    assert "## ระเบียบวาระที่ ๒ เรื่องอื่น ๆ\n" in document


def test_attendance_shows_offices_roles_substitutes_and_reasons() -> None:
    document = minutes(
        attendees=(
            Attendee("ผู้อำนวยการกองคลัง", "ประธานกรรมการ", acting_for="ปลัดเทศบาล"),
            Attendee("หัวหน้าสำนักปลัด", "กรรมการ", name="-"),
            Attendee("ท้องถิ่นอำเภอ", "กรรมการ", "", Attendance.ABSENT, "ติดราชการ 2 วัน"),
            Attendee("นักวิชาการ", name="ผู้แทนตัวอย่าง", attendance=Attendance.OTHER),
        )
    )
    assert blocks(document)[5:11] == [
        "## ผู้มาประชุม",
        "| ลำดับ | ตำแหน่ง | แทน | หน้าที่ในที่ประชุม |\n"
        "| --: | :-- | :-- | :-- |\n"
        "| ๑ | ผู้อำนวยการกองคลัง | ปลัดเทศบาล | ประธานกรรมการ |\n"
        "| ๒ | หัวหน้าสำนักปลัด | - | กรรมการ |",
        "## ผู้ไม่มาประชุม",
        "| ลำดับ | ตำแหน่ง | หน้าที่ในที่ประชุม | เหตุผล |\n"
        "| --: | :-- | :-- | :-- |\n"
        "| ๑ | ท้องถิ่นอำเภอ | กรรมการ | ติดราชการ ๒ วัน |",
        "## ผู้เข้าร่วมประชุม",
        "| ลำดับ | ชื่อ | ตำแหน่ง |\n| --: | :-- | :-- |\n| ๑ | ผู้แทนตัวอย่าง | นักวิชาการ |",
    ]


def test_statements_have_their_speaker_above_them() -> None:
    document = minutes(
        agenda=(
            AgendaItem(
                "เรื่องเพื่อทราบ",
                (
                    Statement("", "ครบองค์ประชุมแล้ว"),
                    Statement("ประธาน*กรรมการ*", "**เปิด**ประชุม\n- ข้อแรก\n\nวรรคสอง"),
                    Statement("เลขานุการ", ""),
                    Statement("", "พัก 5 นาที"),
                    Statement("", ""),
                ),
                "รับทราบ\nมอบเลขานุการ",
            ),
        )
    )
    start = document.index("## ระเบียบวาระ")
    assert blocks(document[start : document.index("## เลิก")]) == [
        "## ระเบียบวาระที่ ๑ เรื่องเพื่อทราบ",
        "ครบองค์ประชุมแล้ว",
        r"**ประธาน\*กรรมการ\***",
        "\\*\\*เปิด\\*\\*ประชุม\\\n\\- ข้อแรก",
        "วรรคสอง",
        "**เลขานุการ**",
        "* * *",
        "พัก ๕ นาที",
        "**มติที่ประชุม** รับทราบ\\\nมอบเลขานุการ",
    ]


DECISIONS = (Decision("O2", Status(), Status.of(State.DONE), "ในที่ประชุม"),)
PROBLEMS = ("บุคลากรไม่พอ\n\nตั้งแต่ปี 2566", "งานล้น", "")


def test_decisions_and_problems_stand_with_the_first_checklist() -> None:
    shown = AgendaItem("เรื่องสืบเนื่อง", resolution="รับทราบ", shows_checklist=True)
    document = minutes(agenda=(shown, shown), decisions=DECISIONS, problems=PROBLEMS)
    names = [name for tag, name in headings(document) if tag == "h3"]
    assert names.count("มติที่ประชุมรายข้อ") == names.count("ปัญหาและอุปสรรค") == 1
    assert names[3:6] == ["มติที่ประชุมรายข้อ", "สรุปความก้าวหน้า", "ปัญหาและอุปสรรค"]
    assert names.count("สรุปความก้าวหน้า") == 2
    problems = "(๑) บุคลากรไม่พอ\\\nตั้งแต่ปี ๒๕๖๖\n\n(๒) งานล้น\n\n(๓) …………\n\n**มติที่ประชุม**"
    assert f"### ปัญหาและอุปสรรค\n\n{problems}" in document


def test_the_statuses_read_from_minutes_are_those_that_hold() -> None:
    before = Decision("O3", Status.of(State.DONE), Status.of(State.WAITING))
    rows = read_status_rows(minutes(decisions=(before,)))
    assert [(row.code, row.wording) for row in rows] == [
        ("O1", "ดำเนินการเรียบร้อยแล้ว"),
        ("O3", "รอดำเนินการ"),
    ]


def test_decisions_and_problems_are_never_lost() -> None:
    document = minutes(agenda=(), decisions=DECISIONS, problems=PROBLEMS)
    assert headings(document)[5:] == [
        ("h2", "มติที่ประชุมรายข้อ"),
        ("h2", "ปัญหาและอุปสรรค"),
        ("h2", "เลิกประชุมเวลา ๑๑.๓๐ น."),
    ]


@pytest.mark.parametrize(
    ("signature", "below"),
    [
        (Signature("ผู้จด", "เลขานุการ"), "ผู้จด\\\n(เลขานุการ)"),
        (Signature("ผู้จด", "เลขานุการ", "นายตัวอย่าง"), "ผู้จด\\\n(นายตัวอย่าง)\\\nเลขานุการ"),
        (Signature("ผู้จด", "", "นายตัวอย่าง"), "ผู้จด\\\n(นายตัวอย่าง)\\\n…………"),
        (Signature("", ""), "…………\\\n(…………)"),
    ],
    ids=["office", "name and office", "name", "nothing"],
)
def test_signatures(signature: Signature, below: str) -> None:
    assert minutes(signatures=(signature,)).endswith(f"(ลงชื่อ) {'…' * 16} {below}\n")


def test_the_progress_of_an_open_meeting_is_the_live_one() -> None:
    assert (
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ มีจำนวนทั้งสิ้น ๓ ข้อ ดำเนินการแล้วเสร็จ ๑ ข้อ"
        " คิดเป็นร้อยละ ๓๓.๓๓ (ดำเนินการเรียบร้อยแล้ว ๑ ข้อ)"
        " และยังไม่แล้วเสร็จ ๒ ข้อ (รอดำเนินการ ๑ ข้อ และยังไม่ระบุผลการดำเนินงาน ๑ ข้อ)\n"
    ) in minutes()


def test_a_closed_meeting_shows_its_frozen_table_and_the_progress_of_that() -> None:
    frozen = tuple(FrozenItem(item.code, Status.of(State.CURRENT)) for item in CHECKLIST.items)
    document = minutes(frozen=frozen)
    assert document.count("| ดำเนินการเป็นปัจจุบัน |") == 3
    assert "| รอดำเนินการ |" not in document
    assert "คิดเป็นร้อยละ ๑๐๐ (ดำเนินการเป็นปัจจุบัน ๓ ข้อ) และยังไม่แล้วเสร็จ ๐ ข้อ\n" in document


def test_arabic_digits() -> None:
    document = render_minutes(MEETING, CHECKLIST, Digits.ARABIC)
    assert not set(document) & set(THAI_DIGITS)
    assert "ครั้งที่ 2/2566" in document
    assert "เมื่อวันอังคารที่ 31 ตุลาคม 2566 เวลา 09.30 น." in document
    assert "## ระเบียบวาระที่ 1 เรื่องเพื่อทราบ" in document
    assert "1\\. ติดตาม\\\n2\\. เร่งรัด" in document


def test_thai_digits_leave_only_codes_and_the_front_matter_in_arabic_ones() -> None:
    text = minutes().split("---\n", 2)[-1]
    assert set(re.findall(r"[0-9]", re.sub(r"\bO\d+\b", "", text))) == set()
