"""A table of a document as a table of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length

from ita_tui.minutes.tokens import cell_lines
from ita_tui.minutes.word.package import TEXT_WIDTH
from ita_tui.minutes.word.runs import Piece, inline_of, lines, write
from ita_tui.minutes.word.styles import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from markdown_it.tree import SyntaxTreeNode

_ALIGNMENT = {
    "text-align:left": WD_ALIGN_PARAGRAPH.LEFT,
    "text-align:center": WD_ALIGN_PARAGRAPH.CENTER,
    "text-align:right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_table(document: Document, node: SyntaxTreeNode, shares: Sequence[float], name: str) -> None:
    """Add a table at the end of a document, as wide as its lines.

    The row of headings comes again on each page, and no row is parted between two pages.

    Args:
        document: Where to.
        node: The table.
        shares: The share of the width that each column has.
        name: What it is about, for those who hear the document read.
    """
    rows = [row for part in node.children for row in part.children]
    table = document.add_table(len(rows), len(shares), Style.TABLE)
    table.autofit = False
    _name(table, name)
    widths = [Length(round(TEXT_WIDTH * share)) for share in shares]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    for written, row in zip(table.rows, rows, strict=True):
        _mark(written, "w:cantSplit")
        for cell, source, wide in zip(written.cells, row.children, widths, strict=True):
            cell.width = wide
            _fill(cell, source)
    _mark(table.rows[0], "w:tblHeader")


def _fill(cell: _Cell, node: SyntaxTreeNode) -> None:
    (paragraph,) = cell.paragraphs
    paragraph.style = Style.CELL
    heading = node.type == "th"
    paragraph.alignment = (
        WD_ALIGN_PARAGRAPH.CENTER if heading else _ALIGNMENT.get(str(node.attrGet("style")))
    )
    paragraph.paragraph_format.keep_with_next = heading or None
    (pieces,) = lines(inline_of(node))
    write(paragraph, _broken(pieces, bold=heading))


def _broken(pieces: Iterable[Piece], *, bold: bool) -> Iterable[Piece]:
    """The pieces, with line feeds where signs stand for line breaks."""
    for piece in pieces:
        text = "\n".join(cell_lines(piece.text))
        yield Piece(text, bold or piece.bold, piece.italic, piece.address)


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _name(table: Table, name: str) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), name)
    table._tbl.tblPr.append(caption)
