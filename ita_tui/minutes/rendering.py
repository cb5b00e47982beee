"""The minutes of a meeting, and the checklist alone, as Markdown documents.

Minutes follow form 11 of the regulation of the Office of the Prime Minister on correspondence
(B.E. 2526), with the customary signature of the one who checked them. What the visible text
says can be read back from it; only what it cannot say stands in the front matter. The words of
the form are official Thai and stay so in every language of the interface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Signature
from ita_tui.minutes.agenda import PROGRESS_HEADING, agenda_blocks
from ita_tui.minutes.attendance import attendance_lists
from ita_tui.minutes.facts import checklist_facts
from ita_tui.minutes.front_matter import FORMAT, front_matter
from ita_tui.minutes.markdown import broken, text
from ita_tui.minutes.progress import progress_sentence
from ita_tui.minutes.style import BLANK, Digits
from ita_tui.minutes.tables import checklist_table, frozen_checklist
from ita_tui.thai.dates import clock_time, long_date

if TYPE_CHECKING:
    from datetime import time

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting import Meeting

__all__ = [
    "FORMAT",
    "Digits",
    "minutes_blocks",
    "render_checklist",
    "render_minutes",
]

TITLE = "รายงานการประชุม"
CHECKLIST_TITLE = "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)"

NUMBER = "ครั้งที่"
DAY = "เมื่อ"
PLACE = "ณ"
"""What the paragraphs below the title begin with."""

START = "เริ่มประชุมเวลา"
END = "เลิกประชุมเวลา"
"""What the headings over the agenda and over the signatures begin with; the time follows."""

TO_SIGN = f"(ลงชื่อ) {BLANK * 4} "
"""The line to sign; the task of the one who signs follows."""

UNSIGNED = (
    Signature(task="ผู้จดรายงานการประชุม", office=""),
    Signature(task="ผู้ตรวจรายงานการประชุม", office=""),
)
"""What stands at the end of minutes without signatures."""


def render_minutes(meeting: Meeting, checklist: Checklist, digits: Digits) -> str:
    """The minutes of a meeting.

    Args:
        meeting: A closed one shows its frozen table and the progress of that, an open one the
            checklist as it is now.
        checklist: The checklist of the meeting's fiscal year.
        digits: The digits of the text; codes and web addresses keep the Arabic ones.

    Returns:
        Front matter and CommonMark with tables, ending with one line feed.
    """
    start = front_matter(meeting, checklist)
    return f"{start}\n" + "\n\n".join(minutes_blocks(meeting, checklist, digits)) + "\n"


def minutes_blocks(meeting: Meeting, checklist: Checklist, digits: Digits) -> list[str]:
    """The minutes as the blocks that `render_minutes` parts by blank lines; no front matter.

    Whoever shows them again after a small change need look only at the blocks that are new.
    """
    table = checklist if meeting.frozen is None else frozen_checklist(checklist, meeting.frozen)
    return [
        "\n\n".join(_heading(meeting, digits)),
        *attendance_lists(meeting, digits),
        f"## {START} {_clock(meeting.start, digits)}",
        *agenda_blocks(meeting, table, digits),
        f"## {END} {_clock(meeting.end, digits)}",
        *(_signature(signature, digits) for signature in meeting.signatures or UNSIGNED),
    ]


def render_checklist(checklist: Checklist, digits: Digits) -> str:
    """The checklist alone: whose it is, how far it has come, and its table.

    Returns:
        CommonMark with tables, ending with one line feed.
    """
    blocks = [
        f"# {CHECKLIST_TITLE}",
        checklist_facts(checklist, digits),
        f"## {PROGRESS_HEADING}",
        text(progress_sentence(checklist, digits)),
        "## ผลการดำเนินงานรายข้อ",
        checklist_table(checklist, digits),
    ]
    return "\n\n".join(blocks).rstrip("\n") + "\n"


def _heading(meeting: Meeting, digits: Digits) -> list[str]:
    number = "-" if meeting.number is None else meeting.number
    day = "วันที่ " + BLANK if meeting.held_on is None else long_date(meeting.held_on)
    return [
        f"# {TITLE}{text(digits.prose(meeting.name)) or BLANK}",
        digits.prose(f"{NUMBER} {number}/{meeting.year}"),
        f"{DAY}{digits.prose(day)} เวลา {_clock(meeting.start, digits)}",
        f"{PLACE} {text(digits.prose(meeting.place)) or BLANK}",
    ]


def _clock(moment: time | None, digits: Digits) -> str:
    return f"{BLANK} น." if moment is None else digits.prose(clock_time(moment))


def _signature(signature: Signature, digits: Digits) -> str:
    """The line to sign, then the name in brackets with the office below it.

    Without a name the office stands in the brackets. A name without an office has an open line
    below it, so that it is not taken for the office.
    """
    task, office, name = (
        text(digits.prose(part)) for part in (signature.task, signature.office, signature.name)
    )
    lines = [f"{TO_SIGN}{task or BLANK}", f"({name or office or BLANK})"]
    if name:
        lines.append(office or BLANK)
    return broken(lines)
