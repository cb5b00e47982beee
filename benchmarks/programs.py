"""The programs that are measured on a screen: the floor and ours, in terminals of both kinds."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

FLOOR = Path(__file__).parent / "floor.py"

DOWN = b"\x1b[B"
UP = b"\x1b[A"
HOME = b"\x1b[H"

FIRST = "โครงสร้าง"
"""The name of the first item: where it stands on the screen, the list does."""

_KEPT = ("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Program:
    """A program that shows the list.

    Attributes:
        name: What its figures are kept under.
        command: It and its arguments.
        toggle: The key that changes the line under the cursor.
        ahead: A pattern of the line that the keys of `AHEAD` lead to.
    """

    name: str
    command: tuple[str, ...]
    toggle: bytes
    ahead: str


AHEAD = DOWN * 4
"""The keys that are typed before a program has begun."""


def floor() -> Program:
    """The least Textual program that shows the list, without storage."""
    return Program("floor", (sys.executable, str(FLOOR)), b"x", "อำนาจหน้าที่")


def ours(folder: Path, name: str = "ours") -> Program:
    """This program on a data folder."""
    command = (str(Path(sys.executable).with_name("ita-tui")), "--data", str(folder))
    return Program(name, command, b" ", "O4 +แผนยุทธศาสตร์")


def environment(*, truecolour: bool) -> dict[str, str]:
    """The environment of a terminal with all colours, or with sixteen."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if truecolour:
        colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    else:
        colours = {"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "standard"}
    return {**kept, **colours, "LANG": "C.UTF-8"}
