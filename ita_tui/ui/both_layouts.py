"""Keys in both keyboard layouts: with the Thai one on, each does what it does with the English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ReturnType
from textual.events import Key

from ita_tui.thai.keyboard import QWERTY_TWIN
from ita_tui.ui.key_names import character, english_key
from ita_tui.ui.typeahead import Typeahead
from ita_tui.ui.widgets.keybar import renew_bars

if TYPE_CHECKING:
    from ita_tui.ui.keyboard import Keyboard


class BothLayouts(Typeahead[ReturnType]):
    """An App that takes a key of the Thai layout for the one in its place, save in text fields."""

    keyboard: Keyboard

    def use_keyboard(self, keyboard: Keyboard) -> None:
        """Do the actions with the keys of this run."""
        self.keyboard = keyboard
        self.set_keymap(keyboard.keymap())

    def meant(self, event: Key) -> Key:
        """Notice the layout of a key; the key in the same place of the English layout.

        It stays as it is where a text field takes it as text.
        """
        self._notice_layout(event)
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
