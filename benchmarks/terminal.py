"""A program behind a pseudo-terminal, seen from outside: when it answers, and what it sends."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import termios
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.answers import answers, is_restored
from benchmarks.emulator import Emulator

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Mapping, Sequence

SIZE = (100, 30)
"""Columns and rows."""

QUIET = 0.12
"""How many seconds without output end a repaint."""

_ANSWERED = 2.0
"""Within how many seconds the answer to a key begins."""

_PATIENCE = 20.0
_CPU_CLOCK_OF_PROCESS = 2


class Answer(NamedTuple):
    """What the program did about some keys.

    Attributes:
        seconds: From the keys to the last part of its answer.
        size: The bytes that it sent.
    """

    seconds: float
    size: int


class Ending(NamedTuple):
    """How the program ended.

    Attributes:
        seconds: From the key or the signal to its end.
        restored: Whether the terminal is as it was.
    """

    seconds: float
    restored: bool


class Terminal:
    """One run of a program.

    Attributes:
        process: The program.
        started: When it was started, by `time.perf_counter`.
        parts: What it has sent: when, and the bytes.
    """

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], typed_ahead: bytes = b""
    ) -> None:
        """Start a program.

        Args:
            command: The program and its arguments.
            env: Its whole environment.
            typed_ahead: Keys that are typed before it has begun.
        """
        self.parts: list[tuple[float, bytes]] = []
        self._emulator = Emulator(SIZE)
        self._fed = 0
        self._primary, self._secondary = os.openpty()
        size = struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0)
        fcntl.ioctl(self._secondary, termios.TIOCSWINSZ, size)
        self._before = termios.tcgetattr(self._secondary)
        os.write(self._primary, typed_ahead)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            env=dict(env),
            stdin=self._secondary,
            stdout=self._secondary,
            stderr=self._secondary,
            start_new_session=True,
        )

    def __enter__(self) -> Terminal:
        """It ends with the block at the latest."""
        return self

    def __exit__(self, *_raised: object) -> None:
        """End it, if it has not ended."""
        if self.process.returncode is None:
            self._close()

    def wait_until(self, reached: Callable[[Emulator], bool]) -> float:
        """Read until the screen has come to something; the seconds from the start to then.

        The screen is worked out only while the program is silent, so as not to slow it down.

        Raises:
            TimeoutError: It has not come to it.
        """
        end = time.perf_counter() + _PATIENCE
        while time.perf_counter() < end:
            while self._read(QUIET / 4):
                pass
            while self._fed < len(self.parts):
                when, part = self.parts[self._fed]
                self._fed += 1
                self._emulator.feed(part)
                if reached(self._emulator):
                    return when - self.started
        raise TimeoutError(f"{self.process.args!r} did not come to it")

    def settle(self, quiet: float = QUIET, begins: float = 0.0) -> Answer:
        """Read until nothing more comes for a while.

        Args:
            quiet: How many seconds without output end it.
            begins: Within how many seconds the output begins, if that is longer.
        """
        began, known = time.perf_counter(), len(self.parts)
        self._read(max(begins, quiet))
        while self._read(quiet) and time.perf_counter() - began < _PATIENCE:
            pass
        new = self.parts[known:]
        seconds = new[-1][0] - began if new else 0.0
        return Answer(seconds, sum(len(part) for _when, part in new))

    def press(self, keys: bytes, quiet: float = QUIET) -> Answer:
        """Type, wait for the answer to begin, and read until nothing more comes.

        Raises:
            TimeoutError: Nothing comes: it is not what was to be measured.
        """
        os.write(self._primary, keys)
        answer = self.settle(quiet, _ANSWERED)
        if not answer.size:
            raise TimeoutError(f"{self.process.args!r} did not answer {keys!r}")
        return answer

    def cpu(self) -> float:
        """The processor time of the program so far, in seconds."""
        return time.clock_gettime(~self.process.pid << 3 | _CPU_CLOCK_OF_PROCESS)

    def memory(self) -> float:
        """The memory of the program that is in use now, in MiB."""
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:  # noqa: PTH123 (no file)
            pages = int(file.read().split()[1])
        return pages * os.sysconf("SC_PAGESIZE") / (1 << 20)

    def sent(self) -> int:
        """How many bytes it has sent."""
        return sum(len(part) for _when, part in self.parts)

    def leave(self, how: bytes | signal.Signals) -> Ending:
        """Type what ends it, or send it a signal, and wait for its end."""
        began = time.perf_counter()
        if isinstance(how, bytes):
            os.write(self._primary, how)
        else:
            self.process.send_signal(how)
        ended = os.pidfd_open(self.process.pid)
        while not self._wait(ended) and time.perf_counter() - began < _PATIENCE:
            pass
        seconds = time.perf_counter() - began
        os.close(ended)
        return Ending(seconds, self._close())

    def _wait(self, ended: int) -> bool:
        """Read on until the program has ended; whether it has."""
        ready, _out, _err = select.select([ended, self._primary], [], [], _PATIENCE)
        if self._primary in ready:
            self._read(0)
        return ended in ready

    def _close(self) -> bool:
        """Let go of everything; whether the terminal was left as it was."""
        self.process.kill()
        self.process.wait()
        while self._read(0):
            pass
        now = termios.tcgetattr(self._secondary)
        same = all(now[field] == self._before[field] for field in (0, 1, 3))
        os.close(self._primary)
        os.close(self._secondary)
        return same and is_restored(b"".join(part for _when, part in self.parts))

    def _read(self, limit: float) -> bool:
        """Take what comes within the limit, and answer as a terminal does."""
        if not select.select([self._primary], [], [], limit)[0]:
            return False
        part = os.read(self._primary, 1 << 18)
        self.parts.append((time.perf_counter(), part))
        if answer := answers(part):
            os.write(self._primary, answer)
        return True
