"""Text from data is data: it is shown as it is, obeyed by nothing, and crashes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.text import SHOWN_LIMIT, clean, clean_lines
from ita_tui.thai import wrapping
from ita_tui.thai.cells import width
from ita_tui.thai.wrapping import wrap
from tests.ui.poison import by_hand, item_of, poison

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start

HOSTILE = {
    "escape": "a\x1b[31mb\x1b]0;title\x07c\x1b]52;c;aGk=\x07",
    "c1": "a\x9b31mb\x9dc\x85d",
    "closing markup": "a [/x] b [/] c",
    "click markup": "[@click=app.exit(1)]press here[/]",
    "link markup": "[link=https://example.go.th]there[/link] [bold]x",
    "broken markup": "[ [[ ] [x] done \\[ [red",
    "bidi": "a\u202eb\u2066c\u2069\u200fd",
    "format": "{0} {name} %s %(x)s {",
    "tab": "a\tb\rc",
    "wide": "漢字" * 30 + "👩‍👩‍👧" * 5,
    "marks": "ก" + "\u0e48\u0e49\u0e38" * 40,
    "zero width": "a\u200bb\ufeffc\u00add",
    "long word": "x" * 3000,
    "nothing": "",
}

EVERYTHING = " ".join(HOSTILE.values())
TEXTS = {
    "everything": EVERYTHING,
    "wide": HOSTILE["wide"] + HOSTILE["marks"] + HOSTILE["long word"],
    "nothing": "",
}

KEYS = [
    ("s", "ChooseStatusScreen"),
    ("e", "EditScreen"),
    ("h", "HistoryScreen"),
    ("x", "ExportScreen"),
    ("ctrl+p", "CommandPalette"),
]


@pytest.mark.parametrize("name", TEXTS)
async def test_it_is_shown_literally_and_crashes_nothing(
    start: Start, path: Path, name: str
) -> None:
    text = TEXTS[name]
    by_hand(path, poison(lambda _place: text))
    async with start(size=(120, 40)) as ui:
        await ui.open("O12")
        assert ui.controls() == set()
        start_of_it = clean(text)[:8]
        assert start_of_it in ui.row("O12")
        assert start_of_it in ui.pane("#summary")[0]
        assert start_of_it in ui.details
        assert {width(line) <= 120 for line in ui.screen_text()} == {True}
        for key, dialog in KEYS:
            await ui.ask(key, dialog)
            await ui.pilot.pause()
            assert ui.controls() == set(), dialog
            assert {width(line) <= 120 for line in ui.screen_text()} == {True}, dialog
            await ui.press("escape")
            await ui.answered()
        for size in [(80, 24), (200, 60), (40, 12)]:
            await ui.resize(*size)
            assert ui.controls() == set()
        await ui.press("space")
        await ui.until(lambda: ui.saved("O12").revision == 1, "it can be worked with")
        assert ui.controls() == set()
        await ui.press("u")
        await ui.until(lambda: ui.saved("O12").revision == 2, "and taken back")
        assert ui.controls() == set()


async def test_a_form_that_is_only_looked_at_changes_nothing(start: Start, path: Path) -> None:
    by_hand(path, poison(lambda _place: EVERYTHING))
    before = path.read_bytes()
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        assert ui.value("remark") == clean_lines(EVERYTHING)
        assert ui.controls() == set()
        await ui.press("escape")
        await ui.answered()
        await ui.ask("e", "EditScreen")
        await ui.press("f2")
        await ui.answered()
    assert path.read_bytes() == before


async def test_a_press_on_hostile_text_is_no_action(start: Start, path: Path) -> None:
    by_hand(path, poison(lambda _place: HOSTILE["click markup"]))
    async with start() as ui:
        await ui.open("O12")
        for y in range(8):
            await ui.pilot.click("#details", offset=(12, y))
        await ui.ask("s", "ChooseStatusScreen")
        await ui.pilot.click(".dialog-title", offset=(15, 0))
        await ui.press("escape")
        await ui.answered()
        assert ui.app.is_running


async def test_a_very_long_remark_is_cut_with_a_note_before_it_is_wrapped(
    start: Start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapped: list[str] = []

    def counting(text: str, cells: int) -> list[str]:
        wrapped.append(text)
        return wrap(text, cells)

    monkeypatch.setattr(wrapping, "wrap", counting)
    text = "ก่อนสิ้นปีงบประมาณ " * 1600
    assert len(text) > 30_000
    by_hand(path, lambda tables: item_of(tables).update(remark=text))
    async with start() as ui:
        await ui.open("O12")
        await ui.until(lambda: "ก่อนสิ้นปี" in ui.details, "the remark should be shown")
        assert SHOWN_LIMIT / 2 < max(map(len, wrapped)) < SHOWN_LIMIT + 100  # with its note
        await ui.press("tab", "end")
        await ui.sees(f"({len(text) - SHOWN_LIMIT} more")
        await ui.press("tab")
        await ui.ask("e", "EditScreen")
        assert ui.value("remark") == text
        await ui.press("escape")
        await ui.answered()


async def test_a_hostile_name_stays_in_its_folder_on_export(start: Start, path: Path) -> None:
    by_hand(path, poison(lambda _place: "../../x\x1b/é [/x]"))
    async with start() as ui:
        await ui.ask("x", "ExportScreen")
        await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
        assert "/" not in ui.value("file")
        assert ".." not in ui.value("file")
        assert ui.controls() == set()
