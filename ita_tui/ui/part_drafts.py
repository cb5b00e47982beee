"""The part of a meeting that somebody is writing, and as texts that outlive a dropped line."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.meeting_parts import Path, inserted, part_at, with_part
from ita_tui.services.meetings.fields import FieldError
from ita_tui.services.meetings.people import Known
from ita_tui.ui.meeting_forms import form_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_TYPED, _SEEN = "typed.", "seen."
_NOTHING_KNOWN = Known((), (), (), (), ())
_EMPTY: dict[str, object] = {
    "attendees": Attendee(""),
    "agenda": AgendaItem(""),
    "statements": Statement("", ""),
    "problems": "",
    "next_steps": "",
    "signatures": Signature("", ""),
}


@dataclass(frozen=True, slots=True)
class Writing:
    """One part that is being written.

    Attributes:
        seen: The meeting as the person saw it when they began.
        base: The same; with an empty part in it when the part is new.
        path: Where the part stands in it.
    """

    seen: Meeting
    base: Meeting
    path: Path

    @property
    def is_new(self) -> bool:
        """Whether the part is not in the meeting yet."""
        return self.base is not self.seen

    def after(self, value: object) -> Meeting:
        """The meeting with the part as it is to be."""
        return with_part(self.base, self.path, value)


def as_texts(
    writing: Writing, typed: Mapping[str, str], first: Mapping[str, str]
) -> dict[str, str]:
    """What is to be kept of a part that is being written.

    Args:
        writing: Which part.
        typed: What was typed, by the names of the fields.
        first: What stood in the fields before.
    """
    part = part_at(writing.base, writing.path)
    which = part.attendance.value if isinstance(part, Attendee) else ""
    return {
        "path": json.dumps(writing.path),
        "new": "new" if writing.is_new else "",
        "attendance": which,
        **{_TYPED + name: text for name, text in typed.items()},
        **{_SEEN + name: first[name] for name in typed},
    }


def from_texts(
    meeting: Meeting, kept: Mapping[str, str], today: date
) -> tuple[Writing, dict[str, str]] | None:
    """The part as it was being written, and what was typed.

    A colleague's change since then is not seen: saving will ask about it. A part that was taken
    out since is a new one.

    Args:
        meeting: The meeting as it is now.
        kept: As `as_texts` gave it.
        today: The day that words such as tomorrow are counted from.

    Returns:
        None where the texts are of no part of a meeting.
    """
    typed = _named(kept, _TYPED)
    try:
        path = _path(kept["path"])
        if kept.get("new") or not _is_there(meeting, path):
            return _new(meeting, path, kept), typed
        form = form_of(meeting, path, _NOTHING_KNOWN)
        seen_texts = {field.name: field.text for field in form.fields} | _named(kept, _SEEN)
        seen = with_part(meeting, path, value_of(meeting, path, seen_texts, today))
    except (LookupError, TypeError, ValueError, FieldError):
        return None
    return Writing(seen, seen, path), typed


def _new(meeting: Meeting, path: Path, kept: Mapping[str, str]) -> Writing:
    part = _EMPTY[str(path[-2])]
    if isinstance(part, Attendee):
        part = replace(part, attendance=Attendance(kept.get("attendance", Attendance.PRESENT)))
    return Writing(meeting, inserted(meeting, path, part), path)


def _is_there(meeting: Meeting, path: Path) -> bool:
    try:
        part_at(meeting, path)
    except LookupError:
        return False
    return True


def _path(text: str) -> Path:
    steps = json.loads(text)
    if not isinstance(steps, list) or not steps or not isinstance(steps[0], str):
        raise ValueError(text)
    return tuple(step if isinstance(step, int) else str(step) for step in steps)


def _named(kept: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {
        name.removeprefix(prefix): text for name, text in kept.items() if name.startswith(prefix)
    }
