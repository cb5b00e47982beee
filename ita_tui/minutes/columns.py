"""The columns of a table of results, told by what its heading says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.minutes.cells import Cell, Layout, has_pipe, split
from ita_tui.thai.compare import key
from ita_tui.thai.months import BE_OFFSET, FIRST_BE_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADING_LIMIT = 1_000
"""In characters: a longer line is prose, whatever words stand in it."""

TOPIC, RESULTS = "หัวข้อการประเมิน", "ผลการดำเนินงาน"
"""What heads the two columns that a table of results needs, as minutes have it in full."""

_TOPIC = "หัวข้อ"
_RESULT = "ผลการดำเนิน"
_FORMER = "เดิม"
_SCORE = "คะแนน"
_REMARK = "หมายเหตุ"
_CODES = frozenset({"ข้อ", "ข้อที่", "รหัส", "รหัสข้อ", "code", "oit"})


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row of a table of topics; columns are counted from 0.

    Attributes:
        layout: What parts its cells, and those of the rows under it.
        cells: Its cells.
        topic: The column of the topic's name.
        status: The column of the newest results; None when the table has none.
        score: The column of the newest scores; None without one.
        code: The column of the item's code; None without one.
        remark: The column of remarks; None without one.
    """

    layout: Layout
    cells: tuple[Cell, ...]
    topic: int
    status: int | None = None
    score: int | None = None
    code: int | None = None
    remark: int | None = None

    def fit(self, cells: Sequence[Cell]) -> list[str]:
        """The texts of a row's cells, one for each column that the row reaches.

        A row with another number of cells than the heading is fitted: by position in text kept in
        its layout, by order where as many cells are filled as in the heading.
        """
        texts = [cell.text for cell in cells]
        if len(texts) == len(self.cells):
            return texts
        if self.layout is Layout.SPACES:
            return self._by_position(cells)
        columns = [column for column, cell in enumerate(self.cells) if cell.text]
        filled = [text for text in texts if text]
        return _spread(filled, columns) if len(filled) == len(columns) else texts

    def wraps(self, cells: Sequence[Cell]) -> bool:
        """Whether the cells of a line are the rest of the name in the row above.

        Only text kept in its layout has such lines. They hold nothing else and stay inside the
        column of the topic; they do not start with a number, as the name of a group of rows does,
        nor end with dots, as the running words at the foot of a page do.
        """
        if self.layout is not Layout.SPACES or len(cells) != 1:
            return False
        rest = cells[0]
        following = self.cells[self.topic + 1 : self.topic + 2]
        return (
            not rest.text[0].isdigit()
            and not rest.text.endswith(("...", "…"))
            and self._nearest(rest) == self.topic
            and all(rest.end <= cell.start for cell in following)
        )

    def _by_position(self, cells: Sequence[Cell]) -> list[str]:
        texts = [""] * len(self.cells)
        for cell in cells:
            column = self._nearest(cell)
            texts[column] = f"{texts[column]} {cell.text}".strip()
        return texts

    def _nearest(self, cell: Cell) -> int:
        starts = [heading.start for heading in self.cells]
        return min(range(len(starts)), key=lambda column: abs(starts[column] - cell.start))


def heading_of(line: str) -> Heading | None:
    """The heading that a line is, or None.

    A heading has two cells or more, one of which starts with the word for a topic. Where a line
    can be parted in several ways, the one that gives a column of results counts.
    """
    if len(line) > HEADING_LIMIT or _TOPIC not in _squashed(line):
        return None
    headings = [_heading(split(line, layout), layout) for layout in _layouts_of(line)]
    found = [heading for heading in headings if heading is not None]
    with_results = (heading for heading in found if heading.status is not None)
    return next(with_results, found[0] if found else None)


def _layouts_of(line: str) -> Iterator[Layout]:
    if has_pipe(line):
        yield Layout.PIPES
    if "\t" in line:
        yield Layout.TABS
    yield Layout.SPACES


def _heading(cells: tuple[Cell, ...], layout: Layout) -> Heading | None:
    titles = [_squashed(cell.text) for cell in cells]
    columns = range(len(titles))
    topics = [column for column in columns if titles[column].startswith(_TOPIC)]
    if len(cells) == 1 or not topics:
        return None
    results = [column for column in columns if _is_result(titles[column])]
    scores = [column for column in columns if _SCORE in titles[column] and column not in results]
    return Heading(
        layout,
        cells,
        topics[0],
        status=_newest(titles, results),
        score=_newest(titles, scores),
        code=next((column for column in columns if titles[column] in _CODES), None),
        remark=next((column for column in columns if titles[column].startswith(_REMARK)), None),
    )


def _is_result(title: str) -> bool:
    """Whether a column holds results, and not those that a meeting replaced."""
    return title.startswith(_RESULT) and _FORMER not in title


def _newest(titles: Sequence[str], columns: Sequence[int]) -> int | None:
    """Of some columns the one whose title names the latest year; the last one among equals."""
    return max(columns, key=lambda column: (_year(titles[column]), column), default=None)


def _year(title: str) -> int:
    """The year that a title names, in the Buddhist era; 0 for none."""
    years = [int(digits) for digits in re.findall(r"\d{4}", title)]
    if years:
        return max(year if year >= FIRST_BE_YEAR else year + BE_OFFSET for year in years)
    short = re.search(r"\d\d\Z", title)
    return 2500 + int(short[0]) if short else 0


def _spread(texts: Sequence[str], columns: Sequence[int]) -> list[str]:
    row = [""] * (columns[-1] + 1)
    for text, column in zip(texts, columns, strict=True):
        row[column] = text
    return row


def _squashed(text: str) -> str:
    return key(text).replace(" ", "")
