"""The palette speaks the language in use, also when it finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui import i18n

if TYPE_CHECKING:
    from tests.ui.driver import Driver


async def test_the_palette_says_when_no_command_has_the_name(ui: Driver) -> None:
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("xyzxyz")
    await ui.sees("No command has this name.")
    assert not any("No matches found" in line for line in ui.screen_text())
    await ui.press("enter")
    await ui.until(lambda: len(ui.app.screen_stack) == 2, "the palette should be closed")


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
