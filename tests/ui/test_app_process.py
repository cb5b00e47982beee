"""The real program in a real terminal: it starts, it leaves, and it leaves the terminal tidy."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State
from ita_tui.store import Store
from tests.ui.driver import thai_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 15.0
"""How many seconds the program may take for anything."""

MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_FOREIGN = ("ITA_TUI", "COLUMNS", "LINES", "TEXTUAL", "NO_COLOR")
"""Variables that would change what is tested."""

SHOWN_AT_FIRST = {7, 25}
"""Modes that a terminal has on by itself: lines wrap, the cursor is shown."""

SHOWN_BY = {"/": "ode, name, status, unit", "je": "Responsible unit"}
"""What stands on the screen once some keys have done their work."""

ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;0$y",
}
"""What a plain terminal answers to questions."""


def _take_terminal() -> None:
    """Make standard input the terminal that hangs up on this process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program in a terminal of 100 by 30, and everything that it has written.

    Attributes:
        output: All bytes so far.
        process: The program.
    """

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.output = b""
        self._primary, self._secondary = pty.openpty()
        fcntl.ioctl(self._secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self._before = termios.tcgetattr(self._secondary)
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)
        }
        environment |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(folder.parent)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ita_tui", "--data", str(folder), "--lang", "en", *arguments],
            stdin=self._secondary,
            stdout=self._secondary,
            stderr=self._secondary,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 (this process has one thread here)
        )

    def type(self, text: str) -> None:
        """Send keys."""
        os.write(self._primary, text.encode())

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Read until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{what}:\n{self.output[-500:]!r}"
            self._read()

    def shows(self, text: str) -> bool:
        """Whether a text was written in one piece."""
        return text.encode() in self.output

    def leave(self) -> int:
        """Wait for the end; the exit code, negative for a signal."""
        self.until(lambda: self.process.poll() is not None, "the program should end")
        self._read()
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the terminal, as a lost connection does."""
        os.close(self._primary)
        self._primary = -1

    @property
    def is_tidy(self) -> bool:
        """Whether the terminal is as it was: no mode is left on that was off, or the reverse."""
        modes: dict[int, bool] = {}
        for numbers, switch in MODE.findall(self.output):
            for number in numbers.split(b";"):
                modes[int(number)] = switch == b"h"
        left = {number for number, on in modes.items() if on is not (number in SHOWN_AT_FIRST)}
        return left <= {2026} and termios.tcgetattr(self._secondary) == self._before

    def close(self) -> None:
        """End the program, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self._primary, self._secondary):
            if descriptor >= 0:
                os.close(descriptor)

    def _read(self) -> None:
        ready, _writable, _failed = select.select([self._primary], [], [], 0.05)
        if not ready:
            return
        part = os.read(self._primary, 65536)
        self.output += part
        for question, answer in ANSWERS.items():
            for _ in range(part.count(question)):
                os.write(self._primary, answer)


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    """The program on the sample municipality."""
    terminal = Terminal(folder)
    terminal.until(lambda: terminal.shows("O12"), "the list should be painted")
    terminal.until(lambda: terminal.shows("quit"), "the keys should be painted")
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
    terminal.until(lambda: terminal.shows("ข้อมูลผู้บริหาร"), "the details should be shown")
    terminal.type(" ")
    terminal.until(lambda: terminal.shows("Saved: O2"), "the change should be saved")
    assert saved(path, "O2") is State.NOT_STARTED
    terminal.type(thai_key("q"))
    assert terminal.leave() == 0


@pytest.mark.parametrize(
    ("number", "keys"), [(signal.SIGTERM, "/"), (signal.SIGHUP, "je")], ids=["TERM", "HUP"]
)
def test_a_signal_leaves_a_tidy_terminal(
    terminal: Terminal, number: signal.Signals, keys: str
) -> None:
    terminal.type(keys)
    terminal.until(lambda: terminal.shows(SHOWN_BY[keys]), "the keys should have been seen")
    began = time.monotonic()
    terminal.process.send_signal(number)
    assert terminal.leave() == 128 + number
    assert time.monotonic() - began < 3
    assert terminal.is_tidy
    assert b"Traceback" not in terminal.output


def test_a_lost_connection_ends_the_program(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.process.wait(PATIENCE) is not None


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
        terminal.until(lambda: terminal.shows("Leave"), "the start page should be painted")
        terminal.type("q")
        assert terminal.leave() == 0
        assert terminal.is_tidy
        assert not (tmp_path / "empty").exists()
    finally:
        terminal.close()
