"""Lines drawn with ASCII alone, for terminals and fonts that lack the signs of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.filter import LineFilter

from ita_tui.ui.signs import ASCII, UNICODE

if TYPE_CHECKING:
    from rich.segment import Segment
    from textual.color import Color

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("─━▁▔▂▃▄▅▆▇", "-"),
        **dict.fromkeys("│┃▌▎▏▐▊", "|"),
        **dict.fromkeys("╭╮╰╯┌┐└┘┴┬├┤┼", "+"),
        **dict.fromkeys("█", " "),
        **dict.fromkeys("–—", "-"),
        **dict.fromkeys("“”", '"'),
        **dict.fromkeys("‘’", "'"),
        "…": "~",
        "·": "-",
        "→": ">",
        "←": "<",
        "↑": "^",
        "↓": "v",
        "◌": " ",
        "🔎": "> ",
        UNICODE.cursor: ASCII.cursor,
    }
)
"""What is drawn instead of each sign, as wide as the sign itself. A scroll bar is a coloured
ground, so a full block of it needs no sign."""


class AsciiLines(LineFilter):
    """Replaces the signs that rules, frames and sentences are drawn with; text of data stays."""

    def __eq__(self, other: object) -> bool:
        """Whether the other does the same: Textual keeps what a filter has made of a line."""
        return isinstance(other, AsciiLines)

    def __hash__(self) -> int:
        """The same for all."""
        return hash(AsciiLines)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's own signature)
        """The same segments, drawn with ASCII."""
        return [
            segment if segment.text.isascii() else segment._replace(text=_ascii(segment.text))
            for segment in segments
        ]


def _ascii(text: str) -> str:
    return text.translate(_SIGNS)
