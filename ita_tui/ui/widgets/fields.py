"""What is typed into: a line and a text that take nothing in that a terminal would obey."""

from __future__ import annotations

from ita_tui.domain.text import SHOWN_LIMIT, clean, clean_lines
from ita_tui.i18n import _
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
    """An input of several lines, which Tab leaves; its cursor does not blink either.

    A text of more than `SHOWN_LIMIT` characters would hold every key up for seconds: its beginning
    is shown, under a note, and it stays as it is.
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin with a text, and the cursor at its beginning."""
        self._whole = clean_lines(text)
        too_long = len(self._whole) > SHOWN_LIMIT
        super().__init__(
            _beginning(self._whole) if too_long else self._whole,
            id=id,
            compact=True,
            tab_behavior="focus",
            read_only=too_long,
        )
        self.cursor_blink = False

    @property
    def text(self) -> str:
        """All of the text, also where only its beginning is shown."""
        return self._whole if self.read_only else super().text

    @text.setter
    def text(self, value: str) -> None:
        self._whole = clean_lines(value)
        self.read_only = len(self._whole) > SHOWN_LIMIT
        self.load_text(_beginning(self._whole) if self.read_only else self._whole)


def _beginning(text: str) -> str:
    """As much as is shown of a text that is too long, under a note."""
    note = _("({count} characters, too many to change them here; the beginning:)")
    return f"{note.format(count=len(text))}\n{text[:SHOWN_LIMIT]}"
