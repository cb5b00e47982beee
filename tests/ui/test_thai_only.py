"""In Thai, no word of English stays on any screen: a text that nobody marked would show here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.services.seeds.loading import sample

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

WIDE = (200, 60)
"""Wide enough that no word is cut off."""

WORD = re.compile(r"[A-Za-z][a-z]+")
KNOWN = {
    *(
        "Space",
        "Esc",
        "Enter",
        "Tab",
        "Home",
        "End",
        "Ctrl",
        "Bksp",
        "Del",
        "Ins",
        "Shift",
        "Pg",
        "Up",
        "Dn",
    ),  # keys
    *(word for item in sample().checklist.items for word in WORD.findall(item.name)),
    *("Markdown", "Word", "html", "docx", "md", "minutes", "checklist"),  # files
    *("Thai", "English"),  # the languages, in both of their names
}
"""What is the same in Thai."""

DIALOGS = [
    ("s", "ChooseStatusScreen"),
    ("e", "EditScreen"),
    ("h", "HistoryScreen"),
    ("x", "ExportScreen"),
    ("b", "RestoreScreen"),
    ("r", "ChooseMeetingScreen"),
    ("?", "HelpScreen"),
    ("ctrl+p", "CommandPalette"),
]


def english(ui: Driver) -> set[str]:
    """Words of English on the screen; a known one may be cut off by a dialog above it."""
    found = {word for line in ui.screen_text() for word in WORD.findall(line)}
    return {word for word in found if not any(known.startswith(word) for known in KNOWN)}


@pytest.fixture(autouse=True)
def thai() -> None:
    """Thai; the fixture `place` puts the language back."""
    i18n.use("th")


async def test_the_dialogs_speak_thai(start: Start, colleague: Colleague) -> None:
    async with start(size=WIDE) as ui:
        await ui.open("O12")
        colleague.sets("O16", "remark", "หมายเหตุ")
        await ui.until(lambda: ui.status_line, "the change should be told")
        assert english(ui) == set()
        for key, dialog in DIALOGS:
            await ui.ask(key, dialog)
            found = english(ui)
            for _ in range(6 if dialog == "HelpScreen" else 0):
                await ui.press("pagedown")
                found |= english(ui)
            assert found == set(), dialog
            await ui.press("escape")
            await ui.answered()


async def test_questions_and_complaints_are_thai(start: Start, colleague: Colleague) -> None:
    async with start(size=WIDE) as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("due", "วันไหน")
        await ui.press("enter")
        await ui.until(lambda: ui.problem, "the date should be complained about")
        assert english(ui) == set()
        await ui.ask("escape", "ConfirmScreen")
        assert english(ui) == set()
        await ui.press("n")
        await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
        await ui.fill("due", "")
        await ui.fill("remark", "ของฉัน")
        colleague.sets("O12", "remark", "ของเขา")
        await ui.ask("f2", "ConflictScreen")
        assert english(ui) == set()
        await ui.press("enter")
        await ui.answered()
        await ui.until(lambda: ui.status_line, "it should be told")
        assert english(ui) == set()


async def test_the_way_out_is_told_in_thai(start: Start) -> None:
    async with start(size=WIDE, notifications=True) as ui:
        await ui.open("O12")
        await ui.press("ctrl+c")
        await ui.sees("เพื่อออกจากโปรแกรม")
        assert english(ui) == set()


async def test_the_review_and_the_minutes_speak_thai(start: Start) -> None:
    async with start(size=WIDE) as ui:
        await ui.open("O12")
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.ask("enter", "ReviewScreen")
        await ui.press("1")
        await ui.settle()
        assert english(ui) == set()
        await ui.ask("escape", "MainScreen")
        await ui.press("m")
        await ui.until(lambda: ui.dialog == "MinutesScreen", "the minutes should open")
        await ui.settle()
        assert english(ui) == set()


async def test_the_first_page_speaks_thai(start: Start, tmp_path: Path) -> None:
    async with start(where=tmp_path / "ว่าง") as ui:
        await ui.sees("ว่าง")
        assert english(ui) <= set(WORD.findall(str(tmp_path)))
