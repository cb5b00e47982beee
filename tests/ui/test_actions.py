"""The actions as data: every one has a method, a help and keys that nothing else has."""

from __future__ import annotations

import string
from collections import Counter
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding

from ita_tui.thai.keyboard import QWERTY_TWIN
from ita_tui.ui import actions
from ita_tui.ui.actions import HISTORY, MAIN, REVIEW, TREE, Action, bindings, character, shown_key
from ita_tui.ui.keybar import key_line
from ita_tui.ui.screens.history import HistoryScreen
from ita_tui.ui.screens.main import MainScreen
from ita_tui.ui.screens.review import ReviewScreen
from ita_tui.ui.widgets.painting import line_width
from ita_tui.ui.widgets.tree import ChecklistTree

ALL = (*TREE, *MAIN, *HISTORY, *REVIEW)
TOGETHER = [
    pytest.param((*TREE, *MAIN), id="main"),
    pytest.param(HISTORY, id="history"),
    pytest.param(REVIEW, id="review"),
]
OWNERS: list[tuple[type[Any], Action]] = [
    *((ChecklistTree, action) for action in TREE),
    *((MainScreen, action) for action in MAIN if action.id != "command_palette"),
    *((HistoryScreen, action) for action in HISTORY),
    *((ReviewScreen, action) for action in REVIEW),
    *((App, action) for action in MAIN if action.id == "command_palette"),
]
UNSAFE = {*string.digits, "-", "M", "W", "X", "Z"}
"""What the Thai layout sends for other keys, or takes for `/` and `?`."""


def keys_of(group: tuple[Action, ...]) -> list[str]:
    """Every key, of both layouts, as Textual compares them."""
    found: list[str] = []
    for binding in Binding.make_bindings(bindings(group)):
        found.append(binding.key)
    return found


@pytest.mark.parametrize("group", TOGETHER)
def test_an_id_stands_for_one_action(group: tuple[Action, ...]) -> None:
    counts = Counter(action.id for action in group)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("group", TOGETHER)
def test_a_key_does_one_thing(group: tuple[Action, ...]) -> None:
    counts = Counter(keys_of(group))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("owner", "action"), OWNERS, ids=lambda one: getattr(one, "id", None))
def test_an_action_has_a_method(owner: type[Any], action: Action) -> None:
    name = action.id.partition("(")[0]
    assert callable(getattr(owner, f"action_{name}", None))


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_an_action_is_explained(action: Action) -> None:
    assert action.label
    assert action.help.endswith(".")
    assert action.keys


@pytest.mark.parametrize("action", [*TREE, *MAIN], ids=lambda action: action.id)
def test_the_main_screen_binds_no_key_that_the_thai_layout_confuses(action: Action) -> None:
    assert not UNSAFE & set(map(character, action.keys))


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_a_letter_is_bound_with_the_thai_character_of_its_key(action: Action) -> None:
    bound = set(keys_of((action,)))
    twins = {thai for thai, key in QWERTY_TWIN.items() if key in map(character, action.keys)}
    wanted = {binding.key for thai in twins for binding in Binding.make_bindings([(thai, "", "")])}
    assert wanted <= bound


@pytest.mark.parametrize(
    ("key", "shown"),
    [("space", "Space"), ("slash", "/"), ("f3", "F3"), ("f", "f"), ("ctrl+p", "ctrl+p")],
)
def test_a_key_is_shown_as_people_know_it(key: str, shown: str) -> None:
    assert shown_key(key) == shown


@pytest.mark.parametrize("cells", [200, 78, 58, 30, 10])
def test_the_key_bar_keeps_help_and_leaving_however_narrow_it_is(cells: int) -> None:
    line = key_line((*TREE, *MAIN), cells)
    labels = [text.strip() for text, role in line if role == "muted"]
    assert labels[-2:] == ["help", "quit"]
    assert line_width(line) - 2 <= cells or len(labels) == 2


def test_no_group_of_actions_is_left_out_here() -> None:
    groups = [one for one in vars(actions).values() if isinstance(one, tuple) and one]
    known = {id(action) for action in ALL}
    found = {id(one) for group in groups for one in group if isinstance(one, Action)}
    assert found == known
