"""Events as JSON records, and back; like `records`, without validation."""

from __future__ import annotations

from ita_tui.domain.event import Event
from ita_tui.store.records import Record, moment_from_json, moment_to_json


def event_to_record(event: Event) -> Record:
    """An event as a record."""
    return {
        "seq": event.seq,
        "at": moment_to_json(event.at),
        "name": event.name,
        "unix_user": event.unix_user,
        "origin": event.origin,
        "session": event.session,
        "code": event.code,
        "field": event.field,
        "before": event.before,
        "after": event.after,
        "revision": event.revision,
        "batch": event.batch,
        "undoes": event.undoes,
        "meeting": event.meeting,
    }


def event_from_record(record: Record) -> Event:
    """The event of such a record."""
    return Event(**{**record, "at": moment_from_json(record["at"])})
