"""A paragraph whose lines end where words end; shown as it is, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from ita_tui.thai.wrapping import wrap
from ita_tui.ui.literal import literal

if TYPE_CHECKING:
    from textual.geometry import Size


class Prose(Widget):
    """A text that takes as many lines as it needs; an empty one takes none."""

    def __init__(
        self,
        text: str = "",
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
        classes: str | None = None,
    ) -> None:
        """Begin with a text."""
        super().__init__(id=id, classes=classes)
        self._text = literal(text).plain

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def show(self, text: str) -> None:
        """Show another text."""
        self._text = literal(text).plain
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (Textual's own signature)
        """As many lines as the text takes in so many cells."""
        return len(wrap(self._text, width)) if self._text else 0

    def render(self) -> Content:
        """The text in lines of the present width."""
        return Content("\n".join(wrap(self._text, self.size.width)))
