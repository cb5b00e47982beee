"""Escape, and the key that follows it in the same moment, told from an escape sequence.

A slow line brings both at once. Textual's parser takes that for the second key with Alt, or for
the second key alone: Enter behind Escape would save what was to be left.
"""

from __future__ import annotations

from typing import Final, NamedTuple

ESCAPE: Final = "\x1b"
_BEGIN, _END = "\x1b[200~", "\x1b[201~"
"""What stands around what is pasted."""

_SEQUENCES: Final = frozenset("[O]P_^X\\")
"""What stands behind Escape where a sequence begins, or a string of the terminal ends."""

_WITH_ALT: Final = frozenset("\x7f\x08bfd")
"""The keys that terminals send behind Escape for Alt and that fields know: they go by words."""


class Piece(NamedTuple):
    """A part of what was typed.

    Attributes:
        text: For the parser.
        escaped: Whether Escape was pressed behind it.
    """

    text: str
    escaped: bool


class Escapes:
    """Finds the Escapes in what comes, wherever it is cut."""

    def __init__(self) -> None:
        """Begin outside of what is pasted."""
        self._held = ""
        self._pasting = False

    def split(self, text: str) -> list[Piece]:
        """What comes next, in pieces; what may still become a sequence is held back."""
        text, self._held = self._held + text, ""
        pieces, done, place = [], 0, text.find(ESCAPE)
        while place >= 0:
            if self._is_cut(text[place:]):
                text, self._held = text[:place], text[place:]
                break
            if self._stands_alone(text, place):
                pieces.append(Piece(text[done:place], escaped=True))
                done = place + 1
            place = text.find(ESCAPE, place + 1)
        return [*pieces, Piece(text[done:], escaped=False)]

    def waited(self) -> Piece:
        """What was held back, when nothing follows."""
        held, self._held = self._held, ""
        return Piece("", escaped=True) if held == ESCAPE else Piece(held, escaped=False)

    def _is_cut(self, rest: str) -> bool:
        """Whether a text from an Escape on ends before it tells what it is."""
        marker = _END if self._pasting else _BEGIN
        return rest != marker and marker.startswith(rest)

    def _stands_alone(self, text: str, place: int) -> bool:
        """Whether an Escape is a key of its own; where what is pasted begins and ends is noted."""
        if text.startswith(_END if self._pasting else _BEGIN, place):
            self._pasting = not self._pasting
            return False
        return not self._pasting and text[place + 1] not in _SEQUENCES | _WITH_ALT
