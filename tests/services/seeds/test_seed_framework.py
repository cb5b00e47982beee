"""The file of a list must be consistent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DataError
from ita_tui.services.seeds.loading import load_framework

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.framework import Framework

FRAMEWORK = """\
fiscal_year = 2566
title = "รายการ"
agency_kind = "เทศบาล"

[[categories]]
code = "9.1"
name = "ข้อมูล"

[[categories]]
code = "9.2"
name = "งาน"

[[items]]
code = "O1"
name = "โครงสร้าง"
category = "9.1"

[[items]]
code = "O2"
name = "แผน"
category = "9.2"
cadence = "monthly"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "seed.toml"


def framework(path: Path, text: str = FRAMEWORK) -> Framework:
    """The list that a text states."""
    path.write_text(text, encoding="utf-8")
    return load_framework(path)


def test_a_list_is_read_as_it_stands(path: Path) -> None:
    found = framework(path)
    assert (found.fiscal_year, found.title, found.agency_kind) == (2566, "รายการ", "เทศบาล")
    assert [(one.code, one.name) for one in found.categories] == [
        ("9.1", "ข้อมูล"),
        ("9.2", "งาน"),
    ]
    assert [(one.code, one.category, one.cadence) for one in found.items] == [
        ("O1", "9.1", "yearly"),
        ("O2", "9.2", "monthly"),
    ]


WRONG = {
    "no title": ("รายการ", "", "title: the text must not be empty"),
    "no kind": ('"เทศบาล"', '" "', "agency_kind: the text must not be empty"),
    "common era": ("2566", "2023", "fiscal_year: a year of the Buddhist era is expected, not 2023"),
    "no categories": (
        FRAMEWORK[FRAMEWORK.index("[[cat") : FRAMEWORK.index("[[items")],
        "categories = []\n",
        "categories: the list must not be empty",
    ),
    "no items": (
        FRAMEWORK[FRAMEWORK.index("[[cat") :],
        'items = []\ncategories = [{ code = "9.1", name = "a" }]',
        "items: the list must not be empty",
    ),
    "category twice": (
        'code = "9.2"',
        'code = "9.1"',
        "categories[2] (9.1), code: the code 9.1 stands in table 1 already",
    ),
    "category without name": ("งาน", "", "categories[2] (9.2), name: the text must not be empty"),
    "category without items": (
        'category = "9.2"',
        'category = "9.1"',
        "categories[2] (9.2): the category has no items",
    ),
    "item twice": ("O2", "o1", "items[2] (o1), code: the code o1 stands in table 1 already"),
    "no code": ('"O2"', '""', "items[2], code: a code without spaces is expected"),
    "space in code": ('"O2"', '"O 2"', "items[2] (O 2), code: a code without spaces is expected"),
    "item without name": ("แผน", "", "items[2] (O2), name: the text must not be empty"),
    "unknown category": (
        'cadence = "monthly"',
        '[[items]]\ncode = "O3"\nname = "a"\ncategory = "9.3"',
        "items[3] (O3), category: one of 9.1, 9.2 is expected, not 9.3",
    ),
    "unknown cadence": (
        "monthly",
        "weekly",
        "items[2] (O2), cadence: one of yearly, six_months, monthly, previous_year is expected, "
        "not weekly",
    ),
}


@pytest.mark.parametrize(("old", "new", "problem"), WRONG.values(), ids=WRONG)
def test_an_inconsistent_file_is_refused_with_the_place(
    path: Path, old: str, new: str, problem: str
) -> None:
    assert old in FRAMEWORK
    with pytest.raises(DataError) as caught:
        framework(path, FRAMEWORK.replace(old, new, 1))
    assert caught.value.message.startswith(f"In {path}, {problem}")
    assert caught.value.message.endswith(".")
