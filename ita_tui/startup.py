"""Where a start goes: each stretch is named when it has passed, and told when that is asked for."""

from __future__ import annotations

import time
from typing import NamedTuple

from ita_tui.i18n import _


class Stretch(NamedTuple):
    """What has passed since the stretch before.

    Attributes:
        name: What was done in it, to be translated where it is shown.
        seconds: How long it took; None for the first, whose beginning nobody saw.
        cpu: The processor time that it took, in seconds.
    """

    name: str
    seconds: float | None
    cpu: float


class _Clock:
    """What has passed so far; one per process."""

    moment: float | None = None
    cpu = 0.0
    stretches: tuple[Stretch, ...] = ()


def passed(name: str) -> None:
    """Name what was done since the last call; the first is what Python needed for itself."""
    moment, cpu = time.perf_counter(), time.process_time()
    seconds = None if _Clock.moment is None else moment - _Clock.moment
    _Clock.stretches += (Stretch(name, seconds, cpu - _Clock.cpu),)
    _Clock.moment, _Clock.cpu = moment, cpu


def told() -> str:
    """A line for each stretch, and their sum; times in milliseconds."""
    stretches = _Clock.stretches
    total = Stretch(
        _("In all"), sum(one.seconds or 0.0 for one in stretches), sum(one.cpu for one in stretches)
    )
    head = _("  passed  processor, in milliseconds")
    return "\n".join([head, *(_line(one) for one in (*stretches, total))])


def _line(one: Stretch) -> str:
    passed = "–" if one.seconds is None else f"{one.seconds * 1000:.1f}"
    return f"{passed:>8} {one.cpu * 1000:>10.1f}  {_(one.name)}"
