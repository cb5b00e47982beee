"""A key is one frame: the list and its details change together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.ui.rows import ItemRow
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from tests.ui.driver import Driver


@pytest.mark.parametrize("key", ["down", "end", "pagedown", "j"])
async def test_the_details_are_there_before_the_list_is_painted(
    ui: Driver, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ui.open("O12")
    shown: list[tuple[str, str]] = []

    def look() -> None:
        row = ui.tree.cursor_row
        if isinstance(row, ItemRow):
            shown.append((row.item.code, ui.details.split()[0]))

    monkeypatch.setattr(ui.app, "post_display_hook", look)
    await ui.press(key)
    await ui.until(lambda: shown, "something should be painted")
    await ui.settle()
    assert all(code == details for code, details in shown), shown


async def test_the_details_follow_when_rows_come_and_go(ui: Driver) -> None:
    await ui.open("O12")
    await ui.find("สถิติ")
    await ui.until(lambda: ui.details.split()[0] == ui.cursor, "the details should follow")
    await ui.press("escape", "escape")
    await ui.until(lambda: ui.details.split()[0] == ui.cursor, "the details should follow")


async def test_moving_over_items_lays_nothing_out(ui: Driver) -> None:
    """Their details have different numbers of lines, all of which fit in."""
    await ui.open("O11")
    layouts: list[object] = []
    ui.main.screen_layout_refresh_signal.subscribe(ui.main, layouts.append, immediate=True)
    heights: set[int] = set()
    for _ in range(8):
        await ui.press("down")
        await ui.settle()
        heights.add(len(ui.main.query_one("#details", LinesPane).lines))
    assert len(heights) > 1
    assert layouts == []
