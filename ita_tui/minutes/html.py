"""A document as one HTML file to read in a browser and to print on A4.

The file needs nothing else: it brings its style, has no script, and loads nothing.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it.token import Token

from ita_tui.assets import folder
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tokens import ROLE, Parser, Role, cell_lines, parse, safe
from ita_tui.minutes.widths import column_shares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_STYLE = "document.css"
_COUNTER = {Digits.THAI: "thai", Digits.ARABIC: "decimal"}
"""The name that CSS has for the digits of a page's number."""

_PAGE = """\
<!DOCTYPE html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""


def to_html(markdown: str, title: str, digits: Digits = Digits.THAI) -> str:
    """A document as HTML.

    Args:
        markdown: The text of the document, as `ita_tui.minutes.rendering` makes it.
        title: What the window of a browser shows; one line of plain text.
        digits: The digits of the page's number on paper.

    Returns:
        The whole file, to be written as UTF-8.
    """
    parser = Parser()
    tokens = parse(markdown)
    _describe(tokens)
    tokens = list(_with_signatures(_with_columns(tokens)))
    style = (folder("styles") / _STYLE).read_text(encoding="utf-8")
    return _PAGE.format(
        title=escape(safe(title)),
        style=style.replace("PAGE_DIGITS", _COUNTER[digits]),
        body=parser.renderer.render(tokens, parser.options, {}),
    )


def _describe(tokens: list[Token]) -> None:
    """Tell style sheets and screen readers what each part is: a heading names the table below."""
    headings = 0
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            headings += 1
            token.attrSet("id", f"h{headings}")
        elif token.type == "table_open" and headings:
            token.attrSet("aria-labelledby", f"h{headings}")
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        if token.type in {"th_open", "td_open"}:
            following.children = [part for one in following.children or () for part in _broken(one)]
        role = token.meta.get(ROLE)
        if role:
            token.attrSet("class", role)
        if role is Role.TEXT:
            following.children = [_indented(part) for part in following.children or ()]


def _indented(part: Token) -> Token:
    """A part of running text, in which each line begins as a paragraph does."""
    if part.type != "hardbreak":
        return part
    return Token("html_inline", "", 0, content='<br>\n<span class="indent"></span>')


def _broken(part: Token) -> Iterator[Token]:
    """A part of a cell, with line breaks where signs stand for them."""
    if part.type != "text":
        yield part
        return
    for number, line in enumerate(cell_lines(part.content)):
        if number:
            yield Token("hardbreak", "br", 0)
        yield Token("text", "", 0, content=line)


def _with_columns(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, with the widths of the columns in each table."""
    shares = iter(column_shares(tokens))
    for token in tokens:
        yield token
        if token.type == "table_open":
            columns = "".join(f'<col style="width:{share:.1%}">' for share in next(shares))
            yield Token("html_block", "", 0, content=f"<colgroup>{columns}</colgroup>\n")


def _with_signatures(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, with the signatures, which are the last, in a section of their own."""
    inside = False
    for token in tokens:
        if not inside and token.meta.get(ROLE) is Role.SIGNATURE:
            inside = True
            yield Token("section_open", "section", 1, {"class": "signatures"}, block=True)
        yield token
    if inside:
        yield Token("section_close", "section", -1, block=True)
