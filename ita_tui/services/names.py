"""The names in the data, which no dictionary has: lines do not end inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.thai.wrapping import add_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Snapshot


def learn_names(snapshot: Snapshot) -> None:
    """Keep every name in this version of the data whole from now on, in this process."""
    add_words(names(snapshot))


def names(snapshot: Snapshot) -> set[str]:
    """The agency, the units, and of the meetings the people, offices, roles and places."""
    checklist = snapshot.checklist
    found = {checklist.agency, *{item.unit for item in checklist.items}}
    for meeting in snapshot.meetings:
        found.update(_of_meeting(meeting))
    return found


def _of_meeting(meeting: Meeting) -> Iterator[str]:
    yield meeting.name
    yield meeting.place
    for person in meeting.attendees:
        yield from (person.office, person.role, person.name, person.acting_for)
    for item in meeting.agenda:
        yield from (statement.speaker for statement in item.statements)
    for signature in meeting.signatures:
        yield from (signature.office, signature.name)
