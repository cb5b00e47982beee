"""What is typed into: a line and a text that take nothing in that a terminal would obey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from ita_tui.domain.text import clean, clean_lines

if TYPE_CHECKING:
    from textual.events import Paste


class LineField(Input):
    """An input of one line. Its cursor does not blink: a blink is traffic on a slow line."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with a text, and the cursor at its end."""
        super().__init__(
            clean(text), placeholder=placeholder, id=id, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take all lines in as one."""
        event.text = clean(event.text)


class TextField(TextArea):
    """An input of several lines, which Tab leaves; its cursor does not blink either."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with a text, and the cursor at its beginning."""
        super().__init__(clean_lines(text), id=id, compact=True, tab_behavior="focus")
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take the text in without what a terminal would obey."""
        event.text = clean_lines(event.text)
