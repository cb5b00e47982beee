"""Reads what Textual writes to a terminal: cells into a grid, and all the rest as it is."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from ita_tui.ui.terminal.pens import PLAIN, after

if TYPE_CHECKING:
    from ita_tui.ui.terminal.grid import Grid

TOKEN: Final = re.compile(
    r"""\x1b\[ (?P<pen>[0-9:;]*) m (?P<drawn>[^\x00-\x1f\x7f-\x9f]+) (?P<reset>\x1b\[0?m)?
    | \x1b\[ (?P<values>[0-9:;<=>?]*) (?P<final>[ -/]*[@-~])
    | (?P<string>\x1b[\]PX^_] [^\x07\x1b]* (?:\x07|\x1b\\))
    | (?P<escape>\x1b[ -/]*[0-OQ-WYZ\\`-~])
    | (?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])
    | (?P<text>[^\x00-\x1f\x7f-\x9f]+)""",
    re.VERBOSE,
)
"""One piece of what is written: a control sequence, a string, an escape, a control, or text; and
together, since nearly all is so, a pen, the text that is drawn with it, and a reset."""

_DRAWN: Final = ("drawn", "reset")
"""The last group of a token that is a pen with its text."""

_HARMLESS: Final = re.compile(r"[hlcnqtup]|\$p| q")
"""How control sequences end that change modes or ask something, and leave the cells alone."""

_LINK: Final = "\x1b]8;"
SYNC_ON, SYNC_OFF = "\x1b[?2026h", "\x1b[?2026l"
ALTERNATE_ON, ALTERNATE_OFF = "\x1b[?1049h", "\x1b[?1049l"


class Kind(Enum):
    """What a piece of output does.

    Attributes:
        PASS: It leaves the cells alone and is sent as it is.
        ENTER: It opens the alternate screen.
        LEAVE: It goes back to the ordinary screen.
        SYNC: It begins or ends a frame on terminals that draw frames as a whole.
        STRANGE: It may change the cells in a way that is not understood here.
    """

    PASS = auto()
    ENTER = auto()
    LEAVE = auto()
    SYNC = auto()
    STRANGE = auto()


_SWITCHES: Final = {
    ALTERNATE_ON: Kind.ENTER,
    ALTERNATE_OFF: Kind.LEAVE,
    SYNC_ON: Kind.SYNC,
    SYNC_OFF: Kind.SYNC,
}


class Reader:
    """Takes output apart; a sequence may be spread over several writes."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._rest = ""

    def read(self, data: str, grid: Grid) -> list[tuple[Kind, str]]:
        """Bring a grid up to date with what was written.

        Args:
            data: What was written.
            grid: What the terminal is to show; changed in place.

        Returns:
            The pieces that are no cells, in their order; everything after the alternate screen
            was left is one piece.
        """
        data = self._rest + data
        others, end = list[tuple[Kind, str]](), 0
        for token in TOKEN.finditer(data):
            start, after_it = token.span()
            if start != end:
                break
            end = after_it
            last = token.lastgroup
            if last in _DRAWN:
                others += _draw(token["pen"], token["drawn"], token["reset"], grid)
            elif last == "text":
                grid.write(token["text"])
            elif (kind := self._obey(token, grid)) is not None:
                others.append((kind, token.group()))
                if kind is Kind.LEAVE:
                    others.append((Kind.PASS, data[end:]))
                    end = len(data)
                    break
        self._rest = data[end:]
        return others

    def _obey(self, token: re.Match[str], grid: Grid) -> Kind | None:
        """Do what a sequence says; its kind if it has to be sent on."""
        final = token["final"]
        if final is None:
            return _other(token, grid)
        values = token["values"]
        if final == "m":
            pen = after(grid.pen, values)
            if pen is None:
                return Kind.STRANGE
            grid.pen = pen
            return None
        if final == "H":
            line, _, column = values.partition(";")
            grid.y, grid.x = _place(line), _place(column)
            return None
        if (switch := _SWITCHES.get(token.group())) is not None:
            return switch
        return Kind.PASS if _HARMLESS.fullmatch(final) else Kind.STRANGE


def _draw(values: str, text: str, reset: str | None, grid: Grid) -> list[tuple[Kind, str]]:
    """Write with another pen; what has to be sent on, where that is not understood."""
    pen = after(grid.pen, values)
    if pen is not None:
        grid.pen = pen
    grid.write(text)
    if reset:
        grid.pen = PLAIN
    return [] if pen is not None else [(Kind.STRANGE, f"\x1b[{values}m")]


def _place(number: str) -> int:
    """A place from 0, of a number from 1 that may be left out."""
    return max(int(number or 1), 1) - 1


def _other(token: re.Match[str], grid: Grid) -> Kind | None:
    """What is no control sequence: controls move the cursor, links are left out."""
    control = token["control"]
    if control is None:
        return None if token.group().startswith(_LINK) else Kind.PASS
    if control == "\n":  # the terminal's line discipline makes it a return as well
        grid.x, grid.y = 0, grid.y + 1
    elif control == "\r":
        grid.x = 0
    return Kind.PASS if control == "\a" else None
