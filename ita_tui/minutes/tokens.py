"""A document's Markdown as the tokens of its parser, with the part that each paragraph plays.

The other forms of a document, HTML and Word, are both made from these tokens, so that they hold
the same text in the same order. The parser knows CommonMark and tables, but no HTML and no
pictures: such text is shown as it stands. Only http and https addresses become links.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from ita_tui.domain.text import clean, clean_lines
from ita_tui.minutes.markdown import LINE_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

ROLE = "role"
"""Where in the `meta` of a paragraph's opening token its role stands."""

_SIGNED = "(ลงชื่อ)"
_FRONT_MATTER = re.compile(r"\A---\n.*?^---(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_CELL_BREAKS = re.compile(rf"(?<=\S)(?: {LINE_BREAK})+ (?=\S)")
_NO_CHARACTER = re.compile("[\ufffe\uffff]")


class Role(StrEnum):
    """The part that a paragraph plays in a document."""

    TEXT = "text"
    TITLE = "title"
    """Below the level-1 heading, before anything else: number, day, place."""
    SPEAKER = "speaker"
    """Bold throughout: says who speaks in the paragraphs that follow."""
    LABEL = "label"
    """Begins with bold words: a resolution, a fact."""
    SIGNATURE = "signature"
    """One of the signatures at the end."""


class Parser(MarkdownIt):
    """CommonMark and tables, without HTML and pictures, and with links to the web only."""

    def __init__(self) -> None:
        """Switch on and off what the documents differ in."""
        super().__init__("commonmark", {"html": False})
        self.enable("table").disable("image")

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the parser's own name for the hook)
        """Whether an address may become a link."""
        return url.lower().startswith(("http://", "https://"))


def parse(markdown: str) -> list[Token]:
    """The tokens of a document, its front matter left out.

    Every text in them is clean (`ita_tui.domain.text`) and has only characters that XML knows;
    every paragraph of the highest level has its `Role`.
    """
    source = _FRONT_MATTER.sub("", clean_lines(markdown), count=1)
    tokens = Parser().parse(source)
    for token in tokens:
        _clean(token)
    _give_roles(tokens)
    return tokens


def plain(inline: Token) -> str:
    """The text of a line without its markup; a line break inside it is a line feed."""
    breaks = {"hardbreak": "\n", "softbreak": " "}
    return "".join(breaks.get(part.type, part.content) for part in inline.children or ())


def cell_lines(text: str) -> list[str]:
    """The lines of a cell, parted where signs between words stand for line breaks."""
    broken = _CELL_BREAKS.sub(lambda found: "\n" * found[0].count(LINE_BREAK), text)
    return broken.split("\n")


def safe(text: str) -> str:
    """A text of one line, clean, with U+FFFD for what is no character."""
    return _NO_CHARACTER.sub("\ufffd", clean(text))


def _clean(token: Token) -> None:
    if token.type in {"text", "code_inline"}:
        token.content = safe(token.content)
    elif token.type in {"fence", "code_block"}:
        token.content = "\n".join(map(safe, token.content.split("\n")))
    elif token.type == "link_open":
        token.attrs.pop("title", None)
    for child in token.children or ():
        _clean(child)


def _give_roles(tokens: Sequence[Token]) -> None:
    in_title = False
    paragraphs = []
    for opening, inline in _top_level(tokens):
        if opening.type == "paragraph_open":
            paragraphs.append((opening, inline))
            opening.meta[ROLE] = Role.TITLE if in_title else _role(inline)
        else:
            in_title = opening.tag == "h1"
            paragraphs.clear()
    for opening, inline in reversed(paragraphs):
        if not plain(inline).startswith(_SIGNED):
            break
        opening.meta[ROLE] = Role.SIGNATURE


def _top_level(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """The opening token of each block of the highest level, and the token after it."""
    for place, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0:
            yield token, tokens[min(place + 1, len(tokens) - 1)]


def _role(inline: Token) -> Role:
    parts = [part for part in inline.children or () if part.content or part.nesting]
    if not parts or parts[0].type != "strong_open":
        return Role.TEXT
    inside = next(place for place, part in enumerate(parts) if part.type == "strong_close")
    return Role.SPEAKER if inside == len(parts) - 1 else Role.LABEL
