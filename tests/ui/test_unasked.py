"""A question that comes up by itself takes no key that was meant for something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual import events

from ita_tui.domain.status import State, Status
from ita_tui.services.meetings.edits import edit_meeting
from tests.ui.driver import key_event
from tests.ui.editing import editing, go_to, opens_form
from tests.ui.editing import screen as editor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

NO_ANSWER = "What is being typed is no answer."
EVER = 3600.0


@pytest.fixture
def no_pause_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pause be longer than any test: every key comes in the middle of typing."""
    monkeypatch.setattr("ita_tui.ui.screens.dialog.PAUSE", EVER)


async def types_on(ui: Driver, *keys: str) -> None:
    """Type without looking at the screen."""
    for key in keys:
        ui.app.post_message(key_event(key))
    await ui.settle()


async def clash(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    await ui.until(lambda: ui.tells("theirs"), "the screen below the form should follow")
    await types_on(ui, "f2")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "both values should be shown")


@pytest.mark.usefixtures("no_pause_yet")
async def test_keys_that_were_on_the_way_answer_no_conflict(
    ui: Driver, colleague: Colleague
) -> None:
    await clash(ui, colleague)
    await ui.sees(NO_ANSWER)
    await types_on(ui, "enter", "down", "enter", "escape", "y", "q")
    ui.app.post_message(events.Paste("yes"))
    await ui.settle()
    assert ui.dialog == "ConflictScreen"
    assert (ui.saved("O12").remark, ui.choice.strip()) == ("theirs", "Keep the other value")


async def test_after_a_pause_a_conflict_is_answered(ui: Driver, colleague: Colleague) -> None:
    await clash(ui, colleague)
    await ui.sees("Enter chooses, Esc goes back.")
    assert not ui.shows(NO_ANSWER)
    await types_on(ui, "down", "enter")
    await ui.answered()
    await ui.saves("O12", remark="mine")


@pytest.mark.usefixtures("no_pause_yet")
async def test_space_pressed_again_and_again_answers_no_conflict(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    ui.main._look = lambda: None  # type: ignore[method-assign]  # (the poll has not come yet)
    colleague.sets("O12", "status", Status.of(State.DONE))
    await types_on(ui, "space", "enter", "enter", "enter")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "it should be asked about")
    await types_on(ui, "enter", "enter")
    assert ui.dialog == "ConflictScreen"
    assert ui.saved("O12").status == Status.of(State.DONE)


def edited_by_hand(path: Path) -> None:
    """Change the file as a text editor does."""
    path.write_bytes(path.read_bytes().replace("กองคลัง".encode(), "กองช่าง".encode(), 1))


async def test_an_edit_by_hand_is_not_asked_about_over_a_form(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "half")
    edited_by_hand(ui.path)
    await ui.until(lambda: "read-only" in ui.pane("#summary")[0], "the change should arrive")
    await types_on(ui, *"y of it")
    assert ui.dialog == "EditScreen"
    assert ui.value("unit") == "halfy of it"
    await types_on(ui, "escape")
    await ui.choose("Yes")
    await ui.until(lambda: ui.shows("Accept the edit?"), "now it should be asked")
    await ui.press("y")
    await ui.answered()
    await ui.until(lambda: "read-only" not in ui.pane("#summary")[0], "it should be accepted")


@pytest.mark.usefixtures("no_pause_yet")
async def test_a_letter_typed_into_the_filter_accepts_no_edit(ui: Driver) -> None:
    await ui.find("a")
    edited_by_hand(ui.path)
    await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be asked about")
    await types_on(ui, "y", "ั", "enter")
    assert ui.dialog == "ConfirmScreen"
    assert "read-only" in ui.pane("#summary")[0]


async def test_a_draft_is_offered_after_the_first_form_is_closed(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.ui.screens.asking.ASK_AFTER", EVER)
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "half")
        ui.app.screen.keep_draft()  # type: ignore[attr-defined]  # (the form's own)
    async with start() as ui:
        await types_on(ui, "?")
        await ui.until(lambda: ui.dialog == "HelpScreen", "the help should open")
        ui.main._ask_at_first()  # the moment comes while the help is open
        await ui.settle()
        assert ui.dialog == "HelpScreen"
        await types_on(ui, "escape")
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "now it should be asked")


@pytest.mark.usefixtures("no_pause_yet")
async def test_keys_typed_after_a_form_of_the_minutes_was_saved_answer_no_conflict(
    ui: Driver, colleague: Colleague
) -> None:
    await editing(ui)
    await go_to(ui, "place")
    await opens_form(ui)
    seen = editor(ui)._meeting
    edit_meeting(colleague.store, colleague.actor, seen, replace(seen, place="theirs"))
    await ui.type("mine")
    await types_on(ui, "f2", "down", "enter", "enter")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "it should be asked about")
    await types_on(ui, "down", "enter")
    assert ui.dialog == "ConflictScreen"
    assert colleague.store.read().meetings[-1].place == "theirs"
