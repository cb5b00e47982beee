"""Child processes that work until they are ended, and the two ways to wait for them."""

from __future__ import annotations

import os
import select
import signal
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

ORDINARY: dict[signal.Signals, Callable[[int, FrameType | None], object] | signal.Handlers] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
}
"""How Python takes signals at its start; a parent may have been told to ignore some."""


STUBBORN = 10.0
"""How many seconds a child may go on after a signal."""


def forked(work: Callable[[], object]) -> int:
    """A child process that does the work and ends without a word; its id.

    It ends with 0 when the work is done, with 1 when it came to nothing.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            for number, handler in ORDINARY.items():
                signal.signal(number, handler)
            work()
            code = 0
        finally:
            os._exit(code)
    return child


def joined(child: int) -> int:
    """Wait for a child; its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def ended(child: int, number: int) -> tuple[int, float]:
    """Send a signal to a child and wait for it: its exit code, and after how many seconds.

    One that goes on all the same is killed.
    """
    watch = os.pidfd_open(child)
    began = time.monotonic()
    os.kill(child, number)
    if not told(watch, STUBBORN):
        os.kill(child, signal.SIGKILL)
    os.close(watch)
    return joined(child), time.monotonic() - began


def told(pipe: int, limit: float) -> bool:
    """Wait until a pipe can be read, or a watched child has ended; whether it came in time."""
    return bool(select.select([pipe], [], [], limit)[0])


def let_pass(seconds: float) -> None:
    """Let others work for a while."""
    select.select([], [], [], seconds)
