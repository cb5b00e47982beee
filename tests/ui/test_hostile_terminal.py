"""The real program in a real terminal, over data that want to be obeyed: every screen, every byte.

A widget may be given a clean text and draw something else; what counts is what is written.
"""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pytest

from ita_tui.thai.cells import width
from tests.ui.poison import by_hand, item_of, poison
from tests.ui.process import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.driver import Colleague

PAYLOADS = {
    "CSI": "\x1b[3;66;199t",
    "OSC 0": "\x1b]0;OWNED\x07",
    "OSC 8": "\x1b]8;;https:example.go.th\x1b\\x\x1b]8;;\x1b\\",
    "OSC 52": "\x1b]52;c;T1dORUQ=\x07",
    "DCS": "\x1bP1$qm\x1b\\",
    "C1": "\x9b3;66;199t\x9d0;OWNED\x9c\x90q\x9c\x85",
    "bidi": "\u202ea\u2066b\u2069\u200f\u061c",
    "C0": "\x08\x0b\x0c\x0e\x7f",
}
EVERYTHING = "[@click=app.exit(7)]Press[][none][link=x:y]z[link]" + "".join(PAYLOADS.values())

CSI = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
"""What the program draws with; none of the payloads is like it."""

POINTER = re.compile(rb"\x1b\]22;[a-z]*\x07")
"""The one other sequence of the program's own: the shape of the mouse pointer."""

OBEYED = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What a terminal obeys, save the ends of lines."""

ESCAPE, DOWN = "\x1b", "\x1b[B"


class View(NamedTuple):
    """Something on the screen that shows data.

    Attributes:
        keys: What opens it.
        shown: What it says of its own.
        data: The names of the places whose texts are seen in it.
        clicked: The one of them that the mouse is pressed on; empty where that would choose.
        way_out: The keys that close it; empty where the next view stands over it or in its place.
    """

    keys: str
    shown: str
    data: tuple[str, ...]
    clicked: str = ""
    way_out: str = ""


PASTED = f"\x1b[200~Qpasted {EVERYTHING.replace(ESCAPE, '')}\x1b[201~"
"""A paste as terminals send it: they take every ESC out, since one could end the paste."""

VIEWS = (
    View("", "quit", ("agency", "me", "category")),
    View("/O12\r", "1 items match", ("name", "wording"), "name"),
    View("s", "Enter chooses", ("name", "wording"), "name", ESCAPE),
    View("e", "Responsible unit", ("unit", "url", "remark"), "unit"),
    View("x" + ESCAPE, "Give up what you typed?", (), "", DOWN + "\r"),
    View("h", "History of O12", ("as", "before"), "before", ESCAPE),
    View("x", "Export a document", ("id",), "", ESCAPE),
    View("b", "Go back to an earlier version", ("as",), "", ESCAPE),
    View("?", "Choose a state or", (), "", ESCAPE),
    View("\x10", "Type part of a command", ()),
    View(PASTED, "No command has this name", ("pasted",), "", ESCAPE),
    View("m", "still open", ("place", "title", "speaker", "role"), "place", ESCAPE),
    View("r", "Review in which meeting?", ()),
    View(DOWN + "\r", "decided", ("name",), "name"),
    View("g", "Code of the item", ()),
    View(PASTED, "Code of the item", ("pasted",), "pasted"),
    View("\r", "no item", ("pasted",), "pasted"),
)
"""Every screen that opens over the list, one after the other."""


def text_of(place: str) -> str:
    """A hostile text that is known again by the name of its place."""
    return f"Q{place} {EVERYTHING}"


def foreign(output: bytes) -> list[str]:
    """Everything in an output that is none of the program's own doing."""
    found = [name for name, payload in PAYLOADS.items() if payload.encode() in output]
    return found + OBEYED.findall(POINTER.sub(b"", CSI.sub(b"", output)).decode())


