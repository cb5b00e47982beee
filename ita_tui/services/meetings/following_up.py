"""What one meeting leaves to the next: minutes to certify, and matters that are still open.

The sentences are proposals in official Thai, with Arabic digits, which an export turns into Thai
ones where it is asked to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Item
from ita_tui.domain.meeting import AgendaItem, Decision, Meeting, Statement
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.meetings.agendas import CERTIFICATION, CERTIFIED, FOLLOW_UP, NOTICES
from ita_tui.thai.dates import full_date, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting_parts import Path

SECRETARIAT = "ฝ่ายเลขานุการ"
CHAIR = "ประธานกรรมการ"
"""Who says what is proposed."""

FIRST_CORRECTION = "(1) "
"""What the first correction of minutes begins with."""

_IS_CERTIFICATION = "รับรองรายงาน"
_IS_FOLLOW_UP = "สืบเนื่อง"
"""What the titles contain, however they go on."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An item that is not finished although it was decided on, or is overdue.

    Attributes:
        item: As it is now.
        decision: What the last meeting decided on it; None when it decided nothing.
        overdue: Whether its due date has passed.
    """

    item: Item
    decision: Decision | None
    overdue: bool


def open_matters(
    checklist: Checklist, decisions: Iterable[Decision], day: date
) -> tuple[Matter, ...]:
    """What a meeting has to come back to, in the order of the list.

    Args:
        checklist: The items as they are now.
        decisions: Those of the meeting before, on items of this checklist.
        day: The day of the meeting: what was due before it is overdue.
    """
    decided = {one.code: one for one in decisions}
    matters = (
        Matter(item, decided.get(item.code), item.due is not None and item.due < day)
        for item in checklist.items
        if not item.status.finished
    )
    return tuple(one for one in matters if one.decision is not None or one.overdue)


def proposing_certification(
    agenda: tuple[AgendaItem, ...], last: Meeting
) -> tuple[AgendaItem, ...]:
    """An agenda in which the minutes of the last meeting are proposed to be certified."""
    said = Statement(CHAIR, f"เสนอให้ที่ประชุมพิจารณารับรอง{_minutes_of(last)}")
    return _saying(agenda, _IS_CERTIFICATION, said)


def following_up(
    agenda: tuple[AgendaItem, ...], matters: Sequence[Matter]
) -> tuple[AgendaItem, ...]:
    """An agenda that tells what is still open.

    An item for matters arising is added where there are any and the agenda has none.
    """
    if not matters:
        return agenda
    if not any(_IS_FOLLOW_UP in one.title for one in agenda):
        agenda = _with_item(agenda, AgendaItem(FOLLOW_UP))
    return _saying(agenda, _IS_FOLLOW_UP, Statement(SECRETARIAT, _told(matters)))


def certified(meeting: Meeting, last: Meeting | None, corrections: Sequence[str]) -> Meeting:
    """A meeting whose agenda says that the minutes of the last one are certified.

    Args:
        meeting: The meeting that certifies.
        last: The meeting before; None when there was none, and so nothing to certify.
        corrections: What is corrected in the minutes, each as a sentence.

    Raises:
        UsageError: The agenda has no item for it, or there is nothing to correct.
    """
    place = next(
        (at for at, one in enumerate(meeting.agenda) if _IS_CERTIFICATION in one.title), None
    )
    if place is None:
        raise UsageError(
            _("The agenda has no item “{title}” to certify minutes under.").format(
                title=CERTIFICATION
            )
        )
    agenda = list(meeting.agenda)
    agenda[place] = replace(agenda[place], resolution=_certifying(last, corrections))
    return replace(meeting, agenda=tuple(agenda))


def certifications(meeting: Meeting, path: Path, last: Meeting | None) -> tuple[str, ...]:
    """The whole sentences that may certify the minutes of the last meeting.

    Args:
        meeting: The meeting that certifies.
        path: The place of a resolution in it; another agenda item certifies nothing.
        last: The meeting before; None when there was none.

    Returns:
        Without and with corrections; the latter ends with `FIRST_CORRECTION`, where they follow.
    """
    match path:
        case ("agenda", int(at), "resolution") if _IS_CERTIFICATION in meeting.agenda[at].title:
            whole = _certifying(last, ())
            return (whole,) if last is None else (whole, _corrected(last, [FIRST_CORRECTION]))
        case _:
            return ()


def _corrected(last: Meeting, corrections: Sequence[str]) -> str:
    first = f"{CERTIFIED}{_minutes_of(last)} โดยมีการแก้ไข ดังนี้"
    return "\n\n".join([first, *corrections])


def _certifying(last: Meeting | None, corrections: Sequence[str]) -> str:
    told = [one.strip() for one in corrections if one.strip()]
    if last is None:
        if told:
            raise UsageError(_("There is no meeting before this one whose minutes to correct."))
        return "ไม่มี เนื่องจากเป็นการประชุมครั้งแรก"
    if not told:
        return f"{CERTIFIED}{_minutes_of(last)} โดยไม่มีการแก้ไข"
    return _corrected(last, _numbered(told))


def _minutes_of(last: Meeting) -> str:
    number = "-" if last.number is None else last.number
    day = "" if last.held_on is None else f" เมื่อ{long_date(last.held_on)}"
    return f"รายงานการประชุม ครั้งที่ {number}/{last.year}{day}"


def _told(matters: Sequence[Matter]) -> str:
    first = "รายงานเรื่องที่ที่ประชุมครั้งก่อนมีมติไว้และเรื่องที่พ้นกำหนดแล้ว ซึ่งยังไม่แล้วเสร็จ ดังนี้"
    return "\n\n".join([first, *_numbered([_matter(one) for one in matters])])


def _matter(matter: Matter) -> str:
    item = matter.item
    parts = [f"{item.code} {item.name}"]
    if matter.decision is not None:
        remark = f" ({matter.decision.remark})" if matter.decision.remark else ""
        parts.append(f"มติครั้งก่อน {matter.decision.after.wording or '-'}{remark}")
    if matter.overdue and item.due is not None:
        parts.append(f"พ้นกำหนดวันที่ {full_date(item.due)}")
    parts.append(f"ปัจจุบัน {item.status.wording or 'ยังไม่ระบุผลการดำเนินงาน'}")
    if item.unit:
        parts.append(f"ผู้รับผิดชอบ {item.unit}")
    return " ".join(parts)


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"({number}) {' '.join(line.split())}" for number, line in enumerate(lines, 1)]


def _saying(
    agenda: tuple[AgendaItem, ...], title: str, statement: Statement
) -> tuple[AgendaItem, ...]:
    """The agenda with a statement under the first item whose title contains a word, if any."""
    found = next((one for one in agenda if title in one.title), None)
    return tuple(
        replace(one, statements=(*one.statements, statement)) if one is found else one
        for one in agenda
    )


def _with_item(agenda: tuple[AgendaItem, ...], item: AgendaItem) -> tuple[AgendaItem, ...]:
    """The agenda with an item where it customarily stands, behind notices and certification."""
    before = [at for at, one in enumerate(agenda, 1) if one.title in {NOTICES, CERTIFICATION}]
    place = max(before, default=0)
    return (*agenda[:place], item, *agenda[place:])
