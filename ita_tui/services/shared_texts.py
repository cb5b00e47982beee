"""The texts of one field of many items, looked through once where several items share one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

from ita_tui.services.found import spread_out

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from ita_tui.services.found import Choice

TextT = TypeVar("TextT", bound="Hashable")

_FEW = 1 << 8
"""How many different texts have their numbers in a byte each."""


class SharedTexts(Generic[TextT]):
    """Each text that a field has, and which of them each item has.

    Attributes:
        texts: The different texts, in the order in which they come first.
    """

    def __init__(self, texts: Iterable[TextT]) -> None:
        """Number the texts.

        Args:
            texts: That of each item, in order.
        """
        every = tuple(texts)
        self.texts = tuple(dict.fromkeys(every))
        numbers = dict(zip(self.texts, count(), strict=False))
        kinds = map(numbers.__getitem__, every)
        self._kinds: Sequence[int] = bytes(kinds) if len(self.texts) <= _FEW else tuple(kinds)
        self._are_all_different = len(self.texts) == len(every)

    def those(self, chosen: Choice) -> Choice:
        """The items that have one of the chosen texts."""
        return chosen if self._are_all_different else spread_out(chosen, self._kinds)

    def where(self, holds: Callable[[TextT], bool]) -> Choice:
        """The items for whose text something holds."""
        return self.those(bytes([holds(text) for text in self.texts]))


def having(texts: SharedTexts[str], wanted: str) -> Choice:
    """The items whose text has another one in it."""
    # A comprehension, which Python carries out several times faster than calls.
    return texts.those(bytes([wanted in text for text in texts.texts]))
