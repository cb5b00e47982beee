"""The review in a program that is killed: it goes on at the same item."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State
from ita_tui.store import Store
from tests.ui.process import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def screens() -> Iterator[list[Terminal]]:
    """The programs that a test opens, one after the other."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def reviews(folder: Path, screens: list[Terminal]) -> Terminal:
    """Open the program, and go on with the review of the sample meeting."""
    terminal = Terminal(folder)
    screens.append(terminal)
    terminal.sees("quit")
    terminal.type("r")
    terminal.sees("Review in which meeting?")
    terminal.type("\x1b[B\r")
    terminal.sees("decided")
    return terminal


DECIDED = [("4", 2), ("4", 3), ("4", 4)]
LEFT = [("4", 2), ("\r", 3), ("\r", 4)]
BACK = [("4", 2), ("\r", 3), ("\x7f", 2), ("\x7f", 1)]


@pytest.mark.parametrize("keys", [DECIDED, LEFT, BACK], ids=["decided", "left", "back"])
def test_a_killed_review_goes_on_at_the_same_item(
    folder: Path, path: Path, screens: list[Terminal], keys: list[tuple[str, int]]
) -> None:
    terminal = reviews(folder, screens)
    number = 1
    for key, number in keys:
        terminal.type(key)
        terminal.sees(f" {number}/43 ")
    os.kill(terminal.process.pid, signal.SIGKILL)
    assert terminal.leave() == -signal.SIGKILL
    again = reviews(folder, screens)
    again.sees(f" {number}/43 ")
    assert again.shows(f"O{number} ")
    store = Store(path)
    first = store.read().checklist.item("O1")
    store.close()
    assert first is not None
    assert first.status.state is State.DONE
