"""The meetings of the fiscal years beside this one, whose numbers are of the same calendar years.

The number of a meeting restarts each calendar year, a data file holds a fiscal year (October to
September): the meetings of one calendar year stand in two files.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Meeting
from ita_tui.errors import ItaError

if TYPE_CHECKING:
    from ita_tui.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The meetings of a fiscal year beside this one.

    Attributes:
        year: The fiscal year, in the Buddhist era.
        meetings: In the order in which they were made.
        problem: Why they cannot be read, as a sentence; empty where they can.
    """

    year: int
    meetings: tuple[Meeting, ...] = ()
    problem: str = ""

    def holds(self, year: int) -> bool:
        """Whether meetings of a calendar year of the Buddhist era belong into it."""
        return year in {self.year - 1, self.year}


def neighbours(workspace: Workspace, year: int) -> tuple[Neighbour, ...]:
    """The newest fiscal year before this one and the oldest after it, as far as they are there.

    One that cannot be read says so, and keeps nobody from working in this one.
    """
    try:
        years = workspace.years()
    except ItaError as error:
        return (Neighbour(year - 1, problem=error.message),)
    near = (*[one for one in years if one < year][-1:], *[one for one in years if one > year][:1])
    return tuple(_read(workspace, one) for one in near)


def _read(workspace: Workspace, year: int) -> Neighbour:
    try:
        with closing(workspace.store(year)) as store:
            return Neighbour(year, store.read().meetings)
    except ItaError as error:
        return Neighbour(year, problem=error.message)


def meetings_before(beside: tuple[Neighbour, ...], year: int) -> tuple[Meeting, ...]:
    """The meetings of the neighbours before a fiscal year."""
    return tuple(meeting for one in beside if one.year < year for meeting in one.meetings)


def meetings_after(beside: tuple[Neighbour, ...], year: int) -> tuple[Meeting, ...]:
    """The meetings of the neighbours after a fiscal year."""
    return tuple(meeting for one in beside if one.year > year for meeting in one.meetings)
