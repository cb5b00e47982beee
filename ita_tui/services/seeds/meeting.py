"""A meeting from its TOML file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Meeting
from ita_tui.i18n import _
from ita_tui.services.seeds.checks import (
    check_known,
    check_rows,
    check_texts,
    check_year,
    settle_status,
)
from ita_tui.services.seeds.toml_border import TomlFile
from ita_tui.thai.months import BE_OFFSET

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.status import Status
    from ita_tui.services.seeds.checks import Coded


def load_meeting(path: Path, checklist: Checklist) -> Meeting:
    """The meeting that a file states: the fields of `Meeting` as TOML.

    A file without `number` is a meeting without a number, one without `frozen` an open meeting.

    Args:
        path: The file.
        checklist: The checklist whose items it speaks of.

    Raises:
        DataError: The file cannot be read, or is wrong; the message names the place.
    """
    file = TomlFile.read(path)
    meeting = file.build(Meeting, number=None)
    check_texts(file, (), meeting, "id", "name")
    _check_times(file, meeting)
    _check_text(file, meeting)
    return _settled(file, meeting, [item.code for item in checklist.items])


def _check_times(file: TomlFile, meeting: Meeting) -> None:
    check_year(file, ("year",), meeting.year)
    if meeting.number is not None and meeting.number < 1:
        raise file.error(("number",), _("a number from 1 is expected"))
    if meeting.held_on and meeting.held_on.year + BE_OFFSET != meeting.year:
        raise file.error(
            ("held_on",),
            _("a day of the year {year} is expected, of the common era").format(
                year=meeting.year - BE_OFFSET
            ),
        )
    if meeting.start and meeting.end and meeting.end < meeting.start:
        raise file.error(("end",), _("the meeting ends before it begins"))


def _check_text(file: TomlFile, meeting: Meeting) -> None:
    check_rows(file, "attendees", meeting.attendees)
    check_rows(file, "agenda", meeting.agenda)
    for number, person in enumerate(meeting.attendees):
        check_texts(file, ("attendees", number), person, "office")
    for number, item in enumerate(meeting.agenda):
        check_texts(file, ("agenda", number), item, "title")
        for place, statement in enumerate(item.statements):
            check_texts(file, ("agenda", number, "statements", place), statement, "text")
    for number, signature in enumerate(meeting.signatures):
        check_texts(file, ("signatures", number), signature, "task", "office")


def _settled(file: TomlFile, meeting: Meeting, codes: list[str]) -> Meeting:
    """The meeting with the statuses of its decisions and of its frozen table settled."""
    tables: dict[str, tuple[Coded, ...]]
    tables = {"decisions": meeting.decisions, "frozen": meeting.frozen or ()}
    for name, rows in tables.items():
        for number, row in enumerate(rows):
            check_known(file, (name, number, "code"), row.code, codes)

    def settled(status: Status, *loc: str | int) -> Status:
        return settle_status(file, loc, status.state, status.wording)

    decisions = tuple(
        replace(
            one,
            before=settled(one.before, "decisions", number, "before"),
            after=settled(one.after, "decisions", number, "after"),
        )
        for number, one in enumerate(meeting.decisions)
    )
    frozen = meeting.frozen and tuple(
        replace(one, status=settled(one.status, "frozen", number, "status"))
        for number, one in enumerate(meeting.frozen)
    )
    return replace(meeting, decisions=decisions, frozen=frozen)
