"""The line in which the filter is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from ita_tui.ui.widgets.fields import LineField


class FilterInput(LineField):
    """An input that hands the keyboard back when its text is finished."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down,enter,tab", "leave", show=False)]

    class Left(Message):
        """The text is finished; the list is to have the keyboard."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Begin empty; the placeholder says what can be typed."""
        super().__init__(placeholder=placeholder, id=id)

    def action_leave(self) -> None:
        """Hand the keyboard back."""
        self.post_message(self.Left())
