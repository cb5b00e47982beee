"""Text from data as a widget's content: never markup, whatever stands in it."""

from __future__ import annotations

from textual.content import Content

from ita_tui.domain.text import SHOWN_LIMIT, clean_lines
from ita_tui.i18n import _


def literal(text: str) -> Content:
    """A text that is shown as it is, cleaned, and as much of it as `shown` leaves."""
    return Content(clean_lines(shown(text)))


def shown(text: str) -> str:
    """At most `SHOWN_LIMIT` characters of a text, and a note where that is not all."""
    if len(text) <= SHOWN_LIMIT:
        return text
    left = _("({count} more characters)").format(count=len(text) - SHOWN_LIMIT)
    return f"{text[:SHOWN_LIMIT]} {left}"
