"""The rows of the minutes editor: every part of a meeting in a line, in the order of the form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance
from ita_tui.domain.meeting_parts import NUMBER, Path
from ita_tui.domain.text import clean
from ita_tui.i18n import N_, _
from ita_tui.thai.cells import pad, truncate, width
from ita_tui.thai.dates import clock_time, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, time

    from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting
    from ita_tui.minutes.missing import Missing
    from ita_tui.ui.widgets.painting import Line

_LABEL = 10
"""How wide the column of labels is, in cells."""

_NUMBER = 3

HEADINGS = {
    Attendance.PRESENT: N_("Present"),
    Attendance.ABSENT: N_("Absent"),
    Attendance.OTHER: N_("Also attending"),
}


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row.

    Attributes:
        path: The part; or the list that the row is the heading of.
        label: What the part is, or its number in its list; empty where the text says it.
        text: The part in one line; empty while it is missing.
        is_heading: Whether it is the heading of a section; the parts of the section are set in.
        in_section: Whether it stands in one.
        is_open: Whether it is still to be filled in when its text is empty.
        problem: What is wrong with what stands there, as a sentence; empty for nothing.
    """

    path: Path
    label: str
    text: str
    is_heading: bool = False
    in_section: bool = True
    is_open: bool = True
    problem: str = ""

    @property
    def key(self) -> Path:
        """What tells this row from the others."""
        return self.path

    def line(self, cells: int) -> Line:
        """The row as a line of at most so many cells."""
        label = f"{'  ' if self.in_section else ''}{self._label()}"
        room = max(cells - width(label), 0)
        if not self.text and self.is_open:
            return [(label, self._label_role), (truncate(_("… still open"), room), "bad")]
        role = "title" if self.is_heading else "value"
        line: Line = [(label, self._label_role), (truncate(self.text, room), role)]
        room -= width(self.text) + 1
        return [*line, (" " + truncate(f"! {self.problem}", room), "bad")] if self.problem else line

    @property
    def _label_role(self) -> str:
        return "title" if self.is_heading else "muted"

    def _label(self) -> str:
        if self.is_heading:
            return f"{self.label}  "
        if not self.label:
            return ""
        cells = _NUMBER if self.label.isdigit() else _LABEL
        return pad(self.label, max(cells, width(self.label) + 1))


def _field(path: Path, label: str, text: str) -> MeetingRow:
    return MeetingRow(path, label, text, in_section=False)


def _section(path: Path, label: str, text: str, *, is_open: bool = False) -> MeetingRow:
    return MeetingRow(path, label, text, is_heading=True, in_section=False, is_open=is_open)


def meeting_rows(meeting: Meeting, problems: Iterable[Missing] = ()) -> tuple[MeetingRow, ...]:
    """Every part of a meeting as a row; the parts of a list stand below its heading.

    Args:
        meeting: The meeting.
        problems: What is wrong in it; a row tells what is wrong with its text.
    """
    rows = [*_rows(meeting)]
    for one in problems:
        place = row_of(one.path, [row.path for row in rows])
        if rows[place].text and not rows[place].problem:
            rows[place] = replace(rows[place], problem=one.sentence)
    return tuple(rows)


def row_of(path: Path, rows: Sequence[Path]) -> int:
    """The row that a place is in: its own, or that of the part around it."""
    for length in range(len(path), 0, -1):
        for place, row in enumerate(rows):
            if row[:length] == path[:length]:
                return place
    return 0


def _rows(meeting: Meeting) -> tuple[MeetingRow, ...]:
    return (
        *_heading(meeting),
        *(row for attendance in Attendance for row in _attendance(meeting, attendance)),
        *(row for number in range(len(meeting.agenda)) for row in _agenda(meeting, number)),
        *([] if meeting.agenda else [_section(("agenda",), _("Agenda"), "0")]),
        *_texts(meeting, "problems", _("Problems")),
        *_texts(meeting, "next_steps", _("Next steps")),
        _field(("end",), _("End"), _clock(meeting.end)),
        *_signatures(meeting),
    )


def _heading(meeting: Meeting) -> Iterator[MeetingRow]:
    number = "" if meeting.number is None else f"{meeting.number}/{meeting.year}"
    yield _field(("name",), _("Meeting"), clean(meeting.name))
    yield _field((NUMBER,), _("Number"), number)
    yield _field(("held_on",), _("Date"), _day(meeting.held_on))
    yield _field(("place",), _("Place"), clean(meeting.place))
    yield _field(("start",), _("Start"), _clock(meeting.start))


def _attendance(meeting: Meeting, attendance: Attendance) -> Iterator[MeetingRow]:
    people = meeting.attendees_in(attendance)
    yield _section(("attendees", attendance), _(HEADINGS[attendance]), str(len(people)))
    number = 0
    for place, person in enumerate(meeting.attendees):
        if person.attendance is attendance:
            number += 1
            yield MeetingRow(("attendees", place), str(number), _person(person))


def _agenda(meeting: Meeting, number: int) -> Iterator[MeetingRow]:
    item = meeting.agenda[number]
    path: Path = ("agenda", number)
    heading = _("Agenda {number}").format(number=number + 1)
    yield _section(path, heading, _title(item), is_open=True)
    for place, said in enumerate(item.statements):
        text = clean(said.text)
        speaker = f"{clean(said.speaker)}: " if said.speaker else ""
        yield MeetingRow((*path, "statements", place), "", f"{speaker}{text}")
    resolution = clean(item.resolution)
    yield MeetingRow((*path, "resolution"), _("Resolved"), resolution)


def _title(item: AgendaItem) -> str:
    table = _("table of the checklist")
    return clean(f"{item.title} [{table}]" if item.shows_checklist else item.title)


def _texts(meeting: Meeting, field: str, label: str) -> Iterator[MeetingRow]:
    texts: tuple[str, ...] = getattr(meeting, field)
    yield _section((field,), label, str(len(texts)))
    for place, text in enumerate(texts):
        yield MeetingRow((field, place), str(place + 1), clean(text))


def _signatures(meeting: Meeting) -> Iterator[MeetingRow]:
    yield _section(("signatures",), _("Signatures"), str(len(meeting.signatures)))
    for place, one in enumerate(meeting.signatures):
        who = clean(", ".join(part for part in (one.name, one.office) if part))
        text = f"{clean(one.task)}: {who}" if who else clean(one.task)
        yield MeetingRow(("signatures", place), str(place + 1), text)


def _person(person: Attendee) -> str:
    name = f"{person.name}, " if person.name else ""
    acting = " " + _("(for {office})").format(office=person.acting_for) if person.acting_for else ""
    role = f", {person.role}" if person.role else ""
    reason = f", {person.reason}" if person.reason else ""
    return clean(f"{name}{person.office}{acting}{role}{reason}")


def _day(day: date | None) -> str:
    return "" if day is None else long_date(day)


def _clock(moment: time | None) -> str:
    return "" if moment is None else clock_time(moment)
