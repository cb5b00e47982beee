"""Text as Markdown that shows as that very text: CommonMark and tables, no HTML.

What people wrote is data. Signs in it that Markdown would obey are escaped, and only where it
would: plain Thai text comes out as it went in. Every function cleans its text first
(`ita_tui.domain.text`). White space: it is taken off both ends of each line; inside a line it
stays.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean, clean_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINE_BREAK = "⏎"
"""What a line break becomes in a cell of a table, with a space on either side."""

HARD_BREAK = "\\\n"
"""A line break inside a paragraph."""

NOTHING = "-"
"""What a cell without text shows, so that nobody takes it for a slip."""

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

# Signs that mean something anywhere in a line. An underscore between letters or digits, as in a
# web address, never begins emphasis; `[^\W_]` is one letter or digit. A backslash before a Latin
# letter or a space, and braces at the end of a heading, mean something to Pandoc.
_SIGN = rf"""
    [*`\[~|]
  | (?<![^\W_])_ | _(?![^\W_])
  | <(?=\S)
  | &(?=\#?[0-9A-Za-z]+;)
  | \\(?=[{_PUNCTUATION}A-Za-z\ ]|$)
  | \$(?=[^$]*\$) | \^(?=[^^]*\^) | \{{(?=[^{{}}]*\}}$)
"""

_ADDRESS = r"(?:(?i:https?|ftp)://|www\.)[^\s<]*"
_INLINE = rf"(?P<address>{_ADDRESS}) | {_SIGN}"

# Signs that mean something where a line begins: heading, quotation, list, rule, underline of a
# heading, second row of a table. A numbered list takes its backslash after the number.
_LINE_START = r"""
    ^\#{1,6}(?=\s|$)
  | ^>
  | ^[-+](?=\s|$)
  | ^[-:](?=[-:\s]*$)
  | ^=(?==*\s*$)
  | (?P<number>^[0-9]{1,9}(?=[.)](?:\s|$)))
"""

# A heading drops the number signs at its end.
_HEADING_END = r"(?<=\s)\#+$ | ^\#+$"

_IN_ADDRESS = re.compile(_SIGN, re.VERBOSE)
_IN_CELL = re.compile(_INLINE, re.VERBOSE)
_IN_LINE = re.compile(f"{_LINE_START} | {_INLINE}", re.VERBOSE)
_ANYWHERE = re.compile(f"{_LINE_START} | {_HEADING_END} | {_INLINE}", re.VERBOSE)

_LAST_ADDRESS = re.compile(rf"{_ADDRESS}\Z")
_ADDRESS_SIGN = re.compile(r"://|(?<=www)\.")

_BREAKS = re.compile(rf"(?<=\S)(?: {LINE_BREAK})+ (?=\S)")


class Align(StrEnum):
    """How the cells of a column are aligned, as the second row of a table has it."""

    LEFT = ":--"
    CENTER = ":-:"
    RIGHT = "--:"


def text(value: str) -> str:
    """A text of one line for a heading, a list or a paragraph; line breaks become spaces."""
    return _ANYWHERE.sub(_escaped, clean(value).strip())


def cell(value: str) -> str:
    """A text for a cell of a table; a line break becomes `LINE_BREAK` with spaces around it.

    Two or more line breaks in a row stay as many signs. A sign that stood in the text between
    spaces reads back as a line break, and is shown the same again.
    """
    first, *others = clean_lines(value).strip().split("\n")
    parts = [first.strip()]
    for line in others:
        parts += [LINE_BREAK, line.strip()]
    return _IN_CELL.sub(_escaped, " ".join(part for part in parts if part))


def from_cell(shown: str) -> str:
    """The text that a cell shows, with line breaks where its signs stand between words.

    The reverse of `cell`, after the parser took out the escapes: shown again it is the same.
    """
    text = clean_lines(shown).strip()
    if text == NOTHING:
        return ""
    return _BREAKS.sub(lambda found: "\n" * found[0].count(LINE_BREAK), text)


def paragraphs(value: str) -> str:
    """Paragraphs, parted by blank lines; a line break inside one stays, as a hard break.

    Several blank lines count as one. Without any text it is empty.
    """
    blocks: list[list[str]] = [[]]
    for line in clean_lines(value).split("\n"):
        if line.strip():
            blocks[-1].append(_IN_LINE.sub(_escaped, line.strip()))
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(broken(block) for block in blocks if block)


def broken(lines: Iterable[str]) -> str:
    """Lines of Markdown as one paragraph with hard breaks."""
    *others, last = lines
    return HARD_BREAK.join((*(_LAST_ADDRESS.sub(_held, line) for line in others), last))


def table(columns: Sequence[tuple[str, Align]], rows: Iterable[Sequence[str]]) -> str:
    """A table: the heading of each column with its alignment, and rows of plain texts.

    An empty text is shown as `NOTHING`.
    """
    lines = [
        _row([cell(heading) for heading, _align in columns]),
        _row([align.value for _heading, align in columns]),
        *(_row([cell(value) or NOTHING for value in row]) for row in rows),
    ]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if groups["address"]:
        address = _IN_ADDRESS.sub(r"\\\g<0>", found[0])
        return address if address == found[0] else _held_back(address)
    return f"{found[0]}\\" if groups.get("number") else f"\\{found[0]}"


def _held(found: re.Match[str]) -> str:
    return _held_back(found[0])


def _held_back(address: str) -> str:
    """An address with a backslash that keeps GitHub from taking it as it is written."""
    return _ADDRESS_SIGN.sub(r"\\\g<0>", address)
