"""The line in which the filter is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterInput(Input):
    """An input that hands the keyboard back when its text is finished."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter,tab", "leave", show=False)]

    class Left(Message):
        """The text is finished; the list is to have the keyboard."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin empty, with a cursor that does not blink: a blink is traffic on a slow line."""
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def action_leave(self) -> None:
        """Hand the keyboard back."""
        self.post_message(self.Left())
