"""Terminals of any size, and such as have only ASCII."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.domain.status import State
from ita_tui.services.wording import ASCII_GLYPHS, state_label
from ita_tui.thai.cells import width
from ita_tui.ui.signs import ASCII

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

SIZES = [(80, 24), (120, 40), (200, 60), (60, 16)]
DIALOGS = [
    ("s", "ChooseStatusScreen", "Esc goes back."),
    ("e", "EditScreen", "Esc goes back."),
    ("x", "ExportScreen", "Esc goes back."),
    ("?", "HelpScreen", "Keys (English / Thai layout)"),
    ("h", "HistoryScreen", "History of"),
]


def strangers(ui: Driver) -> set[str]:
    """The characters on the screen that are neither ASCII nor Thai."""
    return {char for line in ui.screen_text() for char in line if not _is_plain(char)}


def _is_plain(char: str) -> bool:
    return char.isascii() or "\u0e00" <= char <= "\u0e7f"


async def test_everything_works_through_changes_of_size(start: Start) -> None:
    async with start(size=(80, 24)) as ui:
        for number, (cells, lines) in enumerate([(120, 40), (60, 16), (20, 8), (80, 24)]):
            code = f"O{12 + number}"
            await ui.open(code)
            await ui.resize(cells, lines)
            await ui.is_as_high_as(lines)
            await ui.stands_on(code)
            assert max(map(width, ui.screen_text())) <= cells
            before = ui.saved(code).revision
            await ui.press("space")
            await ui.saves(code, revision=before + 1)
            await ui.press("z", "z")
            await ui.rows(50)
            await ui.find("o12")
            await ui.lists("9.2", "O12")
            await ui.press("escape")
            await ui.rows(50)


@pytest.mark.parametrize("size", SIZES)
async def test_a_dialog_shows_what_to_do_at_any_size(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as ui:
        await ui.open("O12")
        for key, dialog, text in DIALOGS:
            await ui.ask(key, dialog)
            await ui.sees(text)
            await ui.press("escape")
            await ui.answered()


async def test_what_is_typed_survives_changes_of_size(start: Start) -> None:
    async with start(size=(100, 30)) as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("remark", "typed")
        for size in SIZES:
            await ui.resize(*size)
            assert ui.value("remark") == "typed"
            assert ui.focused == "remark"
            await ui.sees("typed")
        await ui.press("f2")
        await ui.until(lambda: ui.saved("O12").remark == "typed", "it should be saved")


@pytest.mark.parametrize("cells", [80, 120, 200])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_the_columns_line_up(start: Start, cells: int, language: str) -> None:
    i18n.use(language)
    async with start(size=(cells, 70)) as ui:
        names: set[int] = set()
        labels: list[set[int]] = []
        for code in ui.codes():
            if not code.startswith("O"):
                continue
            row, item = ui.row(code), ui.item(code)
            names.add(width(row[: row.index(item.name[:8])]))
            found = re.finditer(re.escape(f" {state_label(item.status.state)}"), row)
            labels.append({width(row[: one.start()]) for one in found})
        assert len(names) == 1
        assert len(labels) == 43
        assert set.intersection(*labels)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_with_ascii_signs_nothing_else_is_drawn(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size, signs=ASCII) as ui:
        assert ASCII_GLYPHS[State.WAITING] in ui.row("O12") or size == (80, 24)
        assert strangers(ui) == set()
        await ui.open("O12")
        assert ui.row("O12").startswith(">  [.] O12")
        assert strangers(ui) == set()
        await ui.press("z")
        assert ui.row("9.2").startswith("> > 9.2")
        for key, dialog, _text in DIALOGS:
            await ui.ask(key, dialog) if key not in {"s", "e"} else None
            assert strangers(ui) == set(), dialog
            await ui.press("escape")
            await ui.answered()
