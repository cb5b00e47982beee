"""A meeting of the committee: who came, what was said, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from ita_tui.domain.status import Status


class Attendance(StrEnum):
    """In which list of the minutes a person stands."""

    PRESENT = "present"
    ABSENT = "absent"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line of an attendance list.

    Attributes:
        office: The office held, such as the director of a division.
        role: The role in the committee; empty for one who only attends.
        name: The person's name; may be empty.
        attendance: In which list the line stands.
        reason: Why the person is absent.
        acting_for: The office for which the person acts as a substitute; empty if none.
    """

    office: str
    role: str = ""
    name: str = ""
    attendance: Attendance = Attendance.PRESENT
    reason: str = ""
    acting_for: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said.

    Attributes:
        speaker: The speaker's office or role; empty for text of the minutes' own.
        text: One or more paragraphs, parted by blank lines.
    """

    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda; its number is its place.

    Attributes:
        title: Its title.
        statements: In the order in which they were made.
        resolution: What the meeting resolved, in the customary words; empty if not yet.
        shows_checklist: Whether the table of the checklist stands under it.
    """

    title: str
    statements: tuple[Statement, ...] = ()
    resolution: str = ""
    shows_checklist: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature at the end of the minutes.

    Attributes:
        task: What the person did, such as taking the minutes.
        office: The person's office or role.
        name: The person's name; may be empty.
    """

    task: str
    office: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the meeting changed on an item.

    Attributes:
        code: The item's code.
        before: The status before.
        after: The status after.
        remark: The remark of the meeting.
    """

    code: str
    before: Status
    after: Status
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FrozenItem:
    """How an item stood when the meeting was closed.

    Attributes:
        code: The item's code.
        status: Its status.
        remark: Its remark.
        previous_score: Last year's score; None when unknown.
    """

    code: str
    status: Status
    remark: str = ""
    previous_score: float | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the committee.

    Attributes:
        id: Never changes; unique in the data folder.
        name: The name of the committee or meeting, as the heading of the minutes has it.
        number: Its number in the calendar year; None when it has none.
        year: The calendar year of the number, in the Buddhist era.
        held_on: The day, of the common era; None when not yet known.
        place: Where it is held.
        start: When it began.
        end: When it ended; None when not yet.
        attendees: In the order of the lists.
        agenda: In order.
        problems: Problems and obstacles that were named.
        next_steps: What is to be done next.
        signatures: At the end of the minutes.
        decisions: What it changed on items, in order.
        frozen: The table as it stood at closing; None while the meeting is open.
    """

    id: str
    name: str
    number: int | None
    year: int
    held_on: date | None = None
    place: str = ""
    start: time | None = None
    end: time | None = None
    attendees: tuple[Attendee, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    problems: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    decisions: tuple[Decision, ...] = ()
    frozen: tuple[FrozenItem, ...] | None = None

    def attendees_in(self, attendance: Attendance) -> tuple[Attendee, ...]:
        """The lines of one attendance list, in order."""
        return tuple(person for person in self.attendees if person.attendance is attendance)
