"""The real program in a real terminal: it starts, it leaves, and it leaves the terminal tidy."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State
from ita_tui.store import Store
from tests.ui.driver import thai_key
from tests.ui.process import PATIENCE, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWN_BY = {"/": "ode, name, status, unit", "je": "Responsible unit"}
"""What stands on the screen once some keys have done their work."""


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The program on the sample municipality."""
    terminal = Terminal(folder)
    terminal.sees("O12")
    terminal.sees("quit")
    yield terminal
    terminal.close()


def saved(path: Path, code: str) -> State:
    """The state of an item on the disk."""
    store = Store(path)
    item = store.read().checklist.item(code)
    store.close()
    assert item is not None
    return item.status.state


def test_q_leaves_a_tidy_terminal(terminal: Terminal) -> None:
    assert not terminal.is_tidy
    terminal.type("q")
    assert terminal.leave() == 0
    assert terminal.is_tidy
    assert b"Traceback" not in terminal.output


def test_what_is_typed_with_the_thai_layout_reaches_the_disk(
    terminal: Terminal, path: Path
) -> None:
    assert saved(path, "O2") is State.CURRENT
    terminal.type("\x1b[B")
    terminal.type(thai_key("j"))
    terminal.sees("ข้อมูลผู้บริหาร")
    terminal.type(" ")
    terminal.sees("Saved: O2")
    assert saved(path, "O2") is State.NOT_STARTED
    terminal.type(thai_key("q"))
    assert terminal.leave() == 0


@pytest.mark.parametrize(
    ("number", "keys"),
    [(signal.SIGTERM, "/"), (signal.SIGHUP, "je"), (signal.SIGINT, "je")],
    ids=["TERM", "HUP", "INT"],
)
def test_a_signal_leaves_a_tidy_terminal(
    terminal: Terminal, number: signal.Signals, keys: str
) -> None:
    terminal.type(keys)
    terminal.sees(SHOWN_BY[keys])
    began = time.monotonic()
    terminal.process.send_signal(number)
    assert terminal.leave() == 128 + number
    assert time.monotonic() - began < 3
    assert terminal.is_tidy
    assert b"Traceback" not in terminal.output


def test_a_lost_connection_ends_the_program(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) is not None


def test_a_terminal_that_ends_without_a_signal_ends_the_program(folder: Path) -> None:
    terminal = Terminal(folder, controls=False)
    try:
        terminal.sees("quit")
        terminal.hang_up()
        assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP
    finally:
        terminal.close()


def test_data_that_cannot_be_read_are_one_sentence(folder: Path, path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"schema": 1', b'"schema": 99', 1))
    terminal = Terminal(folder)
    try:
        assert terminal.leave() == 4
        assert terminal.is_tidy
        assert b"Traceback" not in terminal.output
        assert terminal.shows("2567.json")
    finally:
        terminal.close()


def test_an_empty_folder_gets_the_start_page_and_nothing_else(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "empty")
    try:
        terminal.sees("Leave")
        terminal.type("q")
        assert terminal.leave() == 0
        assert terminal.is_tidy
        assert not (tmp_path / "empty").exists()
    finally:
        terminal.close()


def test_what_is_being_typed_outlives_a_kill(folder: Path, path: Path) -> None:
    terminal = Terminal(folder)
    try:
        terminal.sees("quit")
        terminal.type("je")
        terminal.sees("Responsible unit")
        terminal.type("half a unit")
        drafts = path.with_name(f"{path.name}.drafts")
        terminal.until(
            lambda: any("half a unit" in one.read_text("utf-8") for one in drafts.glob("*.json")),
            "the text should be kept aside",
        )
        terminal.process.kill()
        terminal.process.wait(PATIENCE)
    finally:
        terminal.close()
    again = Terminal(folder)
    try:
        again.sees("You were typing for")
        again.sees("Enter chooses")
        again.type("y")
        again.sees("half a unit")
    finally:
        again.close()
