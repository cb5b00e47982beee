"""The parts of a meeting by their places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.meeting import AgendaItem, Attendance, Attendee, Meeting, Statement
from ita_tui.domain.meeting_parts import (
    NUMBER,
    Path,
    first_difference,
    found_again,
    inserted,
    moved,
    new_below,
    part_at,
    with_part,
    without,
)

Change = dict[str, Any]

CHAIR = Attendee("ประธาน")
GUEST = Attendee("ผู้สังเกตการณ์", attendance=Attendance.OTHER)
CLERK = Attendee("เลขานุการ")
MEETING = Meeting(
    "2567-03-12",
    "คณะกรรมการ",
    1,
    2567,
    attendees=(CHAIR, GUEST, CLERK),
    agenda=(
        AgendaItem("หนึ่ง", (Statement("ก", "a"), Statement("ข", "b"))),
        AgendaItem("สอง", (Statement("ค", "c"),)),
    ),
    problems=("งานมาก",),
)
END: dict[Path, int] = {("signatures", 5): 0}
SECOND: Path = ("agenda", 0, "statements", 1)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (("name",), "คณะกรรมการ"),
        ((NUMBER,), (1, 2567)),
        (("attendees", 2), CLERK),
        (SECOND, Statement("ข", "b")),
        (("agenda", 1, "resolution"), ""),
        (("problems", 0), "งานมาก"),
    ],
)
def test_a_part_is_found_at_its_place(path: Path, part: object) -> None:
    assert part_at(MEETING, path) == part
    assert with_part(MEETING, path, part) == MEETING


@pytest.mark.parametrize(
    "path", [("attendees", 3), ("agenda", 9, "title"), ("problems", -1), ("attendees", "present")]
)
def test_a_place_that_is_not_there_is_no_part(path: Path) -> None:
    with pytest.raises(LookupError):
        part_at(MEETING, path)
    if isinstance(path[1], int):
        with pytest.raises(LookupError):
            with_part(MEETING, path, "x")


def test_a_part_is_changed_and_the_rest_stays() -> None:
    after = with_part(MEETING, ("agenda", 1, "resolution"), "รับทราบ")
    assert after.agenda[1].resolution == "รับทราบ"
    assert with_part(after, ("agenda", 1, "resolution"), "") == MEETING
    assert with_part(MEETING, (NUMBER,), (None, 2568)).year == 2568
    day = date(2024, 3, 12)
    assert with_part(MEETING, ("held_on",), day).held_on == day


def test_parts_are_added_and_taken_out() -> None:
    after = inserted(MEETING, SECOND, Statement("ง", "d"))
    assert [one.text for one in after.agenda[0].statements] == ["a", "d", "b"]
    assert without(after, SECOND) == MEETING
    assert inserted(MEETING, ("problems", 9), "x").problems == ("งานมาก", "x")


def test_a_person_moves_within_the_list_of_attendance() -> None:
    after, path = moved(MEETING, ("attendees", 2), -1)
    assert (after.attendees, path) == ((CLERK, GUEST, CHAIR), ("attendees", 0))
    assert moved(MEETING, ("attendees", 1), 1) == (MEETING, ("attendees", 1))


def test_a_statement_goes_over_to_the_next_agenda_item_and_back() -> None:
    after, path = moved(MEETING, SECOND, 1)
    assert path == ("agenda", 1, "statements", 0)
    assert [len(one.statements) for one in after.agenda] == [1, 2]
    assert moved(after, path, -1) == (MEETING, SECOND)
    last: Path = ("agenda", 1, "statements", 0)
    assert moved(MEETING, last, 1) == (MEETING, last)


@given(st.integers(0, 1), st.sampled_from([1, -1]))
def test_moving_an_agenda_item_there_and_back_changes_nothing(at: int, by: int) -> None:
    after, path = moved(MEETING, ("agenda", at), by)
    assert after == MEETING or moved(after, path, -by)[0] == MEETING


def test_a_part_is_found_again_after_others_changed_the_list() -> None:
    path: Path = ("attendees", 2)
    assert found_again(MEETING, path, CLERK) == path
    assert found_again(without(MEETING, ("attendees", 0)), path, CLERK) == ("attendees", 1)
    assert found_again(without(MEETING, path), path, CLERK) is None
    assert found_again(MEETING, ("place",), "elsewhere") is None
    assert found_again(without(MEETING, ("agenda", 1)), ("agenda", 1, "statements", 0), "") is None


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("attendees", 1), ("attendees", 2)),
        (("attendees", "absent"), ("attendees", 3)),
        (("agenda",), ("agenda", 0)),
        (("agenda", 0), ("agenda", 0, "statements", 2)),
        (("agenda", 1, "resolution"), ("agenda", 1, "statements", 1)),
        (("agenda", 0, "statements", 0), SECOND),
        (("problems",), ("problems", 0)),
        (("problems", 0), ("problems", 1)),
        (("signatures", 4), ("signatures", 5)),
    ],
)
def test_a_new_part_stands_below_another(path: Path, place: Path) -> None:
    found = new_below(MEETING, path)
    assert found is not None
    assert found[0] == place
    assert without(inserted(MEETING, *found), (*place[:-1], END.get(place, place[-1]))) == MEETING


def test_a_new_person_is_of_the_list_of_the_row() -> None:
    _place, guest = new_below(MEETING, ("attendees", 1)) or ((), None)
    assert guest == Attendee("", attendance=Attendance.OTHER)
    assert new_below(MEETING, ("place",)) is None


DIFFERENCES: dict[str, tuple[Change, Change, Path | None]] = {
    "nothing": ({}, {}, None),
    "a field": ({}, {"place": "ข"}, ("place",)),
    "the year of the number": ({}, {"year": 2568}, (NUMBER,)),
    "the first of two": ({}, {"end": time(12), "place": "ข"}, ("place",)),
    "a row added": ({}, {"problems": ("ก", "ข")}, ("problems", 0)),
    "a row more": ({"problems": ("ก",)}, {"problems": ("ก", "ข")}, ("problems", 1)),
    "the last row gone": ({"problems": ("ก", "ข")}, {"problems": ("ก",)}, ("problems", 0)),
    "no row left": ({"problems": ("ก",)}, {}, ("problems",)),
    "a title": (
        {"agenda": (AgendaItem("ก"), AgendaItem("ข"))},
        {"agenda": (AgendaItem("ก"), AgendaItem("ค"))},
        ("agenda", 1),
    ),
    "a resolution": (
        {"agenda": (AgendaItem("ก"),)},
        {"agenda": (AgendaItem("ก", resolution="รับทราบ"),)},
        ("agenda", 0, "resolution"),
    ),
    "a statement": (
        {"agenda": (AgendaItem("ก", (Statement("", "1"), Statement("", "2"))),)},
        {"agenda": (AgendaItem("ก", (Statement("", "1"), Statement("", "3"))),)},
        ("agenda", 0, "statements", 1),
    ),
    "the only statement gone": (
        {"agenda": (AgendaItem("ก", (Statement("", "1"),)),)},
        {"agenda": (AgendaItem("ก"),)},
        ("agenda", 0),
    ),
    "an agenda item more": (
        {"agenda": (AgendaItem("ก"),)},
        {"agenda": (AgendaItem("ข"), AgendaItem("ก"))},
        ("agenda", 0),
    ),
}


@pytest.mark.parametrize(("old", "new", "path"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_the_first_part_that_differs(old: Change, new: Change, path: Path | None) -> None:
    empty = Meeting("m", "ก", 1, 2567)
    assert first_difference(replace(empty, **old), replace(empty, **new)) == path
