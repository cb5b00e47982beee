"""Whether the screen can be drawn here at all; where not, a plain sentence is better than noise.

What can be mended is mended: a program that was told another character set than the terminal's
begins again with UTF-8.
"""

from __future__ import annotations

import io
import locale
import os
import sys
from typing import NoReturn

from ita_tui.cli.output import can_carry
from ita_tui.cli.terminal_query import shows_utf8
from ita_tui.errors import UsageError
from ita_tui.i18n import N_, _, language, use

COLUMNS, LINES = 60, 16
"""The smallest terminal that the screen fits in, in cells."""

_OBEY_NOTHING = frozenset({"dumb", "unknown", "emacs"})
"""What programs call a terminal that shows escape sequences instead of obeying them."""

_THAI = "กำลัง●"

_TMUX_PATIENCE = 2.0
"""How many seconds tmux may take to answer."""

_NO_TERMINAL = N_(
    "The screen needs a terminal for its input and output; over SSH, type: ssh -t HOST ita-tui. "
    "`ita-tui list` and the other commands need none."
)
_DUMB = N_(
    "This terminal (TERM={term}) cannot show the screen; if it is a common one, type: "
    "TERM=xterm-256color ita-tui. `ita-tui list` and the other commands work here."
)
_NO_THAI = N_(
    "The character set {encoding} has no Thai; set the terminal to UTF-8, then type: "
    "export LC_ALL=C.UTF-8"
)
_TOO_SMALL = N_(
    "The terminal has {columns} columns and {lines} lines; the screen needs {least_columns} and "
    "{least_lines}. Make the window larger, or its letters smaller, then type: ita-tui"
)
_NO_UTF8 = (
    "This terminal shows no UTF-8; set its character set to UTF-8 (in PuTTY: Window, Translation), "
    "or open another one by typing: LC_ALL=C.UTF-8 xterm"
)
_SCREEN = "screen runs without UTF-8; leave it with Ctrl+A d, then type: screen -U"
_TMUX = (
    "tmux runs without UTF-8 and shows _ for Thai; leave it with Ctrl+B d, then type: "
    "tmux -u attach"
)
"""Where no Thai can be shown, Thai would be of no use: these are in English alone."""


def check_terminal() -> None:
    """Refuse to open the screen where it cannot be drawn.

    Raises:
        UsageError: Input or output is no terminal, or one that is too simple, too small or
            without Thai; the message is in Thai and English, since nobody may have set the
            language yet, and in English alone where the terminal shows no Thai.
    """
    # Textual draws to standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise _refusal(_NO_TERMINAL)
    term = os.environ.get("TERM", "")
    if term in _OBEY_NOTHING:
        raise _refusal(_DUMB, term=term)
    _check_characters()
    size = os.get_terminal_size(sys.stdout.fileno())
    # A line that does not know its size says 0; the screen then takes the customary 80 by 24.
    if 0 < size.columns < COLUMNS or 0 < size.lines < LINES:
        raise _refusal(
            _TOO_SMALL,
            columns=size.columns,
            lines=size.lines,
            least_columns=COLUMNS,
            least_lines=LINES,
        )


def _check_characters() -> None:
    """Refuse a terminal that shows no Thai; ask it where nothing else tells."""
    _speak_utf8()
    source, target = sys.stdin.fileno(), sys.stdout.fileno()
    if not (can_carry(sys.stdout, _THAI) and can_carry(sys.stderr, _THAI)):
        if not sys.flags.utf8_mode and shows_utf8(source, target):
            _begin_again()
        raise _refusal(_NO_THAI, encoding=sys.stdout.encoding)
    if "TMUX" in os.environ and _tmux_lacks_utf8():
        raise UsageError(_TMUX)
    inside_screen = "STY" in os.environ
    if (inside_screen or not _locale_says_utf8()) and shows_utf8(source, target) is False:
        raise UsageError(_SCREEN if inside_screen else _NO_UTF8)


def _speak_utf8() -> None:
    """Use UTF-8 where the locale has it, whatever the streams were told (PYTHONIOENCODING)."""
    if not sys.flags.utf8_mode and not _is_utf8(locale.getencoding()):
        return
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _begin_again() -> NoReturn:
    """Start this program anew in place of itself, with UTF-8 whatever the locale is."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"}
    environment["PYTHONUTF8"] = "1"
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)


def _locale_says_utf8() -> bool:
    """Whether the person's locale names UTF-8; Python itself sets LC_CTYPE where it is C."""
    said = (os.environ.get(name, "") for name in ("LC_ALL", "LANG"))
    return any(_is_utf8(one.partition(".")[2]) for one in said)


def _is_utf8(name: str) -> bool:
    return name.lower().replace("-", "") == "utf8"


def _tmux_lacks_utf8() -> bool:
    """Whether tmux says that this terminal of its gets `_` for what is not ASCII."""
    import subprocess  # noqa: PLC0415 (only inside tmux)

    command = ("tmux", "display-message", "-p", "#{client_utf8}")
    try:
        answer = subprocess.run(command, capture_output=True, check=False, timeout=_TMUX_PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return False  # a tmux that cannot be asked has its server elsewhere
    return answer.stdout.strip() == b"0"


def _refusal(message: str, **values: object) -> UsageError:
    english = message.format(**values)
    thai = _in_thai(message).format(**values)
    if thai == english or not can_carry(sys.stderr, thai):
        return UsageError(english)
    return UsageError(f"{thai}\n{english}")


def _in_thai(message: str) -> str:
    spoken = language()
    use("th")
    try:
        return _(message)
    finally:
        use(spoken)
