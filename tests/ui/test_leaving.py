"""Leaving: everything is saved already, or it is waited for."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State
from ita_tui.store import Presence
from tests.ui.conftest import ME
from tests.ui.driver import key_event
from tests.ui.slow_store import SlowStore

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Clock, Colleague, Driver


async def test_leaving_waits_for_what_is_being_saved(
    start: Start, path: Path, clock: Clock
) -> None:
    store = SlowStore(path, clock)
    async with start(store=store) as ui:
        await ui.open("O12")
        await ui.press("space", "space")
        await ui.until(store.reached.is_set, "the change should be under way")
        ui.app.post_message(key_event("q"))
        await ui.pilot.pause(0.1)
        assert ui.app.is_running
        store.may_go_on.set()
        await ui.ended()
        assert ui.app.return_value == 0
        assert ui.saved("O12").status.state is State.DONE


async def test_the_others_no_longer_see_who_has_left(start: Start, colleague: Colleague) -> None:
    presence = Presence(colleague.store.path, colleague.actor)
    presence.enter()
    async with start() as ui:
        assert [person.name for person in presence.others()] == [ME.name]
        ui.app.post_message(key_event("q"))
        await ui.ended()
    assert presence.others() == ()
    presence.leave()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_ends_the_program(ui: Driver, number: signal.Signals) -> None:
    os.kill(os.getpid(), number)
    await ui.ended()
    assert ui.app.return_value == 128 + number


async def test_what_is_being_typed_survives_a_signal(start: Start, colleague: Colleague) -> None:
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "half a unit")
        os.kill(os.getpid(), signal.SIGHUP)
        await ui.ended()
    colleague.sets("O12", "remark", "theirs")
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "what was typed should be offered")
        await ui.sees("O12")
        await ui.choose("Yes")
        await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
        assert ui.value("unit") == "half a unit"
        await ui.press("f2")
        await ui.sees("Saved: O12")
        await ui.settle()
        assert ui.saved("O12").unit == "half a unit"
        assert ui.saved("O12").remark == "theirs"
    async with start() as ui:
        await ui.pilot.pause(0.5)
        assert ui.dialog == "MainScreen"


async def test_a_kept_text_does_not_overwrite_what_a_colleague_wrote_since(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "my unit")
        await ui.fill("remark", "mine")
        os.kill(os.getpid(), signal.SIGHUP)
        await ui.ended()
    colleague.sets("O12", "remark", "theirs")
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "what was typed should be offered")
        await ui.choose("Yes")
        await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
        await ui.ask("f2", "ConflictScreen")
        assert ui.shows("mine")
        assert ui.shows("theirs")
        assert ui.saved("O12").remark == "theirs"
        await ui.choose("Keep the other value")
        await ui.answered()
        await ui.saves("O12", remark="theirs", unit="my unit")
