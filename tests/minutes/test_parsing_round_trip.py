"""Minutes read back render as the same bytes, whatever stands in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
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
from ita_tui.domain.status import WORDINGS, State, Status
from ita_tui.minutes.parsing import ReadMinutes, read_minutes
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.seeds import Sample, sample
from ita_tui.thai.digits import to_arabic

PIECES = (
    *(
        "ก",
        "ำ",
        "๑",
        "9",
        "a",
        " ",
        " ",
        "-",
        "|",
        "\\",
        "*",
        "_",
        "<",
        ">",
        "[",
        "]",
        "`",
        "#",
        "~",
    ),
    *("\n", "\n\n", "\r\n", "\t", "\x00", "\x1b", "\x85", "\u00a0", "\u2028", "\u202e", "\ufeff"),
    *("**", "- ", "1. ", "---", "===", "* * *", "| - |", "```", "<br>", "<!--", "&amp;", "](x)"),
    *("⏎", " ⏎ ", "…………", "ไม่มี", "เรื่อง", "มติที่ประชุม", "**มติที่ประชุม** ", "(๑) ", "(ลงชื่อ) "),
    *("ข้อมูล ณ", "### ตัวชี้วัดย่อยที่ 9.1", "## เลิกประชุมเวลา", "เวลา", "O1", "https://a.go.th/1๑"),
    *(" (รอดำเนินการ)", " (ไม่ระบุ)", "รอดำเนินการ", "\ud800", "\u3000", "\u200b", "(", ")", "1/2"),
)
TEXT = st.one_of(
    st.just(""),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=8),
)
WORDS = st.one_of(TEXT, st.sampled_from(sorted(WORDINGS)))
STATUS = st.builds(Status, st.sampled_from(State), WORDS)
CLOCK = st.none() | st.times()
SCORE = st.none() | st.floats(0, 100) | st.sampled_from((0.0, 100.0, 97.78, 99.999))
CODES = ("O1", "O2", "o-3", "ก|4", "*5*", "6", "๗", "O8⏎", "`")
CATEGORIES = ("9.1", "๑๐.2", "A๑", "ก|", "*", "-")

PEOPLE = st.lists(
    st.builds(Attendee, TEXT, TEXT, TEXT, st.sampled_from(Attendance), TEXT, TEXT), max_size=5
)
STATEMENTS = st.lists(st.builds(Statement, TEXT, TEXT), max_size=4)
AGENDA = st.lists(
    st.builds(AgendaItem, TEXT, STATEMENTS.map(tuple), TEXT, st.booleans()), max_size=4
)
CODE = st.sampled_from(CODES)


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """A checklist as the borders let it in: codes without spaces, none twice."""
    categories = draw(st.lists(st.sampled_from(CATEGORIES), unique=True, max_size=4))
    known = st.sampled_from((*categories, "elsewhere"))
    return Checklist(
        draw(TEXT),
        draw(st.integers(2500, 2699)),
        draw(TEXT),
        draw(st.integers(2500, 2699)),
        tuple(Category(code, draw(TEXT)) for code in categories),
        tuple(
            Item(code, draw(TEXT), draw(known), "yearly", draw(SCORE), draw(STATUS), draw(TEXT))
            for code in draw(st.lists(CODE, unique=True, max_size=6))
        ),
    )


FROZEN = st.lists(
    st.builds(FrozenItem, CODE, STATUS, TEXT, SCORE), unique_by=lambda row: row.code, max_size=4
)
MEETINGS = st.builds(
    Meeting,
    id=st.sampled_from(("2566-10-31", "ก'\"b", "-", '"\\', "---")),
    name=TEXT,
    number=st.none() | st.integers(1, 999),
    year=st.integers(2400, 2699),
    held_on=st.none() | st.dates(date(1900, 1, 1), date(2400, 1, 1)),
    place=TEXT,
    start=CLOCK,
    end=CLOCK,
    attendees=PEOPLE.map(tuple),
    agenda=AGENDA.map(tuple),
    problems=st.lists(TEXT, max_size=3).map(tuple),
    signatures=st.lists(st.builds(Signature, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    decisions=st.lists(st.builds(Decision, CODE, STATUS, STATUS, TEXT), max_size=3).map(tuple),
    frozen=st.none() | FROZEN.map(tuple),
)

ITEMS = Checklist("", 2567, "", 2567, (), ())
EMPTY = Meeting("m", "", None, 2566)


def read(document: str) -> ReadMinutes:
    """What is read from a document of ours."""
    found = read_minutes(document)
    assert found is not None
    return found


@given(MEETINGS, checklists(), st.sampled_from(Digits))
@example(EMPTY, ITEMS, Digits.THAI)
@settings(max_examples=120, deadline=None)
def test_minutes_read_back_are_the_same_bytes(
    meeting: Meeting, checklist: Checklist, digits: Digits
) -> None:
    document = render_minutes(meeting, checklist, digits)
    found = read(document)
    assert found.problems == ()
    assert render_minutes(found.meeting, found.checklist, digits) == document


@given(MEETINGS, checklists(), st.sampled_from(Digits), st.sampled_from(Digits))
@settings(max_examples=30, deadline=None)
def test_what_was_read_is_read_again_from_either_digits(
    meeting: Meeting, checklist: Checklist, first: Digits, second: Digits
) -> None:
    once = read(render_minutes(meeting, checklist, first))
    document = render_minutes(once.meeting, once.checklist, second)
    twice = read(document)
    assert twice.problems == ()
    assert render_minutes(twice.meeting, twice.checklist, second) == document


SHOWN = replace(EMPTY, agenda=(AgendaItem("ก", shows_checklist=True),))
WORDINGS_OF_A_STATE = {
    "no words": Status(State.DONE),
    "only a space": Status(State.DONE, " "),
    "a line break at the end": Status(State.DONE, "ก\n"),
    "a line break in customary words": Status(State.WAITING, "รอ\nดำเนินการ"),
    "a sign for a line break": Status(State.DONE, "ก ⏎ ข"),
    "a dash": Status(State.UNSET, "-"),
    "words of another state": Status(State.UNSET, "รอดำเนินการ"),
    "a state in brackets": Status(State.UNSET, "ก (รอดำเนินการ)"),
}


@pytest.mark.parametrize("status", WORDINGS_OF_A_STATE.values(), ids=WORDINGS_OF_A_STATE)
def test_an_odd_status_keeps_its_state(status: Status) -> None:
    items = (Item("O1", "ข", "", status=status, remark="ก \\\nข⏎"),)
    document = render_minutes(SHOWN, replace(ITEMS, items=items), Digits.THAI)
    found = read(document)
    assert found.rows[0].status.state is status.state
    assert render_minutes(found.meeting, found.checklist, Digits.THAI) == document


ODD_PARTS: dict[str, dict[str, Any]] = {
    "a name that looks left open": {"signatures": (Signature("ผู้จด", "ตำแหน่ง", "…………"),)},
    "a task that begins with dots": {"signatures": (Signature("…ผู้จด", "(ก)"),)},
    "a speaker called resolution": {
        "agenda": (AgendaItem("เรื่องก", (Statement("มติที่ประชุม", ""),), "รับทราบ"),)
    },
    "words of the minutes' own after a speaker": {
        "agenda": (AgendaItem("เรื่องก", (Statement("ประธาน", ""), Statement("", "พัก")), "ก\n\nข"),)
    },
    "a title that looks like Markdown": {"agenda": (AgendaItem("เรื่อง### ก #"),)},
    "decisions without a table": {"decisions": (Decision("O1", Status(), Status.of(State.DONE)),)},
    "a problem with a number": {"problems": ("(๑) ก\nข", "")},
    "line breaks and their sign": {
        "attendees": (Attendee("ก", acting_for="ข\nค"), Attendee("⏎ ก"))
    },
}


@pytest.mark.parametrize("parts", ODD_PARTS.values(), ids=ODD_PARTS)
def test_an_odd_part_is_read_back_whole(parts: dict[str, Any]) -> None:
    meeting = replace(EMPTY, **parts)
    checklist = replace(ITEMS, items=(Item("O1", "ชื่อข้อ", ""),))
    document = render_minutes(meeting, checklist, Digits.THAI)
    found = read(document)
    assert found.meeting == meeting
    assert render_minutes(found.meeting, found.checklist, Digits.THAI) == document


@pytest.fixture(name="seed", scope="module")
def _seed() -> Sample:
    return sample()


def test_the_sample_is_read_back_whole(seed: Sample) -> None:
    (meeting,), checklist = seed.meetings, seed.checklist
    found = read(render_minutes(meeting, checklist, Digits.ARABIC))
    assert found.meeting == meeting
    assert found.agency == checklist.agency
    assert (found.framework_title, found.framework_year) == (
        checklist.framework_title,
        checklist.framework_year,
    )
    assert found.categories == checklist.categories
    shown = [(i.code, i.name, i.category, i.previous_score, i.status, i.remark)
             for i in checklist.items]  # fmt: skip
    assert [
        (r.code, r.name, r.category, r.previous_score, r.status, r.remark) for r in found.rows
    ] == shown


@pytest.mark.parametrize("code", CATEGORIES)
@pytest.mark.parametrize("digits", Digits)
def test_the_code_of_a_category_is_read_back(code: str, digits: Digits) -> None:
    checklist = replace(
        ITEMS, categories=(Category(code, "ก 1"),), items=(Item("O1", "ข", category=code),)
    )
    meeting = replace(EMPTY, agenda=(AgendaItem("", shows_checklist=True),))
    document = render_minutes(meeting, checklist, digits)
    found = read(document)
    assert render_minutes(found.meeting, found.checklist, digits) == document
    (category,) = found.categories
    assert category.code in {code, to_arabic(code)}
    assert [row.category for row in found.rows] == [category.code]


def test_a_closed_meeting_is_read_back_as_closed(seed: Sample) -> None:
    frozen = (
        FrozenItem("O1", Status.of(State.DONE), "ตรวจแล้ว", 100.0),
        FrozenItem("O12", Status(State.WAITING, "รอรอบ 6 เดือน")),
    )
    meeting = replace(seed.meetings[0], frozen=frozen, end=time(12, 0))
    document = render_minutes(meeting, seed.checklist, Digits.THAI)
    assert "\\\n**ข้อมูล ณ** เวลาเลิกประชุม\n" in document
    assert read(document).meeting.frozen == frozen
