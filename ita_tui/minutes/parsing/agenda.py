"""An agenda item, read back from the blocks under its heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import AgendaItem, Statement
from ita_tui.minutes.agenda import (
    AGENDA_ITEM,
    CHECKLIST_HEADING,
    DECISIONS_HEADING,
    LISTS,
    PROGRESS_HEADING,
    RESOLUTION,
    SUBJECT,
)
from ita_tui.minutes.parsing.blocks import Heading, Paragraph, Rule, Table
from ita_tui.minutes.parsing.heading import opened
from ita_tui.minutes.parsing.tables import not_expected
from ita_tui.minutes.style import BLANK
from ita_tui.minutes.tables import CATEGORY, OTHER_ITEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.minutes.parsing.blocks import Block
    from ita_tui.minutes.parsing.checklist import ShownChecklist
    from ita_tui.minutes.parsing.parsed import Notes

AGENDA_HEADING = re.compile(rf"(?:{AGENDA_ITEM}|วาระที่)\s*[0-9๐-๙.]*\s*(?P<title>.*)")

_SAID = ""
_ZONES = frozenset(
    {CHECKLIST_HEADING, DECISIONS_HEADING, PROGRESS_HEADING, OTHER_ITEMS, *LISTS.values()}
)


def read_agenda_item(
    title: str, blocks: Sequence[Block], checklist: ShownChecklist, notes: Notes
) -> AgendaItem:
    """An agenda item; its number is its place, whatever the heading says.

    Args:
        title: What follows the number in its heading.
        blocks: What stands under it.
        checklist: Takes what is shown of the checklist.
        notes: Takes what is not understood.
    """
    zones = _zones(blocks)
    statements: list[Statement] = []
    resolution: str | None = None
    for zone, inside in zones:
        if zone == _SAID:
            statements = _statements(inside, notes)
        elif zone == RESOLUTION:
            resolution = _resolution(inside, notes)
        else:
            _read_zone(zone, inside, checklist, notes)
    if resolution is None and statements and statements[-1].speaker == RESOLUTION:
        # The words alone in bold are a speaker only where a resolution follows.
        resolution = statements.pop().text
    return AgendaItem(
        title="" if title == SUBJECT + BLANK else opened(title),
        statements=tuple(statements),
        resolution=resolution or "",
        shows_checklist=any(zone == CHECKLIST_HEADING for zone, _inside in zones),
    )


def _zones(blocks: Sequence[Block]) -> list[tuple[str, list[Block]]]:
    """The blocks by the heading that they stand under; first what was said, without one."""
    zones: list[tuple[str, list[Block]]] = [(_SAID, [])]
    for block in blocks:
        if isinstance(block, Heading) and _is_zone(block.text):
            zones.append((block.text, []))
        elif _is_resolution(block) and zones[-1][0] != RESOLUTION:
            zones.append((RESOLUTION, [block]))
        else:
            zones[-1][1].append(block)
    return zones


def _is_zone(heading: str) -> bool:
    return heading in _ZONES or heading.startswith(CATEGORY)


def _is_resolution(block: Block) -> bool:
    """Whether a paragraph begins with the bold words, and more follows."""
    if not isinstance(block, Paragraph) or block.bold:
        return False
    return block.lines[0].bold.strip(" :") == RESOLUTION


def _read_zone(zone: str, blocks: Sequence[Block], checklist: ShownChecklist, notes: Notes) -> None:
    if zone == CHECKLIST_HEADING:
        checklist.read_facts(blocks)
    elif zone == DECISIONS_HEADING:
        checklist.read_decisions(blocks)
    elif zone in LISTS.values():
        checklist.read_list(zone, blocks)
    elif zone == PROGRESS_HEADING:
        for block in blocks[1:]:  # the sentence follows from the table
            not_expected(block, notes)
    else:
        checklist.read_rows(zone, blocks)


def _statements(blocks: Sequence[Block], notes: Notes) -> list[Statement]:
    said: list[tuple[str, list[str]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Table):
            not_expected(block, notes)
        elif isinstance(block, Rule):
            said.append(("", []))
        elif isinstance(block, Paragraph) and block.bold:
            said.append((block.bold, []))
        else:
            said[-1][1].append(block.text)
    return [Statement(speaker, "\n\n".join(texts)) for speaker, texts in said if speaker or texts]


def _resolution(blocks: Sequence[Block], notes: Notes) -> str:
    texts: list[str] = []
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.bold:
            not_expected(block, notes)
        elif place == 0:
            first, *others = block.lines
            texts.append("\n".join([first.rest.strip(), *(line.text for line in others)]).strip())
        else:
            texts.append(block.text)
    text = "\n\n".join(texts)
    return opened(text) and text
