"""A line that is completed from words that are known: Down and Up go through those that match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from ita_tui.thai.compare import find
from ita_tui.ui.widgets.fields import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence


class CompletingField(LineField):
    """An input of one line that knows words which may be meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "complete(1)", show=False),
        Binding("up", "complete(-1)", show=False),
    ]

    @dataclass
    class Completed(Message):
        """A word was taken from those that are known."""

        field: CompletingField
        word: str

        @property
        def control(self) -> CompletingField:
            """The field."""
            return self.field

    def __init__(self, text: str, words: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with a text.

        Args:
            text: What stands there at first.
            words: What may be meant, the likeliest first.
            id: The widget's id.
        """
        super().__init__(text, id=id)
        self._words = tuple(dict.fromkeys(words))
        self._typed = ""
        self._given: str | None = None

    @property
    def matches(self) -> tuple[str, ...]:
        """The words that match what was typed; all of them while the text is one of them."""
        typed = self._typed if self.value == self._given else self.value
        if typed in self._words or not typed.strip():
            return self._words
        return tuple(word for word in self._words if find(word, typed) is not None)

    def action_complete(self, by: int) -> None:
        """Take the next word that matches, or the one before."""
        if self.value != self._given:
            self._typed = self.value
        matches = self.matches
        if not matches:
            return
        there = matches.index(self.value) if self.value in matches else (-1 if by > 0 else 0)
        self._given = matches[(there + by) % len(matches)]
        self.value = self._given
        self.cursor_position = len(self.value)
        self.post_message(self.Completed(self, self._given))
