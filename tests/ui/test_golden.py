"""The screens as text, held against files that people can look at.

`ITA_TUI_GOLDEN=write` makes the files anew; look at every difference before you keep it.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.domain.checklist import Evidence

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Clock, Colleague, Driver

FOLDER = Path(__file__).parent / "golden"
WRITES = os.environ.get("ITA_TUI_GOLDEN") == "write"

MEETING = ("minutes", "statement", "review")
SIZES = [(80, 24), (120, 40), (200, 60)]
DIALOGS = [
    ("choose", "s", "ChooseStatusScreen", "รอดำเนินการ"),
    ("edit", "e", "EditScreen", "รายงานรอบแรก"),
    ("help", "?", "HelpScreen", "F3"),
    ("history", "h", "HistoryScreen", "10:44  กองช่าง"),
    ("export", "x", "ExportScreen", "minutes-2566-10-31.md"),
]

LANGUAGES = pytest.mark.parametrize("language", i18n.LANGUAGES)


@pytest.fixture(autouse=True)
def worked_on(colleague: Colleague, clock: Clock) -> None:
    """An item on which work has begun, so that every field has something to show."""
    unit = "กองคลัง"
    colleague.sets("O12", "unit", unit)
    clock.go_on(60)
    colleague.sets("O12", "remark", "รอสิ้นรอบ 6 เดือน แล้วส่งให้งานนโยบายและแผนเผยแพร่")
    clock.go_on(60)
    url = "https://www.example.go.th/budget/report"
    colleague.sets("O12", "evidence", (Evidence(url, "รายงานรอบแรก"),))


def hold_against(ui: Driver, name: str) -> None:
    """Compare the screen with its file, or write the file."""
    file = FOLDER / f"{name}.txt"
    shown = "".join(f"{line}\n" for line in ui.screen_text())
    if WRITES:
        file.write_text(shown, "utf-8")
        return
    known = file.read_text("utf-8") if file.exists() else ""
    difference = difflib.unified_diff(
        known.splitlines(), shown.splitlines(), f"golden/{file.name}", "now", lineterm=""
    )
    if known != shown:
        pytest.fail("\n".join(difference), pytrace=False)


@LANGUAGES
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_main_screen(start: Start, language: str, size: tuple[int, int]) -> None:
    i18n.use(language)
    async with start(size=size) as ui:
        await ui.open("O12")
        hold_against(ui, f"main-{size[0]}x{size[1]}-{language}")


@LANGUAGES
async def test_the_main_screen_on_a_category(start: Start, language: str) -> None:
    i18n.use(language)
    async with start(size=(100, 30)) as ui:
        await ui.press("z", "down")
        await ui.until(lambda: ui.cursor == "9.2", "the cursor should be on 9.2")
        hold_against(ui, f"folded-100x30-{language}")


@LANGUAGES
async def test_the_dialogs(start: Start, language: str) -> None:
    i18n.use(language)
    async with start(size=(80, 24)) as ui:
        await ui.open("O12")
        for name, key, dialog, text in DIALOGS:
            await ui.ask(key, dialog)
            await ui.sees(text)
            await ui.pilot.pause()
            hold_against(ui, f"{name}-80x24-{language}")
            await ui.press("escape")
            await ui.answered()


@LANGUAGES
async def test_a_complaint_in_the_form(start: Start, language: str) -> None:
    i18n.use(language)
    async with start(size=(80, 24)) as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("due", "31 เม.ย. 67")
        await ui.press("enter")
        await ui.until(lambda: ui.problem != "", "it should be said")
        await ui.pilot.pause()
        hold_against(ui, f"complaint-80x24-{language}")


@LANGUAGES
async def test_a_conflict(start: Start, colleague: Colleague, language: str) -> None:
    i18n.use(language)
    async with start(size=(80, 24)) as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("due", "30 เม.ย. 67")
        colleague.sets("O12", "due", None)
        colleague.sets("O12", "remark", "ส่งแล้ว")
        await ui.until(lambda: "O12" in ui.status_line, "the colleague's change should be told")
        await ui.fill("remark", "ส่งให้งานนโยบายและแผนแล้ว")
        await ui.ask("f2", "ConflictScreen")
        await ui.press()  # waits until a key would be taken
        hold_against(ui, f"conflict-80x24-{language}")


def test_no_file_is_left_over() -> None:
    names = {
        *(f"main-{cells}x{lines}" for cells, lines in SIZES),
        *(f"{name}-80x24" for name in (*(one[0] for one in DIALOGS), "complaint", "conflict")),
        *(f"{name}-80x24" for name in ("import", "chooser")),
        "folded-100x30",
        *(f"{name}-{size}" for name in MEETING for size in ("80x24", "120x40")),
        "person-80x24",
        "document-80x24",
    }
    wanted = {f"{name}-{language}.txt" for name in names for language in i18n.LANGUAGES}
    assert {file.name for file in FOLDER.iterdir()} == wanted
