"""A line of extracted text as the cells of a table.

Cells are parted in one of three ways: pipes (Markdown), tabs (a table pasted or extracted as
text), or two and more spaces (text kept in its layout).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from markdown_it import MarkdownIt

from ita_tui.domain.text import clean
from ita_tui.thai.cells import width

_PIPE = re.compile(r"(?<!\\)\|")
_BEFORE_ROW = re.compile(r"\A\s*(?:(?:>|[-*+]|\d+[.)])\s+)*\|")
_MARKUP = re.compile(r"[\\`*_\[<&~]")
_WORDS = re.compile(r"\S+(?: \S+)*")


class Layout(Enum):
    """What parts the cells of a line."""

    PIPES = "pipes"
    TABS = "tabs"
    SPACES = "spaces"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a line.

    Attributes:
        text: What stands in it: cleaned, with single spaces inside.
        start: Where it starts, in terminal cells from the start of the line; 0 unless the text
            is kept in its layout.
    """

    text: str
    start: int = 0

    @property
    def end(self) -> int:
        """Where it ends (exclusive), in terminal cells."""
        return self.start + width(self.text)


def split(line: str, layout: Layout) -> tuple[Cell, ...]:
    """The cells of a line, parted as the layout says; a line without a parting is one cell."""
    if layout is Layout.SPACES:
        plain = line.expandtabs()
        return tuple(
            Cell(_tidy(match[0]), width(plain[: match.start()])) for match in _WORDS.finditer(plain)
        )
    if layout is Layout.TABS:
        return tuple(Cell(_tidy(text)) for text in line.split("\t"))
    parts = _PIPE.split(_BEFORE_ROW.sub("", line, count=1).strip())
    if len(parts) > 1 and not parts[-1]:
        parts.pop()
    return tuple(Cell(_tidy(_inline(part.replace("\\|", "|")))) for part in parts)


def has_pipe(line: str) -> bool:
    """Whether a pipe parts the line; an escaped one does not."""
    return _PIPE.search(line) is not None


def _tidy(text: str) -> str:
    return " ".join(clean(text).split())


def _inline(markdown: str) -> str:
    """What a reader of a Markdown cell sees: without escapes and marks of emphasis."""
    if not _MARKUP.search(markdown):
        return markdown
    tokens = _parser().parseInline(markdown.strip())[0].children or []
    return "".join(
        " " if token.type in {"softbreak", "hardbreak", "html_inline"} else token.content
        for token in tokens
    )


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")
