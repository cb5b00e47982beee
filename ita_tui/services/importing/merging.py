"""A meeting as it is kept and as a document has it: what differs, and the two as one.

Both are compared as a reader of minutes sees them, with the same digits: what no reader could
tell apart is no difference, and keeps the value that it has.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from ita_tui.domain.meeting import Attendance, Meeting
from ita_tui.domain.meeting_texts import with_texts
from ita_tui.minutes.parsing.minutes import Part, as_shown
from ita_tui.minutes.style import Digits
from ita_tui.services.meetings.differences import PartChange, differences
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist
    from ita_tui.minutes.parsing.minutes import ReadMinutes

_FIELDS = {
    Part.NAME: ("name",),
    Part.NUMBER: ("number", "year"),
    Part.HELD_ON: ("held_on",),
    Part.PLACE: ("place",),
    Part.START: ("start",),
    Part.AGENDA: ("agenda",),
    Part.DECISIONS: ("decisions",),
    Part.PROBLEMS: ("problems",),
    Part.NEXT_STEPS: ("next_steps",),
    Part.END: ("end",),
    Part.SIGNATURES: ("signatures",),
}
"""The fields of a meeting that a part of the minutes shows, the people and the table aside."""


def merged(
    kept: Meeting, checklist: Checklist, read: ReadMinutes
) -> tuple[Meeting, tuple[PartChange, ...]]:
    """A kept meeting with the changes of a document, and these changes in order of the form.

    Parts that were not read keep what they have. So does the frozen table, which is no text of
    the meeting's own.

    Args:
        kept: The meeting as it is kept.
        checklist: The checklist of its fiscal year.
        read: The document.
    """
    shown = as_shown(kept, checklist, Digits.ARABIC).meeting
    wanted = _wanted(read, shown)
    before, after = _plain(shown), _plain(wanted)
    changes = differences(before, after)
    values: dict[str, Any] = {
        field.name: _value(field.name, kept, (before, after), wanted)
        for field in fields(Meeting)
        if field.name not in {"id", "frozen"}
    }
    return replace(kept, **values), changes


def _wanted(read: ReadMinutes, shown: Meeting) -> Meeting:
    """The meeting of a document; its unread parts are those of the meeting as it is shown."""
    unread = {name for part in read.unread for name in _FIELDS.get(part, ())}
    people = [
        (shown if Part(attendance.value) in read.unread else read.meeting).attendees_in(attendance)
        for attendance in Attendance
    ]
    kept: dict[str, Any] = {name: getattr(shown, name) for name in unread}
    return replace(
        read.meeting, **kept, attendees=tuple(person for there in people for person in there)
    )


def _value(name: str, kept: Meeting, compared: tuple[Meeting, Meeting], wanted: Meeting) -> object:
    """A field as it is to be: what is the same as before, down to one of its rows, is kept."""
    before, after = (getattr(meeting, name) for meeting in compared)
    there = getattr(kept, name)
    if before == after:
        return there
    new = getattr(wanted, name)
    if not isinstance(new, tuple):
        return new
    if name == "attendees":
        there = [person for attendance in Attendance for person in kept.attendees_in(attendance)]
    same = dict(zip(before, there, strict=False))  # open lines to sign are no signatures
    return tuple(same.get(plain, one) for plain, one in zip(after, new, strict=True))


def _plain(meeting: Meeting) -> Meeting:
    """The meeting with Arabic digits wherever an export chooses the digits; without the table."""
    return replace(with_texts(meeting, to_arabic, to_arabic), frozen=None)
