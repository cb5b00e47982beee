"""The Markdown of our own minutes as blocks.

They are headings, paragraphs, tables and rules; the form has nothing else. So what a person adds
by hand in other Markdown (a list, a quotation, a link) is a paragraph that says what was typed,
and no word of it is lost; a line break stays one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from ita_tui.domain.text import clean_lines
from ita_tui.minutes.parsing.blocks import Block, Heading, Line, Paragraph, Row, Rule, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_NOT_OURS = (
    *("list", "blockquote", "code", "fence", "html_block", "reference"),
    *("link", "image"),
)
_BREAKS = frozenset({"softbreak", "hardbreak"})
_PIPE = re.compile(r"(?<!\\)\|")
_HTML_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def blocks_of(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a document, in order.

    Args:
        lines: The lines of the document, without their ends; those of the front matter empty.
    """
    tokens = iter(_parser().parse("\n".join(lines)))
    for token in tokens:
        if token.type == "heading_open":
            yield Heading(_line_of(token), int(token.tag[1:]), _one_line(next(tokens)))
        elif token.type == "paragraph_open":
            yield Paragraph(_line_of(token), _lines(next(tokens)))
        elif token.type == "hr":
            yield Rule(_line_of(token))
        elif token.type == "table_open":
            yield _table(tokens, lines)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").disable(_NOT_OURS)


def _one_line(inline: Token) -> str:
    return " ".join(line.text for line in _lines(inline)).strip()


def _lines(inline: Token) -> tuple[Line, ...]:
    lines = [Line("", "")]
    strong = 0
    for part in inline.children or ():
        strong += (part.type == "strong_open") - (part.type == "strong_close")
        if part.type in _BREAKS or _is_html_break(part):
            lines.append(Line("", ""))
        elif part.content:
            lines[-1] = _longer(lines[-1], clean_lines(part.content), bold=strong > 0)
    return tuple(lines)


def _is_html_break(part: Token) -> bool:
    return part.type == "html_inline" and _HTML_BREAK.fullmatch(part.content) is not None


def _longer(line: Line, text: str, *, bold: bool) -> Line:
    if bold and not line.rest:
        return Line(line.bold + text, "")
    return Line(line.bold, line.rest + text)


def _table(tokens: Iterator[Token], lines: Sequence[str]) -> Table:
    """The table that was just opened; its tokens are used up."""
    rows: list[tuple[int, list[str]]] = []
    for token in takewhile(lambda one: one.type != "table_close", tokens):
        if token.type == "tr_open":
            rows.append((_line_of(token), []))
        elif token.type == "inline":
            rows[-1][1].append("\n".join(line.text for line in _lines(token)))
    (line, columns), *others = rows
    return Table(
        line,
        lines[line - 1],
        tuple(columns),
        tuple(
            Row(at, lines[at - 1], tuple(cells), _fits(lines[at - 1], len(columns)))
            for at, cells in others
        ),
    )


def _line_of(token: Token) -> int:
    """The line at which a block begins, from 1; every block has its lines."""
    return token.map[0] + 1 if token.map else 0


def _fits(line: str, columns: int) -> bool:
    """Whether a row has so many cells; the parser drops those too many and fills up with empty."""
    parts = _PIPE.split(line.strip().removeprefix("|"))
    if not parts[-1]:
        parts.pop()
    return len(parts) == columns
