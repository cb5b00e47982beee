"""A key is one frame: the list and its details change together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from textual.widget import Widget

from ita_tui.ui.rows import ItemRow
from ita_tui.ui.widgets.filter_input import FilterInput
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.strip import Strip

    from tests.ui.driver import Driver

WidgetT = TypeVar("WidgetT", bound=Widget)


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


async def test_a_letter_of_the_filter_comes_with_what_it_has_found(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ui.press("/")
    await ui.settle()
    frames: list[set[str]] = [set()]

    def noting(draw: Callable[[WidgetT, int], Strip]) -> Callable[[WidgetT, int], Strip]:
        def note(widget: WidgetT, y: int) -> Strip:
            frames[-1].add(str(widget.id))
            return draw(widget, y)

        return note

    for pane in (ChecklistTree, LinesPane, FilterInput):
        monkeypatch.setattr(pane, "render_line", noting(pane.render_line))
    monkeypatch.setattr(ui.app, "post_display_hook", lambda: frames.append(set()))
    for letter in ("3", "1"):  # many rows, then one
        frames[:] = [set()]
        await ui.type(letter)
        await ui.settle()
        painted = [frame for frame in frames if frame]
        assert painted == [{"filter", "tree", "details", "status"}], letter
