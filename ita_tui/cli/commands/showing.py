"""`show`: everything about one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.output import Cell, Signs, Table, say_json, signs
from ita_tui.i18n import N_, _, language
from ita_tui.services.typed import find_item
from ita_tui.services.views import item_view
from ita_tui.services.wording import field_label, state_label

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.services.settings import Settings

_CADENCES = {
    "yearly": N_("once a year"),
    "six_months": N_("for six months (October to March)"),
    "monthly": N_("every month"),
    "previous_year": N_("about the year before"),
}


def run(arguments: Namespace, settings: Settings) -> int:
    """Show one item.

    Raises:
        UsageError: There is no such item.
    """
    checklist = session.read(settings).checklist
    item = find_item(checklist, arguments.code)
    if arguments.json:
        say_json(item_view(item))
        return 0
    drawn = signs(settings)
    table = Table(drawn, None, None)
    table.line(f"{item.code}  {item.name}", "strong")
    table.row(Cell(_("Status"), "quiet"), Cell(_status(item, drawn), item.status.state))
    for label, value in _fields(item, checklist):
        first, *rest = value.split("\n")
        table.row(Cell(label, "quiet"), first)
        for line in rest:
            table.row("", line)
    table.show()
    return 0


def _fields(item: Item, checklist: Checklist) -> Iterator[tuple[str, str]]:
    """Label and value of each field below the status; what is empty has a dash."""
    names = {category.code: category.name for category in checklist.categories}
    yield _("Category"), f"{item.category} {names.get(item.category, '')}"
    score = "" if item.previous_score is None else f"{item.previous_score:g}"
    yield _("Score of {year}").format(year=checklist.fiscal_year - 1), score or "-"
    yield _("How often"), _(_CADENCES.get(item.cadence, item.cadence))
    yield field_label("unit").capitalize(), item.unit or "-"
    yield field_label("due").capitalize(), _due(item)
    yield field_label("remark").capitalize(), item.remark or "-"
    yield field_label("evidence").capitalize(), "\n".join(_evidence(item)) or "-"
    yield _("Last change"), _last_change(item)


def _status(item: Item, drawn: Signs) -> str:
    state = item.status.state
    parts = [f"{drawn.glyphs[state]} {state_label(state)}", item.status.wording]
    return f" {drawn.dot} ".join(part for part in parts if part)


def _due(item: Item) -> str:
    from ita_tui.thai.dates import short_date  # noqa: PLC0415 (most items have no date)

    return "-" if item.due is None else short_date(item.due, language())


def _evidence(item: Item) -> Iterator[str]:
    for number, one in enumerate(item.evidence, start=1):
        yield "  ".join(part for part in (f"{number}. {one.url}", one.text, one.note) if part)


def _last_change(item: Item) -> str:
    if item.updated_at is None:
        return "-"
    from ita_tui.thai.dates import short_moment  # noqa: PLC0415 (new items have no time)

    return _("{when} by {by} (revision {revision})").format(
        when=short_moment(item.updated_at, language()), by=item.updated_by, revision=item.revision
    )
