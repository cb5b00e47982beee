"""The page on reliability: it has a place for each table, and names every promise and program."""

from __future__ import annotations

import pytest

from tests.faults.gates import PROMISES
from tests.faults.page import PAGE, replaced, table

TEXT = PAGE.read_text("utf-8")


@pytest.mark.parametrize("name", ["gates", "bugs"])
def test_the_page_has_a_place_for_each_table(name: str) -> None:
    there = replaced(TEXT, name, "| new |")
    assert f"<!-- {name} -->\n| new |\n<!-- end of {name} -->" in there
    assert replaced(there, name, "| newer |") != there


def test_a_page_without_the_place_is_told() -> None:
    with pytest.raises(ValueError, match="has not just one place for gates"):
        replaced("nothing", "gates", "")


@pytest.mark.parametrize("number", PROMISES)
def test_the_page_explains_each_promise(number: int) -> None:
    assert f"\n| {number} | " in TEXT


def test_a_table_is_markdown() -> None:
    found = table(("a", "b"), [("x", "1")], frozenset({1}))
    assert found == "| a | b |\n|---|---:|\n| x | 1 |"
