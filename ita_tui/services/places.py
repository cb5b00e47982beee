"""The places that changes are taken back in: a field of an item, a part of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.services.meetings.holding import must_be_open
from ita_tui.services.meetings.merging import Side, merge
from ita_tui.store.meeting_records import meeting_from_record, meeting_to_record
from ita_tui.store.records import field_from_json, field_to_json

if TYPE_CHECKING:
    from typing import Any

    from ita_tui.domain.event import Cause, Event, JsonValue
    from ita_tui.store.transaction import Transaction

Place = tuple[str, str, str]
"""An item's code, or else a meeting's id, and the name of the field."""

MEETING = "meeting"
"""The field of an event that is a whole meeting; its parts follow after a full stop."""


_LISTS = frozenset({"attendees", "agenda", "problems", "next_steps", "signatures", "decisions"})
"""The parts of a meeting that more than one person may fill at a time."""

GONE = "\0gone"
"""What stands in a place whose item or meeting was taken out: no value of a field."""


def place_of(event: Event) -> Place | None:
    """Where an event changed something that can be taken back; None for any other event."""
    if event.code:
        return event.code, "", event.field
    if event.meeting and event.field.partition(".")[0] == MEETING:
        return "", event.meeting, event.field
    return None


def value_at(tx: Transaction, place: Place) -> JsonValue:
    """What stands in a place now, as JSON has it; `GONE` where the place is no more."""
    code, meeting_id, field = place
    if code:
        item = tx.item(code)
        return GONE if item is None else field_to_json(getattr(item, field))
    meeting = tx.meeting(meeting_id)
    if meeting is None:
        return None if field == MEETING else GONE
    record = meeting_to_record(meeting)
    return record if field == MEETING else record[field.partition(".")[2]]


def refuse_closed(tx: Transaction, place: Place) -> None:
    """Refuse a change of a part of a meeting that is closed; closing itself can be taken back.

    Raises:
        UsageError: It is such a part.
    """
    _code, meeting_id, field = place
    meeting = tx.meeting(meeting_id)
    if meeting is not None and field not in {MEETING, f"{MEETING}.frozen"}:
        must_be_open(meeting)


def without_change(
    tx: Transaction, place: Place, before: JsonValue, after: JsonValue
) -> JsonValue | None:
    """A list of a meeting as it is now, without one change of it; None where that cannot be.

    Args:
        tx: The transaction.
        place: Where the list stands; any other place cannot be.
        before: The list before the change.
        after: The list after it.
    """
    _code, meeting_id, field = place
    part = field.partition(".")[2]
    there = tx.meeting(meeting_id)
    if there is None or part not in _LISTS:
        return None
    record = meeting_to_record(there)
    changed, unchanged = (meeting_from_record({**record, part: one}) for one in (after, before))
    merged = merge(changed, there, unchanged, Side.YOURS)
    return None if merged.clashes else meeting_to_record(merged.meeting)[part]


def put_at(tx: Transaction, place: Place, value: JsonValue, cause: Cause) -> tuple[Event, ...]:
    """Put a value, as JSON has it, in a place, and record it."""
    code, meeting_id, field = place
    if code:
        event = tx.set_field(code, field, field_from_json(field, value), cause)
        return () if event is None else (event,)
    if value is None and field == MEETING:
        removed = tx.remove_meeting(meeting_id, cause)
        return () if removed is None else (removed,)
    record: Any = value
    if field != MEETING:
        meeting = tx.meeting(meeting_id)
        if meeting is None:
            return ()
        record = {**meeting_to_record(meeting), field.partition(".")[2]: value}
    return tx.put_meeting(meeting_from_record(record), cause)
