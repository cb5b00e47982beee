"""What the review keeps of a meeting: remarks, resolutions, the place, and what has changed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from ita_tui.domain.status import State, Status
from ita_tui.services import reviews
from ita_tui.services.meetings import holding as meetings
from ita_tui.services.statuses import Edit
from ita_tui.ui.screens.review import ReviewScreen
from ita_tui.ui.screens.write_text import WriteTextScreen
from ita_tui.ui.widgets.lines import LinesPane
from tests.ui.test_review import reviewing

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Start
    from tests.ui.driver import Clock, Colleague, Driver


async def test_a_remark_of_several_lines_stays_as_it_is(ui: Driver, colleague: Colleague) -> None:
    colleague.sets("O1", "remark", "one\ntwo")
    await reviewing(ui)
    await ui.ask("e", "WriteTextScreen")
    await ui.press("f2")
    await ui.until(lambda: ui.dialog == "ReviewScreen", "it should be answered")
    assert ui.saved("O1").remark == "one\ntwo"
    await ui.ask("e", "WriteTextScreen")
    await ui.type("!")
    await ui.ask("escape", "ConfirmScreen")
    await ui.press("n")
    await ui.until(lambda: ui.dialog == "WriteTextScreen", "the text should be there still")
    await ui.ask("escape", "ConfirmScreen")
    await ui.press("y")
    await ui.until(lambda: ui.dialog == "ReviewScreen", "it should be given up")
    assert ui.saved("O1").remark == "one\ntwo"


async def test_a_remark_that_a_colleague_changed_meanwhile_is_asked_about(
    ui: Driver, colleague: Colleague
) -> None:
    await reviewing(ui)
    await ui.ask("e", "WriteTextScreen")
    await ui.type("mine")
    colleague.sets("O1", "remark", "theirs")
    await ui.until(lambda: "theirs" in page(ui), "the change should arrive")
    await ui.ask("f2", "ConflictScreen")
    await ui.choose("Keep the other value")
    await ui.until(lambda: ui.dialog == "ReviewScreen", "it should be answered")
    assert ui.saved("O1").remark == "theirs"


def page(ui: Driver) -> str:
    """What the page shows below a dialog; nothing while the review is not open yet."""
    panes = [
        pane
        for one in ui.app.screen_stack
        if isinstance(one, ReviewScreen)
        for pane in one.query("#page").results(LinesPane)
    ]
    lines = [line for pane in panes for line in pane.lines]
    return "\n".join("".join(text for text, _role in line) for line in lines)


async def at(ui: Driver, code: str) -> None:
    """Wait until an item is under review."""
    await ui.until(lambda: f" {code} " in page(ui), f"{code} should be under review")


async def test_what_changed_since_the_last_meeting_is_shown(
    ui: Driver, colleague: Colleague
) -> None:
    meetings.close(colleague.store, colleague.actor, "2566-10-31")
    colleague.sets("O1", "status", Status.of(State.WAITING))
    await ui.ask("r", "ChooseMeetingScreen")
    await ui.choose("Begin today's 1/2567, 12 Mar 2567")
    await at(ui, "O1")
    line = "Since the last meeting: ยังไม่ได้ดำเนินการ → รอดำเนินการ"
    await ui.until(lambda: line in page(ui), "the change should be shown")
    await ui.press("enter")
    await at(ui, "O2")
    assert "Since the last meeting" not in page(ui)


async def test_keys_act_in_their_order(ui: Driver) -> None:
    await reviewing(ui)
    await ui.press("4", "backspace", "5", "enter", "2")
    await at(ui, "O4")
    assert ui.saved("O1").status == Status.of(State.CURRENT)
    assert ui.saved("O3").status == Status.of(State.WAITING)


async def test_the_place_is_written_at_each_step_and_synced_when_the_review_is_left(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = await reviewing(ui)
    folder = ui.path.with_name(ui.path.name + ".drafts")
    await ui.press("enter")
    await at(ui, "O2")  # the folder is made now
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    await ui.press("enter")
    await at(ui, "O3")
    (file,) = folder.iterdir()
    assert '"O3"' in file.read_text("utf-8")
    assert synced == []
    screen.keep_draft()
    assert len(synced) == 1


async def test_a_remark_typed_when_the_line_dropped_is_offered_again(start: Start) -> None:
    async with start() as ui:
        await reviewing(ui)
        await ui.ask("e", "WriteTextScreen")
        await ui.type("half")
        assert isinstance(ui.app.screen, WriteTextScreen)
        ui.app.screen.keep_draft()
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be offered")
        await ui.press("y")
        await ui.until(lambda: ui.dialog == "EditScreen", "the form should open")
        assert ui.value("remark") == "half"


async def test_who_changed_what_is_said(ui: Driver, colleague: Colleague) -> None:
    await reviewing(ui)
    colleague.sets("O7", "remark", "จากเพื่อนร่วมงาน")
    await ui.sees("กองช่าง: O7 remark")


async def test_what_a_colleague_decides_in_the_review_is_said(
    ui: Driver, colleague: Colleague
) -> None:
    await reviewing(ui)
    item = colleague.store.read().checklist.items[6]
    waiting = Edit("status", Status.of(State.WAITING))
    reviews.decide(colleague.store, colleague.actor, "2566-10-31", item, waiting)
    await ui.sees("กองช่าง: O7")


async def test_the_item_stands_in_the_same_row(ui: Driver) -> None:
    await reviewing(ui)

    def row(code: str) -> int:
        return next(y for y, line in enumerate(page(ui).split("\n")) if f" {code} " in line)

    first = row("O1")
    await ui.press("4")
    await at(ui, "O2")
    assert row("O2") == first
    await ui.press("backspace")
    await at(ui, "O1")
    assert "Decided now" in page(ui)
    assert row("O1") == first


async def test_a_long_sentence_is_said_whole(start: Start) -> None:
    async with start(size=(80, 24)) as ui:
        screen = await reviewing(ui)
        screen._say("หนึ่ง " * 20 + "จบ", "bad")
        await ui.sees("จบ")


async def test_the_clock_tells_how_long_the_meeting_has_been_going_on(
    ui: Driver, colleague: Colleague, clock: Clock
) -> None:
    new = meetings.next_meeting(colleague.store.read(), clock().date())
    meetings.begin(colleague.store, colleague.actor, replace(new, start=time(9, 30)))
    await ui.ask("r", "ChooseMeetingScreen")
    await ui.choose("Go on with 1/2567, 12 Mar 2567")
    await ui.until(lambda: "10:42 (1:12)" in page(ui), "the clock should tell")


async def test_every_key_is_explained(ui: Driver) -> None:
    await reviewing(ui)
    await ui.ask("f1", "HelpScreen")
    await ui.sees("Write what is resolved on the item.")
