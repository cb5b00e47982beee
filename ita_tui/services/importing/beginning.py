"""Beginning a checklist with our own minutes, in an empty folder.

Minutes that show the table have all of the checklist in them. Others name only the items that
the meeting decided on; the rest comes from the list that they follow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.text import clean
from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.minutes.parsing.minutes import Part
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tables import OTHER_ITEMS
from ita_tui.services.seeds.loading import framework_for, frameworks
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.domain.framework import Framework
    from ita_tui.minutes.parsing.minutes import ReadMinutes
    from ita_tui.services.importing.plan import MinutesPlan
    from ita_tui.services.workspace import Workspace
    from ita_tui.store import Snapshot

OTHERS = Category("-", OTHER_ITEMS)
"""The category of items that no list known here has."""


def begin_with_minutes(workspace: Workspace, actor: Actor, plan: MinutesPlan) -> Snapshot:
    """Begin the checklist of a plan, with its meeting.

    Raises:
        DataError: As `Workspace.create` says.
    """
    if plan.new is None:
        raise ValueError(plan)
    return workspace.create(plan.new, (plan.meeting,), actor)


def new_checklist(
    read: ReadMinutes, agency: str = "", framework: Framework | None = None
) -> Checklist:
    """The checklist that a document describes, for an empty folder.

    How often an item is due is not in minutes; it comes from the list that they name, if that is
    one of the program's own. Units, dates and evidence are empty.

    Args:
        read: The document.
        agency: Whose checklist it is, where the document does not say so.
        framework: The list of items, where the document shows no table and follows none of the
            program's own.

    Raises:
        DataError: The document does not show all of a checklist; the message says what is wrong.
        UsageError: It does not say whose checklist it is, or which list it follows, and nobody
            else does; or it does, and somebody says it once more.
    """
    if not read.shows_checklist:
        return _without_table(read, clean(agency).strip() or read.agency, framework)
    if agency or framework is not None:
        raise UsageError(
            _("These minutes show a whole checklist; leave out --agency and --framework.")
        )
    return _of_table(read)


def _of_table(read: ReadMinutes) -> Checklist:
    problem = next((one for one in read.problems if one.part is Part.CHECKLIST), None)
    if problem is not None:
        raise DataError(
            _("Line {line}: {reason} A new checklist needs all of its items.").format(
                line=problem.line, reason=problem.reason
            )
        )
    outside = next((row for row in read.rows if not row.category), None)
    if outside is not None:
        raise DataError(
            _("Line {line}: {code} stands under no category of the list.").format(
                line=outside.line, code=outside.code
            )
        )
    if not read.rows or not read.agency or read.framework_year is None:
        raise DataError(
            _("These minutes show no whole checklist; begin one with `ita-tui init` first.")
        )
    shown = read.checklist
    cadences = _cadences(shown)
    return replace(
        shown,
        items=tuple(
            replace(item, cadence=cadences.get((item.code, key(item.name)), item.cadence))
            for item in shown.items
        ),
    )


def _cadences(checklist: Checklist) -> dict[tuple[str, str], str]:
    """How often the items of the list that a checklist follows are due, by code and name."""
    known = _known(checklist.framework_title, checklist.framework_year)
    return {(item.code, key(item.name)): item.cadence for item in known.items} if known else {}


def _known(title: str, year: int) -> Framework | None:
    """One of the program's own lists; None where it has none of that title and year."""
    lists = (one for one in frameworks() if one.fiscal_year == year)
    return next((one for one in lists if key(one.title) == key(title)), None)


def _without_table(read: ReadMinutes, agency: str, given: Framework | None) -> Checklist:
    """The whole list, with the statuses that the meeting decided on."""
    if not agency:
        raise UsageError(_("These minutes do not say whose they are; add --agency NAME."))
    named = {code: name for code, name in read.named if code}
    framework = given or _followed(read)
    fits = framework is not None and named.keys() <= {item.code for item in framework.items}
    if framework is None or not (fits and _has_names(framework, named)):
        if given is not None or not named:
            raise UsageError(
                _("The items of these minutes are not those of the list; add --framework FILE.")
            )
        return _named_only(read, agency, named)
    whole = Checklist.from_framework(framework, agency, read.fiscal_year)
    return replace(whole, items=tuple(_decided(item, read) for item in whole.items))


def _followed(read: ReadMinutes) -> Framework | None:
    """The list that minutes follow; the usual one of their year where they do not say which."""
    if read.framework_year is None:
        return framework_for(read.fiscal_year)
    return _known(read.framework_title, read.framework_year)


def _has_names(framework: Framework, named: dict[str, str]) -> bool:
    """Whether the items that minutes name have these names in a list, as an export shows them."""
    names = {item.code: item.name for item in framework.items}
    return all(_shown(names[code]) == _shown(name) for code, name in named.items())


def _shown(name: str) -> str:
    return Digits.THAI.prose(clean(name).strip())


def _named_only(read: ReadMinutes, agency: str, named: dict[str, str]) -> Checklist:
    """The items that the meeting decided on, where their list is not known here."""
    return Checklist(
        agency=agency,
        fiscal_year=read.fiscal_year,
        framework_title=read.framework_title,
        framework_year=read.framework_year or read.fiscal_year,
        categories=(OTHERS,),
        items=tuple(_decided(Item(code, name, OTHERS.code), read) for code, name in named.items()),
    )


def _decided(item: Item, read: ReadMinutes) -> Item:
    """An item with the status that the meeting gave it last, if it gave it any."""
    found = (one for one in reversed(read.meeting.decisions) if one.code == item.code)
    last = next(found, None)
    return item if last is None else replace(item, status=last.after)
