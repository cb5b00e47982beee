"""The two lines at the top: whose checklist this is, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, State
from ita_tui.domain.text import clean
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import truncate
from ita_tui.ui.widgets.painting import Line, line_width, spread, state_role

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.ui.signs import Signs

_BAR_SHARE = 4
_BAR_MOST = 40


def summary(checklist: Checklist, who: str, cells: int, signs: Signs) -> list[Line]:
    """The two lines.

    Args:
        checklist: What to sum up.
        who: Who sits in front.
        cells: How wide a line may be.
        signs: What to draw with.
    """
    who = truncate(clean(who), cells // 2)
    title: Line = [(f"ITA {checklist.fiscal_year} {signs.dot} ", "accent")]
    room = cells - line_width(title) - line_width([(who, "")]) - 2
    title.append((truncate(clean(checklist.agency), max(room, 0)), "title"))
    return [spread(title, [(who, "muted")], cells), _progress(checklist, cells, signs)]


def _progress(checklist: Checklist, cells: int, signs: Signs) -> Line:
    progress = checklist.progress()
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
