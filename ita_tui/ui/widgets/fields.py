"""What is typed into: a line and a text that take nothing in that a terminal would obey."""

from __future__ import annotations

from ita_tui.domain.text import clean, clean_lines
from ita_tui.ui.widgets.line_editing import LineEditing
from ita_tui.ui.widgets.text_editing import TextEditing


class LineField(LineEditing):
    """An input of one line. Its cursor does not blink: a blink is traffic on a slow line."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with a text, and the cursor at its end."""
        super().__init__(
            clean(text), placeholder=placeholder, id=id, compact=True, select_on_focus=False
        )
        self.cursor_blink = False


class TextField(TextEditing):
    """An input of several lines, which Tab leaves; its cursor does not blink either."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with a text, and the cursor at its beginning."""
        super().__init__(clean_lines(text), id=id, compact=True, tab_behavior="focus")
        self.cursor_blink = False
