"""Meetings as plain text: all in short, one with everything, what a change came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.cli.output import Cell, Table, note_unconfirmed, say, signs
from ita_tui.i18n import _, language
from ita_tui.minutes.parsing.parsed import Part
from ita_tui.services.meetings.differences import differences, part_label
from ita_tui.services.meetings.fields import (
    problems_of,
    weekday_shown,
    written_clock,
    written_number,
)
from ita_tui.services.meetings.words import attendance_label, in_words
from ita_tui.services.wording import field_label
from ita_tui.thai.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting
    from ita_tui.services.meetings.differences import PartChange
    from ita_tui.services.meetings.holding import MeetingOutcome
    from ita_tui.services.meetings.neighbours import Neighbour
    from ita_tui.services.settings import Settings
    from ita_tui.store import Snapshot


def list_meetings(meetings: Sequence[Meeting], settings: Settings) -> None:
    """Write a line for each meeting: number, id, day, whether it is open, name."""
    if not meetings:
        say(_("There is no meeting yet; begin one with `ita-tui meeting new`."))
        return
    table = Table(signs(settings), None, None, None, None, 20)
    for one in meetings:
        day = "-" if one.held_on is None else short_date(one.held_on, language())
        table.row(written_number(one), one.id, day, _state(one), one.name)
    table.show()


def show_meeting(
    snapshot: Snapshot, meeting: Meeting, beside: Sequence[Neighbour], settings: Settings
) -> None:
    """Write a meeting part by part; the numbers are those that the actions take."""
    table = Table(signs(settings), None, None)
    table.line(f"{written_number(meeting)}  {meeting.name}", "strong")
    for label, value in _heading(meeting):
        table.row(Cell(label, "quiet"), value or "-")
    missing = [one.sentence for one in problems_of(meeting, snapshot.meetings, beside)]
    parts = [*_parts(meeting), *([(_("still missing"), missing)] if missing else [])]
    for title, lines in parts:
        table.line()
        table.line(title, "strong")
        for line in lines or ["-"]:
            table.line(f"  {line}")
    table.show()


def show_outcome(outcome: MeetingOutcome, settings: Settings) -> None:
    """Write what changed in a meeting, from what to what."""
    if outcome.before is None or not outcome.events:
        say(_("It is so already; nothing was changed."))
        return
    changes = differences(outcome.before, outcome.after)
    if changes:
        show_part_changes(changes, settings)
    else:  # somebody moved past people of another list
        say(_("The order was changed."))
    note_unconfirmed(confirmed=outcome.confirmed)


def show_part_changes(changes: Sequence[PartChange], settings: Settings) -> None:
    """Write the differences of a meeting, each with its part."""
    drawn = signs(settings)
    table = Table(drawn, None, None)
    for one in changes:
        place = f" {one.place}" if one.part is Part.AGENDA else ""
        before, after = (" ".join(text.split()) or _("empty") for text in (one.before, one.after))
        table.row(f"{part_label(one.part)}{place}", f"{before} {drawn.arrow} {after}")
    table.show()


def _state(meeting: Meeting) -> str:
    return _("open meeting") if meeting.frozen is None else _("closed meeting")


def _heading(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "id", f"{meeting.id} ({_state(meeting)})"
    yield field_label("meeting.held_on"), weekday_shown(meeting.held_on)
    yield field_label("meeting.place"), meeting.place
    yield field_label("meeting.start"), written_clock(meeting.start)
    yield field_label("meeting.end"), written_clock(meeting.end)


def _parts(meeting: Meeting) -> Iterator[tuple[str, list[str]]]:
    """The lists of a meeting, each with its title and numbered lines."""
    yield field_label("meeting.attendees"), _numbered(map(_person, meeting.attendees))
    yield (
        field_label("meeting.agenda"),
        [
            line
            for number, item in enumerate(meeting.agenda, start=1)
            for line in _item(number, item)
        ],
    )
    for field in ("decisions", "problems", "next_steps", "signatures"):
        lines = _numbered(map(in_words, getattr(meeting, field)))
        yield field_label(f"meeting.{field}"), lines


def _numbered(texts: Iterator[str]) -> list[str]:
    return [f"{number}. {text}" for number, text in enumerate(texts, start=1)]


def _person(person: Attendee) -> str:
    return f"{in_words(person)} ({attendance_label(person.attendance)})"


def _item(number: int, item: AgendaItem) -> Iterator[str]:
    table = f" [{_('the table of the checklist')}]" if item.shows_checklist else ""
    yield f"{number}. {item.title or '-'}{table}"
    for place, said in enumerate(item.statements, start=1):
        first, *others = filter(None, in_words(said).split("\n"))
        yield f"   {number}.{place} {first}"
        yield from (f"       {line}" for line in others)
    first, *others = filter(None, (item.resolution or "-").split("\n"))
    yield f"   {_('resolution: {text}').format(text=first)}"
    yield from (f"       {line}" for line in others)
