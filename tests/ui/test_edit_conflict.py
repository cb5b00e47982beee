"""A colleague is faster: nothing is overwritten unseen, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from tests.ui.conftest import OTHER

if TYPE_CHECKING:
    from tests.ui.driver import Colleague, Driver

CHOICES = [
    ("Keep the other value", "theirs", "my unit"),
    ("Write mine over it", "mine", "my unit"),
]


async def clash(ui: Driver, colleague: Colleague) -> None:
    """Type a unit and a remark, while a colleague writes another remark."""
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "my unit")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    await ui.until(lambda: ui.tells("theirs"), "the screen below the form should follow")
    await ui.ask("f2", "ConflictScreen")


async def test_both_values_are_shown_and_nothing_is_written(
    ui: Driver, colleague: Colleague
) -> None:
    await clash(ui, colleague)
    for text in ("mine", "theirs", OTHER.name, "O12", "12 Mar 2567 10:42"):
        assert ui.shows(text), text
    assert (ui.saved("O12").remark, ui.saved("O12").unit) == ("theirs", "")


@pytest.mark.parametrize(("choice", "remark", "unit"), CHOICES)
async def test_the_choice_is_written(
    ui: Driver, colleague: Colleague, choice: str, remark: str, unit: str
) -> None:
    await clash(ui, colleague)
    await ui.choose(choice)
    await ui.answered()
    await ui.until(lambda: ui.saved("O12").unit == unit, "the other field should be saved")
    assert ui.saved("O12").remark == remark


@pytest.mark.parametrize("way", ["Go back, write nothing", "escape"])
async def test_going_back_leads_to_the_form_as_it_was(
    ui: Driver, colleague: Colleague, way: str
) -> None:
    await clash(ui, colleague)
    if way == "escape":
        await ui.press("escape")
    else:
        await ui.choose(way)
    await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
    assert (ui.value("remark"), ui.value("unit")) == ("mine", "my unit")
    assert ui.saved("O12").remark == "theirs"
    await ui.ask("escape", "ConfirmScreen")
    await ui.press("escape")
    await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
    await ui.press("f2")
    await ui.until(lambda: ui.saved("O12").remark == "mine", "seen is seen")


async def test_a_field_that_nobody_touched_follows_the_colleague_when_the_form_comes_back(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    colleague.sets("O12", "unit", "their unit")
    await ui.ask("f2", "ConflictScreen")
    await ui.press("escape")
    await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
    assert (ui.value("unit"), ui.value("remark")) == ("their unit", "mine")
    await ui.press("f2")
    await ui.until(lambda: ui.saved("O12").remark == "mine", "the form should be saved")
    assert ui.saved("O12").unit == "their unit"


async def test_another_field_of_a_colleague_is_merged(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "my unit")
    colleague.sets("O12", "remark", "theirs")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.press("f2")
    await ui.answered()
    await ui.until(lambda: ui.saved("O12").unit == "my unit", "the form should be saved")
    assert ui.saved("O12").remark == "theirs"
    await ui.until(lambda: "theirs" in ui.details, "the details should show both")
    assert "my unit" in ui.details
    assert "done" in ui.row("O12")


async def test_the_same_value_is_no_conflict(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "the same")
    colleague.sets("O12", "remark", "the same")
    await ui.press("f2")
    await ui.answered()
    assert ui.saved("O12").revision == 1


async def test_a_status_chosen_over_an_unseen_one_is_asked_about(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    await ui.ask("s", "ChooseStatusScreen")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the screen below the choice should follow")
    await ui.choose("ยังไม่ได้ดำเนินการ")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "both statuses should be shown")
    assert ui.saved("O12").status.state is State.DONE
    await ui.choose("Write mine over it")
    await ui.answered()
    await ui.until(
        lambda: ui.saved("O12").status.state is State.NOT_STARTED, "mine should be written"
    )


async def test_keeping_the_other_value_is_not_called_saved(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    await ui.ask("f2", "ConflictScreen")
    await ui.choose("Keep the other value")
    await ui.answered()
    await ui.says("Nothing written, the other value stays: O12 remark")
    assert ui.saved("O12").remark == "theirs"


async def test_what_was_saved_beside_the_other_value_is_named(
    ui: Driver, colleague: Colleague
) -> None:
    await clash(ui, colleague)
    await ui.choose("Keep the other value")
    await ui.answered()
    await ui.says("Saved: O12 responsible unit")


async def test_a_second_conflict_is_shown_as_well(ui: Driver, colleague: Colleague) -> None:
    await clash(ui, colleague)
    colleague.sets("O12", "unit", "their unit")
    await ui.until(lambda: ui.tells("their unit"), "the screen below should follow")
    await ui.choose("Write mine over it")
    await ui.until(
        lambda: ui.dialog == "ConflictScreen" and ui.shows("their unit"), "both should be shown"
    )
    assert ui.saved("O12").remark == "theirs"
    await ui.choose("Keep the other value")
    await ui.answered()
    await ui.saves("O12", remark="mine", unit="their unit")


async def test_what_was_not_shown_does_not_count_as_seen(ui: Driver, colleague: Colleague) -> None:
    await clash(ui, colleague)
    colleague.sets("O12", "unit", "their unit")
    await ui.until(lambda: ui.tells("their unit"), "the screen below should follow")
    await ui.press("escape")
    await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
    assert (ui.value("remark"), ui.value("unit")) == ("mine", "my unit")
    await ui.ask("f2", "ConflictScreen")
    assert ui.shows("their unit")
    assert ui.saved("O12").unit == "their unit"


async def test_the_state_that_was_shown_as_mine_is_written(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    await ui.ask("s", "ChooseStatusScreen")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the screen below the choice should follow")
    await ui.choose("ระหว่างดำเนินการ")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "both statuses should be shown")
    await ui.choose("Write mine over it")
    await ui.answered()
    await ui.saves("O12", status=Status.of(State.IN_PROGRESS))
