from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.dates import (
    clock_time,
    fiscal_year,
    from_iso_utc,
    full_date,
    long_date,
    parse_date,
    parse_time,
    short_date,
    short_moment,
    to_iso_utc,
)
from ita_tui.thai.digits import to_thai

TODAY = date(2024, 2, 10)
TUESDAY = date(2023, 10, 31)
BANGKOK = timezone(timedelta(hours=7))
DAYS = st.dates(date(1857, 1, 1), date(2456, 12, 31))
LANGUAGES = st.sampled_from(["th", "en"])


def test_how_a_day_is_written() -> None:
    assert full_date(TUESDAY) == "31 ตุลาคม 2566"
    assert full_date(TUESDAY, "en") == "31 October 2566 BE"
    assert long_date(TUESDAY) == "วันอังคารที่ 31 ตุลาคม 2566"
    assert short_date(TUESDAY) == "31 ต.ค. 2566"
    assert short_date(TUESDAY, "en") == "31 Oct 2566"
    assert long_date(date(2024, 2, 29)) == "วันพฤหัสบดีที่ 29 กุมภาพันธ์ 2567"


@pytest.mark.parametrize(
    "typed",
    [
        "2023-10-31",
        "2566-10-31",
        "31/10/2566",
        "๓๑/๑๐/๒๕๖๖",
        "31/10/66",
        "31/10/2023",
        "31.10.2566",
        "31-10-2566",
        "31102566",
        "๓๑๑๐๒๕๖๖",
        "311066",
        "31-10-66",
        "สิ้นเดือนตุลาคม 2566",
        "สิ้น ต.ค. 66",
        "31 ต.ค พ.ศ 66",
        "31 ต.ค. 66",
        "31 ต.ค. 2566",
        "31 ตค 66",
        "31ต.ค.66",
        "31 ตุลา 66",
        "31 ตุลาคม 2566",
        "  31  ตุลาคม\u200b 2566 ",
        "31 เดือนตุลาคม พ.ศ. 2566",
        "31 ตุลาคม พุทธศักราช 2566",
        "31 ตุลาคม พ.ศ.๒๕๖๖",
        "31 ตุลาคม ค.ศ. 2023",
        "วันที่ 31 ตุลาคม 2566",
        "วันอังคารที่ 31 ตุลาคม 2566",
        "วันอังคารที่ ๓๑ ตุลาคม พ.ศ. ๒๕๖๖",
        "วันอังคาร 31/10/2566",
        "อังคารที่ 31 ต.ค. 2566",
        "31 October 2566 BE",
        "31 Oct 2023",
        "31 october 2023 ce",
    ],
)
def test_the_same_day_in_all_the_ways_people_type_it(typed: str) -> None:
    assert parse_date(typed, TODAY) == TUESDAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29 ก.พ. 2567", date(2024, 2, 29)),
        ("29/2/67", date(2024, 2, 29)),
        ("1 ม.ค. 00", date(1957, 1, 1)),
        ("2400-01-01", date(1857, 1, 1)),
        ("2399-01-01", date(2399, 1, 1)),
        ("1 กุมภา 67", date(2024, 2, 1)),
        ("1 Sept 2567", date(2024, 9, 1)),
        ("พฤหัสที่ 29 กุมภาพันธ์ 2567", date(2024, 2, 29)),
    ],
)
def test_days_that_are_read(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "not a date"),
        ("เมื่อไรก็ได้", "not a date"),
        ("31", "not a date"),
        ("31/10", "not a date"),
        ("31/10-2566", "not a date"),
        ("31-10/66", "not a date"),
        ("สิ้น ฟ.ฟ. 66", "not a date"),
        ("สิ้นตุลาคม", "not a date"),
        ("อีก 5 ปี", "not a date"),
        ("31/10/256", "not a date"),
        ("31/10/25666", "not a date"),
        ("3110256", "not a date"),
        ("31106", "not a date"),
        ("661031", "no such day"),
        ("31 ฟฟฟ 2566", "not a date"),
        ("31 ตุลาคม ค.ศ. 23", "not a date"),
        ("31/10/2566 และ", "not a date"),
        ("29/2/2566", "no such day"),
        ("31 เม.ย. 67", "no such day"),
        ("0/1/2567", "no such day"),
        ("1/13/2567", "no such day"),
        ("20240430", "0430"),
        ("31/10/1023", "1023"),
        ("31/10/3566", "3566"),
        ("31 ตุลาคม พ.ศ. 2023", "2023"),
        ("วันพุธที่ 31 ตุลาคม 2566", "อังคาร"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(typed: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_date(typed, TODAY)


@given(DAYS, LANGUAGES)
def test_what_is_written_can_be_read(day: date, lang: str) -> None:
    for written in (full_date(day, lang), short_date(day, lang), long_date(day)):
        assert parse_date(written, TODAY) == day
        assert parse_date(to_thai(written), TODAY) == day
        assert parse_date(written.replace(" ", ""), TODAY) == day
    buddhist = f"{day.year + 543}{day:-%m-%d}"
    assert parse_date(buddhist, TODAY) == day
    for sign in ("/", ".", "-", ""):
        assert parse_date(f"{day:%d}{sign}{day:%m}{sign}{day.year + 543}", TODAY) == day


@given(st.text() | st.text(alphabet="0123456789/.- ตคพศวันที่เดือน"))
def test_reading_answers_or_refuses_with_a_sentence(typed: str) -> None:
    assert _answer(lambda: parse_date(typed, TODAY)).endswith((".", "day"))
    assert _answer(lambda: parse_time(typed)).endswith((".", "time"))


def _answer(parse: Callable[[], date | time]) -> str:
    try:
        parsed = parse()
    except ValueError as error:
        return str(error)
    return "a time" if isinstance(parsed, time) else "a day"


def test_a_moment_is_shown_on_the_clock_of_the_place() -> None:
    moment = datetime(2024, 3, 11, 18, 5, tzinfo=UTC)
    assert short_moment(moment, "th", BANGKOK) == "12 มี.ค. 2567 01:05"
    assert short_moment(moment, "en", UTC) == "11 Mar 2567 18:05"
    assert short_moment(moment) == short_moment(moment, tz=moment.astimezone().tzinfo)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("9.30 น.", time(9, 30)),
        ("09:30", time(9, 30)),
        ("๐๙.๓๐", time(9, 30)),
        ("เวลา 13.05 น", time(13, 5)),
        ("23:59 นาฬิกา", time(23, 59)),
        ("0.00", time(0)),
    ],
)
def test_times_that_are_read(typed: str, read: time) -> None:
    assert parse_time(typed) == read


