"""The history screen: who changed what, of one item or of all, and finding in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.ui.screens import history
from tests.ui.conftest import OTHER
from tests.ui.driver import thai_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.driver import Clock, Colleague, Driver

LAYOUTS = pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])


@pytest.fixture(autouse=True)
def changes(colleague: Colleague, clock: Clock) -> None:
    """Three changes of a colleague, on two items."""
    colleague.sets("O12", "status", Status.of(State.DONE))
    clock.go_on(60)
    colleague.sets("O16", "unit", "สำนักปลัด")
    clock.go_on(60)
    colleague.sets("O12", "remark", "ส่งแล้ว")


@LAYOUTS
async def test_one_items_changes_or_all(ui: Driver, layout: Callable[[str], str]) -> None:
    await ui.open("O12")
    await ui.ask(layout("h"), "HistoryScreen")
    await ui.sees("History of O12")
    await ui.sees("รอดำเนินการ → ดำเนินการเรียบร้อยแล้ว")
    assert ui.shows(OTHER.name)
    assert ui.shows("12 Mar 2567 10:42")
    assert ui.shows("remark: empty → ส่งแล้ว")
    assert not ui.shows("responsible unit")
    await ui.press(layout("a"))
    await ui.sees("History of the whole checklist")
    await ui.sees("responsible unit: empty → สำนักปลัด")
    await ui.press(layout("a"))
    await ui.misses("responsible unit: empty")
    await ui.press(layout("h"))
    await ui.answered()


@LAYOUTS
async def test_words_are_found(ui: Driver, layout: Callable[[str], str]) -> None:
    await ui.open("9.1")
    await ui.ask("h", "HistoryScreen")
    await ui.sees("History of the whole checklist")
    await ui.press(layout("/"))
    await ui.until(lambda: ui.focused == "history-filter", "the filter should have the keyboard")
    for char in "สำนัก":
        await ui.press(char)
    await ui.misses("remark: empty")
    await ui.sees("responsible unit: empty → สำนักปลัด")
    line = next(strip for strip in ui.top_strips() if "สำนักปลัด" in strip.text)
    assert [one.text for one in line if one.style and one.style.underline] == ["สำนัก"]
    await ui.press("z")
    await ui.sees("No changes.")
    await ui.press("enter")
    await ui.until(lambda: ui.focused == "events", "the list should have the keyboard")
    await ui.press(layout("q"))
    await ui.answered()


async def test_older_changes_come_as_one_scrolls(
    ui: Driver, monkeypatch: pytest.MonkeyPatch, colleague: Colleague
) -> None:
    monkeypatch.setattr(history, "AT_ONCE", 30)
    for number in range(60):
        colleague.sets("O12", "unit", f"unit {number:03}")
    await ui.open("O12")
    await ui.ask("h", "HistoryScreen")
    await ui.sees("unit 058 → unit 059")
    assert not ui.shows("รอดำเนินการ → ดำเนินการเรียบร้อยแล้ว")
    for _ in range(6):
        await ui.press("end")
        await ui.pilot.pause()
    await ui.sees("รอดำเนินการ → ดำเนินการเรียบร้อยแล้ว")


async def test_a_damaged_older_part_is_said(ui: Driver, colleague: Colleague, path: Path) -> None:
    for number in range(140):
        colleague.sets("O12", "unit", f"unit {number:03}")
    for sealed in path.with_name(f"{path.name}.history").iterdir():
        sealed.write_bytes(b"{")
    await ui.open("O12")
    await ui.ask("h", "HistoryScreen")
    await ui.sees("damaged")
    assert ui.shows("unit 138 → unit 139")
    assert ui.app.is_running
    await ui.press("escape")
    await ui.answered()
