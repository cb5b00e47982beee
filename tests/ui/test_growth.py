"""A long list costs a key no more than a short one: only rows in sight are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.folders import make
from ita_tui.ui.listing import Listing
from ita_tui.ui.rows import ItemRow
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from pathlib import Path

    from textual.strip import Strip

    from ita_tui.domain.checklist import Item
    from tests.ui.driver import Driver

ITEMS = 3000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the list over and over."""
    return make(tmp_path / "data", items=ITEMS)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines of the list that were drawn since this was emptied."""
    lines: list[int] = []
    draw = ChecklistTree.render_line

    def count(tree: ChecklistTree, y: int) -> Strip:
        lines.append(y)
        return draw(tree, y)

    monkeypatch.setattr(ChecklistTree, "render_line", count)
    return lines


async def test_a_cursor_key_draws_the_two_rows_that_change(ui: Driver, drawn: list[int]) -> None:
    await ui.open("O3")
    drawn.clear()
    await ui.press("down")
    await ui.settle()
    assert 1 <= len(set(drawn)) <= 2


async def test_a_change_draws_its_row_and_its_category(ui: Driver, drawn: list[int]) -> None:
    await ui.open("O3")
    drawn.clear()
    await ui.press("space")
    await ui.says("Saved: O3 ดำเนินการเป็นปัจจุบัน")
    await ui.settle()
    assert 1 <= len(set(drawn)) <= 2


async def test_a_change_makes_its_own_row_and_no_other(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ui.open("O3")
    made: list[str] = []

    def make(item: Item) -> ItemRow:
        made.append(item.code)
        return ItemRow(item)

    monkeypatch.setattr("ita_tui.ui.outline.ItemRow", make)
    await ui.press("space")
    await ui.says("Saved: O3 ดำเนินการเป็นปัจจุบัน")
    assert made == ["O3"]


async def test_a_letter_of_the_filter_draws_what_is_in_sight(ui: Driver, drawn: list[int]) -> None:
    await ui.press("/")
    await ui.settle()
    tree = ui.app.screen.query_one(ChecklistTree)
    for letter in "no gift":
        drawn.clear()
        await ui.press("space" if letter == " " else letter)
        await ui.settle()
        assert len(drawn) <= 3 * tree.size.height
    assert len(ui.codes()) > tree.size.height


async def test_a_letter_of_the_filter_asks_no_row_out_of_sight(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows are compared by what was made with them: ten thousand would hold the letter up."""
    asked: list[str] = []

    def ask(row: ItemRow) -> str:
        asked.append(row.item.code)
        return row.item.code

    monkeypatch.setattr(ItemRow, "key", property(ask))
    await ui.press("/")
    for letter in "กา":
        asked.clear()
        await ui.press(letter)
        await ui.settle()
        assert len(ui.codes()) > 100
        assert len(asked) <= 5 * ui.tree.size.height


async def test_a_letter_of_the_filter_lays_nothing_out(ui: Driver) -> None:
    await ui.press("/")
    await ui.settle()
    layouts: list[object] = []
    ui.main.screen_layout_refresh_signal.subscribe(ui.main, layouts.append, immediate=True)
    for key in ("ก", "backspace"):
        before = len(ui.codes())
        await ui.press(key)
        await ui.settle()
        assert before != len(ui.codes()) > ui.tree.size.height
        assert ui.tree.vertical_scrollbar.window_virtual_size == len(ui.codes())
    assert layouts == []


async def test_a_letter_of_the_filter_makes_the_rows_of_what_is_in_sight(ui: Driver) -> None:
    await ui.press("/")
    await ui.type("ก")
    await ui.settle()
    listing = ui.tree.rows
    assert isinstance(listing, Listing)
    assert len(listing._made) == 1
    assert len({row.item.category for row in listing if isinstance(row, ItemRow)}) > 1
