"""The fields of a meeting as people type them, and what is still wrong in a whole meeting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.i18n import _, language
from ita_tui.minutes.missing import Missing, missing_parts
from ita_tui.services.fields import FIRST_YEAR, LAST_YEAR, FieldError
from ita_tui.thai.compare import key
from ita_tui.thai.dates import long_date, parse_date, parse_time, short_date
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, time

    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.meetings.neighbours import Neighbour

__all__ = [
    "FieldError",
    "Missing",
    "parse_clock",
    "parse_day",
    "parse_number",
    "problems_of",
    "weekday_shown",
    "written_clock",
    "written_day",
    "written_number",
]

_NUMBER = re.compile(r"(?:ครั้งที่ ?)?(?P<number>[1-9][0-9]{0,8}|-)? ?(?:/ ?(?P<year>[0-9]{4}))?")


def parse_day(text: str, today: date) -> date | None:
    """The day of a meeting; None for an empty text.

    Args:
        text: As typed; see `ita_tui.thai.dates.parse_date` for what is read.
        today: The day that words such as พรุ่งนี้ are counted from.

    Raises:
        FieldError: It is no day of the calendar; the message is one sentence.
    """
    if not text.strip():
        return None
    try:
        return parse_date(text, today)
    except ValueError as error:
        raise FieldError("held_on", str(error)) from error


def parse_clock(text: str, field: str) -> time | None:
    """A time of the day such as 9:30, 09.30 น. or ๐๙.๓๐; None for an empty text.

    Args:
        text: As typed.
        field: `start` or `end`.

    Raises:
        FieldError: It is none; the message is one sentence.
    """
    if not text.strip():
        return None
    try:
        return parse_time(text)
    except ValueError as error:
        raise FieldError(field, str(error)) from error


def parse_number(text: str, year: int) -> tuple[int | None, int]:
    """A number and its calendar year, such as 3, 3/2567, ๓/๒๕๖๗ or ครั้งที่ 3/2567.

    Args:
        text: As typed; without a number, or with `-` for it, the meeting has none.
        year: The year where none is typed, in the Buddhist era.

    Returns:
        The number, or None, and the year in the Buddhist era.

    Raises:
        FieldError: It is neither; the message is one sentence.
    """
    found = _NUMBER.fullmatch(" ".join(to_arabic(text).split()))
    if found is None:
        raise FieldError(
            "number",
            _("{text} is no number of a meeting; write it like 3/2567, or - for none.").format(
                text=clean(text).strip()
            ),
        )
    typed = year if found["year"] is None else int(found["year"])
    if not FIRST_YEAR <= typed <= LAST_YEAR:
        raise FieldError(
            "number",
            _("{year} is no year of the Buddhist era, such as 2567.").format(year=typed),
        )
    number = found["number"]
    return (None if number in {None, "-"} else int(number)), typed


def written_day(day: date | None) -> str:
    """A day as a field shows it, so that `parse_day` reads it back; empty for None."""
    return "" if day is None else short_date(day, language())


def weekday_shown(day: date | None) -> str:
    """A day with its weekday, to stand beside the field; empty for None."""
    return "" if day is None else long_date(day, language())


def written_clock(moment: time | None) -> str:
    """A time as a field shows it, so that `parse_clock` reads it back; empty for None."""
    return "" if moment is None else f"{moment:%H.%M}"


def written_number(meeting: Meeting) -> str:
    """Number and year as a field shows them, so that `parse_number` reads them back."""
    return f"{'-' if meeting.number is None else meeting.number}/{meeting.year}"


def problems_of(
    meeting: Meeting, meetings: Iterable[Meeting], beside: Sequence[Neighbour] = ()
) -> tuple[Missing, ...]:
    """What is to be mended before the minutes are handed in, in the order of the form.

    Nothing of it keeps anybody from saving or exporting.

    Args:
        meeting: The meeting.
        meetings: All meetings of the data; the meeting itself may be among them.
        beside: The fiscal years beside this one, which have meetings of the same calendar year.
    """
    found = [*_number_used_twice(meeting, meetings, beside), *missing_parts(meeting)]
    is_name = [one for one in found if one.path == ("name",)]
    return (*is_name, *(one for one in found if one not in is_name))


def _number_used_twice(
    meeting: Meeting, meetings: Iterable[Meeting], beside: Sequence[Neighbour]
) -> Iterator[Missing]:
    """That another meeting of the name has the number; else each year that cannot be asked."""
    if meeting.number is None:
        return
    twin = _twin_here(meeting, meetings) or _twin_beside(meeting, beside)
    if twin:
        yield Missing(("number",), twin)
        return
    for year in beside:
        if year.problem and year.holds(meeting.year):
            sentence = _("Nobody knows whether fiscal year {year} has the number too: {reason}")
            yield Missing(("number",), sentence.format(year=year.year, reason=year.problem))


def _twin_here(meeting: Meeting, meetings: Iterable[Meeting]) -> str:
    twins = (one for one in meetings if one.id != meeting.id and _is_twin(one, meeting))
    twin = next(twins, None)
    if twin is None:
        return ""
    sentence = _("The meeting {id} has the number {number} too.")
    return sentence.format(id=twin.id, number=written_number(twin))


def _twin_beside(meeting: Meeting, beside: Sequence[Neighbour]) -> str:
    every = ((year.year, one) for year in beside for one in year.meetings)
    twin = next((both for both in every if _is_twin(both[1], meeting)), None)
    if twin is None:
        return ""
    sentence = _("The meeting {id} of fiscal year {year} has the number {number} too.")
    return sentence.format(id=twin[1].id, year=twin[0], number=written_number(twin[1]))


def _is_twin(one: Meeting, other: Meeting) -> bool:
    """Whether two meetings are of one name and have one number."""
    numbers = (one.number, one.year) == (other.number, other.year)
    return numbers and key(one.name) == key(other.name)
