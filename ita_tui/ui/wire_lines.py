"""Lines as they are sent to the terminal: every terminal gives their Thai the same cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.filter import LineFilter

from ita_tui.thai.wire import sent

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.color import Color


class WireLines(LineFilter):
    """Writes SARA AM as two characters and leaves out what has no width; styles stay."""

    def __eq__(self, other: object) -> bool:
        """Whether the other does the same: Textual keeps what a filter has made of a line."""
        return isinstance(other, WireLines)

    def __hash__(self) -> int:
        """The same for all."""
        return hash(WireLines)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's own signature)
        """The same segments as they are sent."""
        return [
            segment if segment.text.isascii() else segment._replace(text=sent(segment.text))
            for segment in segments
        ]
