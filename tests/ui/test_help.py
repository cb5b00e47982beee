"""Help and palette are made from the actions, so that they name all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import CYCLE, DEFAULT_WORDING
from ita_tui.thai.cells import width
from ita_tui.thai.keyboard import thai_twin
from ita_tui.ui.actions import GROUPS, MAIN, MOVE, TREE
from ita_tui.ui.key_names import character, shown_key
from ita_tui.ui.keyboard import Keyboard
from ita_tui.ui.screens.help import help_lines
from ita_tui.ui.signs import UNICODE
from ita_tui.ui.widgets.painting import line_width

if TYPE_CHECKING:
    from ita_tui.ui.action import Action
    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

LAYOUT_FREE = {"up", "down", "left", "right", "space", "escape", "home", "end"}


def help_text(cells: int) -> list[str]:
    """The help as plain lines."""
    return [
        "".join(text for text, _role in line) for line in help_lines(cells, UNICODE, Keyboard())
    ]


@pytest.mark.parametrize(
    "action", [one for _title, group in GROUPS for one in group], ids=lambda action: action.id
)
def test_the_help_has_every_action_with_its_keys_of_both_layouts(action: Action) -> None:
    line = next(line for line in help_text(120) if line.endswith(action.help))
    for key in action.keys:
        assert shown_key(key) in line
        assert (thai_twin(character(key)) or "") in line


@pytest.mark.parametrize("cells", [30, 54, 80, 160])
def test_the_help_fits_its_width(cells: int) -> None:
    lines = help_lines(cells, UNICODE, Keyboard())
    assert max(map(line_width, lines)) <= max(cells, 64)
    top = " ".join(text for line in lines[:5] for text, _role in line)
    assert "Esc closes this help." in top


def test_the_help_explains_every_state() -> None:
    text = "\n".join(help_text(80))
    for state in CYCLE:
        assert f"{UNICODE.states[state]} " in text
        assert DEFAULT_WORDING[state] in text


def test_a_mark_of_the_thai_layout_has_a_letter_to_stand_on() -> None:
    line = next(line for line in help_text(80) if "row below" in line)
    assert "j/◌่" in line
    assert width("◌่") == 1


async def test_keys_of_both_layouts_close_the_help(ui: Driver) -> None:
    for key in ("q", "ๆ", "ฦ", "f1", "enter"):
        await ui.ask("?", "HelpScreen")
        await ui.press(key)
        await ui.answered()
    assert ui.app.is_running


async def test_the_help_can_be_read_to_its_end_on_a_small_screen(start: Start) -> None:
    async with start(size=(60, 16)) as ui:
        await ui.ask("?", "HelpScreen")
        seen = set(ui.screen_text())
        for _ in range(12):
            await ui.press("pagedown")
            await ui.pilot.pause()
            seen |= set(ui.screen_text())
        assert any("current" in line for line in seen), "the states, at the end"
        for action in (*MOVE, *TREE, *MAIN):
            assert any(action.help.split()[0] in line for line in seen), action.id


async def test_the_palette_has_every_action_that_needs_it(ui: Driver) -> None:
    """Arrows, Esc and the like are the same on every keyboard; all else can be found by name."""
    await ui.ask("ctrl+p", "CommandPalette")
    for action in MAIN:
        if not LAYOUT_FREE & set(action.keys):
            await ui.type(action.label)
            await ui.sees(action.help)
            await ui.press(*["backspace"] * len(action.label))


async def test_the_palette_does_what_it_names(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("ctrl+p", "CommandPalette")
    await ui.type("fold all")
    await ui.sees("Close all categories, or open them all.")
    await ui.press("enter")
    await ui.until(lambda: len(ui.codes()) == 7, "the categories should be closed")