@pytest.mark.parametrize("typed", ["", "9", "24.00", "9.60", "9.3", "9.30.10", "930", "9.30 pm"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a time"):
        parse_time(typed)


@given(st.times())
def test_a_written_time_can_be_read(moment: time) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert parse_time(clock_time(moment)) == minute
    assert parse_time(to_thai(clock_time(moment))) == minute


def test_a_time_has_two_digits_each() -> None:
    assert clock_time(time(9, 5)) == "09.05 น."


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2023, 9, 30), 2566),
        (date(2023, 10, 1), 2567),
        (date(2023, 12, 31), 2567),
        (date(2024, 1, 1), 2567),
    ],
)
def test_the_fiscal_year_begins_in_october(day: date, year: int) -> None:
    assert fiscal_year(day) == year


def test_stored_moments() -> None:
    moment = datetime(2026, 3, 12, 10, 42, 10, 123_999, tzinfo=BANGKOK)
    assert to_iso_utc(moment) == "2026-03-12T03:42:10.123Z"
    assert from_iso_utc("2026-03-12T03:42:10.123Z") == datetime(
        2026, 3, 12, 3, 42, 10, 123_000, tzinfo=UTC
    )
    assert from_iso_utc("2026-03-12T10:42:10+07:00").isoformat() == "2026-03-12T03:42:10+00:00"


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_stored_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    back = from_iso_utc(to_iso_utc(moment))
    assert timedelta() <= moment - back < timedelta(milliseconds=1)
    assert to_iso_utc(back) == to_iso_utc(moment)


def test_a_naive_moment_is_refused() -> None:
    naive = datetime(2026, 3, 12)  # noqa: DTZ001 (a naive one is what is tested)
    with pytest.raises(ValueError, match="no time zone"):
        to_iso_utc(naive)
    with pytest.raises(ValueError, match="no time zone"):
        short_moment(naive)
    with pytest.raises(ValueError, match="no time zone"):
        from_iso_utc("2026-03-12T03:42:10")
    with pytest.raises(ValueError, match="12 March"):
        from_iso_utc("12 March")
