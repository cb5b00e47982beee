"""Whose checklist a document shows, of which year, after which list, and of when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.minutes.markdown import broken, text
from ita_tui.minutes.style import BLANK

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.minutes.style import Digits

AGENCY = "หน่วยงาน"
FISCAL_YEAR = "ปีงบประมาณ พ.ศ."
FRAMEWORK = "ชุดตัวชี้วัด"
FRAMEWORK_YEAR = "ปีของชุดตัวชี้วัด พ.ศ."
AS_OF = "ข้อมูล ณ"

END_OF_MEETING = "เวลาเลิกประชุม"
"""What a table that was frozen at closing is of; the table of an open meeting has no such line."""


def checklist_facts(checklist: Checklist, digits: Digits, *, frozen: bool = False) -> str:
    """A line for each fact.

    Args:
        checklist: The checklist that stands below.
        digits: The digits of the text.
        frozen: Whether it is the table that was frozen when the meeting was closed.
    """
    facts = {
        AGENCY: checklist.agency,
        FISCAL_YEAR: str(checklist.fiscal_year),
        FRAMEWORK: checklist.framework_title,
        FRAMEWORK_YEAR: str(checklist.framework_year),
        **({AS_OF: END_OF_MEETING} if frozen else {}),
    }
    return broken(
        f"**{label}** {text(digits.prose(value)) or BLANK}" for label, value in facts.items()
    )
