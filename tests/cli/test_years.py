"""`years`, and the choice of a year for every other command."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from tests.cli.conftest import Cli


@pytest.fixture
def two(cli: Cli, checklist: Checklist, actor: Actor) -> Cli:
    later = replace(checklist, fiscal_year=2568)
    Workspace(cli.folder).create(later, (), actor)
    return cli


def test_years_are_listed_newest_first_with_their_progress(two: Cli) -> None:
    two.ok("set", "O2", "done", "--year", "2567")
    assert two.ok("years").lines == [
        "2568  0/5  เทศบาลตัวอย่าง",
        "2567  1/5  เทศบาลตัวอย่าง",
    ]


def test_json_of_the_years_has_stable_keys(two: Cli) -> None:
    two.ok("set", "O2", "done", "--year", "2567")
    assert two.ok("years", "--json").json == {
        "years": [
            {"fiscal_year": 2568, "agency": "เทศบาลตัวอย่าง", "finished": 0, "total": 5},
            {"fiscal_year": 2567, "agency": "เทศบาลตัวอย่าง", "finished": 1, "total": 5},
        ]
    }


def test_the_newest_year_counts_unless_another_is_named(two: Cli) -> None:
    assert two.ok("list", "--json").json["fiscal_year"] == 2568
    assert two.ok("--year", "๒๕๖๗", "list", "--json").json["fiscal_year"] == 2567
    assert two.ok("list", "--json", "--year", "2567").json["fiscal_year"] == 2567


@pytest.mark.parametrize(
    ("year", "words"),
    [
        ("2569", "There is no checklist of fiscal year 2569 here, only of 2567, 2568."),
        ("2024", "2024 is no fiscal year of the Buddhist era"),
        ("256", "256 is no fiscal year"),
        ("x", "x is no fiscal year"),
    ],
)
def test_a_year_that_is_not_there(two: Cli, year: str, words: str) -> None:
    result = two("--year", year, "list")
    assert result.code == 2
    assert words in result.err
