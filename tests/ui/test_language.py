"""The language changes while screens are open, and nothing of the other one stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui import i18n
from ita_tui.services.configuration import Given, read_configuration
from ita_tui.ui.actions import HISTORY, MAIN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

STATES = {"not started": "ยังไม่เริ่ม", "waiting": "รอ", "in progress": "กำลังทำ", "done": "เสร็จ"}


async def speak(ui: Driver, name: str) -> None:
    """Choose a language in the palette."""
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type(name)
    await ui.sees("(Thai)" if name == "Thai" else "English (")
    await ui.press("enter")
    await ui.until(lambda: ui.dialog != "CommandPalette", "the palette should be closed")
    await ui.settle()


async def test_the_main_screen_changes_all_its_words(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    colleague.sets("O16", "remark", "x")
    await ui.until(lambda: ui.status_line != "", "the change should be told")
    english = ui.screen_text()
    await speak(ui, "Thai")
    assert i18n.language() == "th"
    await ui.sees("ผลการดำเนินงาน")
    text = "\n".join(ui.screen_text())
    for word, thai in STATES.items():
        assert word not in text
        assert thai in text
    labels = [action.label for action in MAIN if action.in_bar]
    assert not [label for label in labels if f" {label}" in text]
    assert ui.status_line == ""
    await speak(ui, "English")
    await ui.sees("waiting")
    assert ui.screen_text()[:-2] == english[:-2]
    assert ui.screen_text()[-1] == english[-1]


async def test_the_hint_of_an_open_filter_changes_too(ui: Driver) -> None:
    await ui.find("")
    await speak(ui, "Thai")
    await ui.misses("code, name, status, unit")


async def test_the_screens_below_change_with_the_one_on_top(ui: Driver) -> None:
    await ui.open("O12")
    await ui.press("space")
    await ui.rests()
    await ui.ask("h", "HistoryScreen")
    await speak(ui, "Thai")
    await ui.sees("ประวัติ O12")
    text = "\n".join(ui.screen_text())
    assert not [action.label for action in HISTORY if f" {action.label}" in text]
    await ui.press("escape")
    await ui.answered()
    await ui.sees("กำลังทำ")
    assert "in progress" not in "\n".join(ui.screen_text())


async def test_a_form_is_not_torn_down_by_another_language(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("Thai")
    await ui.sees("No command has this name.")


async def test_a_choice_counts_at_the_next_start(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "configuration" / "config.toml"
    async with start() as ui:
        ui.app.configuration = file
        await speak(ui, "Thai")
        await ui.press("t")
        await ui.rests()
    assert read_configuration(file) == Given(lang="th", theme="light")


async def test_a_choice_that_cannot_be_kept_is_said(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("name = ")
    async with start(size=(200, 60), notifications=True) as ui:
        ui.app.configuration = file
        await ui.press("t")
        await ui.sees("The choice is not kept in")
        await ui.sees('"light"')
        assert ui.app.theme == "ita-light"
    assert file.read_text() == "name = "
