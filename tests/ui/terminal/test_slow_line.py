"""A line that does not keep up: keys count at once, and the screen skips what is out of date."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from ita_tui.domain.status import State
from ita_tui.store import Store
from tests.ui.terminal.conftest import SIXTEEN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.process import Terminal
    from tests.ui.terminal.conftest import Open

DOWN, UP = "\x1b[B", "\x1b[A"
CTRL_L = "\x0c"
RATE = 960
"""Bytes per second of a line with 9600 bit/s."""

PATIENCE = 30.0
KERNEL_HOLDS = 20_000
"""How many bytes the kernel keeps at most for a terminal that does not read; they are under way."""

WHOLE_SCREEN = 12_000


def state_of(path: Path, code: str) -> State:
    """The state of an item on the disk."""
    store = Store(path)
    item = store.read().checklist.item(code)
    store.close()
    assert item is not None
    return item.status.state


def wait_for(path: Path, code: str, state: State) -> None:
    """Wait until an item on the disk has a state, without reading what the program writes."""
    deadline = time.monotonic() + PATIENCE
    while state_of(path, code) is not state:
        assert time.monotonic() < deadline, f"{code} should be {state}"
        time.sleep(0.05)  # (another look until it is saved)


def at_rate(terminal: Terminal, seconds: float) -> int:
    """Take what the line carries in some seconds; how many bytes came."""
    began, taken = time.monotonic(), 0
    while (passed := time.monotonic() - began) < seconds:
        allowed = int(passed * RATE) - taken
        if allowed > 0:
            taken += len(terminal.read(allowed, patience=0.02))
        else:
            time.sleep(0.01)  # (the line carries no more yet)
    return taken


def agrees_with_itself(terminal: Terminal) -> bool:
    """Whether drawing everything again changes nothing."""
    terminal.rests(0.5)
    before = terminal.looks()
    terminal.type(CTRL_L)
    terminal.sees("quit")
    terminal.rests(0.5)
    return terminal.looks() == before


def test_keys_reach_the_disk_while_the_line_stands_still(opened: Open, path: Path) -> None:
    terminal = opened()
    terminal.rests(0.3)
    terminal.type(DOWN)
    terminal.sees("O1 ·")
    terminal.rests(0.3)
    before = len(terminal.output)
    repaints = 40
    for turn in range(repaints):
        terminal.type("t" + DOWN * 3 + UP * 3)
        terminal.until_taken()
        if turn % 13 == 12:
            terminal.type(" ")
    wait_for(path, "O1", State.DONE)
    terminal.rests(1.0)
    assert len(terminal.output) - before < KERNEL_HOLDS + 2 * WHOLE_SCREEN
    assert len(terminal.output) - before < repaints * WHOLE_SCREEN / 4
    terminal.sees("Saved: O1")
    assert agrees_with_itself(terminal)


def test_9600_bits_a_second_are_enough_to_work(opened: Open, path: Path) -> None:
    terminal = opened(**SIXTEEN)
    terminal.rests(0.3)
    terminal.type(DOWN * 13 + " ")
    wait_for(path, "O12", State.IN_PROGRESS)
    at_rate(terminal, 2.5)
    assert terminal.shows("O12 ·")
    assert terminal.shows("Saved: O12")
    assert agrees_with_itself(terminal)
