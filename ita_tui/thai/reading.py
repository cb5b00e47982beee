"""Reading the dates and times that people type; `ita_tui.thai.dates` is the way in."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from functools import cache

from ita_tui.i18n import _
from ita_tui.thai.compare import key
from ita_tui.thai.months import (
    BE_OFFSET,
    FIRST_BE_YEAR,
    LAST_BE_YEAR,
    WEEKDAYS,
    month_number,
    weekday_number,
)

_WEEKDAY = "(?:วัน)?(?P<weekday>" + "|".join((*WEEKDAYS, "พฤหัส")) + ") ?(?:ที่)?"
_PREFIX = f"(?:(?:{_WEEKDAY}|วันที่) ?)?"
_ERA = r"พ\.? ?ศ\.?|พุทธศักราช|ค\.? ?ศ\.?|คริสต์ศักราช"
_FORMS = (
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
    r"(?P<day>[0-9]{1,2})(?P<sign>[/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4}|[0-9]{2})",
    r"(?P<day>[0-9]{1,2})-(?P<month>[0-9]{1,2})-(?P<year>[0-9]{4})",
    r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4})",
    r"(?P<day>[0-9]{1,2}) ?(?:เดือน ?)?(?P<month>[^0-9 ][^0-9]{1,19}?)"
    rf" ?(?P<era>{_ERA})? ?(?P<year>[0-9]{{4}}|[0-9]{{2}})(?: ?(?P<era_after>b\.?e\.?|c\.?e\.?))?",
)
_TIME = r"(?:เวลา ?)?(?P<hour>[01]?[0-9]|2[0-3])[.:](?P<minute>[0-5][0-9])(?: ?(?:น\.?|นาฬิกา))?"


def read_date(text: str, today: date) -> date:
    """`ita_tui.thai.dates.parse_date`."""
    typed = key(text)
    if typed in _words():
        return _word_day(typed, today)
    for form in _patterns():
        if found := form.fullmatch(typed):
            return _day(found.groupdict())
    raise _no_date()


def read_time(text: str) -> time:
    """`ita_tui.thai.dates.parse_time`."""
    found = re.fullmatch(_TIME, key(text))
    if not found:
        raise ValueError(_("This is not a time of day. Write it like 09.30 or 9:30."))
    return time(int(found["hour"]), int(found["minute"]))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_PREFIX + form) for form in _FORMS)


def _words() -> dict[str, str]:
    return {
        "วันนี้": "today",
        "today": "today",
        "พรุ่งนี้": "tomorrow",
        "tomorrow": "tomorrow",
        "สิ้นเดือน": "end of month",
    }


def _word_day(word: str, today: date) -> date:
    meaning = _words()[word]
    if meaning == "end of month":
        in_next_month = today.replace(day=28) + timedelta(days=4)
        return in_next_month - timedelta(days=in_next_month.day)
    return today + timedelta(days=meaning == "tomorrow")


def _day(parts: dict[str, str | None]) -> date:
    """The day of what a form caught."""
    month = parts["month"] or ""
    number = int(month) if month.isdecimal() else month_number(month)
    if number is None:
        raise _no_date()
    year = _year(parts["year"] or "", parts.get("era") or parts.get("era_after") or "")
    try:
        day = date(year, number, int(parts["day"] or ""))
    except ValueError as error:
        raise ValueError(
            _("There is no such day in the calendar. Check day, month and year.")
        ) from error
    named = parts["weekday"]
    if named is not None and weekday_number(named) != day.weekday():
        message = _("The weekday does not fit: that day is {right}, not {typed}. Mend or drop it.")
        raise ValueError(message.format(right=WEEKDAYS[day.weekday()], typed=named))
    return day


def _year(digits: str, era: str) -> int:
    """The year in the common era."""
    two_digits = len(digits) == len("67")
    common = era.startswith(("ค", "c"))
    if two_digits and common:
        raise _no_date()
    year = int(digits) + (2500 if two_digits else 0)
    counted_buddhist = bool(era) or year >= FIRST_BE_YEAR
    buddhist = year if counted_buddhist and not common else year + BE_OFFSET
    if not FIRST_BE_YEAR <= buddhist <= LAST_BE_YEAR:
        raise ValueError(
            _("The year {year} cannot be meant. Check its digits.").format(year=digits)
        )
    return buddhist - BE_OFFSET


def _no_date() -> ValueError:
    return ValueError(_("This is not a date. Write it like 31/10/2566, 31 ต.ค. 66 or 2023-10-31."))
