"""The names of states, fields and values in the language in use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ita_tui.domain.status import State, Status
from ita_tui.i18n import N_, _, language

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Evidence
    from ita_tui.domain.event import Event

_STATES = {
    State.UNSET: N_("not set"),
    State.NOT_STARTED: N_("not started"),
    State.WAITING: N_("waiting"),
    State.IN_PROGRESS: N_("in progress"),
    State.DONE: N_("done"),
    State.CURRENT: N_("kept current"),
}

_FIELDS = {
    "status": N_("status"),
    "remark": N_("remark"),
    "unit": N_("responsible unit"),
    "due": N_("due date"),
    "evidence": N_("evidence"),
    "checklist": N_("checklist"),
    "meeting": N_("meeting"),
    "meeting.name": N_("name of the meeting"),
    "meeting.number": N_("number of the meeting"),
    "meeting.year": N_("year of the meeting"),
    "meeting.held_on": N_("day of the meeting"),
    "meeting.place": N_("place of the meeting"),
    "meeting.start": N_("start of the meeting"),
    "meeting.end": N_("end of the meeting"),
    "meeting.attendees": N_("attendance"),
    "meeting.agenda": N_("agenda"),
    "meeting.problems": N_("problems and obstacles"),
    "meeting.next_steps": N_("next steps"),
    "meeting.signatures": N_("signatures"),
    "meeting.decisions": N_("decisions of the meeting"),
    "meeting.frozen": N_("closing of the meeting"),
}

GLYPHS = {
    State.UNSET: "–",
    State.NOT_STARTED: "○",
    State.WAITING: "◔",
    State.IN_PROGRESS: "◐",
    State.DONE: "●",
    State.CURRENT: "◉",
}
"""One sign for each state; each takes one cell in the terminals that were tried."""

ASCII_GLYPHS = {
    State.UNSET: "[-]",
    State.NOT_STARTED: "[ ]",
    State.WAITING: "[.]",
    State.IN_PROGRESS: "[~]",
    State.DONE: "[x]",
    State.CURRENT: "[*]",
}
"""The same for terminals that have only ASCII."""


def state_label(state: State) -> str:
    """The short name of a state."""
    return _(_STATES[state])


def field_label(field: str) -> str:
    """The name of a field; one that this version does not know stands for itself."""
    return _(_FIELDS[field]) if field in _FIELDS else field


def describe_value(field: str, value: object) -> str:
    """A field's value as a person reads it in a line."""
    match value:
        case Status():
            return value.wording or state_label(value.state)
        case None | "" | ():
            return _("empty")
        case tuple():
            evidence: tuple[Evidence, ...] = value
            return ", ".join(one.url for one in evidence)
        case _ if field == "due":
            return f"{value}"
        case _:
            return str(value)


def describe_field(field: str, value: object) -> str:
    """The value of an item's field in a line.

    A wording that does not tell its state has the state beside it, and a date is in the
    Buddhist era; all else is as `describe_value` has it.
    """
    match value:
        case Status() if value.wording and Status.from_wording(value.wording) != value:
            return f"{value.wording} ({state_label(value.state)})"
        case date():
            from ita_tui.thai.dates import short_date  # noqa: PLC0415 (few lists show a date)

            return short_date(value, language())
        case _:
            return describe_value(field, value)


def unconfirmed() -> str:
    """What is said of a change that the disk has not confirmed (see `Transaction.confirmed`)."""
    return _("Saved, but the disk has not confirmed it: a power cut might still take it back.")


def who_and_when(event: Event | None) -> str:
    """Who made a change, and when: `กองคลัง (12 มี.ค. 2567 10:42)`.

    Args:
        event: The change; None where no event tells of it.
    """
    from ita_tui.thai.dates import short_moment  # noqa: PLC0415 (only a conflict asks)

    if event is None:
        return _("Somebody")
    return f"{event.by} ({short_moment(event.at, language())})"
