"""A document written into a Word file, block by block."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docx.shared import Cm
from markdown_it.tree import SyntaxTreeNode

from ita_tui.minutes.tokens import ROLE, Role, parse, plain, safe
from ita_tui.minutes.widths import column_shares
from ita_tui.minutes.word.package import blank, packed
from ita_tui.minutes.word.runs import Piece, inline_of, lines, write
from ita_tui.minutes.word.styles import Style
from ita_tui.minutes.word.tables import add_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from ita_tui.minutes.style import Digits

_STYLES = {
    Role.TEXT: Style.BODY,
    Role.TITLE: Style.TITLE,
    Role.SPEAKER: Style.SPEAKER,
    Role.LABEL: Style.LABEL,
    Role.SIGNATURE: Style.SIGNER,
}

_TO_SIGN = re.compile(r"(\(ลงชื่อ\)) *…+ *")


def document_bytes(markdown: str, title: str, digits: Digits) -> bytes:
    """The Word file of a document; see `ita_tui.minutes.docx.to_docx`."""
    tokens = parse(markdown)
    document = blank(safe(title), digits)
    _Writer(document, column_shares(tokens)).add(SyntaxTreeNode(tokens))
    return packed(document)


class _Writer:
    """Adds blocks at the end of a document, and knows where it stands."""

    def __init__(self, document: Document, shares: Sequence[Sequence[float]]) -> None:
        self._document = document
        self._shares = iter(shares)
        self._heading = ""
        self._after_table = False
        self._sign = ""

    def add(self, parent: SyntaxTreeNode, depth: int = 0) -> None:
        """Add the blocks inside a block, each so many steps further in."""
        for node in parent.children:
            match node.type:
                case "heading":
                    self._add_heading(node)
                case "paragraph":
                    self._add_paragraph(node, depth)
                case "table":
                    self._add_table(node)
                case "bullet_list" | "ordered_list":
                    self._add_list(node, depth)
                case "blockquote":
                    self.add(node, depth + 1)
                case "hr":
                    self._paragraph(Style.RULE)
                case _:
                    self._add_lines(node, depth)
            self._after_table = node.type == "table"

    def _add_heading(self, node: SyntaxTreeNode) -> None:
        inline = inline_of(node)
        self._heading = plain(inline)
        paragraph = self._paragraph(Style.heading(int(node.tag[1])))
        write(paragraph, [piece for line in lines(inline) for piece in line])

    def _add_table(self, node: SyntaxTreeNode) -> None:
        if self._after_table:
            # Word takes two tables without anything between for one.
            self._paragraph(Style.BODY)
        add_table(self._document, node, next(self._shares), self._heading)

    def _add_paragraph(self, node: SyntaxTreeNode, depth: int) -> None:
        """Each line as a paragraph of its own, as people type them in official papers."""
        role = node.meta.get(ROLE, Role.TEXT)
        for number, line in enumerate(lines(inline_of(node))):
            to_sign = number == 0 and role is Role.SIGNATURE
            pieces = list(_with_leader(line)) if to_sign else line
            paragraph = self._paragraph(Style.SIGNATURE if to_sign else _STYLES[role], depth)
            write(paragraph, pieces)

    def _add_list(self, node: SyntaxTreeNode, depth: int) -> None:
        first = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, first):
            self._sign = "• " if node.type == "bullet_list" else f"{number}{item.markup} "
            self.add(item, depth + 1)
            if self._sign:
                self._paragraph(Style.BODY, depth + 1)

    def _add_lines(self, node: SyntaxTreeNode, depth: int) -> None:
        """Text that keeps its lines."""
        for line in node.content.rstrip("\n").split("\n"):
            write(self._paragraph(Style.BODY, depth), [Piece(line)])

    def _paragraph(self, style: str, depth: int = 0) -> Paragraph:
        """A new paragraph, with the sign of the list's item that it begins."""
        paragraph = self._document.add_paragraph(self._sign, style)
        self._sign = ""
        if depth:
            paragraph.paragraph_format.left_indent = Cm(depth)
        return paragraph


def _with_leader(line: Iterable[Piece]) -> Iterator[Piece]:
    """A line to sign, with a tab that the style fills with dots in place of dots of its own."""
    for piece in line:
        yield replace(piece, text=_TO_SIGN.sub("\\1 \t", piece.text, count=1))
