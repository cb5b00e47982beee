"""What is asked for each part of a meeting, and the part that the answers make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from ita_tui.domain.meeting import AgendaItem, Attendee, Signature, Statement
from ita_tui.domain.meeting_parts import NUMBER, Path, part_at
from ita_tui.domain.text import clean_lines
from ita_tui.i18n import N_, _
from ita_tui.services.meetings.agendas import RESOLUTIONS
from ita_tui.services.meetings.fields import (
    parse_clock,
    parse_day,
    parse_number,
    written_clock,
    written_day,
    written_number,
)
from ita_tui.services.meetings.following_up import FIRST_CORRECTION

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.meetings.people import Known


@dataclass(frozen=True, slots=True)
class Field:
    """Something that is asked for.

    Attributes:
        name: Its name in the answers.
        label: What stands beside it.
        text: What stands in it at first.
        is_long: Whether it may have several lines.
        words: What it may be completed with.
    """

    name: str
    label: str
    text: str
    is_long: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for one part.

    Attributes:
        title: What the part is.
        fields: In the order in which they are asked for.
        choices: Answers to the only field, each taken with one key.
        begun: Those of the choices that are only begun; the person goes on with them.
        known: Answers that go together: where one is chosen, the empty fields take the others.
        is_written_anew: Whether what is typed takes the place of what stands there, as with a
            time of the day, of which hardly anybody changes a letter.
    """

    title: str
    fields: tuple[Field, ...]
    choices: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    known: tuple[Mapping[str, str], ...] = ()
    is_written_anew: bool = False


ONLY = "value"
"""The name of the field of a part that is one text."""

_TITLES = {
    "name": N_("Name of the meeting"),
    NUMBER: N_("Number and year, such as 1/2567"),
    "held_on": N_("Date, such as 31 ต.ค. 66"),
    "place": N_("Place"),
    "start": N_("Start, such as 9.30"),
    "end": N_("End, such as 11.30"),
    "problems": N_("Problem or obstacle"),
    "next_steps": N_("What is to be done next"),
    "resolution": N_("Resolution"),
}

_LABELS: dict[type, dict[str, str]] = {
    Attendee: {
        "office": N_("Office"),
        "name": N_("Name"),
        "role": N_("Role"),
        "acting_for": N_("Acting for"),
        "reason": N_("Reason"),
    },
    AgendaItem: {"title": N_("Title")},
    Statement: {"speaker": N_("Speaker"), "text": N_("Text")},
    Signature: {"task": N_("Task"), "name": N_("Name"), "office": N_("Office")},
}
"""The fields of each kind of part, in the order in which they are asked for."""

_KINDS = {
    Attendee: N_("A person"),
    AgendaItem: N_("An item of the agenda"),
    Statement: N_("A statement"),
    Signature: N_("A signature"),
}


def form_of(meeting: Meeting, path: Path, known: Known, sentences: tuple[str, ...] = ()) -> Form:
    """What is asked for the part at a place.

    Args:
        meeting: The meeting.
        path: Where the part stands.
        known: What the fields may be completed with.
        sentences: Whole resolutions that are offered before the customary words.
    """
    part = part_at(meeting, path)
    if type(part) in _LABELS:
        fields = (
            Field(
                name,
                _(label),
                clean_lines(getattr(part, name)),
                is_long=name == "text",
                words=_words(known, name),
            )
            for name, label in _LABELS[type(part)].items()
        )
        people = tuple(_seat(one) for one in known.seats) if isinstance(part, Attendee) else ()
        return Form(_(_KINDS[type(part)]), tuple(fields), known=people)
    step = str(path[-1] if isinstance(path[-1], str) else path[0])
    is_long = step in {"problems", "next_steps", "resolution"}
    field = Field(ONLY, "", _shown(meeting, path, part), is_long, _words(known, step))
    begun = tuple(one for one in sentences if one.endswith(FIRST_CORRECTION))
    words = RESOLUTIONS if step == "resolution" else ()
    is_anew = step in {NUMBER, "held_on", "start", "end"}
    title = _(_TITLES[step])
    return Form(title, (field,), (*sentences, *words), begun, is_written_anew=is_anew)


def _words(known: Known, field: str) -> tuple[str, ...]:
    """What a field may be completed with."""
    return {
        "office": known.offices,
        "acting_for": known.offices,
        "speaker": (*known.roles, *known.offices),
        "role": known.roles,
        "name": known.names,
        "place": known.places,
    }.get(field, ())


def _seat(one: Attendee) -> dict[str, str]:
    return {"office": one.office, "name": one.name, "role": one.role}


def value_of(meeting: Meeting, path: Path, texts: Mapping[str, str], today: date) -> object:
    """The part that the answers make.

    Args:
        meeting: The meeting.
        path: Where the part stands.
        texts: The answers, by the names of the fields.
        today: The day that words such as tomorrow are counted from.

    Raises:
        FieldError: An answer cannot be what it is asked for.
    """
    part: Any = part_at(meeting, path)
    if type(part) in _LABELS:
        return replace(part, **texts)
    text = texts[ONLY]
    match path:
        case ("number",):
            return parse_number(text, meeting.year)
        case ("held_on",):
            return parse_day(text, today)
        case ("start" | "end" as name,):
            return parse_clock(text, str(name))
        case _:
            return text


def _shown(meeting: Meeting, path: Path, part: object) -> str:
    """A part of one text as it is typed."""
    if path == (NUMBER,):
        return written_number(meeting)
    if isinstance(part, time):
        return written_clock(part)
    if isinstance(part, date):
        return written_day(part)
    return clean_lines(str(part or ""))
