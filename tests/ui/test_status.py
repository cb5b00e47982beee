"""Changing the status: Space goes on, s chooses; the disk has it before the screen says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, DEFAULT_WORDING, WORDINGS, State, Status
from ita_tui.services.wording import state_label
from ita_tui.store import kept_numbers
from ita_tui.store.backups import KEPT
from ita_tui.ui.widgets.tree import ChecklistTree
from tests.ui.driver import Driver, thai_key
from tests.ui.slow_store import SlowStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

    from ita_tui.services.found import Match
    from ita_tui.ui.listing import Listing
    from tests.ui.conftest import Start
    from tests.ui.driver import Clock, Colleague

CHOICES = [*reversed(WORDINGS.items()), ("", State.UNSET)]
"""All wordings in use, and none; the first is not the one that O1 has."""


async def test_space_goes_once_round_the_cycle(ui: Driver) -> None:
    await ui.open("O33")
    assert ui.saved("O33").status.state is State.UNSET
    for state in (*CYCLE, CYCLE[0]):
        await ui.press("space")
        wording = DEFAULT_WORDING[state]
        await ui.says(f"Saved: O33 {wording}")
        assert ui.saved("O33").status == Status.of(state)
        assert state_label(state) in ui.row("O33")
        assert wording in ui.details


async def test_the_totals_and_the_heading_follow(ui: Driver) -> None:
    assert ui.pane("#summary")[1].startswith(" 24/43 ")
    assert " 4/8 " in ui.row("9.2")
    await ui.open("O12")
    await ui.press("space", "space")
    await ui.until(lambda: " 5/8 " in ui.row("9.2"), "the category should count one more")
    assert ui.pane("#summary")[1].startswith(" 25/43 ")


async def test_presses_in_quick_succession_all_count_in_their_order(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    await ui.press("space", "space", "down", "space", "up", "space")
    await ui.until(lambda: ui.saved("O12").revision == 3, "three presses should count")
    events = [event for event in colleague.store.read().events() if event.code]
    assert [(event.code, event.after["state"]) for event in reversed(events)] == [  # type: ignore[index]  # (a status)
        ("O12", "in_progress"),
        ("O12", "done"),
        ("O13", "current"),
        ("O12", "current"),
    ]


async def test_the_row_shows_a_change_only_when_it_is_on_the_disk(
    start: Start, path: Path, clock: Clock
) -> None:
    store = SlowStore(path, clock)
    async with start(store=store) as ui:
        await ui.open("O12")
        await ui.press("space", "space")
        await ui.until(store.reached.is_set, "the change should be under way")
        await ui.press("down")
        await ui.until(lambda: ui.cursor == "O13", "the list should not wait for the disk")
        assert "waiting" in ui.row("O12")
        assert ui.status_line == ""
        assert ui.saved("O12").status.state is State.WAITING
        store.may_go_on.set()
        await ui.until(lambda: "done" in ui.row("O12"), "both presses should count")


async def test_no_row_ever_shows_what_is_not_on_the_disk(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []
    show = ChecklistTree.show

    def watched(tree: ChecklistTree, listing: Listing, matches: Mapping[str, Match] | None) -> None:
        known = {row.item for row in listing if hasattr(row, "item")}
        shown.append(known == set(ui.all_saved()))
        show(tree, listing, matches)

    monkeypatch.setattr(ChecklistTree, "show", watched)
    await ui.open("O12")
    await ui.press("space", "space", "space")
    await ui.until(lambda: ui.saved("O12").revision == 3, "three presses should count")
    await ui.until(lambda: len(shown) >= 3, "each should be shown")
    assert all(shown)


async def test_s_chooses_an_exact_wording(ui: Driver) -> None:
    await ui.open("O1")
    for number, (wording, state) in enumerate(CHOICES, start=1):
        await ui.ask("s", "ChooseStatusScreen")
        await ui.choose(wording or "not set")
        await ui.saves("O1", revision=number, status=Status(state, wording))
        await ui.sees(f"Saved: O1 {wording or 'not set'}")


async def test_choosing_the_present_status_changes_nothing(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await ui.open("O12")
    await ui.ask("s", "ChooseStatusScreen")
    await ui.press("enter")
    await ui.answered()
    assert ui.path.read_bytes() == before


async def test_a_choice_begins_at_the_present_status_and_moves_with_letters(ui: Driver) -> None:
    await ui.open("O12")
    await ui.ask("s", "ChooseStatusScreen")
    assert "รอดำเนินการ" in ui.choice
    for key, wording in [
        ("j", "ระหว่างดำเนินการ"),
        (thai_key("j"), "กำลังดำเนินการ"),
        ("k", "ระหว่างดำเนินการ"),
        (thai_key("k"), "รอดำเนินการ"),
    ]:
        await ui.press(key)
        await ui.offers(wording)


async def test_esc_leaves_the_choice_without_a_change(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await ui.open("O12")
    await ui.ask("s", "ChooseStatusScreen")
    await ui.press("down", "escape")
    await ui.answered()
    assert ui.path.read_bytes() == before


async def test_a_wording_that_only_this_checklist_uses_is_offered_and_kept(
    start: Start, colleague: Colleague
) -> None:
    colleague.sets("O20", "status", Status(State.IN_PROGRESS, "อยู่ระหว่างจัดทำ"))
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("s", "ChooseStatusScreen")
        await ui.choose("อยู่ระหว่างจัดทำ")
        await ui.until(lambda: ui.saved("O12").revision == 1, "the choice should be saved")
        assert ui.saved("O12").status == Status(State.IN_PROGRESS, "อยู่ระหว่างจัดทำ")


async def test_a_press_after_a_colleagues_change_goes_on_from_there(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the colleague's change should be shown")
    await ui.press("space")
    await ui.until(lambda: "kept current" in ui.row("O12"), "the next state should be given")


async def test_a_press_never_goes_over_a_change_that_is_not_yet_seen(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.press("space")
    await ui.until(
        lambda: ui.dialog == "ConflictScreen" or ui.saved("O12").revision == 2,
        "the press should be asked about, or go on from the colleague's value",
    )
    assert ui.saved("O12").status.state in {State.DONE, State.CURRENT}


async def test_outdated_versions_are_dropped_when_nobody_waits(
    start: Start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.ui.screens.live_checklist.GREET_EVERY", 0.1)
    presses = KEPT + 4
    async with start() as ui:
        await ui.open("O12")
        await ui.press(*["space"] * presses)
        await ui.saves("O12", revision=presses)
        await ui.until(lambda: len(kept_numbers(path)) == KEPT, "the outdated should go")
    assert kept_numbers(path)[0] == presses
