"""How many colours the terminal has, and the filter that a terminal of few needs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.filter import Monochrome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App
    from textual.filter import LineFilter

ENOUGH = 256
"""As many colours as the themes can be told apart with."""


def colours_of(app: App[int]) -> int:
    """How many colours the terminal of an App has: 0, 16, or `ENOUGH`.

    Textual tells 16 of what it does not know; the data base of terminals knows those without any,
    such as vt100. NO_COLOR stands for none.
    """
    system = app.console.color_system
    if app.no_color or system is None:
        return 0
    if system != "standard":
        return ENOUGH
    return 0 if not app.is_headless and _terminfo_knows_none() else 16


def fewer(filters: Sequence[LineFilter], colours: int, theme: str) -> list[LineFilter]:
    """Textual's filters, with the one that few colours need.

    Args:
        filters: Textual's; it makes everything grey without colours, which are colours too.
        colours: How many there are, as `colours_of` tells.
        theme: The name of the theme in use.
    """
    if colours >= ENOUGH:
        return [*filters]
    from ita_tui.ui.few_colours import FewColours  # noqa: PLC0415 (as below)

    kept = [one for one in filters if not isinstance(one, Monochrome)]
    return [*kept, FewColours(theme, sixteen=colours > 0)]


def _terminfo_knows_none() -> bool:
    import curses  # noqa: PLC0415 (most terminals have enough colours)

    try:
        curses.setupterm(fd=sys.__stderr__.fileno() if sys.__stderr__ else -1)
    except curses.error:  # a terminal that it does not know
        return False
    return curses.tigetnum("colors") <= 0
