"""`list`: the items with their statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Cell, Signs, Table, say_json, signs, terminal_cells
from ita_tui.domain.checklist import Progress
from ita_tui.domain.status import CYCLE, State
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.views import checklist_view
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from argparse import Namespace

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.services.settings import Settings

_LEAST = (None, None, 20, None, 18)
"""The fewest cells of glyph, code, name, state and wording."""


def run(arguments: Namespace, settings: Settings) -> int:
    """List the items that the filters let through.

    Raises:
        UsageError: There is no such state or category.
    """
    snapshot = session.read(settings)
    checklist = snapshot.checklist
    items = _filtered(arguments, checklist)
    if arguments.json:
        say_json(checklist_view(snapshot, items))
        return 0
    _table(checklist, items, signs(settings)).show()
    return 0


def _filtered(arguments: Namespace, checklist: Checklist) -> tuple[Item, ...]:
    items = checklist.items
    if arguments.state is not None:
        from ita_tui.services.typed import parse_status  # noqa: PLC0415 (only for this filter)

        state = parse_status(arguments.state).state
        items = tuple(item for item in items if item.status.state is state)
    if arguments.category is not None:
        category = _category(arguments.category, checklist)
        items = tuple(item for item in items if item.category == category)
    if arguments.unit is not None:
        items = tuple(item for item in items if _is_of(item, arguments.unit))
    if arguments.find is not None and arguments.find.strip():
        from ita_tui.services.search import Finder  # noqa: PLC0415 (only for this filter)

        found = Finder(checklist).matching(arguments.find)
        items = tuple(item for item in items if item.code in found)
    return items


def _category(wanted: str, checklist: Checklist) -> str:
    from ita_tui.thai.digits import to_arabic  # noqa: PLC0415 (only for this filter)

    known = [category.code for category in checklist.categories]
    code = to_arabic(wanted).strip()
    if code not in known:
        raise UsageError(
            _("There is no category {code}; the categories are {codes}.").format(
                code=wanted, codes=", ".join(known)
            )
        )
    return code


def _is_of(item: Item, unit: str) -> bool:
    """Whether a unit's name has this in it; an empty one means items without a unit."""
    from ita_tui.thai.compare import find  # noqa: PLC0415 (only for this filter)

    return find(item.unit, unit) is not None if unit.strip() else not item.unit


def _table(checklist: Checklist, items: tuple[Item, ...], drawn: Signs) -> Table:
    table = Table(drawn, *_LEAST, indent=2)
    table.line(f"ITA {checklist.fiscal_year} {drawn.dot} {checklist.agency}", "strong")
    for category in checklist.categories:
        shown = [item for item in items if item.category == category.code]
        if not shown:
            continue
        progress = Progress.of(checklist.items_of(category.code))
        table.line()
        table.line(
            f"{category.code}  {category.name}  {progress.finished}/{progress.total}", "strong"
        )
        for item in shown:
            _add_item(table, item, drawn)
    table.line()
    if len(items) < len(checklist.items):
        table.line(
            _("Shown are {count} of {total} items.").format(
                count=len(items), total=len(checklist.items)
            )
        )
    table.line(_total(checklist.progress(), drawn))
    return table


def _add_item(table: Table, item: Item, drawn: Signs) -> None:
    state = item.status.state
    table.row(
        Cell(drawn.glyphs[state], state),
        item.code,
        item.name,
        Cell(state_label(state), state),
        item.status.wording,
    )


def _total(progress: Progress, drawn: Signs) -> str:
    """How far everything has come; the states' names are left out where they do not fit."""
    counted = [
        (drawn.glyphs[state], state_label(state), str(progress.count(state)))
        for state in (*reversed(CYCLE), State.UNSET)
        if progress.count(state)
    ]
    done = _("Finished {finished}/{total} ({percent} %)").format(
        finished=progress.finished,
        total=progress.total,
        percent=f"{100 * progress.fraction:.0f}",
    )
    line = "  ".join([done, *(" ".join(parts) for parts in counted)])
    room = terminal_cells()
    if room is None or width(line) <= room:
        return line
    return "  ".join([done, *(f"{glyph} {count}" for glyph, _label, count in counted)])
