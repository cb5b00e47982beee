"""What the detail pane says of a row, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, State
from ita_tui.domain.text import clean, clean_lines
from ita_tui.i18n import _, language
from ita_tui.services.wording import state_label
from ita_tui.thai.cells import pad, truncate, width
from ita_tui.ui.literal import shown
from ita_tui.ui.rows import AlikeRow, CategoryRow, Row
from ita_tui.ui.widgets.painting import Line, line_width, spread, state_role

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.ui.signs import Signs

_LABEL_CELLS = 15
_TWO_COLUMNS = 70


def details(row: Row, checklist: Checklist, cells: int, signs: Signs, *, short: bool) -> list[Line]:
    """The lines for a row.

    Args:
        row: The row under the cursor.
        checklist: The checklist that it is of.
        cells: How wide a line may be.
        signs: What to draw with.
        short: Whether the pane is low and wide, so that fields share lines.
    """
    if isinstance(row, CategoryRow):
        return _category_short(row, signs) if short else _category(row, cells, signs)
    if isinstance(row, AlikeRow):
        said = _("These items match when tone marks are left aside; those above match as typed.")
        return _wrapped(said, cells, "muted")
    return (
        _item_short(row.item, checklist, cells, signs)
        if short
        else _item(row.item, checklist, cells, signs)
    )


def _category(row: CategoryRow, cells: int, signs: Signs) -> list[Line]:
    progress = row.progress
    percent = f"{progress.fraction * 100:.0f} %"
    lines: list[Line] = [
        [(row.category.code, "muted")],
        *_wrapped(row.category.name, cells, "title"),
        [],
        [(f"{progress.finished}/{progress.total}  {percent}", "value")],
    ]
    for state in (*reversed(CYCLE), State.UNSET):
        if count := progress.count(state):
            role = state_role(state)
            lines.append([(f"{signs.states[state]} {count:>3} {state_label(state)}", role)])
    return lines


def _category_short(row: CategoryRow, signs: Signs) -> list[Line]:
    progress = row.progress
    counts: Line = []
    for state in (*reversed(CYCLE), State.UNSET):
        if count := progress.count(state):
            text = f"{signs.states[state]} {count} {state_label(state)}   "
            counts.append((text, state_role(state)))
    return [
        [(row.category.code, "muted")],
        [(row.category.name, "title")],
        [],
        [(f"{progress.finished}/{progress.total}  {progress.fraction * 100:.0f} %", "value")],
        counts,
    ]


def _heading(item: Item, checklist: Checklist, signs: Signs) -> Line:
    category = next(one for one in checklist.categories if one.code == item.category)
    where = clean(f"{category.code} {category.name}")
    return [(clean(item.code), "accent"), (f" {signs.dot} {where}", "muted")]


def _item(item: Item, checklist: Checklist, cells: int, signs: Signs) -> list[Line]:
    """One field under the other."""
    lines = [_cut(_heading(item, checklist, signs), cells)]
    lines += _wrapped(item.name, cells, "title")
    lines.append([])
    for label, value, role in _fields(item, checklist, signs):
        room = max(cells - _LABEL_CELLS, 10)
        parts = _wrapped(value, room, role)
        lines.append([(pad(label, _LABEL_CELLS), "muted"), *parts[0]])
        lines += [[(" " * _LABEL_CELLS, ""), *part] for part in parts[1:]]
    return lines


def _item_short(item: Item, checklist: Checklist, cells: int, signs: Signs) -> list[Line]:
    """Two fields beside each other, each on one line."""
    name = _wrapped(item.name, cells, "title")
    fields = _fields(item, checklist, signs)
    *pairs, evidence, remark, (_label, changed, _role) = fields
    heading = _cut(_heading(item, checklist, signs), cells)
    if item.updated_at is not None:
        heading = spread(heading, [(truncate(clean(changed), cells // 2), "muted")], cells)
    lines = [heading, *name]
    if cells < _TWO_COLUMNS:
        return lines + [_field(*field, cells) for field in fields]
    half = cells // 2
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        line = _field(*left, half - 1)
        gap = (" " * (half - line_width(line)), "")
        lines.append([*line, gap, *_field(*right, cells - half)])
    return [*lines, _field(*evidence, cells), _field(*remark, cells)]


def _field(label: str, value: str, role: str, cells: int) -> Line:
    one_line = clean(shown(value))
    room = max(cells - _LABEL_CELLS, 1)
    return [(pad(label, _LABEL_CELLS), "muted"), (truncate(one_line, room), role)]


def _fields(item: Item, checklist: Checklist, signs: Signs) -> list[tuple[str, str, str]]:
    """Label, value and role of each field, in order; the last three are the long ones."""
    from ita_tui.thai.dates import short_date  # noqa: PLC0415 (after the first paint)

    score = "–" if item.previous_score is None else f"{item.previous_score:g}"
    due = "–" if item.due is None else short_date(item.due, language())
    status = item.status
    return [
        (
            _("Status"),
            f"{signs.states[status.state]} {status.wording or state_label(status.state)}",
            state_role(status.state),
        ),
        (_("Year {year}").format(year=checklist.fiscal_year - 1), score, "value"),
        (_("Unit"), item.unit or "–", "value"),
        (_("Due"), due, "value"),
        (_("Evidence"), "\n".join(_evidence_lines(item)) or "–", "value"),
        (_("Remark"), item.remark or "–", "value"),
        (_("Last change"), _last_change(item), "value"),
    ]


def _evidence_lines(item: Item) -> list[str]:
    return [f"{one.url} {one.text}".strip() for one in item.evidence]


def _last_change(item: Item) -> str:
    from ita_tui.thai.dates import short_moment  # noqa: PLC0415 (after the first paint)

    if item.updated_at is None:
        return "–"
    return f"{item.updated_by} {short_moment(item.updated_at, language())}"


def _wrapped(text: str, cells: int, role: str) -> list[Line]:
    text = clean_lines(shown(text))
    if "\n" not in text and width(text) <= cells:
        return [[(text, role)]]
    from ita_tui.thai.wrapping import wrap  # noqa: PLC0415 (its dictionary is large)

    return [[(line, role)] for line in wrap(text, cells)]


def _cut(line: Line, cells: int) -> Line:
    """A line of several pieces cut to a width; its last piece gives way."""
    *first, (text, role) = line
    return [*first, (truncate(text, max(cells - line_width(first), 0)), role)]
