"""What differs between two versions of a meeting, part by part, as texts to show."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from ita_tui.domain.meeting import Attendance
from ita_tui.i18n import N_, _
from ita_tui.minutes.parsing.parsed import Part
from ita_tui.services.meetings.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.meeting import AgendaItem, Meeting

_T = TypeVar("_T")

_LABELS = {
    Part.NAME: N_("name of the meeting"),
    Part.NUMBER: N_("number"),
    Part.HELD_ON: N_("day"),
    Part.PLACE: N_("place"),
    Part.PRESENT: N_("present"),
    Part.ABSENT: N_("absent"),
    Part.OTHER: N_("also attending"),
    Part.START: N_("beginning"),
    Part.AGENDA: N_("agenda"),
    Part.CHECKLIST: N_("table of the meeting"),
    Part.DECISIONS: N_("decision"),
    Part.PROBLEMS: N_("problem"),
    Part.NEXT_STEPS: N_("next step"),
    Part.END: N_("end"),
    Part.SIGNATURES: N_("signature"),
}


@dataclass(frozen=True, slots=True)
class PartChange:
    """One difference in a part of a meeting.

    Attributes:
        part: The part.
        place: The number of the agenda item in the newer version, of the older one where it is
            gone; 0 in every other part.
        before: How it was, as a text that may have several lines; empty where it was not there.
        after: How it is to be; empty where it goes.
    """

    part: Part
    place: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A piece of a meeting: its part, its agenda item, what it is, and how it is shown."""

    part: Part
    place: int
    value: Hashable
    text: str


def part_label(part: Part) -> str:
    """The name of a part in the language in use."""
    return _(_LABELS[part])


def differences(before: Meeting, after: Meeting) -> tuple[PartChange, ...]:
    """What differs between two versions of a meeting, in the order of the form.

    The frozen table is not looked at.
    """
    old, new = list(_entries(before)), list(_entries(after))
    found: list[PartChange] = []
    for part in Part:
        if part is Part.AGENDA:
            found += _agenda_changes(before.agenda, after.agenda)
        else:
            there = [entry for entry in old if entry.part is part]
            found += _changes(there, [entry for entry in new if entry.part is part])
    return tuple(found)


def _agenda_changes(
    before: tuple[AgendaItem, ...], after: tuple[AgendaItem, ...]
) -> Iterator[PartChange]:
    """What differs item by item; items of one title are versions of the same."""
    old, new = ([list(_item(n, item)) for n, item in enumerate(one, 1)] for one in (before, after))
    for one, other in _aligned(old, new, lambda entries: entries[0].value):
        yield from _changes(one or [], other or [])


def _changes(old: list[_Entry], new: list[_Entry]) -> Iterator[PartChange]:
    for one, other in _aligned(old, new, lambda entry: entry.value):
        there = other or one
        if there is not None and (one is None or other is None or one.value != other.value):
            texts = (entry.text if entry else "" for entry in (one, other))
            yield PartChange(there.part, there.place, *texts)


def _aligned(
    old: list[_T], new: list[_T], value: Callable[[_T], Hashable]
) -> Iterator[tuple[_T | None, _T | None]]:
    """Each of the old beside the new one that it became; None beside what was added or is gone."""
    matcher = SequenceMatcher(None, [*map(value, old)], [*map(value, new)], autojunk=False)
    for _kind, i, j, k, m in matcher.get_opcodes():
        yield from zip_longest(old[i:j], new[k:m])


def _entries(meeting: Meeting) -> Iterator[_Entry]:
    """The pieces of a meeting, those of the agenda aside."""
    number = "-" if meeting.number is None else meeting.number
    singles = {
        Part.NAME: meeting.name,
        Part.NUMBER: f"{number}/{meeting.year}",
        Part.HELD_ON: "" if meeting.held_on is None else in_words(meeting.held_on),
        Part.PLACE: meeting.place,
        Part.START: "" if meeting.start is None else in_words(meeting.start),
        Part.END: "" if meeting.end is None else in_words(meeting.end),
    }
    yield from (_Entry(part, 0, text, text) for part, text in singles.items() if text)
    for attendance in Attendance:
        for person in meeting.attendees_in(attendance):
            yield _Entry(Part(attendance.value), 0, person, in_words(person))
    yield from (_Entry(Part.DECISIONS, 0, one, in_words(one)) for one in meeting.decisions)
    yield from (_Entry(Part.PROBLEMS, 0, one, one or "-") for one in meeting.problems)
    yield from (_Entry(Part.NEXT_STEPS, 0, one, one or "-") for one in meeting.next_steps)
    yield from (_Entry(Part.SIGNATURES, 0, one, in_words(one)) for one in meeting.signatures)


def _item(number: int, item: AgendaItem) -> Iterator[_Entry]:
    """The pieces of an agenda item, its title first."""
    yield _Entry(Part.AGENDA, number, ("title", item.title), item.title or "-")
    for one in item.statements:
        yield _Entry(Part.AGENDA, number, one, in_words(one))
    if item.shows_checklist:
        yield _Entry(Part.AGENDA, number, "checklist", _("the table of the checklist"))
    if item.resolution:
        text = _("resolution: {text}").format(text=item.resolution)
        yield _Entry(Part.AGENDA, number, ("resolution", item.resolution), text)