def run(folder: Path, *arguments: str) -> bytes:
    """What a command writes."""
    command = [sys.executable, "-m", "ita_tui", "--data", str(folder), "--lang", "en", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def press(terminal: Terminal, text: str) -> None:
    """Press and let go of the mouse on the first place where a text stands."""
    y, line = next((y, line) for y, line in enumerate(terminal.text(), 1) if text in line)
    x = width(line[: line.index(text)]) + 1
    terminal.type(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m")


def sees_no_more(terminal: Terminal, text: str) -> None:
    """Read until a text does not stand on the screen any more."""
    terminal.until(lambda: not terminal.shows(text), f"the screen should show no {text!r}")


@contextmanager
def opened(folder: Path, *arguments: str) -> Iterator[Terminal]:
    """The program; in the end it has written nothing foreign, and left when it was told to."""
    terminal = Terminal(folder, "--as", text_of("me"), *arguments)
    try:
        yield terminal
        assert terminal.leave() == 0
        assert foreign(terminal.output) == []
    finally:
        terminal.close()


@pytest.fixture
def hostile(folder: Path) -> Path:
    """A data folder with hostile texts, its own name among them, and two kept versions."""
    by_hand(folder / "2567.json", poison(text_of))
    place = folder.rename(folder.with_name(text_of("folder")))
    for turn in range(2):
        run(place, "--as", text_of("as"), "set", "O12", "--unit", text_of(f"unit{turn}"))
    return place


def test_every_screen_shows_hostile_texts_and_obeys_none(hostile: Path) -> None:
    with opened(hostile) as terminal:
        for view in VIEWS:
            terminal.type(view.keys)
            terminal.sees(view.shown)
            for place in view.data:
                terminal.sees(f"Q{place}")
            if view.clicked:
                press(terminal, f"Q{view.clicked}")
            if view.way_out:
                terminal.type(view.way_out)
                sees_no_more(terminal, view.shown)
        terminal.type(ESCAPE)
        terminal.sees("quit")
        terminal.type("q")


@pytest.mark.parametrize(
    "command", [["list"], ["show", "O12"], ["history"], ["backup", "--list"], ["years"]]
)
def test_every_command_shows_hostile_texts_and_writes_none(
    hostile: Path, command: list[str]
) -> None:
    assert foreign(run(hostile, *command)) == []


def test_an_empty_folder_with_a_hostile_name_is_named_only(tmp_path: Path) -> None:
    with opened(tmp_path / text_of("folder")) as terminal:
        terminal.sees("Qfolder")
        press(terminal, "Qfolder")
        terminal.type(f"{DOWN}\r{PASTED}")
        terminal.sees("Qpasted")
        press(terminal, "Qpasted")
        terminal.type("\r")
        terminal.sees("0/43")
        terminal.sees("Qpasted")
        terminal.type("q")


def test_damage_in_a_folder_with_a_hostile_name_is_told_and_mended(hostile: Path) -> None:
    path = hostile / "2567.json"
    path.write_bytes(path.read_bytes()[:-40])
    with opened(hostile) as terminal:
        terminal.sees("Qfolder")
        terminal.sees("Qas")
        press(terminal, "Qfolder")
        terminal.type("\r")
        terminal.sees("Put version")
        terminal.type(f"{DOWN}\r")
        terminal.sees("Qagency")
        terminal.type("q")


def test_a_hostile_colleague_is_told_of_and_settled_with(hostile: Path) -> None:
    with opened(hostile) as terminal:
        terminal.sees("O12 Qname")
        press(terminal, "O12 Qname")
        terminal.sees("Status")
        run(hostile, "--as", text_of("first"), "set", "O13", "--remark", text_of("news"))
        terminal.sees("Qfirst")
        press(terminal, "Qnews")
        terminal.type("e")
        terminal.sees("Responsible unit")
        terminal.type("mine")
        terminal.sees("mine")
        run(hostile, "--as", text_of("other"), "set", "O12", "--unit", text_of("theirs"))
        terminal.type("\x1bOQ")
        terminal.sees("Keep the other value")
        for place in ("other", "theirs"):
            terminal.sees(f"Q{place}")
            press(terminal, f"Q{place}")
        terminal.sees("Enter chooses")
        terminal.type("\r")
        terminal.sees("Nothing written")
        terminal.type("q")


def test_a_note_of_ten_megabytes_holds_no_screen_up(folder: Path, colleague: Colleague) -> None:
    long = (text_of("long") + " ก่อนสิ้นปีงบประมาณ ") * 50_000
    assert len(long.encode()) > 10_000_000
    by_hand(folder / "2567.json", lambda tables: item_of(tables).update(remark=long))
    with opened(folder) as terminal:
        terminal.sees("O12 ")
        press(terminal, "O12 ")
        terminal.sees("Qlong")
        terminal.type("e")
        terminal.sees("too many to change")
        terminal.type(ESCAPE)
        sees_no_more(terminal, "too many to change")
        colleague.sets("O12", "remark", long[1:])
        terminal.sees("กองช่าง: O12 remark: long")
        terminal.type("h")
        terminal.sees("History of O12")
        terminal.sees("remark: Qlong")
        terminal.type(ESCAPE)
        sees_no_more(terminal, "History of O12")
        terminal.type("q")
