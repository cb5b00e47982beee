"""Cells of a CSV file that a spreadsheet must not take for a formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.services.history_forms import csv_cell

DANGEROUS = "=+-@＝＋－＠"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+66", "'+66"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "' =1"),
        ("\r\n=1", "'\n=1"),
        ("two\nlines", "two\nlines"),
        ("\u00a0=1", "'\u00a0=1"),
        ("＝1", "'＝1"),
        ("a=1", "a=1"),
        ("รอดำเนินการ", "รอดำเนินการ"),
        ("", ""),
        (None, ""),
        (12, "12"),
    ],
)
def test_formulas_are_defused(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


@given(st.text(alphabet=st.sampled_from(DANGEROUS + " \t\r\n\u00a0\u200b\ufeffก'")))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not csv_cell(text).strip().startswith(tuple(DANGEROUS))
