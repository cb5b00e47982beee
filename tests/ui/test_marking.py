"""Several items marked, and changed together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from tests.ui.driver import thai_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.driver import Colleague, Driver

LAYOUTS = pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])
DONE, IN_PROGRESS = Status.of(State.DONE), Status.of(State.IN_PROGRESS)


async def mark(ui: Driver, *codes: str, key: str = "v") -> None:
    """Mark rows one after the other."""
    for code in codes:
        await ui.open(code)
        await ui.press(key)


@LAYOUTS
async def test_marked_items_get_a_state_together(ui: Driver, layout: Callable[[str], str]) -> None:
    await mark(ui, "O12", "O14", key=layout("v"))
    assert ui.cursor == "O15"
    assert "+" in ui.row("O12")
    choose, edit = layout("s"), layout("e")
    await ui.says(f"Marked: 2. Space, {choose} and {edit} change all of them, Esc unmarks them.")
    await ui.ask(layout("s"), "ChooseStatusScreen")
    assert ui.shows("O12 and 1 more that are marked")
    await ui.choose("ระหว่างดำเนินการ")
    await ui.answered()
    undo = layout("u") if layout("u") == "u" else f"◌{layout('u')}"
    await ui.says(f"Saved together: 2; {undo} takes all of it back.")
    assert [ui.saved(code).status for code in ("O12", "O14")] == [IN_PROGRESS, IN_PROGRESS]
    assert ui.saved("O15").revision == 0
    await ui.press(layout("u"))
    await ui.saves("O12", status=Status.of(State.WAITING))
    await ui.saves("O14", status=DONE)


async def test_space_gives_each_marked_item_its_own_next_state(ui: Driver) -> None:
    await mark(ui, "O12", "O14")
    await ui.press("space")
    await ui.saves("O12", status=IN_PROGRESS)
    await ui.saves("O14", status=Status.of(State.CURRENT))
    await ui.rests()
    assert ui.saved("O15").revision == 0


async def test_unit_and_due_date_are_given_together(ui: Driver) -> None:
    await mark(ui, "O12", "O14")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "กองคลัง")
    await ui.fill("due", "30/4/67")
    await ui.press("enter")
    await ui.answered()
    for code in ("O12", "O14"):
        await ui.saves(code, unit="กองคลัง", due=date(2024, 4, 30), revision=2)


async def test_a_category_marks_what_is_shown_of_it(ui: Driver) -> None:
    await mark(ui, "9.2")
    await ui.says("Marked: 8. Space, s and e change all of them, Esc unmarks them.")
    await mark(ui, "9.2")
    await ui.says("")
    await ui.find("o12")
    await ui.press("enter")
    await mark(ui, "9.2")
    await ui.says("Marked: 1. Space, s and e change all of them, Esc unmarks them.")
    await ui.press("escape")
    assert ui.codes() == ["9.2", "O12"]
    await ui.press("escape")
    await ui.rows(50)
    await ui.open("O12")
    await ui.press("space")
    await ui.says("Saved: O12 ระหว่างดำเนินการ")


async def test_a_mark_is_taken_away_by_the_same_key(ui: Driver) -> None:
    await mark(ui, "O12", "O14", "O12")
    assert "+" not in ui.row("O12")
    await ui.press("space")
    await ui.saves("O14", status=Status.of(State.CURRENT))
    assert ui.saved("O12").revision == 0


@pytest.mark.parametrize(
    ("choice", "kept", "other"),
    [
        ("Keep the other value", State.DONE, State.IN_PROGRESS),
        ("Write mine over it", State.IN_PROGRESS, State.IN_PROGRESS),
        ("Go back, write nothing", State.DONE, State.DONE),
    ],
)
async def test_what_a_colleague_changed_meanwhile_is_asked_about(
    ui: Driver, colleague: Colleague, choice: str, kept: State, other: State
) -> None:
    await mark(ui, "O12", "O14")
    await ui.ask("s", "ChooseStatusScreen")
    colleague.sets("O12", "status", DONE)
    await ui.until(lambda: "done" in ui.row("O12"), "the screen below the choice should follow")
    await ui.choose("ระหว่างดำเนินการ")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "both values should be shown")
    assert ui.saved("O14").revision == 0
    await ui.choose(choice)
    await ui.answered()
    await ui.rests()
    assert (ui.saved("O12").status.state, ui.saved("O14").status.state) == (kept, other)
