"""A line of a document as runs of a Word file: bold, slanted, linked, and told by script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ita_tui.minutes.word.styles import Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_THAI = re.compile("([\u0e00-\u0e7f]+(?:[^\u0e00-\u0e7fA-Za-z0-9]+[\u0e00-\u0e7f]+)*)")
"""Thai with the spaces and signs inside it; Latin letters and Arabic digits are left out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that looks the same throughout.

    Attributes:
        text: What it says.
        bold: Whether it is bold.
        italic: Whether it is slanted.
        address: The web address that it leads to; empty when to none.
    """

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""


def inline_of(node: SyntaxTreeNode) -> Token:
    """The text of a paragraph, heading or cell."""
    (child,) = node.children
    assert child.token is not None  # only the root and pairs of tokens have none
    return child.token


def lines(inline: Token) -> list[list[Piece]]:
    """The lines of a paragraph, heading or cell, parted where the text has hard breaks."""
    found: list[list[Piece]] = [[]]
    strong = slanted = 0
    address = ""
    for part in inline.children or ():
        if part.type == "hardbreak":
            found.append([])
        elif part.tag == "strong":
            strong += part.nesting
        elif part.tag == "em":
            slanted += part.nesting
        elif part.tag == "a":
            address = str(part.attrGet("href") or "")
        else:
            text = " " if part.type == "softbreak" else part.content
            found[-1].append(Piece(text, bool(strong), bool(slanted), address))
    return found


def write(paragraph: Paragraph, pieces: Iterable[Piece]) -> None:
    """Add pieces at the end of a paragraph."""
    for piece in pieces:
        runs = [_run(paragraph, piece, text) for text in _THAI.split(piece.text) if text]
        if piece.address:
            _link(paragraph, runs, piece.address)


def _run(paragraph: Paragraph, piece: Piece, text: str) -> Run:
    run = paragraph.add_run(text)
    if _THAI.match(text):
        # Without it Word may take signs between Thai letters for Latin ones, and it would not
        # look for the ends of Thai words where it breaks the line.
        run.font.complex_script = True
    if piece.bold:
        run.font.bold = run.font.cs_bold = True
    if piece.italic:
        run.font.italic = run.font.cs_italic = True
    return run


def _link(paragraph: Paragraph, runs: Iterable[Run], address: str) -> None:
    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    for run in runs:
        run.style = Style.HYPERLINK
        link.append(run._r)
    paragraph._p.append(link)
