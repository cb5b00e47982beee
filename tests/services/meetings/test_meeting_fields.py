"""What is typed into the form of a meeting, and what is still wrong in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui import i18n
from ita_tui.domain.meeting import Meeting
from ita_tui.services.meetings.fields import (
    FieldError,
    parse_clock,
    parse_day,
    parse_number,
    problems_of,
    weekday_shown,
    written_clock,
    written_day,
    written_number,
)

TODAY = date(2024, 3, 12)
MEETING = Meeting("a", "คณะกรรมการตัวอย่าง", 3, 2567, held_on=TODAY)

NUMBERS = {
    "3": (3, 2566),
    " 3 / 2567 ": (3, 2567),
    "๓/๒๕๖๗": (3, 2567),
    "ครั้งที่ ๑๒/๒๕๖๗": (12, 2567),
    "-": (None, 2566),
    "-/2567": (None, 2567),
    "/2567": (None, 2567),
    "": (None, 2566),
}


@pytest.mark.parametrize(("typed", "number"), NUMBERS.items())
def test_a_number_as_people_type_it(typed: str, number: tuple[int | None, int]) -> None:
    assert parse_number(typed, 2566) == number


@pytest.mark.parametrize("typed", ["0", "สาม", "3/67", "3/2567/1", "-1", "3.5", "1/2024"])
def test_what_is_no_number_is_said_at_the_field(typed: str) -> None:
    with pytest.raises(FieldError, match="is no ") as raised:
        parse_number(typed, 2566)
    assert raised.value.field == "number"


@given(st.none() | st.integers(1, 999_999_999), st.integers(2500, 2699))
def test_a_shown_number_is_read_back(number: int | None, year: int) -> None:
    meeting = Meeting("m", "", number, year)
    assert parse_number(written_number(meeting), 2500) == (number, year)


@given(st.dates(date(1957, 1, 1), date(2156, 12, 31)), st.sampled_from(["th", "en"]))
def test_a_shown_day_is_read_back(day: date, lang: str) -> None:
    i18n.use(lang)
    assert parse_day(written_day(day), TODAY) == day


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_a_shown_time_is_read_back(moment: time) -> None:
    assert parse_clock(written_clock(moment), "end") == moment


@pytest.mark.parametrize("typed", ["09.30", "9:30", "๐๙.๓๐", "เวลา ๙.๓๐ น."])
def test_a_time_as_people_type_it(typed: str) -> None:
    assert parse_clock(typed, "start") == time(9, 30)


def test_what_is_left_open_is_no_mistake() -> None:
    assert (parse_day(" ", TODAY), parse_clock("", "end")) == (None, None)
    assert (written_day(None), weekday_shown(None), written_clock(None)) == ("", "", "")


BAD = {
    "31 ก.พ. 2567": "There is no such day in the calendar. Check day, month and year.",
    "วันจันทร์ที่ 12 มีนาคม 2567": "The weekday does not fit: that day is อังคาร, not จันทร์. "
    "Mend or drop it.",
    "เมื่อวานซืน": "This is not a date. Write it like 31/10/2566, 31 ต.ค. 66 or 2023-10-31.",
}


@pytest.mark.parametrize(("typed", "sentence"), BAD.items())
def test_a_day_that_cannot_be_is_said_at_the_field(typed: str, sentence: str) -> None:
    with pytest.raises(FieldError) as raised:
        parse_day(typed, TODAY)
    assert (raised.value.field, raised.value.message) == ("held_on", sentence)


def test_a_time_that_cannot_be_is_said_at_the_field() -> None:
    with pytest.raises(FieldError, match="not a time of day") as raised:
        parse_clock("25.00", "end")
    assert raised.value.field == "end"


def test_the_weekday_stands_beside_the_day() -> None:
    assert weekday_shown(TODAY) == "Tuesday 12 March 2567 BE"
    i18n.use("th")
    assert weekday_shown(TODAY) == "วันอังคารที่ 12 มีนาคม 2567"


def test_a_number_used_twice_in_a_year_is_told() -> None:
    def about_number(*others: Meeting) -> list[str]:
        found = problems_of(MEETING, (MEETING, *others))
        return [one.sentence for one in found if one.path == ("number",)]

    other = replace(MEETING, id="b", held_on=date(2024, 1, 9))
    assert about_number(other) == ["The meeting b has the number 3/2567 too."]
    assert about_number(replace(other, year=2566)) == []
    assert about_number(replace(other, number=None)) == []
    assert about_number(replace(other, name="คณะอื่น")) == []


def test_problems_stand_in_the_order_of_the_form() -> None:
    twice = replace(MEETING, name="", place="")
    found = problems_of(twice, (replace(twice, id="b"),))
    assert [one.path[0] for one in found[:3]] == ["name", "number", "place"]
    assert problems_of(replace(twice, number=None), ())[1].sentence == "The meeting has no number."
