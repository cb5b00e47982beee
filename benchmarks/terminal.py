"""A program behind a pseudo-terminal, seen from outside: when it paints, and what it sends."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import resource
    from collections.abc import Mapping, Sequence

QUIET = 0.15
"""How many seconds without output end a repaint."""

_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[P\]_^][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.")
_ANSWERS = (
    (re.compile(rb"\x1b\[c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[\?(\d+)\$p"), b"\x1b[?%s;0$y"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
)


class Terminal:
    """One run of a program.

    Attributes:
        sent: How many bytes the program has sent.
        started: When it was started, by `time.perf_counter`.
    """

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        """Start a program.

        Args:
            command: The program and its arguments.
            env: Its whole environment.
            size: Columns and rows.
        """
        self.sent = 0
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.execvpe(command[0], list(command), dict(env))
        self._text = b""

    def wait_for(self, wanted: str, limit: float = 20.0) -> float:
        """Read until a text has been sent; the seconds since the start.

        Raises:
            TimeoutError: It has not come within the limit.
        """
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            self._read(0.05)
            if wanted.encode() in _ESCAPES.sub(b"", self._text):
                return time.perf_counter() - self.started
        raise TimeoutError(wanted)

    def settle(self, limit: float = 10.0) -> tuple[float, int]:
        """Read until nothing more comes; when the last part came after the call, and the bytes."""
        began = time.perf_counter()
        last, bytes_before = began, self.sent
        while time.perf_counter() - last < QUIET and time.perf_counter() - began < limit:
            if self._read(QUIET):
                last = time.perf_counter()
        return last - began, self.sent - bytes_before

    def press(self, keys: bytes) -> tuple[float, int]:
        """Type, and read until nothing more comes: seconds to the last part, and bytes."""
        os.write(self._fd, keys)
        return self.settle()

    def leave(self, keys: bytes) -> tuple[float, float, int]:
        """Type what ends it: seconds until it has ended, its CPU seconds, its memory in KiB."""
        began = time.perf_counter()
        os.write(self._fd, keys)
        while not (ended := os.wait4(self._pid, os.WNOHANG))[0]:
            self._read(0.01)
            if time.perf_counter() - began > 10:
                os.kill(self._pid, signal.SIGKILL)
        os.close(self._fd)
        usage: resource.struct_rusage = ended[2]
        return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss

    def _read(self, limit: float) -> bool:
        """Take what the program sends within the limit, and answer as a terminal does."""
        if not select.select([self._fd], [], [], limit)[0]:
            return False
        try:
            part = os.read(self._fd, 1 << 16)
        except OSError:  # it has ended
            return False
        self.sent += len(part)
        self._text = (self._text + part)[-400_000:]
        for asked, answer in _ANSWERS:
            for match in asked.finditer(part):
                os.write(self._fd, answer % match.groups() if match.groups() else answer)
        return bool(part)
