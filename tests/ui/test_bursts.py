"""Keys that arrive together or twice, as a slow line or a nervous finger sends them."""

from __future__ import annotations

import random
import shutil
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import events

from ita_tui.domain.status import State
from ita_tui.services.outfile import write_file
from ita_tui.store import Store
from ita_tui.ui import typeahead
from ita_tui.ui.typeahead import Typeahead
from tests.ui.driver import key_event, thai_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from textual.screen import Screen
    from textual.widget import Widget

    from ita_tui.domain.event import Actor
    from ita_tui.store.transaction import Transaction
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

    Place = tuple[Screen[object], Widget | None]

DIALOGS = [
    ("s", "ChooseStatusScreen", "enter"),
    ("s", "ChooseStatusScreen", "escape"),
    ("e", "EditScreen", "f2"),
    ("e", "EditScreen", "escape"),
    ("x", "ExportScreen", "escape"),
    ("h", "HistoryScreen", "escape"),
    ("?", "HelpScreen", "escape"),
]


@pytest.mark.parametrize(("key", "dialog", "twice"), DIALOGS)
async def test_a_key_that_closes_a_dialog_may_come_twice(
    ui: Driver, key: str, dialog: str, twice: str
) -> None:
    await ui.open("O12")
    await ui.ask(key, dialog)
    await ui.press(twice, twice)
    await ui.pilot.pause()
    for _ in range(3):
        if ui.dialog != "MainScreen":
            await ui.press("escape")
            await ui.pilot.pause()
    assert ui.dialog == "MainScreen"
    assert ui.app.is_running
    assert ui.saved("O12").revision == 0


@pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])
async def test_what_follows_the_filter_key_goes_into_the_filter(
    ui: Driver, layout: Callable[[str], str]
) -> None:
    await ui.open("O12")
    await ui.press("space", layout("/"), *"ux")
    assert (ui.dialog, ui.focused, ui.value("filter")) == ("MainScreen", "filter", "ux")
    await ui.rests()
    assert ui.saved("O12").revision == 1


async def test_what_follows_the_edit_key_goes_into_the_form(ui: Driver) -> None:
    await ui.open("O12")
    await ui.press("e", *"qu", "tab", *"30/4/67", "f2")
    await ui.saves("O12", unit="qu", due=date(2024, 4, 30))
    await ui.answered()


@pytest.mark.parametrize("down", ["down", "j", thai_key("j")])
async def test_a_state_is_chosen_without_looking(ui: Driver, down: str) -> None:
    await ui.open("O12")
    await ui.press("s", "home", down, down, "enter", "down")
    await ui.answered()
    assert ui.cursor == "O13"
    await ui.rests()
    assert ui.saved("O12").status.state is State.IN_PROGRESS


async def test_help_and_history_come_and_go(ui: Driver) -> None:
    await ui.open("O12")
    await ui.press("?", "escape", "h", "/", *"uu", "enter", "escape", "down")
    assert (ui.dialog, ui.cursor) == ("MainScreen", "O13")
    assert ui.saved("O12").revision == 0


async def test_a_paste_waits_for_its_field(ui: Driver) -> None:
    await ui.open("O12")
    ui.app.post_message(key_event("/"))
    ui.app.post_message(events.Paste("O1"))
    await ui.settle()
    assert ui.value("filter") == "O1"


async def test_a_key_that_removes_its_own_widget_lets_the_next_one_through(ui: Driver) -> None:
    await ui.open("O12")
    await ui.press("/", "escape", "/", "escape", "down")
    assert (ui.focused, ui.cursor) == ("tree", "O13")


async def test_many_cursor_keys_all_count(ui: Driver) -> None:
    await ui.press("home", *["down"] * 30, *["up"] * 10)
    assert ui.cursor == ui.codes()[20]


async def test_a_form_saved_twice_is_saved_once(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "กองช่าง")
    await ui.press("f2", "f2")
    await ui.answered()
    await ui.saves("O12", unit="กองช่าง", revision=1)
    assert ui.app.is_running


