"""Other keys from the configuration: they work in both layouts, and everything names them."""

from __future__ import annotations

import re
import tomllib
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import UsageError
from ita_tui.services.key_settings import keys_of
from ita_tui.ui.keyboard import Keyboard
from ita_tui.ui.keymap import keyboard
from ita_tui.ui.screens.help import help_lines
from ita_tui.ui.signs import UNICODE
from tests.ui.driver import thai_key
from tests.ui.editing import editing, go_to, says

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
CHANGED = {
    "main.undo": ("y", "F4"),
    "main.choose": ("Ctrl+E",),
    "move.down": ("w",),
    "review.second": ("6", "2"),
    "confirm.yes": ("o",),
}


@asynccontextmanager
async def changed(start: Start) -> AsyncIterator[Driver]:
    """The screen with these keys."""
    async with start(keyboard=keyboard(CHANGED, "config.toml")) as ui:
        yield ui


@pytest.mark.parametrize("key", ["y", thai_key("y"), "f4"])
async def test_an_action_has_its_new_keys_in_both_layouts(start: Start, key: str) -> None:
    async with changed(start) as ui:
        await ui.open("O12")
        await ui.press("space")
        await ui.until(lambda: "in progress" in ui.row("O12"), "Space should work as ever")
        await ui.rests()
        await ui.press("u", thai_key("u"))
        assert "in progress" in ui.row("O12")
        await ui.press(key)
        await ui.until(lambda: "waiting" in ui.row("O12"), "the new key should undo")


@pytest.mark.parametrize("key", ["ctrl+e", "ctrl+ำ"])
async def test_ctrl_has_its_twin_too(start: Start, key: str) -> None:
    async with changed(start) as ui:
        await ui.open("O12")
        await ui.ask(key, "ChooseStatusScreen")
        first = ui.choice
        await ui.press("w")
        assert ui.choice != first


async def test_a_question_names_the_new_key_and_hears_it(start: Start) -> None:
    async with changed(start) as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "mine")
        await ui.ask("escape", "ConfirmScreen")
        await ui.sees("o  Yes")
        await ui.press("y")
        assert ui.dialog == "ConfirmScreen"
        await ui.press("o")
        await ui.answered()


async def test_the_key_bar_and_the_help_name_the_new_keys(start: Start) -> None:
    async with changed(start) as ui:
        bar = " ".join(ui.pane("#keys"))
        assert "y undo" in bar
        assert "Ctrl+E state" in bar
        lines = help_lines(100, UNICODE, ui.app.keyboard)
        text = ["".join(part for part, _role in line) for line in lines]
        line = next(one for one in text if "Take back your own last change." in one)
        assert line.startswith("y/◌ั F4 ")


async def test_letters_are_text_while_somebody_types(start: Start) -> None:
    async with changed(start) as ui:
        await ui.find("yw")
        assert ui.app.screen.query_one("#filter").value == "yw"  # type: ignore[attr-defined]  # (an input)


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("main.undo", "y", "y"),
        ("main.undo", "Y", "Y"),
        ("main.undo", "ั", "y"),
        ("main.undo", ",", "comma"),
        ("main.undo", "f12", "f12"),
        ("main.undo", "Ctrl+E", "ctrl+e"),
        ("main.undo", "ctrl+ำ", "ctrl+e"),
        ("main.undo", "Shift+Up", "shift+up"),
        ("main.filter", "/", "slash"),
        ("tree.press", " ", "space"),
        ("tree.press", "Space", "space"),
        ("move.page_down", "PgDn", "pagedown"),
        ("main.clear", "Esc", "escape"),
    ],
)
def test_a_key_is_written_as_people_know_it(name: str, text: str, key: str) -> None:
    assert keyboard({name: (text,)}, "x").keymap() == {name: key}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"main.fly": ("y",)}, "main.fly is no action; main has choose, edit, "),
        ({"fly": ("y",)}, "fly is no action; actions begin with tree, main, move, app"),
        ({"main.undo": ()}, "main.undo needs at least one key"),
        ({"main.undo": ("e",)}, "e would stand for main.edit and for main.undo"),
        ({"main.undo": ("k",)}, "k would stand for move.up and for main.undo"),
        ({"main.undo": ("า",)}, "k would stand for move.up"),
        ({"main.undo": ("Ctrl+P",)}, "Ctrl+P would stand for app.command_palette"),
        ({"main.undo": ("y",), "main.redo": ("y",)}, "y would stand for main.undo and for main.re"),
        ({"main.undo": ("2",)}, "2 cannot be main.undo: with the Thai layout that key types /"),
        (
            {"main.undo": ("M",)},
            "M cannot be main.undo: with the Thai layout that key types ?, which is main.help",
        ),
        ({"main.undo": ("Ctrl+C",)}, "Ctrl+C is no key that main.undo can have"),
        ({"main.undo": ("Tab",)}, "Tab is no key"),
        ({"main.undo": ("é",)}, "é is no key"),
        ({"main.undo": ("",)}, " is no key"),
        ({"main.undo": ("yy",)}, "yy is no key"),
        ({"main.undo": ("\x1b",)}, "is no key"),
        ({"form.save": ("s",)}, "s is text where form.save works"),
        ({"part.save": ("s",)}, "s is text where part.save works"),
        ({"app.command_palette": (" ",)}, "Space is text where app.command_palette works"),
        ({"dialog.back": ("Backspace",)}, "Bksp is text where dialog.back works"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    wrong: dict[str, tuple[str, ...]], words: str
) -> None:
    with pytest.raises(UsageError) as raised:
        keyboard(wrong, "config.toml")
    assert raised.value.message.startswith("In the configuration config.toml: ")
    assert words in raised.value.message
    assert raised.value.exit_code == 2


def test_keys_can_be_swapped() -> None:
    swapped = keyboard({"main.undo": ("U",), "main.redo": ("u",)}, "x")
    assert swapped.keymap() == {"main.undo": "U", "main.redo": "u"}


def test_a_digit_of_the_review_keeps_what_the_thai_layout_sends_for_it() -> None:
    assert keyboard(CHANGED, "x").keymap()["review.second"] == "6,2,slash"


def test_without_a_configuration_the_keys_are_those_of_everybody() -> None:
    assert keyboard({}, "x").keymap() == Keyboard().keymap() == {}


def test_the_keys_in_the_readme_can_be_given() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    found = keys_of(tomllib.loads(example)["keys"])
    assert found
    assert keyboard(found, "x").keymap()


async def test_sentences_name_the_new_keys(start: Start) -> None:
    async with changed(start) as ui:
        await ui.open("O12")
        await ui.press("v")
        await ui.says("Marked: 1. Space, Ctrl+E and e change all of them, Esc unmarks them.")
        await ui.press("space")
        await ui.says("Saved together: 1; y takes all of it back.")


async def test_sentences_of_the_minutes_name_the_new_keys(start: Start) -> None:
    keys = {"minutes.undo": ("y",), "minutes.close": ("F8",)}
    async with start(keyboard=keyboard(keys, "config.toml")) as ui:
        await editing(ui)
        await go_to(ui, "problems", 0)
        await ui.ask("d", "ConfirmScreen")
        await ui.sees("y brings it back.")
        await ui.press("n")
        await ui.until(lambda: ui.dialog == "MinutesScreen", "it should be left")
        await ui.ask("f8", "ConfirmScreen")
        await ui.press("y")
        await says(ui, "The meeting is closed.")
        await ui.press("enter")
        await says(ui, "This meeting is closed; F8 opens it again.")
