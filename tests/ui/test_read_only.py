"""Data that can only be read: it is said at once and as long as it is so, and nothing breaks."""

from __future__ import annotations

import errno
import fcntl
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

MARK = "read-only · กองคลัง"
LINES = 6
"""How many lines the sentence takes at most; letter by letter it would be over a hundred."""


@pytest.fixture(autouse=True)
def look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the screen look more often, so that no test waits for it."""
    monkeypatch.setattr("ita_tui.ui.screens.live_checklist.GREET_EVERY", 0.1)


@pytest.fixture
def locks(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Takes away the locks of the file system, and gives them back."""
    real = fcntl.flock

    def refuse(*_given: object) -> None:
        raise OSError(errno.ENOLCK, "none")

    def give(there: bool) -> None:
        monkeypatch.setattr(fcntl, "flock", real if there else refuse)

    return give


def top(ui: Driver) -> str:
    return ui.pane("#summary")[0]


async def test_it_is_said_at_the_start_in_whole_lines(
    start: Start, locks: Callable[[bool], None]
) -> None:
    locks(False)
    async with start(size=(80, 24)) as ui:
        await ui.until(lambda: MARK in top(ui), "the title should say so")
        lines = [line.strip() for line in ui.pane("#status")]
        assert "".join(lines).replace(" ", "").endswith("onlyhere.")
        assert len(lines) <= LINES  # how long it is hangs on the name of the folder


async def test_what_is_typed_stays_where_it_cannot_be_written(
    start: Start, locks: Callable[[bool], None]
) -> None:
    locks(False)
    async with start() as ui:
        await ui.open("O12")
        await ui.ask("e", "EditScreen")
        await ui.fill("unit", "my unit")
        await ui.press("f2")
        await ui.complains("read-only here")
        assert ui.value("unit") == "my unit"
        locks(True)
        await ui.press("f2")
        await ui.saves("O12", unit="my unit")


async def test_the_title_follows_when_that_changes(
    start: Start, locks: Callable[[bool], None]
) -> None:
    async with start() as ui:
        assert "read-only" not in top(ui)
        locks(False)
        await ui.until(lambda: MARK in top(ui), "the title should say so")
        await ui.until(lambda: "read-only here" in ui.status_line, "the reason should be said")
        locks(True)
        await ui.until(lambda: "read-only" not in top(ui), "it should be gone from the title")
        assert ui.status_line == ""


async def test_an_edit_made_by_hand_is_marked_until_it_is_accepted(start: Start) -> None:
    async with start() as ui:
        path = ui.path
    path.write_bytes(path.read_bytes().replace("กองคลัง".encode(), "กองช่าง".encode(), 1))
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be asked about")
        await ui.choose("No, go back")
        await ui.answered()
        assert MARK in top(ui)
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be asked about")
        await ui.choose("Yes")
        await ui.answered()
        await ui.until(lambda: "read-only" not in top(ui), "it should be gone from the title")
