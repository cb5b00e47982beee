"""Meetings in a list: what tells each from the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.meeting import Meeting


INDENT = " " * 4
"""What a name is set in by, below its line."""


def told_apart(meetings: Sequence[Meeting], lines: Sequence[str]) -> list[str]:
    """The lines of meetings with what makes no two alike.

    Where there is more than one committee, each line has its name; where two lines are still
    alike, they have the ids of their meetings.

    Args:
        meetings: The meetings.
        lines: A line for each: its number and its day.
    """
    named = list(lines)
    if len({key(one.name) for one in meetings}) > 1:
        named = [
            f"{line}\n{INDENT}{clean(one.name)}" for one, line in zip(meetings, lines, strict=True)
        ]
    times = Counter(named)
    return [
        f"{line} [{one.id}]" if times[line] > 1 else line
        for one, line in zip(meetings, named, strict=True)
    ]
