"""RESULTS.md: the tables, and how they are to be read."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING

from benchmarks import rows
from benchmarks.figures import HEAD, TOLERANCE, Figures, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.figures import Row

_HOW = """\
# Results of the last `make bench`

{repeats} repeats, everything in turns; Python {python}, {cores} processors, 100x30.

How to read them: times depend on the machine, so each is held against a reference that ran in
turns with it. `floor` (floor.py) is the least Textual program that shows the same list, without
storage. The two columns of figures are medians; **the ratio of minima decides**, since it says
what the machine does while nobody disturbs it, with {tolerance:.0%} of tolerance. Bytes do not
depend on the machine: their medians decide, without tolerance. A dash means that the
reference has no such thing, that nothing is asked, or that it was not measured.

*First paint* is when the first item stands on the screen. *Interactive* is when four cursor keys,
typed before the program had begun, have moved the cursor. A key's time is from the key to the last
byte of its answer, the detail pane included; Space is answered when the change is on the disk.
"""

_PARTS = (
    ("The screen, against the floor", rows.SCREEN),
    ("Bytes to the terminal", rows.BYTES),
    ("A colleague at work, and nobody at work", rows.COLLEAGUE),
    ("Minutes, against those without content", rows.MINUTES),
    ("As the work grows, against our own with 43 items", rows.GROWTH),
    ("Cold commands, against `python -I -S -c pass`", rows.COLD),
    ("One durable change with its event, against SQLite (DELETE, EXTRA)", rows.STORE),
    ("Sessions on one folder, against one", rows.SESSIONS),
)


def report(figures: Figures, repeats: int) -> str:
    """The whole of RESULTS.md."""
    head = _HOW.format(
        repeats=repeats,
        python=platform.python_version(),
        cores=os.cpu_count(),
        tolerance=TOLERANCE,
    )
    parts = [f"## {title}\n\n{_table(part, figures)}\n" for title, part in _PARTS]
    return "\n".join([head, *parts, _tidy(figures)])


def _table(part: Sequence[Row], figures: Figures) -> str:
    return "\n".join([HEAD, *(line(row, figures) for row in part)])


def _tidy(figures: Figures) -> str:
    left = [
        f"{name}: {int(sum(found))} of {len(found)}"
        for name in ("ours", "floor")
        if (found := figures.found.get(f"{name}: left tidy"))
    ]
    return f"Terminals that were left as they were found: {'; '.join(left) or '–'}.\n"
