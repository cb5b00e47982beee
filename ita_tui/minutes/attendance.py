"""The attendance lists of the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance
from ita_tui.domain.text import clean
from ita_tui.minutes.markdown import Align, table
from ita_tui.minutes.style import BLANK

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Attendee, Meeting
    from ita_tui.minutes.style import Digits

NOBODY = "ไม่มี"
"""What stands under a heading whose list is empty."""

HEADINGS = {
    Attendance.PRESENT: "ผู้มาประชุม",
    Attendance.ABSENT: "ผู้ไม่มาประชุม",
    Attendance.OTHER: "ผู้เข้าร่วมประชุม",
}
"""The heading of each list, in the order of form 11."""

ORDER = "ลำดับ"
"""The heading over the running numbers."""

COLUMNS = (
    ("ชื่อ", "name", ()),
    ("ตำแหน่ง", "office", tuple(Attendance)),
    ("แทน", "acting_for", ()),
    ("หน้าที่ในที่ประชุม", "role", (Attendance.PRESENT,)),
    ("เหตุผล", "reason", (Attendance.ABSENT,)),
)
"""Heading, field, and the lists that have the column even when nobody has the field."""


def attendance_lists(meeting: Meeting, digits: Digits) -> list[str]:
    """The three lists, each a level-2 heading and a numbered table, as blocks in order.

    A list without people says so; the list of those present leaves a line open instead, since a
    meeting without anybody is one whose list was not written yet.
    """
    blocks = []
    for attendance, heading in HEADINGS.items():
        people = meeting.attendees_in(attendance)
        empty = BLANK if attendance is Attendance.PRESENT else NOBODY
        blocks += [f"## {heading}", _list(people, attendance, digits) if people else empty]
    return blocks


def _list(people: tuple[Attendee, ...], attendance: Attendance, digits: Digits) -> str:
    shown = [
        (heading, [getattr(person, field) for person in people])
        for heading, field, always in COLUMNS
        if attendance in always or any(_said(getattr(person, field)) for person in people)
    ]
    numbers = [str(number) for number in range(1, len(people) + 1)]
    columns = [(ORDER, numbers), *shown]
    return table(
        [
            (heading, Align.RIGHT if values is numbers else Align.LEFT)
            for heading, values in columns
        ],
        zip(*([digits.prose(value) for value in values] for _, values in columns), strict=True),
    )


def _said(value: str) -> bool:
    """Whether a field says anything; `-` is how a table shows that it does not."""
    return clean(value).strip() not in {"", "-"}
