"""Customary answers above a field for another one, which takes whatever is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.ui.widgets.choices import Choices

if TYPE_CHECKING:
    from textual.events import Key, Paste


class Customary(Choices):
    """Answers to choose from; a letter or a paste goes on in the field below them.

    Whoever is asked for a text begins to type it, whichever part of the form has the keyboard.
    """

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 (Textual's own signature)
        """Take letters as text, so that those of the Thai layout stand for no key."""
        return character is not None and character.isprintable() and not character.isspace()

    def on_key(self, event: Key) -> None:
        """Go on in the field with what was typed."""
        if self.check_consume_key(event.key, event.character):
            self._hand_on(event)

    def on_paste(self, event: Paste) -> None:
        """Go on in the field with what was pasted."""
        self._hand_on(event)

    def _hand_on(self, event: Key | Paste) -> None:
        event.stop()
        field = self.screen.focus_next()
        if field is not None:
            field.post_message(event)
