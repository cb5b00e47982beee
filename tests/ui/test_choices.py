"""What Enter would take has a sign of its own in every dialog; the texts stay where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.ui.screens.restore import RestoreScreen
from ita_tui.ui.signs import ASCII, UNICODE, Signs
from tests.ui.editing import editing, go_to, opens_form

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

DIALOGS = [
    ("s", "ChooseStatusScreen"),
    ("r", "ChooseMeetingScreen"),
    ("x", "ExportScreen"),
    ("ctrl+p", "CommandPalette"),
]
SIGNS = pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])


def signed(ui: Driver, signs: Signs = UNICODE) -> list[str]:
    """The lines of the choices that have the sign."""
    return [line for line in ui.offered if line.startswith(f"{signs.cursor} ")]


async def chooses(ui: Driver, signs: Signs = UNICODE) -> None:
    """Wait until the sign stands before what Enter would take, and nowhere else."""
    first = ui.choice.splitlines()[0].split()[0]
    await ui.until(lambda: len(signed(ui, signs)) == 1, "one choice should have the sign")
    assert signed(ui, signs)[0].split()[1] == first.replace("…", "~" if signs is ASCII else "…")


async def moves(ui: Driver, signs: Signs = UNICODE) -> None:
    """Check that the sign follows the cursor, and that nothing else moves."""
    await chooses(ui, signs)
    before, texts = ui.choice, [line[2:] for line in ui.offered]
    await ui.press("down")
    await ui.until(lambda: ui.choice != before, "the next one should be chosen")
    await chooses(ui, signs)
    assert [line[2:] for line in ui.offered] == texts
    assert {line[:2] for line in ui.offered} <= {"", "  ", f"{signs.cursor} "}


@SIGNS
async def test_the_sign_follows_the_cursor(start: Start, signs: Signs) -> None:
    async with start(signs=signs) as ui:
        await ui.open("O12")
        for key, dialog in DIALOGS:
            await ui.ask(key, dialog)
            await ui.until(lambda: ui.choice, "there should be choices")
            await moves(ui, signs)
            await ui.press("escape")
            await ui.answered()


async def test_the_versions_of_the_data_have_it(ui: Driver, colleague: Colleague) -> None:
    for wording in ("หนึ่ง", "สอง " * 40):
        colleague.sets("O12", "remark", wording)
    ui.app.push_screen(RestoreScreen(colleague.store, UNICODE))
    await ui.sees("2  12 Mar 2567")
    await moves(ui)
    assert len(ui.offered) == 2, "each version takes a line, beside the sign too"
    await ui.ask("enter", "ConfirmScreen")
    await moves(ui)


async def test_a_conflict_and_a_choice_of_several_lines_have_it(
    start: Start, colleague: Colleague
) -> None:
    async with start(size=(30, 24)) as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("remark", "ส่งแล้ว")
        colleague.sets("O12", "remark", "ยังไม่ส่ง")
        await ui.ask("f2", "ConflictScreen")
        await ui.press()  # waits until a key would be taken
        await moves(ui)
        await ui.press("down")
        await chooses(ui)
        assert len(ui.offered) > 3, "one of the choices wraps, and has the sign once"


async def test_the_first_page_and_an_import_have_it(start: Start, tmp_path: Path) -> None:
    async with start(where=tmp_path / "empty") as ui:
        await ui.until(lambda: ui.dialog == "StartScreen", "the first page should open")
        await moves(ui)


async def test_what_is_chosen_for_a_file_keeps_it_while_the_name_is_typed(ui: Driver) -> None:
    await ui.ask("x", "ExportScreen")
    await ui.press("down", "tab")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await chooses(ui)


async def test_a_customary_answer_has_it_only_while_it_can_be_taken(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 0, "resolution")
    await opens_form(ui)
    await ui.until(lambda: ui.focused == "Customary", "the answers should have the keyboard")
    await moves(ui)
    await ui.press("tab")
    await ui.until(lambda: signed(ui) == [], "no answer is taken by what is typed now")
