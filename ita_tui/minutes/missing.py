"""What minutes still lack, or say in two ways, before they are handed in.

The quorum: at least half of the committee. So section 79 of the Administrative Procedure Act
B.E. 2539 is commonly cited, where a committee's own law or order says nothing else; its wording
was not at hand when this was written, so a missing quorum is a remark and hinders nothing. Section
83 of the same Act asks for minutes of every meeting. Those listed as present or absent are taken
for the committee, and guests are not; whoever acts for a member counts as the member.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance
from ita_tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.meeting import Meeting

CHAIR = "ประธาน"
"""What the role of the person in the chair contains."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is to be mended before the minutes are handed in.

    Attributes:
        path: The place in the meeting: its field, and in a list the row from 0 and its field.
        sentence: What is missing, in the language in use.
    """

    path: tuple[str | int, ...]
    sentence: str


def missing_parts(meeting: Meeting) -> tuple[Missing, ...]:
    """What is missing, in the order of the form.

    Nothing of it forbids an export: what is missing stands in the minutes as an open line. Names
    and reasons for absence are not asked for, since the form leaves them open.
    """
    return (*_missing_heading(meeting), *_missing_people(meeting), *_missing_text(meeting))


def _missing_heading(meeting: Meeting) -> Iterator[Missing]:
    if not meeting.name.strip():
        yield Missing(("name",), _("The meeting has no name."))
    if meeting.number is None:
        yield Missing(("number",), _("The meeting has no number."))
    if meeting.held_on is None:
        yield Missing(("held_on",), _("The day of the meeting is missing."))
    if not meeting.place.strip():
        yield Missing(("place",), _("The place of the meeting is missing."))
    if meeting.start is None:
        yield Missing(("start",), _("The time at which the meeting began is missing."))


def _missing_people(meeting: Meeting) -> Iterator[Missing]:
    present = meeting.attendees_in(Attendance.PRESENT)
    if not present:
        yield Missing(("attendees",), _("Nobody is listed as present."))
        return
    if not any(CHAIR in person.role for person in present):
        yield Missing(("attendees",), _("Nobody among those present is in the chair."))
    members, absent = len(present), len(meeting.attendees_in(Attendance.ABSENT))
    if members < absent:
        sentence = _("No quorum: {present} of {all} are present; it takes at least half.")
        yield Missing(("attendees",), sentence.format(present=members, all=members + absent))


def _missing_text(meeting: Meeting) -> Iterator[Missing]:
    if not meeting.agenda:
        yield Missing(("agenda",), _("The meeting has no agenda."))
    for place, item in enumerate(meeting.agenda):
        if not item.title.strip():
            sentence = _("Agenda item {number} has no title.").format(number=place + 1)
            yield Missing(("agenda", place, "title"), sentence)
        if not item.resolution.strip():
            sentence = _("Agenda item {number} has no resolution.").format(number=place + 1)
            yield Missing(("agenda", place, "resolution"), sentence)
    if meeting.end is None:
        yield Missing(("end",), _("The time at which the meeting ended is missing."))
    elif meeting.start is not None and meeting.end <= meeting.start:
        sentence = _("The meeting ends at {end}, but begins at {start}.")
        clocks = {"start": f"{meeting.start:%H.%M}", "end": f"{meeting.end:%H.%M}"}
        yield Missing(("end",), sentence.format(**clocks))
    if not meeting.signatures:
        yield Missing(("signatures",), _("The signatures are missing."))
