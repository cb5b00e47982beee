"""Lines end where words end, whatever of Textual shows the text.

The first two tests are the alarm for the private names that `ita_tui.ui.wrapping` replaces: when
Textual asks by another name, its own lines, which end inside Thai words, are shown again.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.notifications import Notification
from textual.screen import Screen
from textual.widgets import Label, OptionList, Static, TextArea
from textual.widgets._toast import Toast  # what `App.notify` shows; tests have that turned off

from ita_tui.thai.wrapping import wrap
from ita_tui.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

PROSE = (
    "ประกาศเทศบาลตำบลตัวอย่างเรื่องมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    "ประจำปีงบประมาณ พ.ศ. 2567 ให้เจ้าหน้าที่ผู้รับผิดชอบดำเนินการเผยแพร่ข้อมูลต่าง ๆ ให้ครบถ้วน"
)
CELLS, LINES = 30, 9
PLACES = ["Static", "Label", "OptionList", "Toast"]


class Showing(Screen[None]):
    """Shows the text in every widget that this program uses for text."""

    def compose(self) -> ComposeResult:
        yield Static(PROSE)
        yield Label(PROSE)
        yield OptionList(PROSE)
        yield Toast(Notification(PROSE))
        yield TextField(PROSE)


def lines(widget: Widget) -> list[str]:
    """What a widget shows, without its frame."""
    shown = [widget.render_line(y).text.strip(" ▊▎") for y in range(widget.size.height)]
    return [line for line in shown if line]


async def showing(ui: Driver) -> None:
    await ui.app.push_screen(Showing())
    for widget in ui.app.screen.query("*"):
        widget.styles.width, widget.styles.height = CELLS, LINES
    await ui.settle()


@pytest.mark.parametrize("place", PLACES)
async def test_what_is_shown_wraps_at_words(ui: Driver, place: str) -> None:
    await showing(ui)
    widget = ui.app.screen.query(place).first()
    shown = lines(widget)
    assert "".join(shown).replace(" ", "") == PROSE.replace(" ", "")
    cells = [cells for cells in range(20, 60) if wrap(PROSE, cells) == shown]
    assert cells, shown
    assert min(cells) <= widget.size.width


async def test_what_is_typed_wraps_at_words(ui: Driver) -> None:
    await showing(ui)
    field = ui.app.screen.query_one(TextField)
    assert lines(field) == wrap(PROSE, field.wrap_width)
    field.focus()
    await ui.press("ctrl+end", *["end"] * 9)
    field.move_cursor(field.document.end)
    await ui.type("ของหน่วยงาน")
    assert field.text == PROSE + "ของหน่วยงาน"
    assert lines(field) == wrap(field.text, field.wrap_width)


async def test_spaces_at_the_end_of_a_line_are_seen_while_typing(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.go_to("remark")
    field = ui.app.focused
    assert isinstance(field, TextArea)
    ui.app.post_message(events.Paste("ก" * field.wrap_width))
    await ui.type("   ข")
    assert field.text.endswith("ก   ข")
    assert field.cursor_screen_offset.x < field.content_region.right
    assert field.wrapped_document.get_sections(0) == ["ก" * field.wrap_width + " ", "  ข"]


async def test_english_lines_are_those_of_textual(ui: Driver) -> None:
    await showing(ui)
    static = ui.app.screen.query(Static).first()
    static.update("one two three four five six seven")
    static.styles.width = 10
    await ui.settle()
    assert lines(static) == ["one two", "three four", "five six", "seven"]


async def test_a_unit_of_the_data_is_a_word(start: Start, colleague: Colleague) -> None:
    """Also one that a colleague has just named."""
    names = ["กองสวัสดิการภูทับเบิก", "กองพัฒนาบ้านหนองแม่นา"]
    colleague.sets("O12", "unit", names[0])
    async with start(size=(100, 30)) as ui:
        await ui.open("O12")
        for name in names:
            colleague.sets("O12", "unit", name)
            for fill in range(0, 24, 3):
                text = "ก" * fill + name + "เป็นผู้รับผิดชอบเรื่องนี้"
                colleague.sets("O12", "remark", text)
                await ui.until(partial(ui.tells, text), "the remark should be shown")
                whole = [line for line in ui.details.splitlines() if name in line]
                assert len(whole) == len(("unit", "remark")), ui.details
