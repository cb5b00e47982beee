"""The rows of a meeting from the command line: people, agenda, statements, problems, signatures."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


def shown(cli: Cli, wanted: str = "last") -> Any:  # noqa: ANN401 (JSON)
    return cli.ok("meeting", "show", wanted, "--json").json


def agenda(cli: Cli, number: int) -> Any:  # noqa: ANN401 (JSON)
    return shown(cli)["agenda"][number - 1]


def test_people_are_added_changed_moved_and_taken_out(meeting: Cli) -> None:
    attend = ("meeting", "attend", "last")
    meeting.ok(*attend, "ปลัดเทศบาล", "--role", "ประธานกรรมการ")
    meeting.ok(*attend, "นิติกร", "--role", "กรรมการ", "--absent", "--reason", "ลา")
    meeting.ok(*attend, "ผู้สังเกตการณ์", "--other", "--name", "(ตัวอย่าง) ก")
    meeting.ok(*attend, "๑", "--for", "นายกเทศมนตรี", "--office", "รองปลัด")
    meeting.ok(*attend, "3", "--to", "1")
    assert [one["office"] for one in shown(meeting)["attendees"]] == [
        "ผู้สังเกตการณ์",
        "รองปลัด",
        "นิติกร",
    ]
    absent = shown(meeting)["attendees"][2]
    assert (absent["attendance"], absent["reason"]) == ("absent", "ลา")
    meeting.ok(*attend, "นิติกร", "--present")
    assert shown(meeting)["attendees"][2]["reason"] == ""
    result = meeting.ok(*attend, "1", "--remove")
    assert result.lines == ["also attending  (ตัวอย่าง) ก, ผู้สังเกตการณ์ → empty"]
    assert shown(meeting)["attendees"][0]["acting_for"] == "นายกเทศมนตรี"


def test_a_move_past_another_list_is_told(meeting: Cli) -> None:
    meeting.ok("meeting", "attend", "last", "ปลัด")
    meeting.ok("meeting", "attend", "last", "นิติกร", "--absent")
    moved = meeting.ok("meeting", "attend", "last", "นิติกร", "--to", "1")
    assert moved.lines == ["The order was changed."]
    assert [one["office"] for one in shown(meeting)["attendees"]] == ["นิติกร", "ปลัด"]


def test_the_agenda_is_made_and_resolved(meeting: Cli) -> None:
    put = ("meeting", "agenda", "last")
    meeting.ok(*put, "เรื่องสืบเนื่อง", "--to", "3")
    meeting.ok(*put, "1", "--resolution", "รับทราบ")
    meeting.ok(*put, "เรื่องอื่น ๆ", "--title", "เรื่องอื่น ๆ (ถ้ามี)", "--table", "yes")
    titles = [one["title"] for one in shown(meeting)["agenda"]]
    assert (titles[2], titles[-1], len(titles)) == ("เรื่องสืบเนื่อง", "เรื่องอื่น ๆ (ถ้ามี)", 6)
    assert agenda(meeting, 1)["resolution"] == "รับทราบ"
    assert agenda(meeting, 6)["shows_checklist"]
    meeting.ok(*put, "6", "--table", "no")
    assert not agenda(meeting, 6)["shows_checklist"]
    meeting.ok(*put, "3", "--remove")
    assert "เรื่องสืบเนื่อง" not in [one["title"] for one in shown(meeting)["agenda"]]


def test_statements_stand_under_their_item(meeting: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    say = ("meeting", "say", "last")
    result = meeting.ok(*say, "1", "แจ้งกำหนดการ", "--speaker", "ประธานกรรมการ")
    assert result.lines == ["agenda 1  empty → ประธานกรรมการ: แจ้งกำหนดการ"]
    typed = io.TextIOWrapper(io.BytesIO("ย่อหน้าแรก\n\nย่อหน้าสอง\n".encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    meeting.ok(*say, "1", "-")
    meeting.ok(*say, "1", "2", "--speaker", "เลขานุการ", "--to", "1")
    meeting.ok(*say, "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "2", "--text", "แจ้งใหม่")
    assert agenda(meeting, 1)["statements"] == [
        {"speaker": "เลขานุการ", "text": "ย่อหน้าแรก\n\nย่อหน้าสอง"},
        {"speaker": "ประธานกรรมการ", "text": "แจ้งใหม่"},
    ]
    lines = meeting.ok("meeting", "show").lines
    assert "     1.1 เลขานุการ: ย่อหน้าแรก" in lines
    assert "         ย่อหน้าสอง" in lines
    meeting.ok(*say, "1", "1", "--remove")
    assert len(agenda(meeting, 1)["statements"]) == 1
    result = meeting(*say, "เรื่องที่ไม่มี", "ข้อความ")
    assert (result.code, result.err) == (2, "There is no row เรื่องที่ไม่มี; there are 5.\n")


def test_problems_next_steps_and_signatures(meeting: Cli) -> None:
    meeting.ok("meeting", "problem", "last", "บุคลากรไม่พอ")
    meeting.ok("meeting", "problem", "last", "1", "--text", "บุคลากรไม่พอ 3 คน")
    meeting.ok("meeting", "problem", "last", "งบประมาณ")
    meeting.ok("meeting", "problem", "last", "งบประมาณ", "--to", "1")
    assert shown(meeting)["problems"] == ["งบประมาณ", "บุคลากรไม่พอ 3 คน"]
    meeting.ok("meeting", "step", "last", "ติดตามทุกเดือน")
    meeting.ok("meeting", "step", "last", "จัดอบรม", "--to", "1")
    meeting.ok("meeting", "step", "last", "2", "--text", "ติดตามทุกไตรมาส")
    assert shown(meeting)["next_steps"] == ["จัดอบรม", "ติดตามทุกไตรมาส"]
    meeting.ok("meeting", "sign", "last", "1", "--office", "เลขานุการ", "--name", "(ตัวอย่าง) ก")
    meeting.ok("meeting", "sign", "last", "ผู้รับรอง", "--office", "นายกเทศมนตรี")
    meeting.ok("meeting", "sign", "last", "2", "--remove")
    assert shown(meeting)["signatures"] == [
        {"task": "ผู้จดรายงานการประชุม", "office": "เลขานุการ", "name": "(ตัวอย่าง) ก"},
        {"task": "ผู้รับรอง", "office": "นายกเทศมนตรี", "name": ""},
    ]


ROWS = {
    "no number": (("9", "--role", "x"), "There is no row 9; there are 2."),
    "nothing to take out": (("ไม่มี", "--remove"), "There is no row ไม่มี; there are 2."),
    "twice": (("นิติกร",), "“นิติกร” stands in the rows 1, 2; name one by its number."),
    "no place": (("1", "--to", "3"), "There is no place 3; the places go from 1 to 2."),
    "nothing": ((" ",), "Name the row by its number or its text."),
}


@pytest.mark.parametrize(("arguments", "sentence"), ROWS.values(), ids=ROWS)
def test_a_row_that_cannot_be_meant(
    meeting: Cli, arguments: tuple[str, ...], sentence: str
) -> None:
    meeting.ok("meeting", "attend", "last", "นิติกร")
    meeting.ok("meeting", "attend", "last", "อื่น")
    meeting.ok("meeting", "attend", "last", "2", "--office", "นิติกร")
    result = meeting("meeting", "attend", "last", *arguments)
    assert (result.code, result.out, result.err) == (2, "", f"{sentence}\n")
