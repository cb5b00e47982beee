"""Asking the terminal itself whether it shows UTF-8: nothing else knows for certain."""

from __future__ import annotations

import os
import re
import select
import termios
import time
import tty

PATIENCE = 1.0
"""How many seconds the terminal may take to answer; over a slow line most of it is the line."""

_ASK = "\rก\x1b[6n".encode()
_CLEAR = b"\r\x1b[K"
_ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R")


def shows_utf8(source: int, target: int) -> bool | None:
    """Whether a Thai letter, which is three bytes in UTF-8, moves the cursor by one cell.

    Args:
        source: The descriptor that the terminal's answer comes from.
        target: The descriptor that leads to the terminal.

    Returns:
        None where the terminal does not answer.
    """
    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source, termios.TCSANOW)
        os.write(target, _ASK)
        column = _answer(source)
        os.write(target, _CLEAR)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)
    return None if column is None else column == 2  # noqa: PLR2004 (columns count from 1)


def _answer(source: int) -> int | None:
    """The column that the terminal reports, from 1."""
    deadline = time.monotonic() + PATIENCE
    said = b""
    while (left := deadline - time.monotonic()) > 0:
        ready, _writable, _failed = select.select([source], [], [], left)
        if ready:
            said += os.read(source, 64)
            if found := _ANSWER.search(said):
                return int(found[1])
    return None
