"""A terminal to look at: tmux on a socket of its own, which shows Thai as terminals do."""

from __future__ import annotations

import os
import re
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PATIENCE = 30.0
"""How many seconds a condition may take to come true; far more than any should."""

_POLL = 0.05
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_SETTINGS = """\
set -g status off
set -s escape-time 0
set -g default-terminal tmux-256color
"""
_WATCHED = ("sh", "-c", '"$@"; printf "\\n[ended with %s]\\n" "$?"; exec cat', "sh")
_ENDED = re.compile(r"\[ended with (\d+)\]")
_FOREIGN = ("TMUX", "ITA_TUI", "TEXTUAL", "LC_", "COLUMNS", "LINES", "NO_COLOR", "COLORTERM")
"""Variables that would change what is tested."""


class Tmux:
    """One program in a terminal."""

    def __init__(
        self, folder: Path, command: Sequence[str], *, size: tuple[int, int] = (80, 24)
    ) -> None:
        """Start a program.

        Args:
            folder: Where the socket and the settings go; its name must be short.
            command: The program and its arguments.
            size: Columns and lines.
        """
        settings = folder / "tmux.conf"
        settings.write_text(_SETTINGS, "utf-8")
        self._tmux = ("tmux", "-u", "-S", str(folder / "tmux"), "-f", str(settings))
        columns, lines = map(str, size)
        self._do("new-session", "-d", "-x", columns, "-y", lines, "--", *_WATCHED, *command)

    def type(self, text: str) -> None:
        """Send characters, as the keys that type them."""
        self._do("send-keys", "-l", "--", text)

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names, such as `Enter`."""
        self._do("send-keys", *keys)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._do("resize-window", "-x", str(columns), "-y", str(lines))

    def again(self, command: Sequence[str]) -> None:
        """Start another program in place of the one before, whether that has ended or not."""
        self._do("respawn-pane", "-k", "--", *_WATCHED, *command)

    def lines(self) -> list[str]:
        """What stands on the screen, without the spaces at the ends of lines.

        SARA AM travels in two parts, and is one character again here.
        """
        shown = self._do("capture-pane", "-p")
        return _SARA_AM.sub("\\1\u0e33", shown).splitlines()

    def shows(self, text: str) -> bool:
        """Whether a text stands on the screen, in one line."""
        return any(text in line for line in self.lines())

    def sees(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        self.until(lambda: self.shows(text), f"{text!r} should be shown")

    def misses(self, text: str) -> None:
        """Wait until a text stands on the screen no more."""
        self.until(lambda: not self.shows(text), f"{text!r} should be gone")

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait until something is so.

        Raises:
            AssertionError: It does not come to be so.
        """
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{what}:\n" + "\n".join(self.lines())
            time.sleep(_POLL)  # (another look until it has been drawn)

    def ends(self) -> int:
        """Wait until the program has ended; its exit code."""
        self.until(lambda: self._code() is not None, "the program should end")
        code = self._code()
        assert code is not None
        return code

    def _code(self) -> int | None:
        found = _ENDED.search("\n".join(self.lines()))
        return None if found is None else int(found[1])

    @property
    def left_on(self) -> str:
        """Which of the alternate screen, the mouse, the keypad's codes and no cursor are on."""
        flags = "#{alternate_on}", "#{mouse_any_flag}", "#{keypad_flag}", "#{?cursor_flag,0,1}"
        return " ".join(
            flag for flag in flags if self._do("display-message", "-p", flag).strip() == "1"
        )

    def close(self) -> None:
        """End the program and the terminal."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def _do(self, *command: str) -> str:
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)
        }
        done = subprocess.run(
            [*self._tmux, *command],
            check=True,
            capture_output=True,
            env=environment | {"LANG": "C.UTF-8", "TERM": "xterm-256color"},
        )
        return done.stdout.decode()
