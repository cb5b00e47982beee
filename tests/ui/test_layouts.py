"""The Thai layout does outside text fields what the English one does; the key bar follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from ita_tui.thai.keyboard import QWERTY_TWIN, THAI_SENDS
from ita_tui.ui.key_names import both_layouts, character, english_key, key_name, shown_key
from ita_tui.ui.signs import ASCII
from tests.ui.driver import thai_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

LAYOUTS = pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])


def bar(ui: Driver) -> str:
    """The line of keys at the foot of the main screen."""
    return " ".join(ui.pane("#keys"))


@LAYOUTS
@pytest.mark.parametrize(("key", "left"), [("y", True), ("n", False)])
async def test_a_question_is_answered_with_y_and_n(
    ui: Driver, layout: Callable[[str], str], key: str, left: bool
) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "mine")
    await ui.ask("escape", "ConfirmScreen")
    await ui.press(layout(key))
    await ui.until(lambda: ui.dialog == ("MainScreen" if left else "EditScreen"), "it is answered")


async def test_a_question_shows_the_keys_of_the_layout_that_is_on(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask(thai_key("e"), "EditScreen")
    await ui.fill("unit", "ของฉัน")
    await ui.ask("escape", "ConfirmScreen")
    await ui.sees("◌ั  Yes")
    await ui.sees("◌ื  No, go back")


@LAYOUTS
@pytest.mark.parametrize(("opens", "dialog"), [("s", "ChooseStatusScreen"), ("x", "ExportScreen")])
async def test_choices_are_moved_through_with_the_keys_of_a_list(
    ui: Driver, layout: Callable[[str], str], opens: str, dialog: str
) -> None:
    await ui.open("O12")
    await ui.ask(layout(opens), dialog)
    await ui.press("home")
    first = ui.choice
    await ui.press(layout("j"))
    assert ui.choice != first
    await ui.press(layout("k"))
    assert ui.choice == first
    await ui.press(layout("G"))
    assert ui.choice != first
    await ui.press(layout("g"))
    assert ui.choice == first


@LAYOUTS
async def test_pages_of_text_scroll_with_the_keys_of_a_list(
    ui: Driver, layout: Callable[[str], str]
) -> None:
    await ui.ask(layout("?"), "HelpScreen")
    top = ui.screen_text()
    for there, back in [("j", "k"), ("G", "g")]:
        await ui.press(layout(there))
        await ui.until(lambda: ui.screen_text() != top, "the text should have moved")
        await ui.press(layout(back))
        await ui.until(lambda: ui.screen_text() == top, "the text should be back")


@pytest.mark.parametrize("key", ["ctrl+d", "ctrl+ก"])
async def test_ctrl_does_the_same_in_both_layouts(ui: Driver, key: str) -> None:
    await ui.open("O1")
    await ui.press(key)
    await ui.stands_on("O22")


@pytest.mark.parametrize("key", ["ctrl+p", "ctrl+ย"])
async def test_the_palette_opens_in_both_layouts_over_a_dialog_too(ui: Driver, key: str) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.ask(key, "CommandPalette")


async def test_in_a_text_field_thai_is_typed_as_thai_and_ctrl_edits(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.press("ห", "ำ", "ๆ", "ฦ", "่")
    assert ui.value("unit") == "หำๆฦ่"
    await ui.press("ctrl+ฟ", "x")
    assert ui.value("unit") == "xหำๆฦ่"


async def test_the_key_bar_shows_the_layout_of_the_last_letter(ui: Driver) -> None:
    await ui.open("O12")
    assert "s state" in bar(ui)
    await ui.press("า")
    await ui.until(lambda: "ห state" in bar(ui), "the Thai layout should be shown")
    assert "ฝ find" in bar(ui)
    assert "◌ี undo" in bar(ui)
    await ui.press("down", "space", "1", "/")
    assert "ห state" in bar(ui)
    await ui.press("escape", "j")
    await ui.until(lambda: "s state" in bar(ui), "the English layout should be shown")


async def test_the_key_bar_of_another_screen_follows_too(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("้", "HistoryScreen")
    await ui.sees("ฟ item or all")
    await ui.press("า")
    await ui.ask("escape", "MainScreen")
    await ui.press("k")
    await ui.until(lambda: "s state" in bar(ui), "the English layout should be shown")


async def test_signs_of_ascii_do_not_hide_the_keys(start: Start) -> None:
    async with start(signs=ASCII) as ui:
        await ui.press("า")
        await ui.until(lambda: "ห state" in bar(ui), "the Thai layout should be shown")


@pytest.mark.parametrize("thai", QWERTY_TWIN)
def test_a_thai_key_stands_for_the_english_key_in_its_place(thai: str) -> None:
    english = english_key(key_name(thai))
    assert english == key_name(QWERTY_TWIN[thai])
    assert character(english) == QWERTY_TWIN[thai]
    assert english_key(f"ctrl+{key_name(thai)}") == f"ctrl+{english}"


@pytest.mark.parametrize("key", ["s", "1", "slash", "enter", "escape", "f1", "ctrl+p", "up", "tab"])
def test_a_key_of_the_english_layout_is_what_it_is(key: str) -> None:
    assert english_key(key) is None
    assert Key(key, None).key == key


def test_no_key_is_known_to_send_two_things() -> None:
    assert not set(THAI_SENDS) & set(QWERTY_TWIN.values()) - {"_", "%"}


@pytest.mark.parametrize(
    ("key", "english", "thai", "both"),
    [
        ("s", "s", "ห", "s/ห"),
        ("u", "u", "◌ี", "u/◌ี"),
        ("slash", "/", "ฝ", "/ ฝ"),
        ("question_mark", "?", "ฦ", "?/ฦ"),
        ("2", "2", "2", "2"),
        ("space", "Space", "Space", "Space"),
        ("f3", "F3", "F3", "F3"),
        ("ctrl+p", "Ctrl+P", "Ctrl+P", "Ctrl+P"),
        ("shift+up", "Shift+↑", "Shift+↑", "Shift+↑"),
    ],
)
def test_a_key_is_shown_as_the_keyboard_has_it(
    key: str, english: str, thai: str, both: str
) -> None:
    assert (shown_key(key), shown_key(key, thai=True), both_layouts(key)) == (english, thai, both)
