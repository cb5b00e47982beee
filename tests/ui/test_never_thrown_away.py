"""What somebody typed is kept until it is on the disk, whatever comes between."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from ita_tui.store import Store
from ita_tui.store.lock import locked
from tests.ui.conftest import OTHER
from tests.ui.test_review import data, reviewing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Clock, Colleague, Driver


async def clash(ui: Driver, colleague: Colleague) -> None:
    """Type a remark, while a colleague writes another one, and try to save it."""
    await ui.open("O12")
    await ui.ask("e", "EditScreen")
    await ui.fill("remark", "mine")
    colleague.sets("O12", "remark", "theirs")
    await ui.until(lambda: ui.tells("theirs"), "the screen below the form should follow")
    await ui.ask("f2", "ConflictScreen")


@contextmanager
def busy(path: Path) -> Iterator[None]:
    """Somebody else writes all the while."""
    with locked(path, OTHER.name):
        yield


@pytest.fixture
def hasty(path: Path, clock: Clock) -> Iterator[Store]:
    """A store that does not wait for another's write."""
    store = Store(path, clock=clock, time_limit=0)
    yield store
    store.close()


async def drops(ui: Driver, number: signal.Signals = signal.SIGHUP) -> None:
    """Let the line drop, or the program be told to end."""
    os.kill(os.getpid(), number)
    await ui.ended()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_every_signal_that_ends_the_program_keeps_what_is_being_typed(
    start: Start, number: signal.Signals
) -> None:
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "half a unit")
        await drops(ui, number)
        assert ui.app.return_value == 128 + number
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "what was typed should be offered")


async def test_a_line_that_drops_over_a_conflict_keeps_what_was_typed(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await clash(ui, colleague)
        await drops(ui)
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "what was typed should be offered")
        await ui.choose("Yes")
        await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
        assert ui.value("remark") == "mine"
        await ui.ask("f2", "ConflictScreen")
        assert ui.saved("O12").remark == "theirs"


async def test_what_is_settled_is_not_offered_again(start: Start, colleague: Colleague) -> None:
    async with start() as ui:
        await clash(ui, colleague)
        await ui.choose("Write mine over it")
        await ui.answered()
        await ui.rests()
        await drops(ui)
    assert not [*ui.path.parent.glob("*.drafts/*")]


async def test_a_form_for_marked_items_comes_back_when_nothing_could_be_written(
    start: Start, hasty: Store
) -> None:
    async with start(store=hasty) as ui:
        await ui.open("O12")
        await ui.press("v", "v")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "our unit")
        with busy(ui.path):
            await ui.press("f2")
            await ui.complains(OTHER.name)
        assert ui.value("unit") == "our unit"
        await ui.press("f2")
        await ui.saves("O12", unit="our unit")
        await ui.saves("O13", unit="our unit")


async def test_a_remark_of_the_review_comes_back_when_nothing_could_be_written(
    start: Start, hasty: Store
) -> None:
    async with start(store=hasty) as ui:
        await reviewing(ui)
        await ui.ask("e", "WriteTextScreen")
        await ui.type("mine")
        with busy(ui.path):
            await ui.press("f2")
            await ui.complains(OTHER.name)
        assert ui.value("text") == "mine"
        await ui.press("f2")
        await ui.saves("O1", remark="mine")


async def test_a_remark_of_the_review_comes_back_after_a_conflict(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await reviewing(ui)
        await ui.ask("e", "WriteTextScreen")
        await ui.type("mine")
        colleague.sets("O1", "remark", "theirs")
        await ui.ask("f2", "ConflictScreen")
        await ui.choose("Go back, write nothing")
        await ui.until(lambda: ui.dialog == "WriteTextScreen", "the text should be there still")
        assert ui.value("text") == "mine"
        await ui.complains("theirs")
        await ui.press("f2")
        await ui.saves("O1", remark="mine")


async def test_a_line_that_drops_over_a_conflict_of_the_review_keeps_the_remark(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await reviewing(ui)
        await ui.ask("e", "WriteTextScreen")
        await ui.type("mine")
        colleague.sets("O1", "remark", "theirs")
        await ui.ask("f2", "ConflictScreen")
        await drops(ui)
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "what was typed should be offered")
        await ui.choose("Yes")
        await ui.until(lambda: ui.dialog == "EditScreen", "the form should be back")
        assert ui.value("remark") == "mine"


async def test_a_resolution_comes_back_when_nothing_could_be_written(
    start: Start, hasty: Store
) -> None:
    async with start(store=hasty) as ui:
        await reviewing(ui)
        await ui.ask("r", "WriteTextScreen")
        await ui.press("tab")
        await ui.type("mine")
        with busy(ui.path):
            await ui.press("f2")
            await ui.complains(OTHER.name)
        assert ui.value("text") == "mine"
        await ui.press("f2")
        await ui.until(
            lambda: [one.remark for one in data(ui).meetings[-1].decisions] == ["mine"],
            "it should be on the disk",
        )


def kept(path: Path) -> list[str]:
    """The texts that are kept aside, as their files have them."""
    return [one.read_text("utf-8") for one in path.parent.glob("*.drafts/*.json")]


@pytest.mark.parametrize("key", ["e", "review"])
async def test_what_is_typed_is_kept_aside_and_forgotten_once_it_is_saved(
    start: Start, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("ita_tui.ui.screens.holding.HOLD_AFTER", 0.01)
    async with start() as ui:
        if key == "review":
            await reviewing(ui)
            await ui.ask("e", "WriteTextScreen")
            await ui.type("half a text")
        else:
            await ui.open("O1")
            await ui.ask("e", "EditScreen")
            await ui.fill("remark", "half a text")
        await ui.until(lambda: any("half a text" in one for one in kept(ui.path)), "it is kept")
        await ui.press("f2")
        await ui.saves("O1", remark="half a text")
        await ui.until(
            lambda: not any("half a text" in one for one in kept(ui.path)), "it is forgotten"
        )


async def test_what_is_taken_out_again_is_not_kept_aside(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.ui.screens.holding.HOLD_AFTER", 0.01)
    async with start() as ui:
        await ui.open("O1")
        await ui.ask("e", "EditScreen")
        await ui.type("x")
        await ui.until(lambda: kept(ui.path), "it is kept")
        await ui.press("backspace")
        await ui.until(lambda: not kept(ui.path), "it is forgotten")
