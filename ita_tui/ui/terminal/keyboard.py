"""The keyboard: what is typed, as soon as it is typed, and an end as soon as it is asked for."""

from __future__ import annotations

import os
import select
from codecs import getincrementaldecoder
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING, Final

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.events import Key

from ita_tui.ui.terminal.escapes import ESCAPE, Escapes, Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.message import Message

_AT_ONCE: Final = 4096
"""How many bytes are read at once at most."""

_ESCAPE_WAITS: Final = 0.1
"""How many seconds pass at most until it is looked whether an Escape stands alone."""


class WakingEvent(Event):
    """An event that a thread can wait for together with a descriptor.

    Attributes:
        descriptor: It can be read while the event is set.
    """

    def __init__(self) -> None:
        """Begin unset."""
        super().__init__()
        self.descriptor, self._bell = os.pipe()

    def set(self) -> None:
        """Set it, and wake whoever waits for the descriptor."""
        if not self.is_set():
            super().set()
            os.write(self._bell, b"\0")

    def clear(self) -> None:
        """Unset it."""
        if self.is_set():
            os.read(self.descriptor, 1)
            super().clear()


class Keyboard:
    """Reads a terminal until it is told to stop."""

    def __init__(self, descriptor: int, stop: WakingEvent, take: Callable[[Message], None]) -> None:
        """Read from a terminal.

        Args:
            descriptor: The terminal.
            stop: When it is set, nothing more is read.
            take: Is given the keys, the mouse, and what the terminal answers.
        """
        self._descriptor = descriptor
        self._stop = stop
        self._take = take
        self._parser = XTermParser()
        self._escapes = Escapes()
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def read(self) -> bool:
        """Read until the end.

        Returns:
            Whether it was told to stop; False when the line is gone.
        """
        there = True
        while there and not self._stop.is_set():
            watched = [self._descriptor, self._stop.descriptor]
            there = self._meet(select.select(watched, [], [], _ESCAPE_WAITS)[0])
        self._finish()
        return there

    def _meet(self, ready: list[int]) -> bool:
        """Take what can be read; whether the line is there still."""
        if self._descriptor in ready:
            try:
                typed = os.read(self._descriptor, _AT_ONCE)
            except OSError:
                return False
            if not typed:
                return False
            for piece in self._escapes.split(self._decode(typed)):
                self._hear(piece)
        elif not ready:
            self._hear(self._escapes.waited())
        self._hand_on(self._parser.tick())
        return True

    def _hear(self, piece: Piece) -> None:
        if piece.text:  # an empty text is the end for the parser
            self._hand_on(self._parser.feed(piece.text))
        if piece.escaped:
            self._take(Key("escape", ESCAPE))

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._take(message)

    def _finish(self) -> None:
        """Let the parser end: an escape sequence that is not complete is nothing."""
        with suppress(EOFError, ParseError):
            for _message in self._parser.feed(""):
                pass
