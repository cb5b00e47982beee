"""A line looks as Textual's own does, and of a long one only what is in sight is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.widgets import Input
from textual.widgets import _input as textuals_own

from ita_tui.thai.cells import is_attached, width
from ita_tui.ui.widgets.fields import LineField
from ita_tui.ui.widgets.line_drawing import LineDrawing

if TYPE_CHECKING:
    from textual.strip import Strip

    from tests.ui.driver import Driver

TEXTS = {
    "letters": "a word ",
    "thai": "รายงานการกำกับติดตามที่น้ำ ",
    "wide": "漢字 a漢",
    "joined": "ก👩\u200d🚀 ",
    "mixed": "ปี 2567: 漢 ที่ ",
}
KEYS = ("home", "right", "shift+right", "shift+end", "end", "left", "left", "shift+home", "x")


def letters(strip: Strip) -> list[tuple[str, object]]:
    """Every letter with its style; what Textual cuts off at the ends may have its marks or not."""
    chars: list[tuple[str, object]] = [
        (char, segment.style) for segment in strip for char in segment.text
    ]
    while is_attached(chars[0][0]):
        del chars[0]
    while is_attached(chars[-1][0]):
        del chars[-1]
    return chars


async def line(ui: Driver, text: str) -> LineField:
    """Put a text into the first line of a form."""
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    field = ui.app.focused
    assert isinstance(field, LineField)
    field.value = text
    await ui.press("end")
    return field


@pytest.mark.parametrize("times", [1, 40], ids=["short", "long"])
@pytest.mark.parametrize("name", TEXTS)
async def test_it_looks_as_textuals_own(ui: Driver, name: str, times: int) -> None:
    field = await line(ui, TEXTS[name] * times)
    for key in KEYS:
        await ui.press(key)
        mine, theirs = LineDrawing.render_line(field, 0), Input.render_line(field, 0)
        assert letters(mine) == letters(theirs), key
        assert mine.cell_length == theirs.cell_length
    await ui.press("tab")
    assert letters(LineDrawing.render_line(field, 0)) == letters(Input.render_line(field, 0))


async def test_a_mark_stays_with_its_letter_at_either_end(ui: Driver) -> None:
    field = await line(ui, "ที่" * 200)
    cells = field.scrollable_content_region.width + 1
    for place in range(0, 600, 3):
        field.cursor_position = place
        await ui.pilot.pause(0)
        shown = field.render_line(0).text
        assert not is_attached(shown[0])
        assert shown.count("ท") in {cells, cells - 1, cells - 2}
        assert shown.strip() == "ที่" * shown.count("ท")


@pytest.mark.parametrize("shorter", ["", "a", "ที่"])
async def test_a_text_gives_way_to_a_shorter_one(ui: Driver, shorter: str) -> None:
    field = await line(ui, TEXTS["mixed"] * 40)
    field.value = shorter
    await ui.settle()
    assert field.content_width == width(shorter) + 1
    assert letters(LineDrawing.render_line(field, 0)) == letters(Input.render_line(field, 0))
    await ui.press("b")
    assert field.value == f"{shorter}b"


async def test_no_key_measures_a_long_line_again(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = await line(ui, TEXTS["thai"] * 500)
    measured: list[int] = []

    def measure(text: str) -> int:
        measured.append(len(text))
        return len(text)

    monkeypatch.setattr(textuals_own, "cell_len", measure)
    monkeypatch.setattr("rich.text.cell_len", measure)
    await ui.press("left", "home", "x", "right", "end", "y", "backspace")
    ui.app.post_message(events.Paste("ที่"))
    await ui.until(lambda: field.value.endswith("ที่"), "the text should be pasted")
    await ui.settle()
    assert max(measured, default=0) < 1_000
