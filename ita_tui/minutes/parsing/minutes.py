"""Our own minutes, read back: everything that their visible text says.

The rules are those of the modules that write them (`rendering`, `attendance`, `agenda`, `tables`,
`facts`), turned round. What was read renders as the same text again. What a person changed by
hand comes back as changed; what cannot be understood is left alone and reported with its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.minutes.front_matter import FrontMatter, read_front_matter
from ita_tui.minutes.parsing.blocks import Block, Heading
from ita_tui.minutes.parsing.document import Document, Section
from ita_tui.minutes.parsing.parsed import Part, Problem, ReadMinutes, ReadRow
from ita_tui.minutes.parsing.source import blocks_of
from ita_tui.minutes.rendering import render_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting import Meeting
    from ita_tui.minutes.style import Digits

__all__ = ["Part", "Problem", "ReadMinutes", "ReadRow", "as_shown", "read_minutes"]

_HIGH = 2
"""The lowest level of the headings that part the document."""


def read_minutes(text: str) -> ReadMinutes | None:
    """What minutes say that this program wrote, and that people may have edited since.

    Args:
        text: The document, with any line ends.

    Returns:
        What was read, or None where the front matter is not ours: the text is no document of
        this program, or not minutes.

    Raises:
        DataError: A newer version of the program wrote the document.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front = read_front_matter(lines)
    if front is None:
        return None
    return _read(front, lines)


def as_shown(meeting: Meeting, checklist: Checklist, digits: Digits) -> ReadMinutes:
    """What somebody learns who has only the minutes of a meeting; so two versions are compared.

    Args:
        meeting: The meeting.
        checklist: The checklist of its fiscal year.
        digits: The digits of the minutes.
    """
    lines = render_minutes(meeting, checklist, digits).split("\n")
    front = FrontMatter(meeting.id, checklist.fiscal_year, lines.index("---", 1) + 1)
    return _read(front, lines)


def _read(front: FrontMatter, lines: list[str]) -> ReadMinutes:
    body = [""] * front.lines + lines[front.lines :]
    document = Document(front, len(body))
    for section in _sections(blocks_of(body)):
        document.take(section)
    return document.read()


def _sections(blocks: Iterable[Block]) -> list[Section]:
    sections = [Section(None)]
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _HIGH:
            sections.append(Section(block))
        else:
            sections[-1].blocks.append(block)
    return sections
