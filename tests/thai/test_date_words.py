from datetime import date, timedelta

import pytest

from ita_tui.thai.dates import fiscal_year, parse_date, parse_fiscal_year

TODAY = date(2024, 2, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("วันนี้", TODAY),
        ("พรุ่งนี้", date(2024, 2, 11)),
        ("สิ้นเดือน", date(2024, 2, 29)),
        ("วันพรุ่งนี้", date(2024, 2, 11)),
        ("พร\u0e48\u0e38งน\u0e49\u0e35", date(2024, 2, 11)),
        ("มะรืนนี้", date(2024, 2, 12)),
        ("เมื่อวาน", date(2024, 2, 9)),
        ("สิ้นเดือนนี้", date(2024, 2, 29)),
        ("สิ้นเดือนหน้า", date(2024, 3, 31)),
        ("สิ้นปี", date(2024, 12, 31)),
        ("สิ้นปีงบประมาณ", date(2024, 9, 30)),
        ("วันเสาร์", TODAY),
        ("เสาร์นี้", TODAY),
        ("ศุกร์นี้", date(2024, 2, 16)),
        ("วันจันทร์นี้", date(2024, 2, 12)),
        ("พฤหัส", date(2024, 2, 15)),
        ("อีก 7 วัน", date(2024, 2, 17)),
        ("อีก ๒ สัปดาห์", date(2024, 2, 24)),
        ("Today", TODAY),
        ("tomorrow", date(2024, 2, 11)),
    ],
)
def test_days_that_are_named(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2023, 12, 31), date(2023, 12, 31)),
        (date(2023, 12, 1), date(2023, 12, 31)),
        (date(2024, 4, 30), date(2024, 4, 30)),
        (date(2023, 2, 1), date(2023, 2, 28)),
    ],
)
def test_the_end_of_the_month(today: date, last: date) -> None:
    assert parse_date("สิ้นเดือน", today) == last


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2023, 9, 30), date(2023, 9, 30)),
        (date(2023, 10, 1), date(2024, 9, 30)),
        (date(2024, 1, 1), date(2024, 9, 30)),
    ],
)
def test_the_end_of_the_fiscal_year(today: date, last: date) -> None:
    assert parse_date("สิ้นปีงบประมาณ", today) == last
    assert fiscal_year(today) == fiscal_year(last) == fiscal_year(last + timedelta(days=1)) - 1


@pytest.mark.parametrize(
    ("typed", "year"),
    [
        ("2567", 2567),
        ("๒๕๖๗", 2567),
        (" 67 ", 2567),
        ("พ.ศ. 2567", 2567),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๗", 2567),
        ("ปี 67", 2567),
        ("2024", None),
        ("2467", None),
        ("25677", None),
        ("567", None),
        ("", None),
        ("ปีหน้า", None),
    ],
)
def test_fiscal_years_that_are_read(typed: str, year: int | None) -> None:
    assert parse_fiscal_year(typed) == year
