"""Tables of our own minutes, read by the names of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.thai.digits import ARABIC_DIGITS, THAI_DIGITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ita_tui.minutes.parsing.blocks import Block, Row, Table
    from ita_tui.minutes.parsing.parsed import Notes, Part

_YEAR = "ปี"


def not_expected(block: Block, notes: Notes, part: Part | None = None) -> None:
    """Note a block that has no place where it stands."""
    notes.add(
        block.line, block.text, _("The form has no place for this here; it was left out."), part
    )


def rows_of(
    table: Table,
    columns: Mapping[str, str],
    required: Collection[str],
    notes: Notes,
    part: Part,
) -> Iterator[tuple[Row, dict[str, str]]]:
    """The rows of a table, each with the texts of the columns that are known.

    Args:
        table: The table.
        columns: What a column is headed, without a year at its end, and the name that its texts
            are given by.
        required: Headings without which the table says nothing.
        notes: Takes a heading that is missing or not known, and a row with too many cells or too
            few.
        part: The part of the minutes that lacks something when a row is left out.
    """
    headings = [_without_year(one) for one in table.columns]
    missing = [one for one in required if one not in headings]
    if missing:
        reason = _("The table has no column {column}; it was left out.").format(column=missing[0])
        notes.add(table.line, table.text, reason, part)
        return
    for unknown in (one for one in headings if one not in columns):
        reason = _("The column {column} is not known; it was left out.").format(column=unknown)
        notes.add(table.line, table.text, reason)
    for row in table.rows:
        if row.fits:
            cells = zip(headings, row.cells, strict=True)
            yield row, {columns[head]: text for head, text in cells if head in columns}
        else:
            reason = _(
                "The row has not as many cells as the heading (a | in a text is written \\|)."
            )
            notes.add(row.line, row.text, reason, part)


def _without_year(heading: str) -> str:
    """A heading without the year that may stand at its end."""
    words = " ".join(heading.split()).rstrip(ARABIC_DIGITS + THAI_DIGITS)
    return words.rstrip().removesuffix(_YEAR).rstrip()
