"""Keys that arrive twice, as a slow line or a nervous finger sends them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

DIALOGS = [
    ("s", "ChooseStatusScreen", "enter"),
    ("s", "ChooseStatusScreen", "escape"),
    ("e", "EditScreen", "f2"),
    ("e", "EditScreen", "escape"),
    ("x", "ExportScreen", "escape"),
    ("h", "HistoryScreen", "escape"),
    ("?", "HelpScreen", "escape"),
]


@pytest.mark.parametrize(("key", "dialog", "twice"), DIALOGS)
async def test_a_key_that_closes_a_dialog_may_come_twice(
    ui: Driver, key: str, dialog: str, twice: str
) -> None:
    await ui.open("O12")
    await ui.ask(key, dialog)
    await ui.press(twice, twice)
    await ui.pilot.pause()
    for _ in range(3):
        if ui.dialog != "MainScreen":
            await ui.press("escape")
            await ui.pilot.pause()
    assert ui.dialog == "MainScreen"
    assert ui.app.is_running
    assert ui.saved("O12").revision == 0


async def test_a_form_saved_twice_is_saved_once(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "กองช่าง")
    await ui.press("f2", "f2")
    await ui.answered()
    await ui.saves("O12", unit="กองช่าง", revision=1)
    assert ui.app.is_running


async def test_a_conflict_is_settled_once(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    await ui.ask("f2", "ConflictScreen")
    await ui.press("enter", "enter")
    await ui.answered()
    assert ui.saved("O12").remark == "theirs"


async def test_words_may_be_typed_fast_into_the_history(ui: Driver, colleague: Colleague) -> None:
    colleague.sets("O12", "remark", "theirs")
    await ui.open("O12")
    await ui.ask("h", "HistoryScreen")
    await ui.press("/")
    await ui.until(lambda: ui.focused == "history-filter", "the filter should have the keyboard")
    await ui.type("theirs and nothing else")
    await ui.sees("No changes.")


async def test_a_file_is_written_once(ui: Driver) -> None:
    await ui.ask("x", "ExportScreen")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
    name = ui.value("file")
    await ui.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await ui.press("enter", "enter", "enter")
    await ui.answered()
    await ui.until(lambda: ui.status_line.startswith("Written to"), "it should be said")
    assert Path(name).is_file()


async def test_the_sample_is_opened_once(start: Start, tmp_path: Path) -> None:
    async with start(where=tmp_path / "empty") as ui:
        await ui.press("enter", "enter", "enter")
        await ui.answered()
        await ui.rows(50)
        assert ui.app.is_running
