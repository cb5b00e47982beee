"""Screens on which somebody types: the text is kept aside every second, and outlives a kill."""

from __future__ import annotations

from contextlib import suppress

from textual.screen import Screen, ScreenResultType

from ita_tui.ui.screens.dialog import Dialog

HOLD_AFTER = 1.0
"""How many seconds after a key what is being typed is kept aside, at the latest."""


class Holding(Screen[ScreenResultType]):
    """Keeps aside what is typed, once for all the keys of a second.

    Styles know a screen by its first base, so this one stands last.
    """

    _is_to_be_held = False

    def hold(self) -> None:
        """Keep what was typed aside.

        Raises:
            OSError: It could not be written.
        """
        raise NotImplementedError

    def _hold_soon(self) -> None:
        if not self._is_to_be_held:
            self._is_to_be_held = True
            self.set_timer(HOLD_AFTER, self._hold_now)

    def _hold_now(self) -> None:
        self._is_to_be_held = False
        with suppress(OSError):  # the text stands on the screen still, and is written when saved
            self.hold()


class TypingDialog(Dialog[ScreenResultType], Holding[ScreenResultType]):
    """Keeps aside what is typed into any of its fields."""

    def on_input_changed(self) -> None:
        """Keep what is typed into a line."""
        self._hold_soon()

    def on_text_area_changed(self) -> None:
        """Keep what is typed into a text."""
        self._hold_soon()
