"""Whether the screen can be drawn here at all; where not, a plain sentence is better than noise."""

from __future__ import annotations

import io
import locale
import os
import sys

from ita_tui.cli.output import can_carry
from ita_tui.errors import UsageError
from ita_tui.i18n import N_, _, language, use

COLUMNS, LINES = 60, 16
"""The smallest terminal that the screen fits in, in cells."""

_OBEY_NOTHING = frozenset({"dumb", "unknown", "emacs"})
"""What programs call a terminal that shows escape sequences instead of obeying them."""

_THAI = "กำลัง●"

_NO_TERMINAL = N_(
    "The screen needs a terminal for its input and output; `ita-tui list` and the other "
    "commands do not."
)
_DUMB = N_(
    "This terminal (TERM={term}) cannot show the screen; `ita-tui list` and the other commands "
    "work here."
)
_NO_THAI = N_(
    "The character set {encoding} has no Thai; use a UTF-8 locale, or set PYTHONUTF8=1 if the "
    "terminal shows UTF-8."
)
_TOO_SMALL = N_(
    "The terminal has {columns} columns and {lines} lines; the screen needs {least_columns} and "
    "{least_lines}."
)


def check_terminal() -> None:
    """Refuse to open the screen where it cannot be drawn.

    Raises:
        UsageError: Input or output is no terminal, or one that is too simple, too small or
            without Thai; the message is in Thai and English, since nobody may have set the
            language yet, and in English alone where the encoding has no Thai.
    """
    # Textual draws to standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise _refusal(_NO_TERMINAL)
    term = os.environ.get("TERM", "")
    if term in _OBEY_NOTHING:
        raise _refusal(_DUMB, term=term)
    _speak_utf8()
    if not (can_carry(sys.stdout, _THAI) and can_carry(sys.stderr, _THAI)):
        raise _refusal(_NO_THAI, encoding=sys.stdout.encoding)
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


def _speak_utf8() -> None:
    """Use UTF-8 where the locale has it, whatever the streams were told (PYTHONIOENCODING)."""
    if locale.getencoding().lower().replace("-", "") != "utf8":
        return
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
