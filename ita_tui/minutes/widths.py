"""How wide the columns of a document's tables are on paper.

A column that needs little gets what it needs; those that need more share the rest alike. Tables
with the same headings, such as those of a checklist's categories, have the same columns.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ita_tui.minutes.tokens import cell_lines, plain
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

Row = tuple[str, ...]

_LINE = 80.0
"""How many letters of 16 points a line of 16 cm takes."""

_PADDING = 3.0
"""What a column takes beside its text, in letters."""

_BOLD = 1.5
"""How much wider a heading may be: it is bold, and a stand-in for TH Sarabun is wider than that."""

_CODE = re.compile(r"[A-Za-z]{1,3}[0-9]{1,4}")
"""The code of an item, which is as wide in a stand-in and may not be parted."""


def column_shares(tokens: Sequence[Token]) -> list[tuple[float, ...]]:
    """For each table in order, the share of the table's width that each column has."""
    tables = [_rows(table) for table in _tables(tokens)]
    alike: defaultdict[Row, list[Row]] = defaultdict(list)
    for heading, *rows in tables:
        alike[heading].extend(rows)
    shares = {heading: _shares(_wanted(heading, rows)) for heading, rows in alike.items()}
    return [shares[table[0]] for table in tables]


def _tables(tokens: Iterable[Token]) -> list[list[Token]]:
    """The tokens inside each table."""
    tables: list[list[Token]] = []
    inside = False
    for token in tokens:
        if token.type == "table_open":
            tables.append([])
        inside = token.type != "table_close" and (inside or token.type == "table_open")
        if inside:
            tables[-1].append(token)
    return tables


def _rows(table: Iterable[Token]) -> list[Row]:
    """The texts of a table's rows, its headings first."""
    rows: list[list[str]] = []
    for token in table:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(plain(token))
    return [tuple(row) for row in rows]


def _wanted(heading: Row, rows: Iterable[Row]) -> list[float]:
    """How many letters each column needs to hold its texts in one line each.

    A heading may take as many lines as it has words.
    """
    needed = [max(map(width, text.split(" "))) * _BOLD for text in heading]
    for row in rows:
        for place, text in enumerate(row):
            needed[place] = max(needed[place], *map(_needed, cell_lines(text)))
    return [need + _PADDING for need in needed]


def _needed(line: str) -> float:
    codes = (len(code) * _BOLD for code in _CODE.findall(line))
    return max(float(width(line)), *codes, 0.0)


def _shares(wanted: Sequence[float]) -> tuple[float, ...]:
    given = dict.fromkeys(range(len(wanted)), 0.0)
    left = _LINE
    waiting = sorted(given, key=lambda place: wanted[place])
    while waiting:
        place = waiting.pop(0)
        given[place] = min(wanted[place], left / (len(waiting) + 1))
        left -= given[place]
    total = sum(given.values())
    return tuple(letters / total for letters in given.values())
