"""Undo and redo: one's own changes only, never over a colleague's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import State, Status
from tests.ui.conftest import OTHER

if TYPE_CHECKING:
    from tests.ui.driver import Clock, Colleague, Driver


async def press_space(ui: Driver, code: str, times: int = 1) -> None:
    """Give an item its next state, and wait until the disk has it."""
    await ui.open(code)
    wanted = ui.saved(code).revision + times
    await ui.press(*["space"] * times)
    await ui.until(lambda: ui.saved(code).revision == wanted, "every press should count")
    await ui.until(lambda: ui.status_line.startswith(f"Saved: {code}"), "it should be said")


async def test_presses_within_five_seconds_are_one_undo(ui: Driver, clock: Clock) -> None:
    await press_space(ui, "O12")
    clock.go_on(4)
    await press_space(ui, "O12", 2)
    await ui.press("u")
    await ui.until(lambda: "waiting" in ui.row("O12"), "all presses should be taken back")
    assert ui.status_line == "Taken back: O12 รอดำเนินการ"
    await ui.press("U")
    await ui.until(lambda: "kept current" in ui.row("O12"), "all presses should be back")
    assert ui.status_line == "Brought back: O12 ดำเนินการเป็นปัจจุบัน"


async def test_a_press_after_five_seconds_is_an_undo_of_its_own(ui: Driver, clock: Clock) -> None:
    await press_space(ui, "O12")
    clock.go_on(5.5)
    await press_space(ui, "O12")
    await ui.press("u")
    await ui.until(lambda: "in progress" in ui.row("O12"), "the second should be taken back")
    await ui.press("u")
    await ui.until(lambda: "waiting" in ui.row("O12"), "the first should be taken back")
    await ui.press("u")
    await ui.sees("nothing")
    assert "waiting" in ui.row("O12")


async def test_undo_leads_to_what_it_changed(ui: Driver) -> None:
    await press_space(ui, "O43")
    await ui.open("O2")
    await ui.press("u")
    await ui.until(lambda: ui.cursor == "O43", "the cursor should go to what has changed")
    assert "not started" in ui.row("O43")


async def test_undo_of_an_item_in_a_closed_category(ui: Driver) -> None:
    await press_space(ui, "O12")
    await ui.press("z")
    await ui.press("u")
    await ui.until(lambda: ui.saved("O12").status.state is State.WAITING, "it should go back")
    await ui.sees("Taken back: O12")


async def test_several_presses_of_u_take_back_in_order(ui: Driver) -> None:
    for code in ("O12", "O16", "O34"):
        await press_space(ui, code)
    await ui.press("u", "u", "U", "u")
    await ui.until(lambda: ui.saved("O16").revision == 4, "every key should count")
    await ui.until(lambda: ui.cursor == "O16", "the last change should be O16's")
    states = {code: ui.saved(code).status.state for code in ("O12", "O16", "O34")}
    assert states == {
        "O12": State.IN_PROGRESS,
        "O16": State.WAITING,
        "O34": State.NOT_STARTED,
    }


async def test_nothing_to_take_back_is_said(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await ui.press("u")
    await ui.sees("There is nothing of กองคลัง to undo.")
    await ui.press("U")
    await ui.sees("There is nothing of กองคลัง to redo.")
    assert ui.path.read_bytes() == before


async def test_a_colleagues_change_is_not_ones_own(ui: Driver, colleague: Colleague) -> None:
    colleague.sets("O16", "status", Status.of(State.DONE))
    await ui.press("u")
    await ui.sees("There is nothing of กองคลัง to undo.")
    assert ui.saved("O16").status.state is State.DONE


async def test_undo_is_refused_after_a_colleagues_change_and_says_why(
    ui: Driver, colleague: Colleague
) -> None:
    await press_space(ui, "O12")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the colleague's change should be shown")
    await ui.press("u")
    await ui.sees(f"{OTHER.name} (12 Mar 2567 10:42) changed status of O12 since")
    assert "Nothing was written." in ui.status_line
    assert ui.saved("O12").status.state is State.DONE
    assert "done" in ui.row("O12")


async def test_undo_goes_on_when_the_colleague_has_taken_theirs_back(
    ui: Driver, colleague: Colleague
) -> None:
    await press_space(ui, "O12")
    colleague.sets("O12", "remark", "theirs")
    await ui.press("u")
    await ui.until(lambda: "waiting" in ui.row("O12"), "another field is no hindrance")
    assert ui.saved("O12").remark == "theirs"
