"""The minutes in a real terminal: an editor of one's own takes it over and gives it back."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.text import SHOWN_LIMIT
from ita_tui.store import Store
from tests.ui.process import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.driver import Colleague

WRITES = """#!/bin/sh
trap 'printf "INTERRUPTED "' INT
printf 'THE EDITOR IS HERE '
stat --format '%a %n' "${1%/*}" | sed 's|\\([0-9]*\\) .*/\\([^/]*\\)/editing-.*|\\1 IN \\2|'
until read answer; do :; done
printf '%s\\n' "$answer" > "$1"
"""
HANGS = """#!/bin/sh
printf 'half a sentence\\n' > "$1"
printf 'THE EDITOR IS HERE'
exec sleep 60
"""


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Iterator[Callable[[str], Terminal]]:
    """Opens the program with an editor, on a part of the minutes that is one text."""
    terminals: list[Terminal] = []
    temporary = tmp_path / "temporary"
    temporary.mkdir(exist_ok=True)

    def begin(editor: str = WRITES) -> Terminal:
        script = tmp_path / "editor"
        script.write_text(editor, "utf-8")
        script.chmod(0o700)
        variables = {"EDITOR": str(script), "VISUAL": "", "TMPDIR": str(temporary)}
        terminals.append(Terminal(folder, variables=variables))
        return terminals[-1]

    yield begin
    for terminal in terminals:
        terminal.close()


def first_problem(path: Path) -> str:
    """The first problem of the minutes on the disk."""
    store = Store(path)
    found = store.read().meetings[-1].problems[0]
    store.close()
    return found


def left_over(path: Path, tmp_path: Path) -> list[Path]:
    """What was made for the editor and is still there."""
    beside = path.with_name(f"{path.name}.drafts").glob("editing-*")
    return [*(tmp_path / "temporary").iterdir(), *beside]


def to_the_editor(terminal: Terminal) -> None:
    """Go to the first problem, and open the editor on it."""
    terminal.sees("quit")
    terminal.type("m")
    terminal.sees("still open")
    terminal.type("G" + "k" * 8)
    terminal.sees("❯   1  ")
    terminal.type("E")
    terminal.sees("THE EDITOR IS HERE")


def test_a_text_too_long_for_the_field_is_made_shorter_in_the_editor(
    opened: Callable[[str], Terminal], path: Path, colleague: Colleague
) -> None:
    meeting = colleague.store.read().meetings[-1]
    long = ("ยาวเกินไป " * SHOWN_LIMIT, *meeting.problems[1:])
    with colleague.store.transaction(colleague.actor) as tx:
        tx.put_meeting(replace(meeting, problems=long))
    terminal = opened(WRITES)
    to_the_editor(terminal)
    terminal.type("written outside\r")
    terminal.sees("Saved.")
    assert first_problem(path) == "written outside"


def test_the_screen_steps_aside_and_comes_back(
    opened: Callable[[str], Terminal], path: Path, tmp_path: Path
) -> None:
    terminal = opened(WRITES)
    to_the_editor(terminal)
    terminal.sees("700 IN 2567.json.drafts")
    terminal.type("written outside\r")
    terminal.sees("Saved.")
    terminal.sees("written outside")
    assert not terminal.shows("THE EDITOR IS HERE")
    assert terminal.shows("Signatures  2")
    assert first_problem(path) == "written outside"
    assert left_over(path, tmp_path) == []
    terminal.type("q")
    terminal.sees("quit")
    terminal.type("q")
    assert terminal.leave() == 0
    assert terminal.is_tidy


def test_what_the_editor_has_saved_outlives_a_dropped_line(
    opened: Callable[[str], Terminal], path: Path, tmp_path: Path
) -> None:
    terminal = opened(HANGS)
    before = first_problem(path)
    to_the_editor(terminal)
    os.killpg(terminal.process.pid, signal.SIGHUP)
    terminal.leave()
    assert left_over(path, tmp_path) == []
    assert first_problem(path) == before
    again = opened(WRITES)
    again.sees("You were typing in the minutes")
    again.sees("Enter chooses")
    again.type("y")
    again.sees("half a sentence")
    again.type("\x1bOQ")
    again.sees("Saved.")
    assert first_problem(path) == "half a sentence"


def test_an_interrupt_is_for_the_editor(opened: Callable[[str], Terminal], path: Path) -> None:
    terminal = opened(WRITES)
    to_the_editor(terminal)
    terminal.type("\x03")
    terminal.sees("INTERRUPTED")
    terminal.type("written after it\r")
    terminal.sees("Saved.")
    assert first_problem(path) == "written after it"
    assert terminal.process.poll() is None


def test_what_is_being_typed_outlives_a_kill(
    opened: Callable[[str], Terminal], folder: Path, path: Path
) -> None:
    terminal = opened(WRITES)
    before = first_problem(path)
    terminal.sees("quit")
    terminal.type("m")
    terminal.sees("still open")
    terminal.type("G" + "k" * 8)
    terminal.sees("❯   1  ")
    terminal.type("\r")
    terminal.sees("Problem or obstacle")
    terminal.type("half a sentence")
    drafts = folder / f"{path.name}.drafts"
    terminal.until(
        lambda: any("half a sentence" in one.read_text("utf-8") for one in drafts.glob("*.json")),
        "what is typed should be kept",
    )
    other = opened(WRITES)  # the same person's second screen leaves it to the first
    other.sees("quit")
    other.type("m")
    other.sees("still open")
    assert not other.shows("You were typing")
    os.kill(terminal.process.pid, signal.SIGKILL)
    terminal.leave()
    assert first_problem(path) == before
    again = opened(WRITES)
    again.sees("You were typing in the minutes")
    again.sees("Enter chooses")
    again.type("y")
    again.sees("half a sentence")
    again.type("\x1bOQ")
    again.sees("Saved.")
    assert first_problem(path).startswith("half a sentence")
