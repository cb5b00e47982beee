"""The two lines at the top: whose checklist this is, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, State
from ita_tui.domain.text import clean
from ita_tui.i18n import _
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import truncate, width
from ita_tui.ui.widgets.painting import Line, line_width, spread, state_role

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist, Progress
    from ita_tui.ui.signs import Signs

_BAR_SHARE = 4
_BAR_MOST = 40


def who_is_here(own: str, others: tuple[str, ...], cells: int, signs: Signs) -> str:
    """Who sits in front, and who else is here: by name as far as there is room, else by number.

    Args:
        own: The person in front.
        others: All others.
        cells: How wide it may be.
        signs: What to draw with.
    """
    if not others:
        return own
    named = f"{own} {signs.dot} " + _("with {name}").format(name=", ".join(others))
    if len(others) == 1 or width(named) <= cells:
        return named
    return f"{own} {signs.dot} " + _("with {count} others").format(count=len(others))


def summary(
    checklist: Checklist, progress: Progress, who: str, cells: int, signs: Signs, mark: str = ""
) -> list[Line]:
    """The two lines.

    Args:
        checklist: What to sum up.
        progress: How far all its items have come.
        who: Who sits in front, and who else is here.
        cells: How wide a line may be.
        signs: What to draw with.
        mark: What must not be overlooked; empty for nothing.
    """
    who = truncate(clean(who), cells // 2)
    right: Line = [(f"{mark} {signs.dot} ", "bad")] if mark else []
    right.append((who, "muted"))
    title: Line = [(f"ITA {checklist.fiscal_year} {signs.dot} ", "accent")]
    room = cells - line_width(title) - line_width(right) - 2
    title.append((truncate(clean(checklist.agency), max(room, 0)), "title"))
    return [spread(title, right, cells), _progress(progress, cells, signs)]


def _progress(progress: Progress, cells: int, signs: Signs) -> Line:
    full, empty = signs.bar(progress.fraction, min(cells // _BAR_SHARE, _BAR_MOST))
    left: Line = [
        (f"{progress.finished}/{progress.total} ", "title"),
        (full, "bar"),
        (empty, "bar-empty"),
        (f" {progress.fraction * 100:.0f} %  ", "title"),
    ]
    states = [state for state in (*reversed(CYCLE), State.UNSET) if progress.count(state)]
    words: Line = []
    glyphs: Line = []
    for state in states:
        text = f"{signs.states[state]} {progress.count(state)}"
        words.append((f"{text} {state_label(state)}   ", state_role(state)))
        glyphs.append((f"{text}  ", state_role(state)))
    legend = words if line_width(left) + line_width(words) <= cells + 3 else glyphs
    return spread(left, legend, cells + 2)
