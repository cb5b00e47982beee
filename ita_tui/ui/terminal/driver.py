"""Textual's driver for Unix terminals, with a wire that sends only what has changed."""

from __future__ import annotations

import os
import select
import signal
import sys
from typing import TYPE_CHECKING, Final, Protocol, TextIO, cast, runtime_checkable

from textual.drivers.linux_driver import LinuxDriver

from ita_tui.ui.terminal.keyboard import Keyboard, WakingEvent
from ita_tui.ui.terminal.wire import Wire

if TYPE_CHECKING:
    from io import TextIOWrapper

    from textual.app import App

BATCH: Final = 256
"""How many characters are sent at a time to a terminal that does not keep up."""

_DEFAULT_SIZE: Final = (80, 24)
"""The size of a terminal that does not know its own, in columns and lines."""


@runtime_checkable
class HasTerminal(Protocol):
    """An App that wants to know its driver.

    Attributes:
        terminal: The driver; None while there is none.
    """

    terminal: TerminalDriver | None


class Outlet:
    """What Textual's writing thread takes for a file: each flush sends what the wire has."""

    def __init__(self, wire: Wire, file: TextIO) -> None:
        """Send to the terminal behind a file."""
        self._wire = wire
        self._descriptor = file.fileno()
        self._encoding = file.encoding
        self._gone = False

    def fileno(self) -> int:
        """The terminal's descriptor."""
        return self._descriptor

    def write(self, _news: str) -> None:
        """Nothing: the wire knows what there is to send."""

    def flush(self) -> None:
        """Send until the terminal shows everything.

        A terminal that takes no more bytes at once gets the newest state of a few rows at a
        time; what changed twice meanwhile is sent once.
        """
        while not self._gone:
            keeps_up = bool(select.select([], [self._descriptor], [], 0)[1])
            text = self._wire.take(None if keeps_up else BATCH)
            if not text:
                return
            self._send(text.encode(self._encoding, "backslashreplace"))

    def _send(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:  # somebody else has set the terminal so
                select.select([], [self._descriptor], [])
            except OSError:  # the line is gone: the signal for it ends the program
                self._gone = True
                return


class TerminalDriver(LinuxDriver):
    """Sends cells that changed, and nothing for a frame that looks like the one before."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take over the terminal behind standard error; `LinuxDriver` has the arguments."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        terminal = sys.__stderr__
        if terminal is None:
            raise RuntimeError("there is no terminal")
        self._terminal = terminal
        # GNU screen erases with the terminal's own ground, and tmux once called itself so too.
        keeps_ground = not os.environ.get("TERM", "").startswith("screen")
        self._wire = Wire(*self._measure(), keeps_ground=keeps_ground)
        self._file = cast("TextIOWrapper", Outlet(self._wire, terminal))
        self.exit_event = self._leaving = WakingEvent()
        if isinstance(app, HasTerminal):
            app.terminal = self

    def write(self, data: str) -> None:
        """Take what Textual writes; it is sent when it shows."""
        self._wire.resize(*self._measure())
        if self._wire.feed(data):
            super().write("")

    def run_input_thread(self) -> None:
        """Read what is typed until the program ends; a line that is gone ends it."""
        if not Keyboard(self.fileno, self._leaving, self.process_message).read():
            os.kill(os.getpid(), signal.SIGHUP)

    def repaint(self) -> None:
        """Send the whole screen again, because somebody else has written on it."""
        if self._wire.repaint():
            super().write("")

    def _measure(self) -> tuple[int, int]:
        """The terminal's columns and lines; of one that is gone, what is customary."""
        try:
            columns, lines = os.get_terminal_size(self._terminal.fileno())
        except OSError:
            return _DEFAULT_SIZE
        return (columns, lines) if columns and lines else _DEFAULT_SIZE
