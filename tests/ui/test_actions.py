"""The actions as data: every one has a method, a help and keys that nothing else has."""

from __future__ import annotations

import string
from collections import Counter
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding

from ita_tui.ui import actions
from ita_tui.ui.action import Action
from ita_tui.ui.actions import (
    APP,
    CONFIRM,
    DIALOG,
    FORM,
    GROUPS,
    HELP,
    HISTORY,
    LEAVING,
    MAIN,
    MOVE,
    REVIEW,
    SCOPES,
    START,
    TREE,
    bindings,
)
from ita_tui.ui.app import ItaApp
from ita_tui.ui.key_names import character, shown_key
from ita_tui.ui.keyboard import Keyboard, keyboard_of
from ita_tui.ui.minutes_actions import MINUTES, PART
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.screens.edit import EditScreen
from ita_tui.ui.screens.help import HelpScreen
from ita_tui.ui.screens.history import HistoryScreen
from ita_tui.ui.screens.main import MainScreen
from ita_tui.ui.screens.minutes import MinutesScreen
from ita_tui.ui.screens.review import ReviewScreen
from ita_tui.ui.screens.start import StartScreen
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.cursor_list import CursorList
from ita_tui.ui.widgets.keybar import key_line
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.painting import line_width
from ita_tui.ui.widgets.part_form import PartForm
from ita_tui.ui.widgets.tree import ChecklistTree

ALL = [action for _title, group in GROUPS for action in group]
OWNERS: list[tuple[type[Any], tuple[Action, ...]]] = [
    (ItaApp, APP),
    (ItaApp, LEAVING),
    (ChecklistTree, MOVE),
    (Choices, MOVE),
    (LinesPane, MOVE),
    (ChecklistTree, TREE),
    (MainScreen, MAIN),
    (HistoryScreen, HISTORY),
    (ReviewScreen, REVIEW),
    (Dialog, DIALOG),
    (StartScreen, DIALOG),
    (StartScreen, START),
    (ConfirmScreen, CONFIRM),
    (EditScreen, FORM),
    (CursorList, MOVE),
    (MinutesScreen, MINUTES),
    (PartForm, PART),
    (HelpScreen, HELP),
]
PAIRS = [(owner, action) for owner, group in OWNERS for action in group]
SCOPE = pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope[-1].id)
UNSAFE = {*string.digits, "-", "M", "W", "X", "Z"}
"""What the Thai layout sends for other keys, or takes for `/` and `?`."""


def keys_of(group: tuple[Action, ...]) -> list[str]:
    """Every key, as Textual compares them."""
    return [binding.key for binding in Binding.make_bindings(bindings(group))]


def test_an_id_stands_for_one_action() -> None:
    counts = Counter(action.id for action in ALL)
    assert [name for name, count in counts.items() if count > 1] == []
    assert all(action.id.count(".") == 1 for action in ALL)


@SCOPE
def test_a_key_does_one_thing(scope: tuple[Action, ...]) -> None:
    counts = Counter(keys_of((*APP, *scope)))
    assert [key for key, count in counts.items() if count > 1] == []


def test_every_action_is_heard_somewhere() -> None:
    assert {*APP, *(action for scope in SCOPES for action in scope)} == {*ALL}


@pytest.mark.parametrize(("owner", "action"), PAIRS, ids=lambda one: getattr(one, "id", None))
def test_an_action_has_a_method(owner: type[Any], action: Action) -> None:
    name = action.method.partition("(")[0]
    assert callable(getattr(owner, f"action_{name}", None))


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.id)
def test_an_action_is_explained(action: Action) -> None:
    assert action.label
    assert action.help.endswith(".")
    assert action.keys


@pytest.mark.parametrize("action", SCOPES[0], ids=lambda action: action.id)
def test_the_main_screen_binds_no_key_that_the_thai_layout_confuses(action: Action) -> None:
    assert not UNSAFE & set(map(character, action.keys))


def test_what_the_thai_layout_sends_for_2_and_3_decides_too() -> None:
    assert keys_of(REVIEW)[:6] == ["1", "2", "slash", "3", "minus", "4"]


def test_a_character_that_has_a_meaning_stands_for_no_other_key() -> None:
    two = Action("a.two", ("2",), "two", "Two.")
    find = Action("a.find", ("slash",), "find", "Find.")
    assert keys_of((two, find)) == ["2", "slash"]


@pytest.mark.parametrize(
    ("key", "shown"),
    [("space", "Space"), ("slash", "/"), ("f3", "F3"), ("f", "f"), ("ctrl+p", "Ctrl+P")],
)
def test_a_key_is_shown_as_people_know_it(key: str, shown: str) -> None:
    assert shown_key(key) == shown


@pytest.mark.parametrize("cells", [200, 78, 58, 30, 10])
def test_the_key_bar_keeps_help_and_leaving_however_narrow_it_is(cells: int) -> None:
    line = key_line((*TREE, *MAIN), Keyboard(), cells)
    labels = [text.strip() for text, role in line if role == "muted"]
    assert labels[-2:] == ["help", "quit"]
    assert line_width(line) <= cells or len(labels) == 2


def test_the_key_bar_leaves_out_first_what_can_best_be_spared() -> None:
    def shown(cells: int) -> set[str]:
        line = key_line((*TREE, *MAIN), Keyboard(), cells)
        return {text.strip() for text, role in line if role == "muted"}

    everything = {action.label for action in (*TREE, *MAIN) if action.in_bar}
    assert shown(200) == everything
    assert shown(78) >= everything - {"history"}
    spared = [
        max(cells for cells in range(200) if label not in shown(cells))
        for label in ("history", "export", "undo", "review")
    ]
    assert spared == sorted(spared, reverse=True)


def test_only_an_app_with_a_keyboard_is_asked_for_it() -> None:
    with pytest.raises(TypeError):
        keyboard_of(App[None]())


def test_no_group_of_actions_is_left_out_of_the_help() -> None:
    groups = [one for one in vars(actions).values() if isinstance(one, tuple) and one]
    found = {one for group in groups for one in group if isinstance(one, Action)}
    assert found == {*ALL}
