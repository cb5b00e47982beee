"""Typing Thai: the cursor, selecting, deleting and pasting go by letters with their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events
from textual.color import Color
from textual.widgets import Input, TextArea

from ita_tui.domain.text import SHOWN_LIMIT
from ita_tui.thai.cells import width
from ita_tui.ui.themes import DARK
from ita_tui.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

FIELDS = pytest.mark.parametrize("field", ["unit", "remark"])
TEXT = "ที่น้ำใจ"
LETTERS = ["ที่", "น้ำ", "ใ", "จ"]


async def typing(ui: Driver, field: str, text: str = TEXT) -> None:
    """Open the form of an item, and paste a text into an empty field."""
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.go_to(field)
    ui.app.post_message(events.Paste(text))
    await ui.until(lambda: ui.value(field) == text, "the text should be pasted")


def place(ui: Driver) -> int:
    """How many characters stand before the cursor in its line."""
    field = ui.app.focused
    if isinstance(field, TextArea):
        return field.cursor_location[1]
    assert isinstance(field, Input)
    return field.cursor_position


def selected(ui: Driver) -> str:
    """What is selected."""
    field = ui.app.focused
    assert isinstance(field, Input | TextArea)
    return field.selected_text


def under_cursor(ui: Driver) -> tuple[str, int]:
    """What is drawn as the cursor, with the cells that it takes."""
    colour = Color.parse(DARK.foreground or "").rich_color
    drawn = [
        segment.text
        for strip in ui.top_strips()
        for segment in strip
        if segment.style is not None and segment.style.bgcolor == colour
    ]
    return "".join(drawn), sum(map(width, drawn))


@FIELDS
async def test_left_and_right_step_over_whole_letters(ui: Driver, field: str) -> None:
    await typing(ui, field)
    await ui.press("home")
    for letter in LETTERS:
        assert under_cursor(ui) == (letter, width(letter))
        before = place(ui)
        await ui.press("right")
        assert place(ui) == before + len(letter)
    for letter in reversed(LETTERS):
        before = place(ui)
        await ui.press("left")
        assert place(ui) == before - len(letter)


@FIELDS
async def test_shift_selects_whole_letters(ui: Driver, field: str) -> None:
    await typing(ui, field)
    await ui.press("home", "shift+right")
    assert selected(ui) == "ที่"
    await ui.press("shift+right")
    assert selected(ui) == "ที่น้ำ"
    await ui.press("shift+left")
    assert selected(ui) == "ที่"
    await ui.press("right")
    assert (selected(ui), place(ui)) == ("", 3)
    await ui.press("shift+right", "left")
    assert (selected(ui), place(ui)) == ("", 3)


@FIELDS
async def test_delete_takes_a_whole_letter_and_backspace_a_mark(ui: Driver, field: str) -> None:
    await typing(ui, field)
    for left in ("ที่น้ำใ", "ที่น้ำ", "ที่น้", "ที่น", "ที่", "ที", "ท", "", ""):
        await ui.press("backspace")
        assert ui.value(field) == left
    await ui.type(TEXT)
    await ui.press("home")
    for left in ("น้ำใจ", "ใจ", "จ", "", ""):
        await ui.press("delete")
        assert ui.value(field) == left


@FIELDS
async def test_deleting_takes_what_is_selected(ui: Driver, field: str) -> None:
    await typing(ui, field)
    await ui.press("home", "shift+right", "delete")
    assert ui.value(field) == "น้ำใจ"
    await ui.press("shift+right", "backspace")
    assert ui.value(field) == "ใจ"
    await ui.press("shift+right", "ctrl+w")
    assert ui.value(field) == "จ"


@FIELDS
async def test_typing_goes_on_where_the_cursor_stands(ui: Driver, field: str) -> None:
    await typing(ui, field, "กข")
    await ui.press("home", "right")
    await ui.type("ที่")
    assert ui.value(field) == "กที่ข"
    assert place(ui) == 4


@FIELDS
async def test_jumps_and_word_deletes_follow_the_dictionary(ui: Driver, field: str) -> None:
    await typing(ui, field, "ประชาชนตำบล O12 แผนปฏิบัติการ")
    await ui.press("home")
    stops = []
    for _ in range(5):
        await ui.press("ctrl+right")
        stops.append(place(ui))
    assert stops == [7, 12, 16, 19, 29]
    await ui.press("ctrl+left", "ctrl+left")
    assert place(ui) == 16
    await ui.press("ctrl+shift+right")
    assert selected(ui) == "แผน"
    await ui.press("end", "ctrl+w")
    assert ui.value(field) == "ประชาชนตำบล O12 แผน"
    await ui.press("alt+backspace")
    assert ui.value(field) == "ประชาชนตำบล O12 "
    await ui.press("home", "alt+delete")
    assert ui.value(field) == "ตำบล O12 "


@FIELDS
async def test_a_double_click_takes_a_word(ui: Driver, field: str) -> None:
    await typing(ui, field, "ประชาชนตำบล")
    await ui.pilot.click(f"#{field}", offset=(3, 0), times=2)
    assert selected(ui) == "ประชาชน"
    await ui.pilot.click(f"#{field}", offset=(9, 0), times=2)
    assert selected(ui) == "ตำบล"
    await ui.pilot.click(f"#{field}", offset=(9, 0), times=3)
    assert selected(ui) == "ประชาชนตำบล"


@FIELDS
async def test_a_click_puts_the_cursor_on_a_letter(ui: Driver, field: str) -> None:
    await typing(ui, field)
    for cell, stands in enumerate([0, 3, 3, 6, 7, 8, 8]):
        await ui.pilot.click(f"#{field}", offset=(2 + cell, 0))
        assert place(ui) == stands, cell


@FIELDS
async def test_what_is_pasted_is_as_if_typed(ui: Driver, field: str) -> None:
    await typing(ui, field, "ก")
    ui.app.post_message(events.Paste("น\u0e4d\u0e49\u0e32\u200b cafe\u0301\r\nข\x07"))
    between = "\n" if field == "remark" else " "
    wanted = f"กน้ำ café{between}ข␇"
    await ui.until(lambda: ui.value(field) == wanted, "the text should be tidied")


@FIELDS
async def test_what_was_copied_here_is_pasted_the_same_way(ui: Driver, field: str) -> None:
    await typing(ui, field, "ก")
    ui.app.copy_to_clipboard("น\u0e4d\u0e32\u200b\x1b")
    await ui.press("ctrl+v")
    assert ui.value(field) == "กนำ␛"


async def test_up_down_and_end_in_a_text_stand_on_letters(ui: Driver) -> None:
    await typing(ui, "remark", "กกก\nที่น้ำ\n" + "ที่น้ำ" * 40)
    await ui.press("up", "up", "up", "up", "up", "home")
    await ui.press("right", "right", "down")
    assert place(ui) == 3
    await ui.press("down", "end")
    line = "ที่น้ำ" * 40
    assert 0 < place(ui) < len(line)
    assert place(ui) % 3 == 0
    row = place(ui)
    await ui.press("end")
    assert place(ui) == row


async def test_end_goes_behind_the_last_letter_of_a_wrapped_line(ui: Driver) -> None:
    line = "ที่น้ำ" * 40
    await typing(ui, "remark", line)
    await ui.press(*["up"] * 5, "home", "end")
    end = place(ui)
    shown = next(text for text in ui.screen_text() if "ที่น้ำ" in text)
    assert shown.count(line[:end]) == 1, "all that the line shows"
    assert line[: end + 1] not in shown
    await ui.press("end")
    assert place(ui) == end, "it stays"
    await ui.press("home")
    assert place(ui) == 0, "the start of the same line"
    await ui.press("end", "down", "up")
    assert place(ui) in {end, end - 3}, "the column stays"
    await ui.press("home", "end", "shift+home")
    assert selected(ui) == line[:end]
    await ui.press("home", "end", "left")
    assert place(ui) == end - 3
    await ui.press("end")
    await ui.type("x")
    assert ui.value("remark") == f"{line[:end]}x{line[end:]}"


async def test_the_cursor_is_seen_behind_the_last_letter(ui: Driver) -> None:
    await typing(ui, "remark", "ที่น้ำ" * 40)
    await ui.press(*["up"] * 5, "home")
    assert under_cursor(ui) == ("ที่", 1)
    await ui.press("end")
    assert under_cursor(ui) == (" ", 1)
    await ui.press("right")
    assert under_cursor(ui) == ("ที่", 1), "behind the first letter of the next line"


async def test_a_letter_typed_before_a_mark_without_one_takes_it(ui: Driver) -> None:
    await typing(ui, "unit", "\u0e48ข")
    await ui.press("home")
    await ui.type("กค")
    assert ui.value("unit") == "ก\u0e48คข"


@FIELDS
async def test_more_than_a_field_takes_is_refused_whole(start: Start, field: str) -> None:
    async with start(notifications=True) as ui:
        await typing(ui, field, "กข")
        ui.app.post_message(events.Paste("ก" * 19_999))
        await ui.sees("Not pasted: the field would have 20001")
        assert ui.value(field) == "กข"
        await ui.press("shift+home")
        ui.app.post_message(events.Paste("ก" * 20_000))
        await ui.until(lambda: len(ui.value(field)) == 20_000, "it comes in the place of the rest")
        ui.app.copy_to_clipboard("x")
        await ui.press("end", "ctrl+v")
        assert len(ui.value(field)) == 20_000


async def test_a_text_from_elsewhere_is_as_long_as_it_is_and_shown_as_far_as_it_goes(
    ui: Driver,
) -> None:
    await typing(ui, "remark")
    field = ui.app.focused
    assert isinstance(field, TextField)
    field.text = long = "ยาว " * SHOWN_LIMIT
    await ui.sees("too many to change")
    await ui.press("x")
    assert field.text == long
    field.text = "สั้น"
    await ui.misses("too many to change")
    await ui.press("end", "x")
    assert field.text == "สั้นx"
