"""Every action through the keyboard, with the English and with the Thai layout on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from ita_tui.ui.widgets.tree import ChecklistTree
from tests.ui.conftest import OTHER
from tests.ui.driver import key_event, thai_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message import Message

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

LAYOUT_FREE = {"enter", "f1", "f3", "ctrl+p", "up", "down", "home", "end", "pageup", "pagedown"}
"""Keys that are the same in every layout."""

LAYOUTS = pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])


MOVES = [
    ("down", "O1", "O2"),
    ("j", "O1", "O2"),
    ("up", "O2", "O1"),
    ("k", "O2", "O1"),
    ("pagedown", "O1", "O22"),
    ("ctrl+d", "O1", "O22"),
    ("pageup", "O43", "O23"),
    ("ctrl+u", "O43", "O23"),
    ("end", "O1", "O43"),
    ("G", "O1", "O43"),
    ("home", "O43", "9.1"),
    ("g", "O43", "9.1"),
    ("left", "O12", "9.2"),
    ("up", "9.1", "9.1"),
    ("down", "O43", "O43"),
]

DIALOGS = [
    ("s", "ChooseStatusScreen"),
    ("e", "EditScreen"),
    ("enter", "EditScreen"),
    ("h", "HistoryScreen"),
    ("x", "ExportScreen"),
    ("?", "HelpScreen"),
    ("f1", "HelpScreen"),
    ("ctrl+p", "CommandPalette"),
]


@LAYOUTS
async def test_keys_move_the_cursor(ui: Driver, layout: Callable[[str], str]) -> None:
    for key, before, after in MOVES:
        if layout is thai_key and key in LAYOUT_FREE:
            continue
        await ui.open(before)
        await ui.press(layout(key))
        await ui.stands_on(after)
        assert ui.row(after).startswith("❯"), key


@LAYOUTS
async def test_keys_open_dialogs_and_esc_closes_them(
    ui: Driver, layout: Callable[[str], str]
) -> None:
    await ui.open("O12")
    for key, dialog in DIALOGS:
        if layout is thai_key and key in LAYOUT_FREE:
            continue
        await ui.ask(layout(key), dialog)
        await ui.press("escape")
        await ui.answered()
        assert (ui.cursor, ui.focused) == ("O12", "tree"), key


@LAYOUTS
async def test_keys_open_the_filter(ui: Driver, layout: Callable[[str], str]) -> None:
    for key in ("/", "f3"):
        await ui.press(layout(key))
        await ui.until(lambda: ui.focused == "filter", "the filter should have the keyboard")
        await ui.press("escape")
        await ui.until(lambda: ui.focused == "tree", "the list should have the keyboard")


@LAYOUTS
async def test_undo_and_redo(ui: Driver, layout: Callable[[str], str]) -> None:
    await ui.open("O12")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "Space should give the next state")
    await ui.press(layout("u"))
    await ui.until(lambda: "waiting" in ui.row("O12"), "u should take it back")
    await ui.press(layout("U"))
    await ui.until(lambda: "in progress" in ui.row("O12"), "U should take that back")


@LAYOUTS
async def test_fold_all_and_colours(ui: Driver, layout: Callable[[str], str]) -> None:
    for rows, theme in [(7, "ita-light"), (50, "ita-contrast"), (7, "ita-dark")]:
        await ui.press(layout("z"), layout("t"))
        await ui.rows(rows)
        assert ui.app.theme == theme


@LAYOUTS
async def test_q_leaves(ui: Driver, layout: Callable[[str], str]) -> None:
    ui.app.post_message(key_event(layout("q")))
    await ui.ended()
    assert ui.app.return_value == 0


@LAYOUTS
async def test_keys_of_a_category(ui: Driver, layout: Callable[[str], str]) -> None:
    before = ui.path.read_bytes()
    await ui.open("9.2")
    for key in ("s", "e", "e", "space", "space", "left", "right"):
        await ui.press(layout(key))
    await ui.until(lambda: len(ui.codes()) == 50, "the category should be open again")
    assert ui.dialog == "MainScreen"
    assert ui.path.read_bytes() == before


async def test_tab_leads_only_to_what_can_use_the_keyboard(ui: Driver) -> None:
    await ui.open("O12")
    for _ in range(3):
        await ui.press("tab")
        assert ui.focused == "tree"


async def test_tab_leads_to_details_that_are_longer_than_their_pane(
    start: Start, colleague: Colleague
) -> None:
    colleague.sets("O12", "remark", "\n".join(f"line {number}" for number in range(50)))
    async with start() as ui:
        await ui.open("O12")
        await ui.press("tab", *["down"] * 20)
        await ui.until(lambda: "line 30" in ui.details, "the details should scroll")
        assert ui.cursor == "O12"
        await ui.press("tab", "down")
        await ui.until(lambda: ui.cursor == "O13", "the list should have the keyboard")


async def test_a_click_moves_the_cursor_and_folds_a_category(ui: Driver) -> None:
    await ui.pilot.click("#tree", offset=(10, 3))
    assert ui.cursor == "O3"
    await ui.pilot.click("#tree", offset=(10, 0))
    await ui.until(lambda: "O1" not in ui.codes(), "9.1 should be closed")
    await ui.press("z")
    await ui.pilot.click("#tree", offset=(10, 20))
    assert ui.cursor == "9.1"


async def test_a_colleagues_change_leaves_the_details_scrolled_where_they_are(
    start: Start, colleague: Colleague
) -> None:
    colleague.sets("O12", "remark", "\n".join(f"line {number}" for number in range(50)))
    async with start() as ui:
        await ui.open("O12")
        await ui.press("tab", *["down"] * 20)
        await ui.until(lambda: "line 30" in ui.details, "the details should scroll")
        colleague.sets("O12", "unit", "their unit")
        await ui.until(lambda: OTHER.name in ui.status_line, "it should be told")
        assert "line 30" in ui.details


@LAYOUTS
async def test_what_the_list_does_by_itself_is_done_without_a_message(
    ui: Driver, layout: Callable[[str], str]
) -> None:
    sent: list[str] = []

    def noted(message: Message) -> None:
        if isinstance(message, Key):
            sent.append(message.key)

    await ui.open("O12")
    tree = ui.app.screen.query_one(ChecklistTree)
    tree.message_signal.subscribe(tree, noted, immediate=True)
    for key in ("down", layout("j"), "space", "pageup", "left", "right", "end"):
        await ui.press(key)
    assert sent == []
    await ui.press(layout("h"))
    assert sent == ["h"]
