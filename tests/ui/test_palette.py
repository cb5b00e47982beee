"""The palette speaks the language in use, also when it finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from ita_tui import i18n
from ita_tui.thai.keyboard import other_layout
from tests.ui.driver import thai_key

if TYPE_CHECKING:
    from tests.ui.driver import Driver


async def test_the_palette_says_when_no_command_has_the_name(ui: Driver) -> None:
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("xyzxyz")
    await ui.sees("No command has this name.")
    assert not any("No matches found" in line for line in ui.screen_text())
    await ui.press("enter")
    await ui.until(
        lambda: type(ui.app.screen).__name__ == "MainScreen", "the palette should be closed"
    )


async def test_nothing_is_looked_for_once_the_palette_closes(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key behind the one that chose a command would find the list of commands taken down."""
    await ui.ask("ctrl+p", "CommandPalette")
    palette = ui.app.screen
    looked_for: list[str] = []
    monkeypatch.setattr(palette, "_gather_commands", looked_for.append)
    line = palette.query_one(Input)
    palette.post_message(Input.Changed(line, "quit"))
    await ui.until(lambda: looked_for == ["quit"], "it should be looked for while it is open")
    palette.dismiss()
    palette.post_message(Input.Changed(line, "quit now"))
    await ui.until(lambda: ui.dialog == "MainScreen", "the palette should be closed")
    await ui.settle()
    assert looked_for == ["quit"]


async def test_the_palette_asks_in_thai(ui: Driver) -> None:
    i18n.use("th")
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.sees("พิมพ์บางส่วนของชื่อคำสั่ง")
    await ui.type("xyzxyz")
    await ui.sees("ไม่มีคำสั่งชื่อนี้")


async def test_a_command_that_is_found_stands_alone(ui: Driver) -> None:
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("quit")
    await ui.sees("Leave; everything is saved already.")
    assert not any("No command has this name." in line for line in ui.screen_text())


async def test_a_command_is_found_whatever_layout_is_on(ui: Driver) -> None:
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("".join(map(thai_key, "quit")))
    await ui.sees("Leave; everything is saved already.")


async def test_a_thai_command_is_found_with_the_english_layout_on(ui: Driver) -> None:
    i18n.use("th")
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type(other_layout("ส่งออก"))
    await ui.sees("x: เขียนรายงาน ตาราง หรือประวั")


async def test_a_command_is_shown_with_its_key(ui: Driver) -> None:
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("export")
    await ui.sees("x: Write the minutes, the table or the history to a file.")


@pytest.mark.parametrize(("key", "screen", "command"), [("h", "HistoryScreen", "item or all")])
async def test_another_screen_has_its_own_commands(
    ui: Driver, key: str, screen: str, command: str
) -> None:
    await ui.ask(key, screen)
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type(command)
    await ui.sees("a: One item's changes, or all.")
    assert not ui.shows("Write the minutes")


@pytest.mark.parametrize(
    ("typed", "theme"),
    [("light colours", "ita-light"), ("high contrast", "ita-contrast"), ("dark co", "ita-dark")],
)
async def test_colours_are_chosen_by_name_also_over_a_dialog(
    ui: Driver, typed: str, theme: str
) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type(typed)
    await ui.until(lambda: ui.app.screen.query("OptionList").first().option_count == 1, "one hit")  # type: ignore[attr-defined]  # (an option list)
    await ui.press("enter")
    await ui.until(lambda: ui.app.theme == theme, "the colours should be there")
    assert ui.dialog == "EditScreen"


async def test_its_line_is_edited_by_letters_with_their_marks(ui: Driver) -> None:
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("ที่น้ำ")
    line = ui.app.focused
    assert isinstance(line, Input)
    await ui.press("home", "delete")
    assert line.value == "น้ำ"
    await ui.press("end", "backspace")
    assert line.value == "น้"
    assert not line.cursor_blink
