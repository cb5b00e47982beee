"""Dates and times as people write them here: the Buddhist era, Thai months, fiscal years.

Dates are kept in the common era everywhere else; the Buddhist era (common era + 543) exists only
in what this module writes and reads. Nothing here depends on the locale of the system.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo

from ita_tui.thai.months import BE_OFFSET, ENGLISH_WEEKDAYS, MONTHS, SHORT_MONTHS, WEEKDAYS

_FISCAL_YEAR_STARTS = 10  # October: Budget Procedure Act B.E. 2561, section 4


def full_date(day: date, lang: str = "th") -> str:
    """31 ตุลาคม 2566, or 31 October 2566 BE.

    Args:
        day: A day of the common era.
        lang: `th` or `en`, here and below.

    Returns:
        Arabic digits, as from every function here.
    """
    shown = f"{day.day} {MONTHS[lang][day.month - 1]} {day.year + BE_OFFSET}"
    return shown if lang == "th" else f"{shown} BE"


def long_date(day: date, lang: str = "th") -> str:
    """วันอังคารที่ 31 ตุลาคม 2566, as in the heading of minutes, or Tuesday 31 October 2566 BE."""
    if lang == "th":
        return f"วัน{WEEKDAYS[day.weekday()]}ที่ {full_date(day)}"
    return f"{ENGLISH_WEEKDAYS[day.weekday()]} {full_date(day, lang)}"


def short_date(day: date, lang: str = "th") -> str:
    """31 ต.ค. 2566, or 31 Oct 2566."""
    return f"{day.day} {SHORT_MONTHS[lang][day.month - 1]} {day.year + BE_OFFSET}"


def short_moment(moment: datetime, lang: str = "th", tz: tzinfo | None = None) -> str:
    """12 มี.ค. 2567 10:42, on the clock of the place.

    Args:
        moment: An aware moment.
        lang: As in `full_date`.
        tz: The place; the time zone of the system where None.

    Raises:
        ValueError: The moment is naive.
    """
    local = _aware(moment).astimezone(tz)
    return f"{short_date(local, lang)} {local.hour:02}:{local.minute:02}"


def clock_time(moment: time) -> str:
    """09.30 น., the way official documents write a time."""
    return f"{moment.hour:02}.{moment.minute:02} น."


def parse_date(text: str, today: date) -> date:
    """The day that a typed text means.

    Read are 2024-04-30, 30/4/2567, 30.4.67, 30-4-2567, 30042567, 300467, 30 เม.ย. 67,
    30 เมษายน พ.ศ. 2567, สิ้นเดือนเมษายน 2567, 30 April 2567 BE, in either digits and after วันที่ or
    a weekday; วันนี้, พรุ่งนี้, สิ้นเดือน, ศุกร์นี้, อีก 7 วัน and other words of
    `ita_tui.thai.date_words`. Two digits are a year 25xx; four are a Buddhist year from 2400 on
    and a common one below, unless the era is written.

    Args:
        text: As typed.
        today: The day that the words are counted from.

    Raises:
        ValueError: It is no date, the day does not exist, the weekday is another one, or the year
            is out of all likelihood; the message is a sentence for the person who typed it.
    """
    from ita_tui.thai.reading import read_date  # noqa: PLC0415 (a screen shows before it reads)

    return read_date(text, today)


def parse_time(text: str) -> time:
    """The time in a text such as 9.30 น., 09:30 or ๐๙.๓๐.

    Raises:
        ValueError: It is none; the message is a sentence for the person who typed it.
    """
    from ita_tui.thai.reading import read_time  # noqa: PLC0415 (as above)

    return read_time(text)


def fiscal_year(day: date) -> int:
    """The fiscal year of a day, in the Buddhist era: 1 October 2566 begins 2567."""
    return day.year + BE_OFFSET + (day.month >= _FISCAL_YEAR_STARTS)


def parse_fiscal_year(text: str) -> int | None:
    """The fiscal year in 2567, ๒๕๖๗, 67, พ.ศ. 2567 or ปีงบประมาณ พ.ศ. 2567; None in anything else.

    Returns:
        A year of the Buddhist era, 2500 to 2699: people count fiscal years in no other.
    """
    from ita_tui.thai.reading import read_fiscal_year  # noqa: PLC0415 (as above)

    return read_fiscal_year(text)


def to_iso_utc(moment: datetime) -> str:
    """A moment as it is stored: 2026-03-12T03:42:10.123Z, cut to milliseconds.

    Raises:
        ValueError: The moment is naive.
    """
    utc = _aware(moment).astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def from_iso_utc(text: str) -> datetime:
    """The moment, aware and in UTC, of an ISO 8601 text that names its offset, such as `Z`.

    Raises:
        ValueError: The text is no ISO moment or leaves the offset open.
    """
    return _aware(datetime.fromisoformat(text)).astimezone(UTC)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no time zone")
    return moment
