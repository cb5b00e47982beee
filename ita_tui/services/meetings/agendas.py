"""The customary agendas and the words of their resolutions; text of documents, so always Thai."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting import AgendaItem

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTICES = "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"
CERTIFICATION = "เรื่องรับรองรายงานการประชุม"
FOLLOW_UP = "เรื่องสืบเนื่อง"
CONSIDERATION = "เรื่องเพื่อพิจารณา"
"""The agenda item under which the table of the checklist stands."""

AGENDAS = {
    "short": (NOTICES, CERTIFICATION, "เรื่องเพื่อทราบ", CONSIDERATION, "เรื่องอื่น ๆ"),
    "follow-up": (NOTICES, CERTIFICATION, FOLLOW_UP, CONSIDERATION, "เรื่องอื่น ๆ"),
}
"""The two customary schemes."""

CERTIFIED = "รับรอง"
RESOLUTIONS = (CERTIFIED, "รับทราบ", "เห็นชอบ", "อนุมัติ", "ไม่มี")
"""The customary resolutions; any other words are as good."""


def agenda_of(titles: Sequence[str]) -> tuple[AgendaItem, ...]:
    """An agenda of these titles, without statements and resolutions.

    The table of the checklist stands under what is to be considered, else under the last item.
    """
    shown = CONSIDERATION if CONSIDERATION in titles else titles[-1] if titles else ""
    return tuple(AgendaItem(title, shows_checklist=title == shown) for title in titles)
