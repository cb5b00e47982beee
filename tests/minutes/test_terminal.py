"""A document as lines for a terminal: whole, within its width, and every word of it literal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.meeting import Attendance, Statement
from ita_tui.domain.text import clean
from ita_tui.minutes.finding import block_of
from ita_tui.minutes.markdown import Align, paragraphs, table
from ita_tui.minutes.rendering import Digits, minutes_blocks, render_minutes
from ita_tui.minutes.terminal import TextLine, block_lines
from ita_tui.services.seeds.loading import sample
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from ita_tui.domain.meeting_parts import Path

SAMPLE = sample()
MEETING = SAMPLE.meetings[0]


def plain(lines: list[TextLine]) -> list[str]:
    return ["".join(text for text, _role in line).rstrip() for line in lines]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_blocks_are_the_document() -> None:
    blocks = minutes_blocks(MEETING, SAMPLE.checklist, Digits.THAI)
    document = render_minutes(MEETING, SAMPLE.checklist, Digits.THAI)
    assert document.endswith("\n\n".join(blocks) + "\n")


@pytest.mark.parametrize("cells", [30, 38, 56, 78])
def test_no_line_is_wider_than_the_pane(cells: int) -> None:
    for block in minutes_blocks(MEETING, SAMPLE.checklist, Digits.THAI):
        for line in plain(block_lines(block, cells)):
            assert width(line) <= cells, line


def test_what_was_said_stands_below_its_speaker_and_headings_are_marked() -> None:
    (speaker,) = block_lines("**ประธานกรรมการ**", 40)
    assert speaker == [("ประธานกรรมการ", "strong")]
    assert plain(block_lines("รับทราบ", 40)) == ["    รับทราบ", ""]
    assert block_lines("## ผู้มาประชุม", 40)[0] == [("ผู้มาประชุม", "heading")]
    title = plain(block_lines("# รายงาน\n\nครั้งที่ ๑/๒๕๖๗", 40))
    assert title == [" " * 17 + "รายงาน", "", " " * 14 + "ครั้งที่ ๑/๒๕๖๗", ""]


def test_a_table_is_drawn_with_its_heading_and_lines_within_cells() -> None:
    block = table((("ข้อ", Align.LEFT), ("คะแนน", Align.RIGHT)), [("O1", "100"), ("a\nb", "5")])
    assert plain(block_lines(block, 40)) == [
        "ข้อ │ คะแนน",
        "───┼──────",
        "O1 │   100",
        "a  │     5",
        "b  │",
        "",
    ]


def test_a_table_has_a_cell_for_every_text_however_narrow_it_is() -> None:
    block = table((("หัวข้อ", Align.LEFT), ("ผล", Align.LEFT)), [("รายงานการกำกับติดตาม", "เสร็จ")])
    shown = "".join(plain(block_lines(block, 9)))
    for letters in ("รายงาน", "เสร็จ"):
        assert all(letter in shown for letter in letters)


@given(st.text(min_size=1), st.integers(10, 80))
def test_text_of_data_is_shown_as_it_is(text: str, cells: int) -> None:
    block = paragraphs(text)
    shown = "".join(plain(block_lines(block, cells))) if block else ""
    assert squeezed(shown) == squeezed(
        clean(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    )


@pytest.mark.parametrize(
    "text", ["[x](javascript:alert(1))", "[@click=app.quit]x[/]", "**b** | `c` <b>"]
)
def test_signs_of_markup_are_letters(text: str) -> None:
    assert plain(block_lines(paragraphs(text), 60))[0].strip() == text


@pytest.mark.parametrize(
    ("path", "beginning"),
    [
        (("name",), "# รายงานการประชุม"),
        (("attendees", Attendance.ABSENT), "## ผู้ไม่มาประชุม"),
        (("attendees", 2), "| ลำดับ"),
        (("attendees", 99), "# รายงาน"),
        (("start",), "## เริ่มประชุม"),
        (("agenda",), "## ระเบียบวาระที่ ๑"),
        (("agenda", 1), "## ระเบียบวาระที่ ๒"),
        (("agenda", 0, "statements", 0), "**ประธานกรรมการ**"),
        (("agenda", 3, "statements", 1), "**ผู้ช่วยเลขานุการ**"),
        (("agenda", 3, "resolution"), "**มติที่ประชุม** รับทราบ"),
        (("problems",), "### ปัญหาและอุปสรรค"),
        (("problems", 1), "(๒) "),
        (("end",), "## เลิกประชุม"),
        (("signatures", 1), "(ลงชื่อ)"),
    ],
)
def test_the_block_of_a_part_is_found(path: Path, beginning: str) -> None:
    blocks = minutes_blocks(MEETING, SAMPLE.checklist, Digits.THAI)
    assert blocks[block_of(blocks, MEETING, path, Digits.THAI)].startswith(beginning)


def test_a_part_that_does_not_show_is_looked_for_at_the_top() -> None:
    bare = replace(MEETING, problems=(), agenda=())
    blocks = minutes_blocks(bare, SAMPLE.checklist, Digits.THAI)
    for path in (("problems", 0), ("agenda", 0, "resolution"), ("agenda",)):
        assert block_of(blocks, bare, path, Digits.THAI) == 0


def test_a_change_of_one_statement_leaves_the_other_blocks_as_they_are() -> None:
    item = MEETING.agenda[0]
    changed = replace(item, statements=(*item.statements, Statement("", "เพิ่ม")))
    after = replace(MEETING, agenda=(changed, *MEETING.agenda[1:]))
    before = set(minutes_blocks(MEETING, SAMPLE.checklist, Digits.THAI))
    now = minutes_blocks(after, SAMPLE.checklist, Digits.THAI)
    assert [block for block in now if block not in before] == ["* * *", "เพิ่ม"]
