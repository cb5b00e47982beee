"""The real program in a pseudo-terminal: keys go in, and what a person would see comes out."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from types import MappingProxyType
from typing import TYPE_CHECKING

from ita_tui.thai.wire import sent
from tests.ui.terminal.emulator import Emulator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

PATIENCE = 15.0
"""How many seconds the program may take for anything."""

SIZE = (100, 30)
"""Columns and lines of the terminal."""

MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_FOREIGN = ("ITA_TUI", "COLUMNS", "LINES", "TEXTUAL", "NO_COLOR", "COLORTERM")
"""Variables that would change what is tested."""

SHOWN_AT_FIRST = {7, 25}
"""Modes that a terminal has on by itself: lines wrap, the cursor is shown."""

ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;0$y",
}
"""What a plain terminal answers to questions."""


PROGRAM = (sys.executable, "-m", "ita_tui")


def _take_terminal() -> None:
    """Make standard input the terminal that hangs up on this process."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A program in a terminal of 100 by 30, and everything that it has written.

    Attributes:
        output: All bytes so far.
        process: The program.
    """

    def __init__(
        self,
        folder: Path,
        *arguments: str,
        command: Sequence[str] = (),
        controls: bool = True,
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.output = b""
        self._seen = Emulator(*SIZE)
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._primary, self._secondary = pty.openpty()
        self._size(*SIZE)
        self._before = termios.tcgetattr(self._secondary)
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)
        }
        environment |= {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(folder.parent)}
        self.process = subprocess.Popen(
            command or [*PROGRAM, "--data", str(folder), "--lang", "en", *arguments],
            stdin=self._secondary,
            stdout=self._secondary,
            stderr=self._secondary,
            env=environment | dict(variables),
            start_new_session=True,
            preexec_fn=_take_terminal if controls else None,  # noqa: PLW1509 (this process has one thread here)
        )

    def type(self, text: str) -> None:
        """Send keys."""
        self.send(text.encode())

    def send(self, data: bytes) -> None:
        """Send a part of keys, as a line cuts them."""
        os.write(self._primary, data)

    def until_taken(self) -> None:
        """Wait until the program has taken what was typed; what it writes is left unread."""
        deadline = time.monotonic() + PATIENCE
        while self.unread:
            assert time.monotonic() < deadline, f"the keys should be taken:\n{self}"
            time.sleep(0.01)  # (another look until they are taken)

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Read until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{what}:\n{self}"
            self.read()

    def sees(self, text: str) -> None:
        """Read until a text stands on the screen."""
        self.until(lambda: self.shows(text), f"the screen should show {text!r}")

    def misses(self, text: str) -> None:
        """Read until a text stands on the screen no more."""
        self.until(lambda: not self.shows(text), f"the screen should not show {text!r}")

    def shows(self, text: str) -> bool:
        """Whether a text stands on the screen, in one line, as Thai is sent to a terminal."""
        text = sent(text)
        return any(text in line for line in self._seen.lines())

    def text(self) -> list[str]:
        """The lines of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self._seen.lines()]

    def looks(self) -> object:
        """Everything that can be seen, to be compared."""
        return self._seen.looks()

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size, and garbage for what it shows."""
        self._seen.resize(columns, lines)
        self._seen.feed(f"\x1b[H{'#' * columns}")
        self._size(columns, lines)

    def scribble(self, text: str) -> None:
        """Write on the screen as another program would."""
        self._seen.feed(text)

    def leave(self) -> int:
        """Wait for the end; the exit code, negative for a signal."""
        self.until(lambda: self.process.poll() is not None, "the program should end")
        self.read()
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the terminal, as a lost connection does."""
        os.close(self._primary)
        self._primary = -1

    @property
    def unread(self) -> int:
        """How many bytes of what was typed the program has not taken yet."""
        waiting = fcntl.ioctl(self._secondary, termios.FIONREAD, bytes(4))
        return int(struct.unpack("i", waiting)[0])

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

    def read(self, limit: int = 65536, patience: float = 0.05) -> bytes:
        """Take what the program has written, and answer as a terminal does."""
        if not select.select([self._primary], [], [], patience)[0]:
            return b""
        part = os.read(self._primary, limit)
        self.output += part
        self._seen.feed(self._decode(part))
        for question, answer in ANSWERS.items():
            for _ in range(part.count(question)):
                os.write(self._primary, answer)
        return part

    def rests(self, quiet: float) -> bytes:
        """What the program writes until it has written nothing for some seconds."""
        written = b""
        while part := self.read(patience=quiet):
            written += part
        return written

    def __str__(self) -> str:
        """The screen, and the last that was written."""
        return "\n".join([*self._seen.lines(), repr(self.output[-500:])])

    def _size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._secondary, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
