"""Reading the statuses out of minutes that somebody else wrote, in whatever text form they come."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.status import Status
from ita_tui.domain.text import clean
from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.minutes.cells import Layout, split
from ita_tui.minutes.columns import Heading, heading_of
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.minutes.cells import Cell

SIZE_LIMIT = 64 * 1024 * 1024
"""In bytes: no minutes are longer, and no larger file is looked at."""

MOSTLY_THAI = 0.5
"""The share of Thai among the letters from which a text is taken to be TIS-620."""

_BINARY = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_RULE = re.compile(r"[|+:=-][\s|+:=-]*")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_LAYOUT_CHARS = str.maketrans({"\f": " ", "\v": " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One row of a table of results, as it stands in the text.

    Attributes:
        line: The number of its line in the text, from 1.
        name: The name of the topic; empty where the cell is.
        score: The score as written; empty without one.
        wording: The words of the status as written; never empty.
        code: The code of the item; empty where the table has no column for it.
        remark: The remark; empty without one.
    """

    line: int
    name: str
    score: str
    wording: str
    code: str = ""
    remark: str = ""


def decode(data: bytes, source: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark (a spreadsheet's "Unicode text"), or TIS-620.

    Args:
        data: What the file holds.
        source: What the file is called, for the message.

    Raises:
        DataError: The file is empty, larger than `SIZE_LIMIT`, or no text.
    """
    name = clean(source)
    if len(data) > SIZE_LIMIT:
        raise DataError(
            _("{file} is larger than {limit} MiB; save the minutes alone as text first.").format(
                file=name, limit=SIZE_LIMIT // 1024 // 1024
            )
        )
    text = _decoded(data)
    if text is None or _BINARY.search(text):
        raise DataError(
            _("{file} is not a text file; save it as text or Markdown (UTF-8) first.").format(
                file=name
            )
        )
    if not text.strip():
        raise DataError(_("{file} is empty; there is nothing to read in it.").format(file=name))
    return text


def read_status_rows(text: str) -> tuple[StatusRow, ...]:
    """The rows of all tables of results in a text, in order.

    A table starts at a heading with a topic (หัวข้อการประเมิน) and results (ผลการดำเนินงาน); of
    several columns of results the one of the newest year counts, and one of former results (เดิม)
    never does. A line under it is a row if its cell of results has a letter in it: a table whose
    results are still to be filled in, as on slides, and lines that only group rows have none.
    What stands between the parts of a table that runs over a page (running words, names) is
    passed over; until the heading comes again, only lines with a wording in customary use are
    then rows, so that another table is not taken for this one. A Markdown table ends at a line
    without cells.
    """
    reader = _Reader()
    for number, line in enumerate(_lines(text), 1):
        reader.take(number, line)
    return tuple(reader.rows)


class _Reader:
    """Goes through a text line by line.

    Attributes:
        rows: What was found so far.
    """

    def __init__(self) -> None:
        self.rows: list[StatusRow] = []
        self._heading: Heading | None = None
        self._interrupted = False
        self._after_row = False

    def take(self, number: int, line: str) -> None:
        """Read the next line."""
        found = heading_of(line)
        if found is not None:
            self._heading = None if found.status is None else found
            self._interrupted = self._after_row = False
        elif self._heading is not None and not _RULE.fullmatch(line.strip()):
            self._take_under(self._heading, number, split(line, self._heading.layout))

    def _take_under(self, heading: Heading, number: int, cells: Sequence[Cell]) -> None:
        """Read a line under a heading."""
        if self._after_row and heading.wraps(cells):
            name = f"{self.rows[-1].name} {cells[0].text}"
            self.rows[-1] = replace(self.rows[-1], name=name)
            return
        row = _row(number, heading.fit(cells), heading)
        self._after_row = row is not None and (not self._interrupted or _known(row))
        if row is not None and self._after_row:
            self.rows.append(row)
            self._interrupted = False
        elif len(cells) <= 1 and heading.layout is Layout.PIPES:
            self._heading = None
        elif len(cells) == 1 and cells[0].text:
            self._interrupted = True


def _lines(text: str) -> list[str]:
    """Lines as an editor numbers them: a form feed or a break inside a cell starts none."""
    plain = text.translate(_LAYOUT_CHARS)
    return plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _row(number: int, texts: Sequence[str], heading: Heading) -> StatusRow | None:
    """The row that a line is, or None where it has no status.

    In text kept in its layout a row needs a name or a code as well: what stands alone in the
    column of results there is the second line of a wrapped cell.
    """
    row = StatusRow(
        number,
        _cell(texts, heading.topic),
        _cell(texts, heading.score),
        _cell(texts, heading.status),
        _cell(texts, heading.code),
        _cell(texts, heading.remark),
    )
    named = row.name or row.code or heading.layout is not Layout.SPACES
    return row if named and any(char.isalpha() for char in row.wording) else None


def _cell(texts: Sequence[str], column: int | None) -> str:
    """The text in a column; a dash in place of a text is none."""
    text = "" if column is None or column >= len(texts) else texts[column]
    return "" if text in _DASHES else text


def _known(row: StatusRow) -> bool:
    return Status.from_wording(key(row.wording)) is not None


def _decoded(data: bytes) -> str | None:
    """The text, or None where the bytes are none."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "cp874"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if encoding == "utf-8-sig" or _mostly_thai(text) else None
    return None


def _mostly_thai(text: str) -> bool:
    thai = sum("\u0e01" <= char <= "\u0e4e" for char in text)
    other = sum(char.isalpha() and not "\u0e01" <= char <= "\u0e4e" for char in text)
    return thai > 0 and thai >= MOSTLY_THAI * (thai + other)
