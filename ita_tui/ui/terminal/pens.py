"""Pens: the colours and attributes of a cell, and the shortest way from one to another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

_OFF: Final = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
    "53": "55",
}
"""The attributes that can be taken back one by one, and what takes them back."""

_SEEN_ON_BLANKS: Final = frozenset({"4", "7", "9", "21", "53"})
"""Attributes that change how a space looks: lines, and exchanged colours."""

_PARAMETER: Final = re.compile(
    r"""(?: (?P<ink>38;(?:5;\d+|2;\d+;\d+;\d+)|3[0-7]|9[0-7])
    | (?P<ground>48;(?:5;\d+|2;\d+;\d+;\d+)|4[0-7]|10[0-7])
    | (?P<on>[1-9]|21|53)
    | (?P<off>2[2-57-9]|55)
    | (?P<no_ink>39)
    | (?P<no_ground>49)
    | (?P<reset>0*) )(?:;|\Z)""",
    re.VERBOSE,
)
"""One parameter of SGR, or one colour of several."""


class Pen:
    """How a cell is drawn. Pens that look the same are the same object: compare them with `is`.

    Attributes:
        attributes: The numbers of its attributes as SGR has them, such as 1 for bold.
        ink: The foreground as SGR parameters; empty for the terminal's own.
        ground: The background as SGR parameters; empty for the terminal's own.
        blank: The pen that draws a space just like this one does, with as little as possible.
    """

    __slots__ = ("attributes", "blank", "ground", "ink")

    def __init__(self, attributes: frozenset[str], ink: str, ground: str) -> None:
        """Make a pen; call `pen` instead."""
        self.attributes = attributes
        self.ink = ink
        self.ground = ground
        self.blank: Pen = self

    @property
    def shows_on_blanks(self) -> bool:
        """Whether a space drawn with this pen is more than its ground."""
        return not self.attributes.isdisjoint(_SEEN_ON_BLANKS)

    def __repr__(self) -> str:
        """The pen as SGR has it."""
        return f"Pen({_parameters(self)!r})"


@cache
def pen(attributes: frozenset[str], ink: str, ground: str) -> Pen:
    """The pen that looks like this."""
    made = Pen(attributes, ink, ground)
    if not made.shows_on_blanks and (attributes or ink):
        made.blank = pen(frozenset(), "", ground)
    return made


PLAIN: Final = pen(frozenset(), "", "")
"""The pen after a reset: the terminal's own colours."""


@lru_cache(maxsize=4096)
def after(before: Pen, parameters: str) -> Pen | None:
    """The pen after an SGR sequence; None when there is something in it that is not understood.

    Args:
        before: The pen so far.
        parameters: What stands between `ESC [` and `m`.
    """
    made, place = before, 0
    while place < len(parameters) or not place:
        found = _PARAMETER.match(parameters, place)
        if found is None or found.lastgroup is None:
            return None
        made = _with(made, found.lastgroup, found[found.lastgroup])
        place = max(found.end(), 1)
    return made


def _with(before: Pen, kind: str, code: str) -> Pen:
    """The pen after one parameter, which is of a kind that `_PARAMETER` names."""
    attributes, ink, ground = before.attributes, before.ink, before.ground
    if kind == "reset":
        return PLAIN
    if kind == "on":
        attributes |= {code}
    elif kind == "off":
        attributes -= {attribute for attribute, off in _OFF.items() if off == code}
    elif kind in {"ink", "no_ink"}:
        ink = code if kind == "ink" else ""
    else:
        ground = code if kind == "ground" else ""
    return pen(attributes, ink, ground)


@lru_cache(maxsize=4096)
def change(before: Pen | None, to: Pen) -> str:
    """The shortest sequence that exchanges a pen for another; empty when they are the same.

    Args:
        before: The pen that the terminal has; None when that is not known.
        to: The pen that it is to have.
    """
    if before is to:
        return ""
    parameters = _parameters(to)
    anew = f"\x1b[0;{parameters}m" if parameters else "\x1b[m"
    if before is None:
        return anew
    step = _step(before, to)
    return f"\x1b[{step}m" if step is not None and len(step) + 3 <= len(anew) else anew


def _step(before: Pen, to: Pen) -> str | None:
    """The parameters that change only what differs; None when something cannot be taken back."""
    gone = before.attributes - to.attributes
    if not gone <= _OFF.keys():
        return None
    off = sorted({_OFF[attribute] for attribute in gone})
    # Taking bold back takes dim back as well, and the like: what is to stay is said again.
    kept = {one for one in to.attributes & before.attributes if _OFF.get(one) in off}
    on = sorted((to.attributes - before.attributes) | kept)
    ink = [to.ink or "39"] if to.ink != before.ink else []
    ground = [to.ground or "49"] if to.ground != before.ground else []
    return ";".join([*off, *on, *ink, *ground])


def _parameters(one: Pen) -> str:
    return ";".join(part for part in (*sorted(one.attributes), one.ink, one.ground) if part)
