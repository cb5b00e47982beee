"""The driver in the real program: what a person sees is what Textual means to show."""

from __future__ import annotations

import inspect
import os
import re
import shlex
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from ita_tui.ui.app import ItaApp
from ita_tui.ui.terminal.driver import TerminalDriver
from tests.ui.process import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.terminal.conftest import Open

CTRL_L = "\x0c"
DOWN = "\x1b[B"
CLEARED = b"\x1b[2J"


def source(thing: object) -> str:
    """The source of something of Textual's, with single spaces."""
    assert callable(thing)
    return re.sub(r"\s+", " ", inspect.getsource(thing))


def test_textual_still_writes_through_the_driver_that_an_app_names() -> None:
    assert "driver_class or self.get_driver_class()" in source(App.__init__)
    assert "self._driver.write(terminal_sequence)" in source(App._display)
    assert "self._driver.write" in source(App.copy_to_clipboard)


def test_textual_still_sends_through_the_file_that_the_driver_holds() -> None:
    assert vars(linux_driver)["WriterThread"] is WriterThread
    assert "self._writer_thread = WriterThread(self._file)" in source(
        LinuxDriver.start_application_mode
    )
    assert "self._writer_thread.write(data)" in source(LinuxDriver.write)
    assert "self._writer_thread.stop()" in source(LinuxDriver.close)
    assert "if qsize() == 0: flush()" in source(WriterThread.run)
    assert source(WriterThread.run).endswith("break write(text) if qsize() == 0: flush() flush() ")


def test_the_terminals_own_size_counts_and_not_the_environments(opened: Open) -> None:
    terminal = opened(COLUMNS="61", LINES="17")
    assert len(terminal.text()[2]) == 100, "the rule below the summary"
    terminal.resize(120, 40)
    terminal.until(lambda: "quit" in terminal.text()[39], "the key bar should be at the foot")
    assert len(terminal.text()[2]) == 120, "the rule below the summary"


def test_the_screen_uses_the_driver() -> None:
    assert ItaApp.get_driver_class is not App.get_driver_class
    assert issubclass(TerminalDriver, LinuxDriver)


def test_the_frames_go_through_the_wire(terminal: Terminal) -> None:
    assert CLEARED in terminal.output
    assert terminal.output.count(b"O12 ") == 1


def test_ctrl_l_mends_the_screen(terminal: Terminal) -> None:
    terminal.type(DOWN)
    terminal.sees("O1 ·")
    before = terminal.looks()
    terminal.scribble("\x1b[5;1H\x1b[41mBroadcast message from root\x1b[9;9H\x1b[1mreboot!")
    assert terminal.looks() != before
    terminal.type(CTRL_L)
    terminal.until(lambda: terminal.looks() == before, "the screen should be as before")


@pytest.mark.parametrize("keys", ["/", "s", "e", "?"])
def test_ctrl_l_works_above_a_dialog_and_in_a_field(terminal: Terminal, keys: str) -> None:
    shown_by = {"/": "ode, name, status, unit", "s": "Enter chooses", "e": "Responsible unit"}
    terminal.type(DOWN + keys)
    terminal.sees(shown_by.get(keys, "In the list"))
    terminal.rests(0.3)
    before = terminal.looks()
    terminal.scribble("\x1b[8;1HBroadcast message from root")
    terminal.type(CTRL_L)
    terminal.until(lambda: terminal.looks() == before, "the screen should be as before")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_another_size_is_filled_from_anew(terminal: Terminal, size: tuple[int, int]) -> None:
    terminal.resize(*size)
    terminal.until(lambda: not terminal.shows("####"), "the garbage should go")
    terminal.sees("quit")
    terminal.resize(100, 30)
    terminal.until(lambda: not terminal.shows("####"), "the garbage should go")
    terminal.sees("quit")
    terminal.rests(0.3)
    fresh = terminal.looks()
    terminal.type(CTRL_L)
    terminal.until(lambda: terminal.output.count(CLEARED) == 4, "everything should be sent")
    terminal.rests(0.3)
    assert terminal.looks() == fresh


def test_a_stopped_program_comes_back_with_its_screen(terminal: Terminal) -> None:
    terminal.rests(0.3)
    before = terminal.looks()
    terminal.process.send_signal(signal.SIGTSTP)
    os.waitpid(terminal.process.pid, os.WUNTRACED)
    terminal.rests(0.1)
    assert terminal.is_tidy
    terminal.scribble("\x1b[m\x1b[H\x1b[2Jsomchai@server:~$ fg")
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(lambda: terminal.looks() == before, "the screen should be back")
    terminal.type("q")
    assert terminal.leave() == 0
    assert terminal.is_tidy


SUSPENDING = """
import subprocess, sys
from textual.app import App
from textual.widgets import Static
from ita_tui.ui.terminal.driver import TerminalDriver

class Suspending(App):
    BINDINGS = [("e", "edit", "Edit"), ("q", "quit", "Quit")]
    def get_driver_class(self):
        return TerminalDriver
    def compose(self):
        yield Static("the list " + "|" * 20, markup=False)
    def action_edit(self):
        with self.suspend():
            print("\\x1b[2J\\x1b[Han editor", flush=True)
            sys.stdin.read(1)

Suspending().run()
"""
"""An App that lets somebody else, such as an editor, have the terminal for a while."""


def test_the_screen_comes_back_after_another_program(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path, command=[sys.executable, "-c", SUSPENDING])
    try:
        terminal.sees("the list ||||")
        before = terminal.looks()
        terminal.type("e")
        terminal.sees("an editor")
        terminal.type("\n")
        terminal.until(lambda: terminal.looks() == before, "the screen should be back")
        terminal.type("q")
        assert terminal.leave() == 0
        assert terminal.is_tidy
    finally:
        terminal.close()


def tmux(folder: Path, *arguments: str) -> str:
    """Call tmux, with a server of its own."""
    # Another size in the environment would be taken for the terminal's own.
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    environment = {**kept, "LANG": "C.UTF-8", "TMUX_TMPDIR": str(folder)}
    done = subprocess.run(
        ["tmux", "-u", "-L", "ita-tui-test", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_tmux_shows_what_is_meant(opened: Open, folder: Path, tmp_path: Path) -> None:
    ours = opened()
    ours.type(DOWN * 3)
    ours.sees("O3 ·")
    command = shlex.join([sys.executable, "-m", "ita_tui", "--data", str(folder), "--lang", "en"])
    tmux(tmp_path, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", command)
    try:
        deadline = iter(range(300))
        shown = ""
        while "quit" not in shown:
            assert next(deadline, None) is not None, shown
            shown = tmux(tmp_path, "capture-pane", "-p")
        tmux(tmp_path, "send-keys", "Down", "Down", "Down")
        while "O3 ·" not in shown:
            assert next(deadline, None) is not None, shown
            shown = tmux(tmp_path, "capture-pane", "-p")
    finally:
        tmux(tmp_path, "kill-server")
    # Who else is here differs: each of the two sees the other.
    assert [line.rstrip() for line in shown.splitlines()][1:29] == ours.text()[1:29]
