"""Beginning a checklist: the sample municipality's, or one's own agency's for a fiscal year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Checklist
from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.seeds.loading import framework_for, load_framework, sample
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.domain.framework import Framework
    from ita_tui.services.workspace import Workspace
    from ita_tui.store import Snapshot


def begin_sample(workspace: Workspace, actor: Actor) -> Snapshot:
    """Begin with the sample municipality, its statuses and its meeting.

    Raises:
        DataError: The folder has a checklist of that year already, or cannot be written.
    """
    found = sample()
    return workspace.create(found.checklist, found.meetings, actor)


def framework_of(year: int, file: Path | None) -> Framework:
    """The list of items for a fiscal year: that of a file, else the newest one at most that old.

    Raises:
        UsageError: Every list of the program is newer.
        DataError: The file cannot be read, or is wrong.
    """
    return framework_for(year) if file is None else load_framework(file)


def begin(
    workspace: Workspace,
    actor: Actor,
    agency: str,
    year: int,
    framework: Framework,
    earlier: Checklist | None = None,
) -> Snapshot:
    """Begin an agency's checklist in which every item is unset.

    Args:
        workspace: Where; the folder is made when it is missing.
        actor: Who.
        agency: The agency's name.
        year: The fiscal year, in the Buddhist era.
        framework: The list of items that it follows.
        earlier: The checklist of another year. Items of the same name keep its responsible unit,
            whatever their codes: the same code is often another item in another year. Nothing
            else is carried over.

    Raises:
        UsageError: The agency has no name, or the year is that of the earlier checklist.
        DataError: The folder has a checklist of that year already, or cannot be written.
    """
    name = clean(agency).strip()
    if not name:
        raise UsageError(_("The agency needs a name."))
    fresh = Checklist.from_framework(framework, name, year)
    if earlier is not None:
        fresh = _with_units(fresh, earlier)
    return workspace.create(fresh, (), actor)


def _with_units(fresh: Checklist, earlier: Checklist) -> Checklist:
    if fresh.fiscal_year == earlier.fiscal_year:
        raise UsageError(
            _("Fiscal year {year} cannot begin from itself; give another --year.").format(
                year=fresh.fiscal_year
            )
        )
    units = {key(item.name): item.unit for item in earlier.items}
    items = (replace(item, unit=units.get(key(item.name), "")) for item in fresh.items)
    return replace(fresh, items=tuple(items))
