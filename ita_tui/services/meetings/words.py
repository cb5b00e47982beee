"""The pieces of a meeting in words: a person, a statement, a resolution, a day, a clock time."""

from __future__ import annotations

from datetime import date, time
from functools import singledispatch
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    FrozenItem,
    Signature,
    Statement,
)
from ita_tui.domain.status import Status
from ita_tui.i18n import N_, _, language
from ita_tui.services.wording import describe_field, field_label
from ita_tui.thai.dates import full_date

if TYPE_CHECKING:
    from ita_tui.domain.meeting_parts import Path

_ROWS = {
    "attendees": N_("attendance, line {number}"),
    "agenda": N_("agenda item {number}"),
    "problems": N_("problem {number}"),
    "next_steps": N_("next step {number}"),
    "signatures": N_("signature {number}"),
    "decisions": N_("decision {number}"),
    "statements": N_("statement {number}"),
}

_FIELDS = {
    "title": N_("title"),
    "statements": N_("statements"),
    "resolution": N_("resolution"),
    "shows_checklist": N_("the table of the checklist"),
    "speaker": N_("speaker"),
    "text": N_("text"),
    "office": N_("office"),
    "role": N_("role"),
    "name": N_("name"),
    "attendance": N_("attendance"),
    "acting_for": N_("acting for"),
    "task": N_("task"),
    "before": N_("status before"),
    "after": N_("status after"),
    "remark": N_("remark"),
}

_LISTS = {
    Attendance.PRESENT: N_("present"),
    Attendance.ABSENT: N_("absent"),
    Attendance.OTHER: N_("also attending"),
}


def attendance_label(attendance: Attendance) -> str:
    """The name of an attendance list."""
    return _(_LISTS[attendance])


def place_label(path: Path) -> str:
    """The name of a place in a meeting, such as `agenda item 3, resolution`."""
    if len(path) == 1:
        return field_label(f"meeting.{path[0]}")
    parts = []
    for name, after in zip(path, (*path[1:], ""), strict=True):
        if isinstance(after, int):
            parts.append(_(_ROWS[str(name)]).format(number=after + 1))
        elif isinstance(name, str):
            parts.append(_(_FIELDS[name]))
    return ", ".join(parts)


@singledispatch
def in_words(value: object) -> str:
    """A piece of a meeting as a text; it may have several lines."""
    return str(value) or _("empty")


@in_words.register
def _nothing(_value: None) -> str:
    return _("empty")


@in_words.register
def _truth(value: bool) -> str:
    return _("yes") if value else _("no")


@in_words.register
def _status(value: Status) -> str:
    return describe_field("status", value)


@in_words.register
def _day(value: date) -> str:
    return full_date(value, language())


@in_words.register
def _clock(value: time) -> str:
    return f"{value:%H.%M}"


@in_words.register
def _list(value: tuple) -> str:  # type: ignore[type-arg]  # (singledispatch takes no other kind)
    return "\n".join(map(in_words, value)) or _("empty")


@in_words.register
def _attendance(value: Attendance) -> str:
    return attendance_label(value)


@in_words.register
def _person(value: Attendee) -> str:
    acting = _("for {office}").format(office=value.acting_for) if value.acting_for else ""
    parts = (value.name, value.office, acting, value.role, value.reason)
    return ", ".join(filter(None, parts)) or "-"


@in_words.register
def _statement(value: Statement) -> str:
    return ": ".join(filter(None, (value.speaker, value.text))) or "-"


@in_words.register
def _item(value: AgendaItem) -> str:
    resolved = _("resolution: {text}").format(text=value.resolution) if value.resolution else ""
    parts = (value.title or "-", *map(in_words, value.statements), resolved)
    return "\n".join(filter(None, parts))


@in_words.register
def _signature(value: Signature) -> str:
    return ", ".join(filter(None, (value.task, value.name, value.office))) or "-"


@in_words.register
def _decision(value: Decision) -> str:
    text = _("{code}: {after}, before {before}").format(
        code=value.code, before=in_words(value.before), after=in_words(value.after)
    )
    return f"{text} ({value.remark})" if value.remark else text


@in_words.register
def _frozen(value: FrozenItem) -> str:
    return f"{value.code}: {in_words(value.status)}"
