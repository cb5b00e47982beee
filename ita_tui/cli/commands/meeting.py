"""`meeting`: begin, fill, close and show the meetings of the committee."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ita_tui.cli import session
from ita_tui.cli.changes import show_changes
from ita_tui.cli.commands.setting import status_from
from ita_tui.cli.meeting_changes import changed, day_of, number_of
from ita_tui.cli.meeting_output import list_meetings, show_meeting, show_outcome
from ita_tui.cli.meeting_review import show_review
from ita_tui.cli.output import note, note_unconfirmed, say, say_json
from ita_tui.domain.meeting_parts import LISTS
from ita_tui.domain.text import clean
from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import _
from ita_tui.services import reviews
from ita_tui.services.documents import find_meeting
from ita_tui.services.meeting_views import meeting_view, meetings_view
from ita_tui.services.meetings import holding as meetings
from ita_tui.services.meetings.edits import edit_meeting
from ita_tui.services.meetings.fields import Missing, problems_of, written_number
from ita_tui.services.meetings.neighbours import meetings_after, meetings_before
from ita_tui.services.statuses import Edit
from ita_tui.services.typed import find_item

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.settings import Settings
    from ita_tui.store import Snapshot, Store


def run(arguments: Namespace, settings: Settings) -> int:
    """Do what the action says.

    Raises:
        UsageError: There is no such meeting or row, or a value cannot be meant.
        ConflictError: A colleague changed the same part at the same moment.
    """
    with closing(session.store(settings)) as store:
        _ACTIONS.get(arguments.action, _change)(arguments, settings, store)
    return 0


def _list(arguments: Namespace, settings: Settings, store: Store) -> None:
    snapshot = store.read()
    if arguments.json:
        say_json(meetings_view(snapshot))
    else:
        list_meetings(snapshot.meetings, settings)


def _show(arguments: Namespace, settings: Settings, store: Store) -> None:
    snapshot = store.read()
    meeting = find_meeting(snapshot.meetings, arguments.meeting)
    if arguments.json:
        say_json(meeting_view(snapshot, meeting, session.beside(settings, snapshot)))
    else:
        show_meeting(snapshot, meeting, session.beside(settings, snapshot), settings)


def _new(arguments: Namespace, settings: Settings, store: Store) -> None:
    day = datetime.now().astimezone().date()
    if arguments.date is not None:
        day = day_of(arguments.date) or day
    snapshot = store.read()
    beside = session.beside(settings, snapshot)
    year = snapshot.checklist.fiscal_year
    meeting = meetings.next_meeting(
        snapshot,
        day,
        arguments.scheme,
        meetings_before(beside, year),
        _name(arguments),
        meetings_after(beside, year),
    )
    if arguments.number is not None:
        number, year = number_of(arguments.number, meeting.year)
        meeting = replace(meeting, number=number, year=year)
    outcome = meetings.begin(store, session.actor(settings), meeting)
    say(
        _("Began the meeting {number}; its id is {id}.").format(
            number=written_number(meeting), id=meeting.id
        )
    )
    note_unconfirmed(confirmed=outcome.confirmed)
    _note(one for one in problems_of(meeting, snapshot.meetings, beside) if one.path == ("number",))


def _name(arguments: Namespace) -> str | None:
    """The name asked for; an empty one says nothing."""
    return clean(arguments.title or "").strip() or None


def _change(arguments: Namespace, settings: Settings, store: Store) -> None:
    seen = store.read()
    meeting = find_meeting(seen.meetings, arguments.meeting)
    every = seen.meetings
    if arguments.action == "certify":
        every = (*_meetings_before(seen, meeting, settings), *every)
    after = changed(arguments, meeting, every)
    outcome = edit_meeting(store, session.actor(settings), meeting, after)
    show_outcome(outcome, settings)
    if outcome.before is not None and outcome.snapshot is not None:
        beside = session.beside(settings, outcome.snapshot)
        known, found = (
            problems_of(one, outcome.snapshot.meetings, beside)
            for one in (outcome.before, outcome.after)
        )
        _note(one for one in found if one not in known and _is_of_value(outcome.after, one))


def _meetings_before(
    snapshot: Snapshot, meeting: Meeting, settings: Settings
) -> tuple[Meeting, ...]:
    """The meetings of the fiscal year before.

    Raises:
        DataError: They cannot be read, and the meeting is the first of this one.
    """
    beside, year = session.beside(settings, snapshot), snapshot.checklist.fiscal_year
    problem = next((one.problem for one in beside if one.year < year and one.problem), "")
    if problem and meetings.meeting_before(snapshot.meetings, meeting) is None:
        raise DataError(problem)
    return meetings_before(beside, year)


def _is_of_value(meeting: Meeting, problem: Missing) -> bool:
    """Whether something is wrong with a value that stands there, not with what is still to come."""
    name = problem.path[0]
    return name not in LISTS and getattr(meeting, str(name)) not in {None, ""}


def _note(problems: Iterable[Missing]) -> None:
    """Say what is wrong in a meeting; it has been written all the same."""
    for one in problems:
        note(_("Note: {sentence}").format(sentence=one.sentence))


def _decide(arguments: Namespace, settings: Settings, store: Store) -> None:
    seen = store.read()
    meeting = find_meeting(seen.meetings, arguments.meeting)
    item = find_item(seen.checklist, arguments.code)
    edits = []
    if arguments.state is not None or arguments.wording is not None:
        edits.append(Edit("status", status_from(arguments.state, arguments.wording, item)))
    if arguments.remark is not None:
        edits.append(Edit("remark", arguments.remark))
    if not edits and arguments.resolution is None:
        raise UsageError(
            _("Say what the meeting decided: a state, --wording, --remark or --resolution.")
        )
    actor, text = session.actor(settings), arguments.resolution
    there = reviews.resolution_on(meeting, item.code)
    if not edits:
        resolved = reviews.resolve(store, actor, meeting.id, item, text, seen=there)
        show_outcome(resolved, settings)
        return
    outcome = reviews.decide(store, actor, meeting.id, item, *edits, resolution=text, seen=there)
    if outcome.events:
        show_changes(outcome, settings)
    else:
        say(_("{code} is so already; nothing was changed.").format(code=item.code))


def _review(arguments: Namespace, settings: Settings, store: Store) -> None:
    snapshot = store.read()
    meeting = find_meeting(snapshot.meetings, arguments.meeting)
    show_review(arguments, settings, snapshot, meeting)


def _close(arguments: Namespace, settings: Settings, store: Store) -> None:
    meeting = _found(arguments, store)
    outcome = meetings.close(store, session.actor(settings), meeting.id)
    every = () if outcome.snapshot is None else outcome.snapshot.meetings
    beside = () if outcome.snapshot is None else session.beside(settings, outcome.snapshot)
    _note(problems_of(outcome.after, every, beside))
    say(_("Closed the meeting {number}.").format(number=written_number(meeting)))
    note_unconfirmed(confirmed=outcome.confirmed)


def _reopen(arguments: Namespace, settings: Settings, store: Store) -> None:
    meeting = _found(arguments, store)
    outcome = meetings.reopen(store, session.actor(settings), meeting.id)
    say(_("Opened the meeting {number} again.").format(number=written_number(meeting)))
    note_unconfirmed(confirmed=outcome.confirmed)


def _found(arguments: Namespace, store: Store) -> Meeting:
    return find_meeting(store.read().meetings, arguments.meeting)


_ACTIONS = {
    "list": _list,
    "show": _show,
    "new": _new,
    "decide": _decide,
    "review": _review,
    "close": _close,
    "reopen": _reopen,
}
"""What carries out each action that does more than change parts of one meeting."""
