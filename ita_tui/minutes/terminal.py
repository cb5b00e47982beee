"""A document as lines for a terminal: headings, paragraphs and tables of so many cells.

The lines are made from the same tokens as the other forms, block by block, so that whoever shows
a long document again after a small change makes only the lines of the blocks that are new.
"""

from __future__ import annotations

from itertools import chain, repeat, takewhile, zip_longest
from typing import TYPE_CHECKING

from ita_tui.minutes.terminal_tables import Grid
from ita_tui.minutes.tokens import ROLE, Role, parse
from ita_tui.thai.cells import width
from ita_tui.thai.wrapping import line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

TextPiece = tuple[str, str]
"""Some text and its role: `heading`, `strong`, `rule`, or empty for plain text."""

TextLine = list[TextPiece]

_INDENT = 4
"""How many cells the first line of a paragraph is set in."""


def block_lines(block: str, cells: int) -> list[TextLine]:
    """One block of a document as lines, with a free line at its end.

    Args:
        block: Markdown, such as one of `minutes_blocks`.
        cells: How wide a line may be.
    """
    lines: list[TextLine] = []
    tokens = iter(parse(block))
    for token in tokens:
        match token.type:
            case "heading_open":
                lines += [*_heading(token.tag, next(tokens), cells), []]
            case "paragraph_open":
                lines += [*_paragraph(token.meta.get(ROLE), next(tokens), cells), []]
            case "table_open":
                lines += [*_table(tokens, cells), []]
            case "hr":
                lines += [_centred([("* * *", "rule")], cells), []]
    # What was said stands right below its speaker.
    return lines[:-1] if _is_speaker(block) else lines


def _heading(tag: str, inline: Token, cells: int) -> list[TextLine]:
    role = "strong" if tag == "h3" else "heading"
    lines = _wrapped([(text, role) for text, _role in _runs(inline)], cells)
    return [_centred(line, cells) for line in lines] if tag == "h1" else lines


def _paragraph(role: Role | None, inline: Token, cells: int) -> list[TextLine]:
    runs = _runs(inline)
    if role is Role.TITLE:
        return [_centred(line, cells) for line in _wrapped(runs, cells)]
    if role is Role.SIGNATURE:
        left = cells // 4
        lines = _wrapped(runs, cells - left)
        return [[(" " * left, ""), *_centred(line, cells - left)] for line in lines]
    if role is Role.TEXT:
        return _wrapped([(" " * min(_INDENT, cells // 8), ""), *runs], cells)
    return _wrapped(runs, cells)


def _is_speaker(block: str) -> bool:
    return block.startswith("**") and block.endswith("**") and "\n" not in block


def _runs(inline: Token) -> list[TextPiece]:
    """The text of a paragraph in pieces of one role; a line feed ends a line."""
    runs: list[TextPiece] = []
    role = ""
    for part in inline.children or ():
        match part.type:
            case "strong_open":
                role = "strong"
            case "strong_close":
                role = ""
            case "hardbreak":
                runs.append(("\n", ""))
            case "softbreak":
                runs.append((" ", role))
            case _ if part.content:
                runs.append((part.content, role))
    return runs


def _wrapped(runs: Sequence[TextPiece], cells: int) -> list[TextLine]:
    """Pieces in lines that end where words end."""
    text = "".join(piece for piece, _role in runs)
    starts = line_starts(text, cells)
    lines = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        shown = len(text[start:end].removesuffix("\n").rstrip(" "))
        lines.append(_cut(runs, start, start + shown))
    return lines


def _cut(runs: Sequence[TextPiece], start: int, end: int) -> TextLine:
    line: TextLine = []
    offset = 0
    for piece, role in runs:
        part = piece[max(start - offset, 0) : max(end - offset, 0)]
        if part:
            line.append((part, role))
        offset += len(piece)
    return line


def _centred(line: TextLine, cells: int) -> TextLine:
    used = sum(width(text) for text, _role in line)
    return [(" " * max((cells - used) // 2, 0), ""), *line]


def _table(tokens: Iterator[Token], cells: int) -> list[TextLine]:
    """The table whose opening token was just taken."""
    rows: list[list[str]] = []
    aligns: list[str] = []
    for token in takewhile(lambda token: token.type != "table_close", tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            aligns.append("right" if "right" in str(token.attrGet("style")) else "left")
        elif token.type == "inline":
            rows[-1].append("".join(text for text, _role in _runs(token)))
    grid = Grid(rows, aligns, cells)
    heading, *others = [_row(grid, row, role) for row, role in _with_roles(rows)]
    return [*heading, [(grid.rule, "rule")], *(line for lines in others for line in lines)]


def _with_roles(rows: Sequence[Sequence[str]]) -> Iterator[tuple[Sequence[str], str]]:
    """Each row with the role of its texts: the first has the headings."""
    return zip(rows, chain(["strong"], repeat("")), strict=False)


def _row(grid: Grid, row: Sequence[str], role: str) -> list[TextLine]:
    lines = zip_longest(*grid.wrapped(row), fillvalue="")
    return [_joined(grid.padded(parts), role) for parts in lines]


def _joined(parts: Sequence[str], role: str) -> TextLine:
    line: TextLine = []
    for part in parts:
        line += [(" │ ", "rule"), (part, role)]
    return line[1:]
