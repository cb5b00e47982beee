"""The checklist as a document, and texts of people that look like markup."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendee,
    Decision,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.status import State, Status
from ita_tui.minutes.rendering import Digits, render_checklist, render_minutes
from tests.minutes.example import CHECKLIST, PARSER, blocks, headings


def test_the_checklist_alone() -> None:
    document = render_checklist(CHECKLIST, Digits.THAI)
    assert headings(document) == [
        ("h1", "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)"),
        ("h2", "สรุปความก้าวหน้า"),
        ("h2", "ผลการดำเนินงานรายข้อ"),
        ("h3", "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"),
        ("h3", "ตัวชี้วัดย่อยที่ ๑๐.๑ การป้องกัน"),
    ]
    assert blocks(document)[1] == (
        "**หน่วยงาน** เทศบาลตำบลตัวอย่าง\\\n"
        "**ปีงบประมาณ พ.ศ.** ๒๕๖๗\\\n"
        "**ชุดตัวชี้วัด** การเปิดเผยข้อมูลสาธารณะ (OIT)\\\n"
        "**ปีของชุดตัวชี้วัด พ.ศ.** ๒๕๖๖"
    )


def test_a_checklist_without_items() -> None:
    empty = replace(CHECKLIST, items=())
    assert "มีจำนวนทั้งสิ้น ๐ ข้อ ดำเนินการแล้วเสร็จ ๐ ข้อ คิดเป็นร้อยละ ๐ และ" in render_checklist(
        empty, Digits.THAI
    )


ODD = st.text(st.sampled_from("*_`[]()<>|~#+-=:.!&;\\ \n\x1b\u2028กา๑1a/"), max_size=12)


@given(odd=ODD, other=ODD)
@settings(max_examples=150, deadline=None)
def test_no_text_of_people_changes_the_structure(odd: str, other: str) -> None:
    meeting = Meeting(
        id=odd,
        name=odd,
        number=1,
        year=2566,
        place=other,
        attendees=(Attendee(odd or "ก", other, odd), Attendee("ก", reason=other)),
        agenda=(
            AgendaItem(odd, (Statement(odd, other), Statement("", odd)), other, True),
            AgendaItem(other, (Statement("", odd),), odd),
        ),
        problems=(odd, other),
        signatures=(Signature(odd, other, odd),),
        decisions=(Decision("O2", Status(State.DONE, odd), Status(), other),),
    )
    items = tuple(replace(item, name=odd, remark=other) for item in CHECKLIST.items)
    document = render_minutes(meeting, replace(CHECKLIST, agency=odd, items=items), Digits.THAI)
    tokens = PARSER.parse(document.split("---\n", 2)[-1])
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 14
    assert kinds.count("table_open") == 4
    assert kinds.count("tr_open") == 4 + 2 + 3 + 1
    assert kinds.count("hr") <= 1
    assert not {"bullet_list_open", "ordered_list_open", "blockquote_open", "html_block"} & set(
        kinds
    )
    assert not {"fence", "code_block"} & set(kinds)
    inline = {child.type for token in tokens for child in token.children or []}
    assert inline <= {"text", "hardbreak", "strong_open", "strong_close"}
