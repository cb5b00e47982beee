"""The real program behind a terminal, with somebody in front who types until the line drops."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from tests.faults.children import ORDINARY
from tests.ui.terminal.emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PATIENCE = 20.0
"""How many seconds the program may take to show something."""

QUIET = 0.03
"""After how many seconds without output an answer is complete."""

_FOREIGN = ("ITA_TUI", "COLUMNS", "LINES", "TEXTUAL", "NO_COLOR", "SSH_CONNECTION")
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;0$y",
}
"""What a plain terminal answers to questions."""

_SIZE = (100, 30)
"""Columns and lines."""


def prepare(home: str) -> None:
    """Make this process's environment that of a plain terminal, before the program is loaded."""
    for name in [name for name in os.environ if name.startswith(_FOREIGN)]:
        del os.environ[name]
    os.environ |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home}


def _renew_streams() -> None:
    """Let the standard streams be as Python makes them at its start on a terminal."""
    for descriptor, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        stream = open(descriptor, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 (they stay)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


class Typist:
    """One run of the program, and who sits in front.

    Attributes:
        pid: The program's process.
    """

    def __init__(self, program: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> None:
        """Start the program, as a process of its own with a terminal of its own.

        Args:
            program: Runs with arguments, and returns an exit code.
            arguments: They.
        """
        self._written = 0
        self._screen = Emulator(*_SIZE)
        self._decode = getincrementaldecoder("utf-8")().decode
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            code = 70
            try:
                for number, handler in ORDINARY.items():
                    signal.signal(number, handler)
                size = struct.pack("HHHH", *_SIZE[::-1], 0, 0)
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                _renew_streams()
                code = program(arguments)
            finally:
                os._exit(code)

    def types(self, keys: str) -> None:
        """Send keys."""
        os.write(self._terminal, keys.encode())

    def sees(self, text: str) -> bool:
        """Wait until a text stands on the screen; whether it came in time."""
        end = time.monotonic() + PATIENCE
        while not any(text in line for line in self._screen.lines()):
            if time.monotonic() > end or not self._read(0.05):
                return False
        return True

    def is_answered(self) -> bool:
        """Wait until a key was answered, and the answer is complete; whether it came in time."""
        end = time.monotonic() + PATIENCE
        self._written = 0
        while not self._written and time.monotonic() < end:
            self._read(0.05)
        seen = -1
        while self._written > seen and time.monotonic() < end:
            seen = self._written
            self._read(QUIET)
        return bool(self._written)

    def drops(self) -> None:
        """Close the terminal, as a lost connection does."""
        os.close(self._terminal)
        self._terminal = -1

    def ends(self, limit: float) -> tuple[int, float]:
        """Wait until the program has ended: its exit code, and after how many seconds.

        One that has not ended within the limit is killed.
        """
        began = time.monotonic()
        while not os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            if time.monotonic() - began > limit:
                os.kill(self.pid, signal.SIGKILL)
            self._read(0.005)
        took = time.monotonic() - began
        if self._terminal >= 0:
            os.close(self._terminal)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), took

    def _read(self, limit: float) -> bool:
        """Take what the program writes, and answer as a terminal does; whether it still may."""
        terminal = [self._terminal] if self._terminal >= 0 else []
        if not select.select(terminal, [], [], limit)[0]:
            return True
        try:
            part = os.read(self._terminal, 1 << 16)
        except OSError:  # the program has ended
            select.select([], [], [], limit)
            return False
        self._written += len(part)
        self._screen.feed(self._decode(part))
        for question, answer in _ANSWERS.items():
            for _ in range(part.count(question)):
                os.write(self._terminal, answer)
        return True
