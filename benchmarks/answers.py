"""What a terminal answers, and whether it was left as it was found."""

from __future__ import annotations

import re

_MODERN = {2026: 2}
"""The private modes that the terminal knows beside the old ones: 2 means that it is off now."""

_ASKED = re.compile(
    rb"\x1b\[0?(?P<attributes>c)|\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<place>6)n"
    rb"|\x1b\[\?(?P<keyboard>u)"
)

_MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")

_ON_BY_ITSELF = {7, 25}
"""Modes that a terminal has on when a program starts: lines wrap, the cursor is shown."""

_KEYBOARD = re.compile(rb"\x1b\[([<>])\d*u")


def answers(sent: bytes) -> bytes:
    """The bytes that a terminal sends back for the questions in what a program sent."""
    return b"".join(_answer(asked) for asked in _ASKED.finditer(sent))


def _answer(asked: re.Match[bytes]) -> bytes:
    if asked["attributes"]:
        return b"\x1b[?62;22c"
    if asked["mode"]:
        return b"\x1b[?%s;%d$y" % (asked["mode"], _MODERN.get(int(asked["mode"]), 0))
    return b"\x1b[1;1R" if asked["place"] else b"\x1b[?0u"


def is_restored(sent: bytes) -> bool:
    """Whether a program has put back every mode that it changed in all that it sent."""
    modes = dict.fromkeys(_ON_BY_ITSELF, True)
    for numbers, what in _MODES.findall(sent):
        modes |= {int(number): what == b"h" for number in numbers.split(b";")}
    level = sum(1 if what == b">" else -1 for what in _KEYBOARD.findall(sent))
    return level <= 0 and {number for number, on in modes.items() if on} == _ON_BY_ITSELF
