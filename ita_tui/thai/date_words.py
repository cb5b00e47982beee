"""Days that people name without a date: tomorrow, the end of the month, in three days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ita_tui.thai.months import WEEKDAYS, weekday_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FISCAL_YEAR_ENDS = (9, 30)  # Budget Procedure Act B.E. 2561, section 4
_WEEK = 7

_WEEKDAY = "(?:วัน)?(?P<weekday>" + "|".join((*WEEKDAYS, "พฤหัส")) + ") ?(?:นี้)?"
_LATER = "อีก ?(?P<count>[0-9]{1,3}) ?(?P<unit>วัน|สัปดาห์|อาทิตย์)"


def day_in_words(typed: str, today: date) -> date | None:
    """The day that some words mean; None where they mean none.

    A weekday is the first one from today on. The end of the year is 31 December, that of the
    fiscal year 30 September.

    Args:
        typed: As `ita_tui.thai.compare.key` has it.
        today: The day that the words are counted from.
    """
    if day_from := _words().get(typed):
        return day_from(today)
    if found := re.fullmatch(_WEEKDAY, typed):
        ahead = (weekday_number(found["weekday"]) or 0) - today.weekday()
        return today + timedelta(days=ahead % _WEEK)
    if found := re.fullmatch(_LATER, typed):
        return today + timedelta(days=int(found["count"]) * (1 if found["unit"] == "วัน" else _WEEK))
    return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month.

    Args:
        year: Of the common era.
        month: 1 to 12.
    """
    in_next_month = date(year, month, 28) + timedelta(days=4)
    return in_next_month - timedelta(days=in_next_month.day)


def _words() -> Mapping[str, Callable[[date], date]]:
    days = {
        -1: ("เมื่อวาน", "เมื่อวานนี้", "yesterday"),
        0: ("วันนี้", "today"),
        1: ("พรุ่งนี้", "วันพรุ่งนี้", "tomorrow"),
        2: ("มะรืน", "มะรืนนี้", "วันมะรืน", "วันมะรืนนี้"),
    }
    ends: dict[Callable[[date], date], tuple[str, ...]] = {
        _end_of_month: ("สิ้นเดือน", "สิ้นเดือนนี้", "end of month"),
        _end_of_next_month: ("สิ้นเดือนหน้า",),
        _end_of_year: ("สิ้นปี", "สิ้นปีนี้", "end of year"),
        _end_of_fiscal_year: ("สิ้นปีงบประมาณ", "สิ้นปีงบประมาณนี้", "สิ้นปีงบ"),
    }
    return {
        **{word: _ahead(count) for count, names in days.items() for word in names},
        **{word: end for end, names in ends.items() for word in names},
    }


def _ahead(count: int) -> Callable[[date], date]:
    return lambda today: today + timedelta(days=count)


def _end_of_month(today: date) -> date:
    return last_of_month(today.year, today.month)


def _end_of_next_month(today: date) -> date:
    return _end_of_month(_end_of_month(today) + timedelta(days=1))


def _end_of_year(today: date) -> date:
    return date(today.year, 12, 31)


def _end_of_fiscal_year(today: date) -> date:
    month, day = _FISCAL_YEAR_ENDS
    end = date(today.year, month, day)
    return end if today <= end else date(today.year + 1, month, day)
