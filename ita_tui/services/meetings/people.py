"""Who and what the meetings have named before, to be proposed while somebody types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance, Attendee
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Snapshot


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to propose, the newest meeting first, nothing twice, nothing empty.

    Attributes:
        seats: People with office, role and name, as present; each office and name once.
        offices: Of people, of those they acted for, of speakers and signatures; then the units.
        roles: In the committee.
        names: Of people.
        places: Where meetings were held.
    """

    seats: tuple[Attendee, ...]
    offices: tuple[str, ...]
    roles: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]


def known_people(snapshot: Snapshot) -> Known:
    """What all meetings and the responsible units of the items name."""
    meetings = tuple(reversed(snapshot.meetings))
    people = [one for meeting in meetings for one in meeting.attendees]
    signatures = [one for meeting in meetings for one in meeting.signatures]
    offices = [
        *(one.office for one in people),
        *(one.acting_for for one in people),
        *_speakers(meetings),
        *(one.office for one in signatures),
        *(item.unit for item in snapshot.checklist.items),
    ]
    return Known(
        seats=_seats(people),
        offices=_once(offices),
        roles=_once(one.role for one in people),
        names=_once([*(one.name for one in people), *(one.name for one in signatures)]),
        places=_once(meeting.place for meeting in meetings),
    )


def _speakers(meetings: Iterable[Meeting]) -> list[str]:
    items = [item for meeting in meetings for item in meeting.agenda]
    return [said.speaker for item in items for said in item.statements]


def _seats(people: Iterable[Attendee]) -> tuple[Attendee, ...]:
    seats: dict[tuple[str, str], Attendee] = {}
    for one in people:
        if one.office or one.name:
            seat = replace(one, attendance=Attendance.PRESENT, reason="", acting_for="")
            seats.setdefault((key(one.office), key(one.name)), seat)
    return tuple(seats.values())


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Each text that says something once, as it stood first."""
    found: dict[str, str] = {}
    for text in texts:
        if text.strip():
            found.setdefault(key(text), text)
    return tuple(found.values())
