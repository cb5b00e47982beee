"""Every text of a meeting, made anew by a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting

    Rule = Callable[[str], str]


def with_texts(meeting: Meeting, line: Rule, lines: Rule) -> Meeting:
    """A meeting with other texts; the frozen table stays as it is.

    Args:
        meeting: The meeting.
        line: Makes a text of one line: a name, an office, a title.
        lines: Makes a text that may have several: a statement, a resolution, a remark.
    """
    return replace(
        meeting,
        name=line(meeting.name),
        place=line(meeting.place),
        attendees=tuple(_person(one, line) for one in meeting.attendees),
        agenda=tuple(_item(one, line, lines) for one in meeting.agenda),
        problems=tuple(map(lines, meeting.problems)),
        next_steps=tuple(map(lines, meeting.next_steps)),
        signatures=tuple(
            replace(one, task=line(one.task), office=line(one.office), name=line(one.name))
            for one in meeting.signatures
        ),
        decisions=tuple(replace(one, remark=lines(one.remark)) for one in meeting.decisions),
    )


def joined(one: str, other: str) -> str:
    """Two texts as one: the lines of the first, then those that only the other has."""
    lines = one.splitlines()
    return "\n".join([*lines, *(line for line in other.splitlines() if line not in lines)])


def without_lines(text: str, taken: str) -> str:
    """A text without the lines that another has."""
    others = taken.splitlines()
    return "\n".join(line for line in text.splitlines() if line not in others)


def _person(one: Attendee, line: Rule) -> Attendee:
    return replace(
        one,
        office=line(one.office),
        role=line(one.role),
        name=line(one.name),
        reason=line(one.reason),
        acting_for=line(one.acting_for),
    )


def _item(one: AgendaItem, line: Rule, lines: Rule) -> AgendaItem:
    return replace(
        one,
        title=line(one.title),
        statements=tuple(
            replace(said, speaker=line(said.speaker), text=lines(said.text))
            for said in one.statements
        ),
        resolution=lines(one.resolution),
    )
