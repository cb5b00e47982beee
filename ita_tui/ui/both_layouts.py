"""Keys in both keyboard layouts: with the Thai one on, each does what it does with the English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ReturnType
from textual.events import Key

from ita_tui.thai.keyboard import QWERTY_TWIN
from ita_tui.ui.key_names import character, english_key
from ita_tui.ui.widgets.keybar import renew_bars

if TYPE_CHECKING:
    from textual.events import Event

    from ita_tui.ui.keyboard import Keyboard


class BothLayouts(App[ReturnType]):
    """An App that takes a key of the Thai layout for the one in its place, save in text fields."""

    keyboard: Keyboard

    def use_keyboard(self, keyboard: Keyboard) -> None:
        """Do the actions with the keys of this run."""
        self.keyboard = keyboard
        self.set_keymap(keyboard.keymap())

    async def on_event(self, event: Event) -> None:
        """Notice the layout of a key, and pass on what it stands for.

        Args:
            event: Anything that happens.
        """
        if isinstance(event, Key) and not event.is_forwarded:
            self._notice_layout(event)
            event = self._understood(event)
        await super().on_event(event)

    def _understood(self, event: Key) -> Key:
        """The key in the same place of the English layout, unless a text field takes it as text."""
        english = english_key(event.key)
        field = self.focused
        if english is None:
            return event
        if field is not None and field.check_consume_key(event.key, event.character):
            return event
        typed = character(english)
        return Key(english, typed if len(typed) == 1 else None)

    def _notice_layout(self, event: Key) -> None:
        """Show the keys of the layout that a letter has just come from."""
        typed = event.character or character(event.key.rpartition("+")[2])
        thai = typed in QWERTY_TWIN
        if thai is not self.keyboard.thai and (thai or (len(typed) == 1 and typed.isalpha())):
            self.keyboard.thai = thai
            renew_bars(self.screen_stack)
