"""The seeds: the lists of items that come with the program, and a sample municipality.

The files are TOML in the folder `seeds`: `frameworks` has a file for each list, `checklists`
and `meetings` have those of the sample.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui import assets
from ita_tui.domain.checklist import Checklist
from ita_tui.domain.meeting import Meeting
from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.services.seeds.checklist import load_checklist
from ita_tui.services.seeds.framework import load_framework
from ita_tui.services.seeds.meeting import load_meeting

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.framework import Framework

__all__ = ["Sample", "framework_for", "frameworks", "load_framework", "sample"]

SAMPLE = "phetmueangthong"
"""How the names of the sample municipality's files begin."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample municipality, ready for the store.

    Attributes:
        checklist: Its checklist, with statuses and last year's scores.
        meetings: Its meetings, the oldest first.
    """

    checklist: Checklist
    meetings: tuple[Meeting, ...]


def frameworks() -> tuple[Framework, ...]:
    """Every list that comes with the program, the oldest first, by file name within a year.

    Raises:
        DataError: One of the files is wrong, or the installation lacks them.
    """
    lists = (load_framework(path) for path in _files("frameworks", "*.toml"))
    return tuple(sorted(lists, key=lambda one: one.fiscal_year))


def framework_for(year: int) -> Framework:
    """The newest list whose fiscal year is at most this one; the first of them by file name.

    Args:
        year: A fiscal year of the Buddhist era.

    Raises:
        UsageError: Every list is newer; the message names the years that there are.
        DataError: One of the files is wrong, or the installation lacks them.
    """
    lists = frameworks()
    newest = max((one.fiscal_year for one in lists if one.fiscal_year <= year), default=None)
    found = next((one for one in lists if one.fiscal_year == newest), None)
    if found is None:
        raise UsageError(
            _(
                "There is no list of items for fiscal year {year} or before, only for {years}; "
                "give another year, or a file with --framework."
            ).format(
                year=year,
                years=", ".join(str(one) for one in sorted({one.fiscal_year for one in lists})),
            )
        )
    return found


def sample() -> Sample:
    """The sample municipality: items that nobody has changed yet, and an open meeting.

    Raises:
        DataError: One of the files is wrong, or the installation lacks them.
    """
    checklist = load_checklist(_files("checklists", f"{SAMPLE}-*.toml")[-1], frameworks())
    meetings = tuple(
        load_meeting(path, checklist) for path in _files("meetings", f"{SAMPLE}-*.toml")
    )
    return Sample(checklist, meetings)


def _files(folder: str, pattern: str) -> list[Path]:
    """The seed files of one folder, by name; never none."""
    try:
        found = sorted((assets.folder("seeds") / folder).glob(pattern))
    except FileNotFoundError:
        found = []
    if not found:
        raise DataError(
            _("The installation lacks the files seeds/{folder}; install the program again.").format(
                folder=folder
            )
        )
    return found
