"""Closing and opening categories; no data change by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from tests.ui.driver import Colleague, Driver

CATEGORIES = ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]


@pytest.mark.parametrize("key", ["space", "enter", "e"])
async def test_a_key_closes_and_opens_a_category(ui: Driver, key: str) -> None:
    before = ui.path.read_bytes()
    await ui.open("9.2")
    await ui.press(key)
    await ui.until(lambda: "O11" not in ui.codes(), "9.2 should be closed")
    assert ui.row("9.2").startswith("❯ ▸ 9.2")
    assert ui.cursor == "9.2"
    await ui.press(key)
    await ui.until(lambda: "O11" in ui.codes(), "9.2 should be open")
    assert ui.row("9.2").startswith("❯ ▾ 9.2")
    assert ui.path.read_bytes() == before


async def test_left_and_right(ui: Driver) -> None:
    await ui.open("O12")
    await ui.press("left")
    assert ui.cursor == "9.2"
    assert "O11" in ui.codes()
    await ui.press("left")
    await ui.until(lambda: "O11" not in ui.codes(), "9.2 should be closed")
    await ui.press("left")
    assert ui.cursor == "9.2"
    await ui.press("right")
    await ui.until(lambda: "O11" in ui.codes(), "9.2 should be open")
    await ui.press("right")
    assert ui.cursor == "9.2"


async def test_closing_all_keeps_the_cursor_in_its_category(ui: Driver) -> None:
    await ui.open("O34")
    await ui.press("z")
    await ui.until(lambda: ui.codes() == CATEGORIES, "all categories should be closed")
    assert ui.cursor == "10.1"
    await ui.press("z")
    await ui.until(lambda: len(ui.codes()) == 50, "all categories should be open")
    assert ui.cursor == "10.1"


async def test_closing_all_closes_the_rest_when_some_are_closed(ui: Driver) -> None:
    await ui.open("9.2")
    await ui.press("space", "z")
    await ui.until(lambda: ui.codes() == CATEGORIES, "all categories should be closed")


async def test_a_category_says_how_far_it_has_come(ui: Driver) -> None:
    await ui.open("9.2")
    assert "4/8  50 %" in ui.details
    for line in ("4 done", "2 in progress", "2 waiting"):
        assert any(line in shown for shown in ui.details.splitlines()), line


async def test_a_closed_category_follows_a_colleagues_change(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.press("z")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: " 5/8 " in ui.row("9.2"), "the heading should count one more")
    assert ui.codes() == CATEGORIES
