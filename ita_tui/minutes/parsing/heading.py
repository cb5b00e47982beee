"""The heading of minutes, read back: name, number, day and place, and a time wherever it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.i18n import _
from ita_tui.minutes.parsing.blocks import Paragraph
from ita_tui.minutes.parsing.parsed import Part
from ita_tui.minutes.parsing.tables import not_expected
from ita_tui.minutes.rendering import DAY, NUMBER, PLACE, TITLE
from ita_tui.minutes.style import BLANK
from ita_tui.thai.dates import parse_date, parse_time
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.minutes.parsing.blocks import Block, Heading
    from ita_tui.minutes.parsing.parsed import Notes

_NUMBER = re.compile(rf"{NUMBER}\s*(?P<number>-|[1-9][0-9]{{0,8}})\s*/\s*(?P<year>[0-9]{{4}})")
_CLOCK = "เวลา"
_NO_DATE = date.min  # what a date such as "today" counts from; those have no digit and are refused


@dataclass(slots=True)
class ReadHeading:
    """What stands in it; what is left open or missing is empty.

    Attributes:
        name: The name of the meeting.
        number: Its number in the year.
        year: The year of the number, in the Buddhist era; None without one.
        held_on: The day, of the common era.
        day_line: The number of the line of the day; 0 without one.
        start: The time beside the day.
        place: Where it is held; None where the line is missing.
    """

    name: str = ""
    number: int | None = None
    year: int | None = None
    held_on: date | None = None
    day_line: int = 0
    start: time | None = None
    place: str | None = None


def opened(text: str) -> str:
    """A text of one line; empty where the line was left open."""
    plain = clean(text).strip()
    return "" if plain == BLANK else plain


def read_clock(text: str, line: int, notes: Notes, part: Part) -> time | None:
    """A time of the day; None where it was left open, or is none and noted."""
    plain = clean(text).strip()
    if opened(plain.removesuffix("น.")) == "":
        return None
    try:
        return parse_time(plain)
    except ValueError as error:
        notes.add(line, plain, str(error), part)
        return None


def read_heading(heading: Heading, blocks: Sequence[Block], notes: Notes) -> ReadHeading:
    """The title and the paragraphs below it; what is not one of them is noted."""
    found = ReadHeading(name=opened(heading.text.removeprefix(TITLE)))
    for block in blocks:
        text = clean(block.text)
        if not isinstance(block, Paragraph):
            not_expected(block, notes)
        elif text.startswith(NUMBER) and found.year is None:
            _take_number(found, to_arabic(text), block.line, notes)
        elif text.startswith(DAY) and not found.day_line:
            _take_day(found, text, block.line, notes)
        elif text.startswith(PLACE) and found.place is None:
            found.place = opened(text.removeprefix(PLACE))
        else:
            not_expected(block, notes)
    return found


def _take_number(found: ReadHeading, text: str, line: int, notes: Notes) -> None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        reason = _("This is no number of a meeting; it is written like {example}.")
        notes.add(line, text, reason.format(example=f"{NUMBER} ๑/๒๕๖๖"), Part.NUMBER)
        return
    found.number = None if match["number"] == "-" else int(match["number"])
    found.year = int(match["year"])


def _take_day(found: ReadHeading, text: str, line: int, notes: Notes) -> None:
    found.day_line = line
    day, _word, clock = text.removeprefix(DAY).partition(_CLOCK)
    found.start = read_clock(clock, line, notes, Part.START)
    try:
        found.held_on = _date(day.strip())
    except ValueError as error:
        notes.add(line, text, str(error), Part.HELD_ON)


def _date(text: str) -> date | None:
    if opened(text.removeprefix("วันที่")) == "":
        return None
    if not any(char.isdecimal() for char in text):
        raise ValueError(
            _("This is not a date. Write it like 31/10/2566, 31 ต.ค. 66 or 2023-10-31.")
        )
    return parse_date(text, _NO_DATE)
