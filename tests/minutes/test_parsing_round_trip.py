"""Minutes read back render as the same bytes, whatever stands in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import (
    AgendaItem,
    Attendee,
    Decision,
    FrozenItem,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.status import State, Status
from ita_tui.minutes.parsing.minutes import ReadMinutes, read_minutes
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.seeds.loading import Sample, sample
from ita_tui.thai.digits import to_arabic
from tests.minutes.generated import CATEGORIES, checklists, meetings

ITEMS = Checklist("", 2567, "", 2567, (), ())
EMPTY = Meeting("m", "", None, 2566)


def read(document: str) -> ReadMinutes:
    """What is read from a document of ours."""
    found = read_minutes(document)
    assert found is not None
    return found


@given(meetings(), checklists(), st.sampled_from(Digits))
@example(EMPTY, ITEMS, Digits.THAI)
@settings(max_examples=120, deadline=None)
def test_minutes_read_back_are_the_same_bytes(
    meeting: Meeting, checklist: Checklist, digits: Digits
) -> None:
    document = render_minutes(meeting, checklist, digits)
    found = read(document)
    assert found.problems == ()
    assert render_minutes(found.meeting, found.checklist, digits) == document


@given(meetings(), checklists(), st.sampled_from(Digits), st.sampled_from(Digits))
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
