"""How wide the columns of a document's tables are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.minutes.markdown import Align, table
from ita_tui.minutes.tokens import parse
from ita_tui.minutes.widths import column_shares

LONG = "ยาว" * 60


def shares(*tables: tuple[list[str], list[list[str]]]) -> list[tuple[float, ...]]:
    """The shares of tables, each given by its headings and rows."""
    markdown = "\n\n".join(
        table([(heading, Align.LEFT) for heading in headings], rows) for headings, rows in tables
    )
    return column_shares(parse(markdown))


def test_columns_that_need_alike_have_alike() -> None:
    assert shares((["ก", "ข"], [["12345", "67890"]])) == [(0.5, 0.5)]


def test_a_narrow_column_leaves_the_rest_to_the_wide_ones() -> None:
    ((narrow, first, second),) = shares((["ก", "ข", "ค"], [["O1", LONG, LONG]]))
    # Of the 80 letters of a line it takes its two, which are wide, and three for the space beside.
    assert narrow == pytest.approx(6 / 80)
    assert first == second == pytest.approx((1 - narrow) / 2)


def test_a_table_that_needs_less_than_a_line_fills_it_by_need() -> None:
    ((narrow, wide),) = shares((["ก", "ข"], [["12", "1234567"]]))
    assert wide == pytest.approx(2 * narrow)


def test_tables_with_the_same_headings_agree() -> None:
    first, other, second = shares(
        (["ก", "ข"], [["1", "2" * 20]]), (["ก", "ค"], [["1", "2"]]), (["ก", "ข"], [["1", "2"]])
    )
    assert first == second != other == (0.5, 0.5)


def test_the_lines_of_a_cell_and_the_words_of_a_heading_may_stand_below_each_other() -> None:
    assert shares((["คำ คำ", "คำ"], [["1\n2", "3"]])) == [(0.5, 0.5)]


def test_marks_above_and_below_letters_take_no_width() -> None:
    assert shares((["ก", "ข"], [["ที่นี้", "ทน"]])) == [pytest.approx((0.5, 0.5))]


def test_a_document_without_tables_has_no_columns() -> None:
    assert column_shares(parse("# ก\n\nข")) == []


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), max_size=4))
def test_the_shares_make_up_the_whole(rows: list[list[str]]) -> None:
    ((first, second, third),) = shares((["ก", "ข", "ค"], rows))
    assert first + second + third == pytest.approx(1)
    assert min(first, second, third) > 0