async def test_a_conflict_is_settled_once(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    await ui.ask("f2", "ConflictScreen")
    await ui.press("enter", "escape", "escape")
    await ui.answered()
    assert ui.saved("O12").remark == "theirs"
    assert ui.app.is_running


async def test_words_may_be_typed_fast_into_the_history(ui: Driver, colleague: Colleague) -> None:
    colleague.sets("O12", "remark", "theirs")
    await ui.open("O12")
    await ui.ask("h", "HistoryScreen")
    await ui.press("/")
    await ui.until(lambda: ui.focused == "history-filter", "the filter should have the keyboard")
    await ui.type("theirs and nothing else")
    await ui.sees("No changes.")


async def test_a_file_is_written_once(ui: Driver) -> None:
    await ui.ask("x", "ExportScreen")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
    name = ui.value("file")
    await ui.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await ui.press("enter", "enter", "enter")
    await ui.answered()
    await ui.until(lambda: ui.status_line.startswith("Written to"), "it should be said")
    assert Path(name).is_file()


async def test_enter_once_more_when_the_file_is_just_there_asks_nothing(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def slow(target: Path, content: bytes, *, force: bool = False) -> None:
        write_file(target, content, force=force)
        may_go_on.wait(5)

    monkeypatch.setattr("ita_tui.ui.screens.export.write_file", slow)
    await ui.ask("x", "ExportScreen")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
    name = ui.value("file")
    await ui.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await ui.press("enter")
    await ui.until(Path(name).is_file, "the file should be written")
    await ui.press("enter")
    assert ui.dialog == "ExportScreen"
    may_go_on.set()
    await ui.answered()
    await ui.until(lambda: ui.status_line.startswith("Written to"), "it should be said")


async def test_the_sample_is_opened_once(start: Start, tmp_path: Path) -> None:
    async with start(where=tmp_path / "empty") as ui:
        await ui.press("enter", "enter", "enter")
        await ui.answered()
        await ui.rows(50)
        assert ui.app.is_running


@pytest.mark.parametrize("key", ["down", "up", "j", "pagedown", "end"])
async def test_a_key_that_only_moves_holds_nothing_up(ui: Driver, key: str) -> None:
    await ui.open("O12")
    for _ in range(3):
        await ui.app.on_event(key_event(key))
        assert ui.app.has_caught_up
    await ui.app.on_event(key_event("s"))
    assert not ui.app.has_caught_up
    await ui.settle()


async def test_keys_that_move_keep_their_place_among_the_others(ui: Driver) -> None:
    await ui.open("O12")
    await ui.press("down", "down", "space", "up", "space", "up", "s", "down")
    await ui.until(lambda: ui.dialog == "ChooseStatusScreen", "the choice should be open")
    await ui.saves("O13", revision=1)
    assert [ui.saved(code).revision for code in ("O12", "O13", "O14")] == [0, 1, 1]
    assert ui.cursor == "O12"


@pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])
async def test_letters_that_move_keep_their_place_among_the_others(
    ui: Driver, layout: Callable[[str], str]
) -> None:
    await ui.open("O12")
    await ui.press(layout("j"), "space", layout("k"), layout("k"), "space", "down", layout("j"))
    await ui.saves("O13", revision=1)
    await ui.saves("O11", revision=1)
    assert ui.saved("O12").revision == 0
    assert ui.cursor == "O13"
    await ui.press(layout("g"), "down", "down", layout("j"))
    assert ui.cursor == "O3"


@pytest.mark.parametrize("seed", range(3))
async def test_keys_in_one_piece_do_what_they_do_one_by_one(
    start: Start, original: Path, tmp_path: Path, seed: int
) -> None:
    choose = random.Random(seed)
    own = ["down", "up", "home", "end", "pagedown", "left", "right", "space", "j", "k", "g", "G"]
    both = [*own, *map(thai_key, own)]
    keys = [choose.choice(both) for _ in range(40)]
    found = []
    for pieces in ([keys], [[key] for key in keys]):
        folder = shutil.copytree(original, tmp_path / f"{len(pieces)}")
        async with start(where=folder) as ui:
            for piece in pieces:
                await ui.press(*piece)
            await ui.rests()
            items = Store(folder / "2567.json").read().checklist.items
            found.append((ui.cursor, ui.screen_text(), [item.revision for item in items]))
    assert found[0] == found[1]


async def test_a_key_alone_has_its_effect_before_it_is_followed(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    follow, begin = Typeahead._follow, Store.transaction

    def followed(app: Typeahead[int], place: Place, number: int) -> None:
        steps.append("followed")
        follow(app, place, number)

    def begun(store: Store, actor: Actor) -> AbstractContextManager[Transaction]:
        steps.append("saving")
        return begin(store, actor)

    monkeypatch.setattr(typeahead, "FOLLOW_AFTER", 0.3)
    monkeypatch.setattr(Typeahead, "_follow", followed)
    monkeypatch.setattr(Store, "transaction", begun)
    await ui.open("O12")
    steps.clear()
    await ui.press("space")
    await ui.saves("O12", revision=1)
    assert steps[:2] == ["saving", "followed"]
    steps.clear()
    await ui.press("space", "s")  # the second waits, and is not to wait long
    assert steps[0] == "followed"
    assert ui.dialog == "ChooseStatusScreen"
