"""The keyboard: everything that is typed arrives, and the end does not wait for a key."""

from __future__ import annotations

import fcntl
import os
import struct
import termios
import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from textual import events

from ita_tui.ui.terminal import keyboard
from ita_tui.ui.terminal.keyboard import Keyboard, WakingEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.message import Message

PATIENCE = 15.0
"""How many seconds a thread may take for anything."""


class Line:
    """A keyboard at the end of a pipe.

    Attributes:
        stop: Ends the reading.
        met: What was read.
        told: What reading has returned; None while it goes on.
    """

    def __init__(self) -> None:
        self._there, self._here = os.pipe()
        self.stop = WakingEvent()
        self.met: list[Message] = []
        self.told: bool | None = None
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        self.told = Keyboard(self._there, self.stop, self.met.append).read()

    def type(self, data: bytes) -> None:
        """Type something."""
        os.write(self._here, data)

    def until_taken(self) -> None:
        """Wait until what was typed has been read, and the reader waits for more."""
        deadline = time.monotonic() + PATIENCE
        while int(struct.unpack("i", fcntl.ioctl(self._there, termios.FIONREAD, bytes(4)))[0]):
            assert time.monotonic() < deadline
            time.sleep(0.001)  # (another look until it is read)

    def breaks(self) -> None:
        """Let the line be gone."""
        os.close(self._here)
        self._here = -1

    def ended(self) -> bool | None:
        """Wait for the end; what it was."""
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        return self.told

    def close(self) -> None:
        """End it."""
        self.stop.set()
        self._thread.join(PATIENCE)
        for descriptor in (self._there, self._here):
            if descriptor >= 0:
                os.close(descriptor)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[float], Line]]:
    """Opens a line that looks up only so many seconds after the last key."""
    lines: list[Line] = []

    def begin(waits: float) -> Line:
        monkeypatch.setattr(keyboard, "_ESCAPE_WAITS", waits)
        lines.append(Line())
        return lines[-1]

    yield begin
    for one in lines:
        one.close()


def keys(line: Line) -> list[str]:
    """The keys that were met."""
    return [one.key for one in line.met if isinstance(one, events.Key)]


def test_the_end_does_not_wait_for_a_key(line: Callable[[float], Line]) -> None:
    waiting = line(3600)
    waiting.stop.set()
    assert waiting.ended() is True


def test_it_can_be_told_before_it_begins_and_again() -> None:
    stop = WakingEvent()
    stop.set()
    stop.set()
    stop.clear()
    stop.clear()
    assert not stop.is_set()
    there, here = os.pipe()
    stop.set()
    assert Keyboard(there, stop, lambda _message: None).read()
    os.close(there)
    os.close(here)


def test_a_line_that_is_gone_ends_it(line: Callable[[float], Line]) -> None:
    gone = line(3600)
    gone.breaks()
    assert gone.ended() is False


def test_what_was_typed_before_the_line_was_gone_arrives(line: Callable[[float], Line]) -> None:
    gone = line(3600)
    gone.type(b"j\x1b[B ")
    gone.type("ที่".encode()[:4])
    gone.type("ที่".encode()[4:] + b"\xff" + b"q")
    gone.breaks()
    assert gone.ended() is False
    met = [one.character or one.key for one in gone.met if isinstance(one, events.Key)]
    assert met == ["j", "down", " ", *"ที่", "\ufffd", "q"]


@pytest.mark.parametrize("piece", [1, 2])
def test_a_letter_may_come_byte_by_byte(line: Callable[[float], Line], piece: int) -> None:
    slow = line(0.01)
    data = "ที่q".encode()
    for start in range(0, len(data), piece):
        slow.type(data[start : start + piece])
        slow.until_taken()
    slow.breaks()
    assert slow.ended() is False
    met = [one.character for one in slow.met if isinstance(one, events.Key)]
    assert met == [*"ที่", "q"]


def test_an_escape_that_stands_alone_is_a_key(line: Callable[[float], Line]) -> None:
    alone = line(0.01)
    alone.type(b"\x1b")
    for _ in range(int(PATIENCE / 0.01)):
        if keys(alone):
            break
        alone.stop.wait(0.01)
    assert keys(alone) == ["escape"]


def test_what_is_pasted_is_one_message(line: Callable[[float], Line]) -> None:
    pasted = line(3600)
    pasted.type("\x1b[200~ไม่มี\x1b[201~x".encode())
    pasted.breaks()
    pasted.ended()
    assert [one.text for one in pasted.met if isinstance(one, events.Paste)] == ["ไม่มี"]
    assert keys(pasted) == ["x"]


@pytest.mark.parametrize(("typed", "met"), [("\x1b\r", "enter"), ("\x1bq", "q"), ("\x1bๆ", "ๆ")])
def test_what_comes_with_escape_comes_behind_it(
    line: Callable[[float], Line], typed: str, met: str
) -> None:
    both = line(3600)
    both.type(typed.encode())
    both.breaks()
    assert both.ended() is False
    assert keys(both)[0] == "escape"
    assert keys(both)[1:] in ([met], ["thai_character_maiyamok"])
