"""The text of the minutes by agenda: what was said, the checklist, what was resolved.

The form can be read back without doubt, because nothing that people wrote can become a heading,
bold text or a rule. Under the level-2 heading of an agenda item:
- a paragraph that is bold throughout names a speaker; the paragraphs after it are what was said;
- paragraphs before any speaker, or after a rule, are the minutes' own;
- the first level-3 heading begins what the program wrote: checklist, decisions, `LISTS`;
- a paragraph that begins with the bold words of `RESOLUTION` is the resolution, and the end.

Reading it back (`ita_tui.minutes.parsing.minutes`) gives what is shown: a title with its first
word, no statement without speaker and text, nothing where a line was left open.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.minutes.facts import checklist_facts
from ita_tui.minutes.markdown import broken, paragraphs, text
from ita_tui.minutes.progress import progress_sentence
from ita_tui.minutes.style import BLANK
from ita_tui.minutes.tables import checklist_table, decisions_table

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting import AgendaItem, Meeting, Statement
    from ita_tui.minutes.style import Digits

RESOLUTION = "มติที่ประชุม"
CHECKLIST_HEADING = "ผลการดำเนินงานตามแบบตรวจ OIT"
DECISIONS_HEADING = "มติที่ประชุมรายข้อ"
PROGRESS_HEADING = "สรุปความก้าวหน้า"

LISTS = {"problems": "ปัญหาและอุปสรรค", "next_steps": "แนวทางการดำเนินการต่อไป"}
"""The heading over each list of the meeting's own texts, by its field."""

SUBJECT = "เรื่อง"
"""The word that a title begins with."""

AGENDA_ITEM = "ระเบียบวาระที่"
"""What the heading of an agenda item begins with; its number and title follow."""

_RULE = "* * *"


def agenda_blocks(meeting: Meeting, checklist: Checklist, digits: Digits) -> list[str]:
    """Every agenda item as blocks of Markdown, in order.

    Decisions, problems and next steps stand under the first item that shows the checklist, and
    under headings of their own after the agenda when none does.
    """
    blocks: list[str] = []
    told = False
    for number, item in enumerate(meeting.agenda, 1):
        blocks.append(f"## {AGENDA_ITEM} {digits.number(number)} {_title(item, digits)}")
        blocks += statement_blocks(item.statements, digits)
        if item.shows_checklist:
            blocks += _checklist(checklist, digits, frozen=meeting.frozen is not None)
            blocks += [] if told else decisions_blocks(meeting, checklist, digits, level=3)
            blocks += [f"### {PROGRESS_HEADING}", text(progress_sentence(checklist, digits))]
            blocks += [] if told else list_blocks(meeting, digits, level=3)
            told = True
        blocks.append(f"**{RESOLUTION}** {paragraphs(digits.prose(item.resolution)) or BLANK}")
    if not told:
        blocks += decisions_blocks(meeting, checklist, digits, level=2)
        blocks += list_blocks(meeting, digits, level=2)
    return blocks


def decisions_blocks(
    meeting: Meeting, checklist: Checklist, digits: Digits, *, level: int
) -> list[str]:
    """What the meeting changed, under a heading of this level; nothing when it changed nothing."""
    if not meeting.decisions:
        return []
    heading = f"{'#' * level} {DECISIONS_HEADING}"
    return [heading, decisions_table(meeting.decisions, checklist, digits)]


def list_blocks(meeting: Meeting, digits: Digits, *, level: int) -> list[str]:
    """Each of `LISTS`, numbered, under a heading of this level; nothing for an empty one.

    The numbers are text, `(๑)`, because a list of Markdown counts in Arabic digits only.
    """
    blocks: list[str] = []
    for field, heading in LISTS.items():
        texts: tuple[str, ...] = getattr(meeting, field)
        blocks += [f"{'#' * level} {heading}"] if texts else []
        blocks += (
            f"({digits.number(number)}) {_one_paragraph(digits.prose(one))}"
            for number, one in enumerate(texts, 1)
        )
    return blocks


def _title(item: AgendaItem, digits: Digits) -> str:
    title = clean(digits.prose(item.title)).strip() or BLANK
    return text(title if title.startswith(SUBJECT) else SUBJECT + title)


def statement_blocks(statements: tuple[Statement, ...], digits: Digits) -> list[str]:
    """What was said under one agenda item as blocks of Markdown: a speaker, then the words."""
    blocks: list[str] = []
    for statement in statements:
        speaker, said = _said(statement, digits)
        if speaker:
            blocks.append(f"**{speaker}**")
        elif said and blocks:
            blocks.append(_RULE)
        if said:
            blocks.append(said)
    return blocks


@lru_cache(maxsize=4096)
def _said(statement: Statement, digits: Digits) -> tuple[str, str]:
    """Speaker and words as Markdown; kept, since an editor shows the whole again at each key."""
    return text(digits.prose(statement.speaker)), paragraphs(digits.prose(statement.text))


def _checklist(checklist: Checklist, digits: Digits, *, frozen: bool) -> list[str]:
    table = checklist_table(checklist, digits)
    return [
        f"### {CHECKLIST_HEADING}",
        checklist_facts(checklist, digits, frozen=frozen),
        *([table] if table else []),
    ]


def _one_paragraph(value: str) -> str:
    return broken(paragraphs(value).split("\n\n")) or BLANK
