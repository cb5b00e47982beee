"""A small meeting and checklist to render, and how to look at a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from markdown_it import MarkdownIt

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting, Signature, Statement
from ita_tui.domain.status import State, Status
from ita_tui.minutes.rendering import Digits, render_minutes

PARSER = MarkdownIt("commonmark").enable("table")

CHECKLIST = Checklist(
    agency="เทศบาลตำบลตัวอย่าง",
    fiscal_year=2567,
    framework_title="การเปิดเผยข้อมูลสาธารณะ (OIT)",
    framework_year=2566,
    categories=(Category("9.1", "ข้อมูลพื้นฐาน"), Category("10.1", "การป้องกัน")),
    items=(
        Item("O1", "โครงสร้าง", "9.1", previous_score=100.0, status=Status.of(State.DONE)),
        Item("O2", "ข้อมูลผู้บริหาร", "9.1", previous_score=100.0),
        Item("O3", "แผน", "10.1", status=Status.of(State.WAITING)),
    ),
)

MEETING = Meeting(
    id="2566-10-31",
    name="คณะกรรมการตัวอย่าง",
    number=2,
    year=2566,
    held_on=date(2023, 10, 31),
    place="ห้องประชุม ชั้น 2",
    start=time(9, 30),
    end=time(11, 30),
    attendees=(
        Attendee("ปลัดเทศบาล", "ประธานกรรมการ"),
        Attendee("หัวหน้าสำนักปลัด", "กรรมการ"),
    ),
    agenda=(
        AgendaItem(
            "เรื่องเพื่อทราบ",
            (Statement("ประธานกรรมการ", "แจ้งคำสั่งที่ 155/2565\n\n1. ติดตาม\n2. เร่งรัด"),),
            "รับทราบ",
        ),
        AgendaItem("เรื่องเพื่อพิจารณา", resolution="เห็นชอบ", shows_checklist=True),
    ),
    signatures=(Signature("ผู้จดรายงานการประชุม", "เลขานุการ"),),
)


def blocks(document: str) -> list[str]:
    """The blocks of a document, as blank lines part them."""
    return document.rstrip("\n").split("\n\n")


def minutes(**changes: object) -> str:
    """The minutes of the meeting above with other values in some fields."""
    return render_minutes(replace(MEETING, **changes), CHECKLIST, Digits.THAI)  # type: ignore[arg-type]  # (the tests name fields of several types)


def headings(document: str) -> list[tuple[str, str]]:
    """Level and text of every heading, the front matter aside."""
    tokens = PARSER.parse(document.split("---\n", 2)[-1])
    return [
        (token.tag, tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
