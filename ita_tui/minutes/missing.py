"""What minutes still lack before they are handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance
from ita_tui.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.meeting import Meeting

CHAIR = "ประธาน"
"""What the role of the person in the chair contains."""


def missing_parts(meeting: Meeting) -> tuple[str, ...]:
    """What is missing, each as one sentence in the language in use, in the order of the form.

    Nothing of it forbids an export: what is missing stands in the minutes as an open line. Names
    and reasons for absence are not asked for, since the form leaves them open.
    """
    return (*_missing_heading(meeting), *_missing_people(meeting), *_missing_text(meeting))


def _missing_heading(meeting: Meeting) -> Iterator[str]:
    if not meeting.name.strip():
        yield _("The meeting has no name.")
    if meeting.number is None:
        yield _("The meeting has no number.")
    if meeting.held_on is None:
        yield _("The day of the meeting is missing.")
    if not meeting.place.strip():
        yield _("The place of the meeting is missing.")
    if meeting.start is None:
        yield _("The time at which the meeting began is missing.")


def _missing_people(meeting: Meeting) -> Iterator[str]:
    present = meeting.attendees_in(Attendance.PRESENT)
    if not present:
        yield _("Nobody is listed as present.")
    elif not any(CHAIR in person.role for person in present):
        yield _("Nobody among those present is in the chair.")


def _missing_text(meeting: Meeting) -> Iterator[str]:
    if not meeting.agenda:
        yield _("The meeting has no agenda.")
    for number, item in enumerate(meeting.agenda, 1):
        if not item.title.strip():
            yield _("Agenda item {number} has no title.").format(number=number)
        if not item.resolution.strip():
            yield _("Agenda item {number} has no resolution.").format(number=number)
    if meeting.end is None:
        yield _("The time at which the meeting ended is missing.")
    if not meeting.signatures:
        yield _("The signatures are missing.")
