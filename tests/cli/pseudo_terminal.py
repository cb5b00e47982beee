"""The real command in a pseudo-terminal of some size and kind, and what a person is told there."""

from __future__ import annotations

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
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PATIENCE = 20.0
"""How many seconds the command may take."""

OPENED = b"\x1b[?1049h"
"""What a program writes that takes the whole screen."""

_QUESTION = "\rก\x1b[6n".encode()
_ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\r")
_KEPT = ("PATH", "PYTHONPATH", "COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the command.

    Attributes:
        code: Its exit code; None when it has opened the screen.
        said: What it has written, without escape sequences.
    """

    code: int | None
    said: str


def run(
    folder: Path,
    variables: Mapping[str, str],
    *,
    size: tuple[int, int] = (80, 24),
    column: int | None = 2,
) -> Outcome:
    """Open the screen on a data folder, and look what happens.

    Args:
        folder: The data folder.
        variables: The environment beside the least that a program needs.
        size: Columns and lines of the terminal.
        column: The column in which the terminal finds its cursor after a Thai letter at the
            beginning of a line: 2 where it shows UTF-8; None when it does not answer.
    """
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "ita_tui", "--data", str(folder)],
        stdin=secondary,
        stdout=secondary,
        stderr=secondary,
        env=kept | {"TERM": "xterm-256color", "HOME": str(folder.parent)} | {**variables},
        start_new_session=True,
    )
    os.close(secondary)
    try:
        return _watch(process, primary, column)
    finally:
        process.terminate()
        process.wait(PATIENCE)
        os.close(primary)


def _watch(process: subprocess.Popen[bytes], primary: int, column: int | None) -> Outcome:
    written, answered = b"", 0
    deadline = time.monotonic() + PATIENCE
    while OPENED not in written:
        assert time.monotonic() < deadline, written
        ready = select.select([primary], [], [], 0.05)[0]
        try:
            part = os.read(primary, 65536) if ready else b""
        except OSError:  # the last of the other side is gone
            part = b""
        written += part
        while written.count(_QUESTION) > answered and column is not None:
            os.write(primary, f"\x1b[1;{column}R".encode())
            answered += 1
        if not part and process.poll() is not None:
            said = _ESCAPES.sub(b"", written.replace(_QUESTION, b""))
            return Outcome(process.returncode, said.decode())
    return Outcome(None, "")
