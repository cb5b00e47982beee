"""Events of meetings in words: a part that changed, a meeting that began or went."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ita_tui.domain.meeting import Meeting
from ita_tui.i18n import _, language
from ita_tui.minutes.parsing.parsed import Part
from ita_tui.services.meetings.differences import PartChange, differences, part_label
from ita_tui.services.meetings.words import in_words
from ita_tui.store.meeting_records import meeting_from_record, meeting_to_record
from ita_tui.thai.dates import short_date

if TYPE_CHECKING:
    from ita_tui.domain.event import JsonValue

_LISTS = (Part.PRESENT, Part.ABSENT, Part.OTHER)
_BLANK = Meeting("", "", None, 0)


def describe_meeting_change(field: str, before: JsonValue, after: JsonValue) -> tuple[str, str]:
    """The old and the new value of an event whose field is `meeting` or `meeting.PART`.

    Of a list only the rows that differ are told. What is no value of a meeting, as after an edit
    outside the program, is shown as JSON.
    """
    part = field.partition(".")[2]
    try:
        if not part:
            return _meeting(before), _meeting(after)
        old, new = _with_part(part, before), _with_part(part, after)
    except (AttributeError, KeyError, TypeError, ValueError):
        return _json(before), _json(after)
    if part == "frozen":
        return _table(old, new)
    if not isinstance(getattr(new, part), tuple):
        return in_words(getattr(old, part)), in_words(getattr(new, part))
    changes = differences(old, new)
    return _joined(changes, "before"), _joined(changes, "after")


def _meeting(record: JsonValue) -> str:
    if record is None:
        return _("empty")
    plain: Any = record
    meeting = meeting_from_record(plain)
    number = f"{'-' if meeting.number is None else meeting.number}/{meeting.year}"
    day = "" if meeting.held_on is None else short_date(meeting.held_on, language())
    return ", ".join(filter(None, (number, day)))


def _with_part(part: str, value: JsonValue) -> Meeting:
    return meeting_from_record({**meeting_to_record(_BLANK), part: value})


def _table(old: Meeting, new: Meeting) -> tuple[str, str]:
    """Whether the meeting was open; of two tables the rows that differ."""
    if old.frozen is None or new.frozen is None:
        words = {True: _("open meeting"), False: _("closed meeting")}
        return words[old.frozen is None], words[new.frozen is None]
    rows = (
        [row for row in one if row not in other]
        for one, other in ((old.frozen, new.frozen), (new.frozen, old.frozen))
    )
    before, after = (in_words(tuple(one)).replace("\n", "; ") for one in rows)
    return before, after


def _joined(changes: tuple[PartChange, ...], side: str) -> str:
    texts = (_told(one, getattr(one, side)) for one in changes)
    return "; ".join(filter(None, texts)) or _("empty")


def _told(change: PartChange, text: str) -> str:
    text = " ".join(text.split())
    if text and change.part in _LISTS:
        return f"{part_label(change.part)}: {text}"
    if text and change.part is Part.AGENDA:
        return _("item {number}: {text}").format(number=change.place, text=text)
    return text


def _json(value: JsonValue) -> str:
    return _("empty") if value is None else json.dumps(value, ensure_ascii=False)
