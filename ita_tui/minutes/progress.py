"""How far a checklist has come, in the words of official reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import FINISHED, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.checklist import Checklist, Progress
    from ita_tui.minutes.style import Digits

_WORDS = {
    State.DONE: "ดำเนินการเรียบร้อยแล้ว",
    State.CURRENT: "ดำเนินการเป็นปัจจุบัน",
    State.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    State.WAITING: "รอดำเนินการ",
    State.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
    State.UNSET: "ยังไม่ระบุผลการดำเนินงาน",
}


def progress_sentence(checklist: Checklist, digits: Digits) -> str:
    """The finished and the open items with their share and by state; states without items not."""
    progress = checklist.progress()
    finished = [state for state in _WORDS if state in FINISHED]
    unfinished = [state for state in _WORDS if state not in FINISHED]
    left = progress.total - progress.finished
    return digits.prose(
        f"การเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {checklist.fiscal_year}"
        f" มีจำนวนทั้งสิ้น {progress.total} ข้อ"
        f" ดำเนินการแล้วเสร็จ {progress.finished} ข้อ"
        f" คิดเป็นร้อยละ {digits.number(100 * progress.fraction)}"
        f"{_by_state(progress, finished)}"
        f" และยังไม่แล้วเสร็จ {left} ข้อ{_by_state(progress, unfinished)}"
    )


def _by_state(progress: Progress, states: Sequence[State]) -> str:
    parts = [
        f"{_WORDS[state]} {progress.count(state)} ข้อ" for state in states if progress.count(state)
    ]
    if not parts:
        return ""
    if len(parts) > 1:
        parts[-1] = f"และ{parts[-1]}"
    return f" ({' '.join(parts)})"
