"""Text from data as a widget's content: never markup, whatever stands in it."""

from __future__ import annotations

from textual.content import Content

from ita_tui.domain.text import SHOWN_LIMIT, clean_lines


def literal(text: str) -> Content:
    """A text that is shown as it is, cleaned and capped at `SHOWN_LIMIT` characters."""
    return Content(clean_lines(text[:SHOWN_LIMIT]))
