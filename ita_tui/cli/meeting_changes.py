"""The changes of a meeting that arguments ask for, made on the meeting itself."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from ita_tui.domain.meeting import Attendance, Meeting
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.meetings.fields import FieldError, parse_clock, parse_day, parse_number
from ita_tui.services.meetings.following_up import certified
from ita_tui.services.meetings.holding import meeting_before
from ita_tui.services.meetings.rows import RowEdit, edited, edited_statement

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from datetime import date, time

_T = TypeVar("_T")

_STANDARD_INPUT = "-"


def changed(arguments: Namespace, meeting: Meeting, meetings: Sequence[Meeting]) -> Meeting:
    """A meeting as the arguments of an action want it.

    Args:
        arguments: Those of one of `CHANGES`.
        meeting: The meeting as it is.
        meetings: All meetings of the folder, those of the fiscal year before among them.

    Raises:
        UsageError: Nothing is to change, or a value cannot be meant.
    """
    if arguments.action == "certify":
        return certified(meeting, meeting_before(meetings, meeting), arguments.correct)
    return CHANGES[arguments.action](arguments, meeting)


def day_of(text: str) -> date | None:
    """The day of `--date`.

    Raises:
        UsageError: It is none.
    """
    today = datetime.now().astimezone().date()
    return _said("--date", text, lambda: parse_day(text, today))


def number_of(text: str, year: int) -> tuple[int | None, int]:
    """The number and year of `--number`; the year where none is written is given.

    Raises:
        UsageError: It is none.
    """
    return _said("--number", text, lambda: parse_number(text, year))


def _said(option: str, text: str, parse: Callable[[], _T]) -> _T:
    try:
        return parse()
    except FieldError as error:
        raise UsageError(
            _("{option} {text}: {reason}").format(option=option, text=text, reason=error.message)
        ) from error


def _set(arguments: Namespace, meeting: Meeting) -> Meeting:
    values: dict[str, Any] = _given(arguments, name="title", place="place")
    if arguments.number is not None:
        values["number"], values["year"] = number_of(arguments.number, meeting.year)
    if arguments.date is not None:
        values["held_on"] = day_of(arguments.date)
    if arguments.start is not None:
        values["start"] = _clock("start", arguments.start)
    if arguments.end is not None:
        values["end"] = _clock("end", arguments.end)
    if not values:
        raise UsageError(
            _("Say what is to change: --name, --number, --date, --place, --start or --end.")
        )
    return replace(meeting, **values)


def _clock(field: str, text: str) -> time | None:
    return _said(f"--{field}", text, lambda: parse_clock(text, field))


def _attend(arguments: Namespace, meeting: Meeting) -> Meeting:
    values: dict[str, Any] = _given(
        arguments,
        office="office",
        role="role",
        name="person",
        acting_for="acting_for",
        reason="reason",
    )
    if arguments.attendance is not None:
        values["attendance"] = Attendance(arguments.attendance)
        if values["attendance"] is not Attendance.ABSENT:
            values.setdefault("reason", "")
    return edited(meeting, "attendees", _row(arguments, values))


def _agenda(arguments: Namespace, meeting: Meeting) -> Meeting:
    values: dict[str, Any] = _given(arguments, title="title", resolution="resolution")
    if arguments.table is not None:
        values["shows_checklist"] = arguments.table == "yes"
    return edited(meeting, "agenda", _row(arguments, values))


def _say(arguments: Namespace, meeting: Meeting) -> Meeting:
    if arguments.row == _STANDARD_INPUT:
        from ita_tui.minutes.reading import SIZE_LIMIT, decode  # noqa: PLC0415 (loads markdown-it)

        arguments.row = decode(sys.stdin.buffer.read(SIZE_LIMIT + 1), _STANDARD_INPUT)
    values = _given(arguments, speaker="speaker", text="text")
    return edited_statement(meeting, arguments.item, _row(arguments, values))


def _problem(arguments: Namespace, meeting: Meeting) -> Meeting:
    return edited(meeting, "problems", _row(arguments, _given(arguments, text="text")))


def _step(arguments: Namespace, meeting: Meeting) -> Meeting:
    return edited(meeting, "next_steps", _row(arguments, _given(arguments, text="text")))


def _sign(arguments: Namespace, meeting: Meeting) -> Meeting:
    values = _given(arguments, task="task", office="office", name="person")
    return edited(meeting, "signatures", _row(arguments, values))


def _given(arguments: Namespace, **names: str) -> dict[str, Any]:
    """The fields whose options were given; an empty text clears a field."""
    values = {field: getattr(arguments, name) for field, name in names.items()}
    return {field: value for field, value in values.items() if value is not None}


def _row(arguments: Namespace, values: dict[str, Any]) -> RowEdit:
    return RowEdit(arguments.row, values, to=arguments.to, remove=arguments.remove)


CHANGES = {
    "set": _set,
    "attend": _attend,
    "agenda": _agenda,
    "say": _say,
    "problem": _problem,
    "step": _step,
    "sign": _sign,
}
"""What each action does to a meeting."""
