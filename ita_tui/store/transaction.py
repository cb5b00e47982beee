"""A transaction: a private copy of the data, changed through TinyDB, written as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument

from ita_tui.domain.event import SELF, Actor, Cause, Event, JsonValue
from ita_tui.store.event_records import event_to_record
from ita_tui.store.meeting_records import meeting_to_record
from ita_tui.store.records import (
    Record,
    Tables,
    checklist_to_record,
    field_to_json,
    item_to_record,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.domain.meeting import Meeting
    from ita_tui.store.snapshot import Snapshot


class _PrivateCopy(Storage):
    """TinyDB's view of a transaction's tables; nothing reaches the disk from here."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables = data


class Transaction:
    """What is changed between taking the lock and the commit.

    Attributes:
        actor: Who acts.
        now: When, in UTC and whole milliseconds; the same for every change made in it.
        next_event: The number that the next event gets: the batch of a new group of changes.
        meetings: The meetings as they now stand in this transaction.
        before: The version that was read under the lock; None where a checklist is being made.
        committed: The version that was written; None until then, and when nothing changed.
        confirmed: Whether the disk has confirmed the commit. When it is false, the change is
            saved and others see it, but a power cut might still take it back.
    """

    def __init__(
        self, actor: Actor, before: Snapshot | None, tables: Tables, now: datetime
    ) -> None:
        """Begin on a private copy of what was read."""
        self.actor = actor
        self.before = before
        self.committed: Snapshot | None = None
        self.confirmed = True
        self.now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        self.next_event: int = tables["header"]["1"]["next_event"]
        self._tables = tables
        self._items: tuple[Item, ...] = () if before is None else before.checklist.items
        self._places: Mapping[str, int] = {} if before is None else before.places
        self._changed: dict[str, Item] = {}
        self._events: list[Event] = []
        self._others: dict[str, dict[str, Record]] = {}
        self.meetings: tuple[Meeting, ...] = () if before is None else before.meetings

    @property
    def changed(self) -> bool:
        """Whether there is anything to commit."""
        return bool(self._events)

    @property
    def new_events(self) -> tuple[Event, ...]:
        """What was recorded in this transaction, in order."""
        return tuple(self._events)

    def item(self, code: str) -> Item | None:
        """An item as it now stands in this transaction, or None."""
        if code in self._changed:
            return self._changed[code]
        place = self._places.get(code)
        return None if place is None else self._items[place]

    def events(self) -> Iterator[Event]:
        """All events, the newest first, those of this transaction among them."""
        yield from reversed(self._events)
        if self.before is not None:
            yield from self.before.events()

    def set_field(self, code: str, field: str, value: object, cause: Cause = SELF) -> Event | None:
        """Change one field of an item, and record it.

        Args:
            code: The item's code.
            field: One of `EDITABLE_FIELDS`.
            value: Its new value.
            cause: Why it changes.

        Returns:
            The event, or None when the value was already so.

        Raises:
            KeyError: There is no such item.
        """
        item = self.item(code)
        if item is None:
            raise KeyError(code)
        before = getattr(item, field)
        if before == value:
            return None
        revision = item.revision + 1
        fields: dict[str, Any] = {field: value}
        self._changed[code] = replace(
            item, **fields, revision=revision, updated_at=self.now, updated_by=self.actor.shown
        )
        values = (field_to_json(before), field_to_json(value))
        return self._record(code, field, values, revision, cause)

    def meeting(self, id: str) -> Meeting | None:  # noqa: A002 (the meeting's own name for it)
        """A meeting as it now stands in this transaction, or None."""
        return next((one for one in self.meetings if one.id == id), None)

    def put_meeting(self, meeting: Meeting, cause: Cause = SELF) -> tuple[Event, ...]:
        """Add a meeting, or change the one with its id, and record each part that changed.

        Args:
            meeting: The meeting as it is to be.
            cause: Why; its meeting is this one.

        Returns:
            One event `meeting` for a new meeting, else an event `meeting.PART` for each part
            that changed; none when everything was already so.
        """
        old = self.meeting(meeting.id)
        after = meeting_to_record(meeting)
        if old is None:
            self.meetings = (*self.meetings, meeting)
            return (self._record_part(meeting.id, "meeting", None, after, cause),)
        before = meeting_to_record(old)
        self.meetings = tuple(meeting if one.id == meeting.id else one for one in self.meetings)
        batch = replace(cause, batch=self.next_event if cause.batch is None else cause.batch)
        return tuple(
            self._record_part(meeting.id, f"meeting.{part}", before[part], value, batch)
            for part, value in after.items()
            if before[part] != value
        )

    def remove_meeting(self, id: str, cause: Cause = SELF) -> Event | None:  # noqa: A002 (as above)
        """Take a meeting out, and record it; None when there is no such meeting."""
        old = self.meeting(id)
        if old is None:
            return None
        self.meetings = tuple(one for one in self.meetings if one.id != id)
        return self._record_part(id, "meeting", meeting_to_record(old), None, cause)

    def _record_part(
        self, meeting: str, field: str, before: JsonValue, after: JsonValue, cause: Cause
    ) -> Event:
        return self._record("", field, (before, after), 0, replace(cause, meeting=meeting))

    def record(self, field: str, before: JsonValue, after: JsonValue) -> Event:
        """Record a change that is of no item."""
        return self._record("", field, (before, after), 0, SELF)

    def _record(
        self,
        code: str,
        field: str,
        values: tuple[JsonValue, JsonValue],
        revision: int,
        cause: Cause,
    ) -> Event:
        event = Event(
            seq=self.next_event,
            at=self.now,
            name=self.actor.name,
            unix_user=self.actor.unix_user,
            origin=self.actor.origin,
            session=self.actor.session,
            code=code,
            field=field,
            before=values[0],
            after=values[1],
            revision=revision,
            batch=self.next_event if cause.batch is None else cause.batch,
            undoes=cause.undoes,
            meeting=cause.meeting,
        )
        self.next_event += 1
        self._events.append(event)
        return event

    def begin(self, checklist: Checklist, meetings: tuple[Meeting, ...]) -> None:
        """Fill an empty data file with a checklist and its meetings."""
        self._others["checklist"] = {"1": checklist_to_record(checklist)}
        self.meetings = meetings
        self._changed = {item.code: item for item in checklist.items}
        self._places = {item.code: place for place, item in enumerate(checklist.items)}
        self.record("checklist", None, checklist.agency)

    def tables(self) -> Tables:
        """The tables after the changes; what changes is put in place by TinyDB.

        TinyDB has its own copy of the records that are replaced, and makes a new table of all
        that it has, so it is not given thousands of others.
        """
        changed = self._changed_records()
        is_other = self.before is None or self.meetings != self.before.meetings
        storage = _PrivateCopy(
            {name: _some(self._tables.get(name, {}), records) for name, records in changed.items()}
        )
        with TinyDB(storage=lambda: storage) as database:
            for name, records in changed.items():
                _put(database, name, records)
            if is_other:
                _put(database, "meetings", _numbered(self.meetings))
        after = {
            name: {**self._tables.get(name, {}), **storage.tables.get(name, {})} for name in changed
        }
        if is_other:
            after["meetings"] = storage.tables.get("meetings", {})
        return {**self._tables, **after}

    def _changed_records(self) -> dict[str, dict[str, Record]]:
        """By their tables: the records that are new or other, by their ids."""
        header = self._tables["header"]["1"]
        generation = header["generation"] + 1
        return {
            **self._others,
            "items": {
                str(self._places[code] + 1): item_to_record(item)
                for code, item in self._changed.items()
            },
            "history": {str(one.seq): event_to_record(one) for one in self._events},
            "header": {"1": {**header, "generation": generation, "next_event": self.next_event}},
        }


def _some(table: dict[str, Record], keys: Iterable[str]) -> dict[str, Record]:
    """What a table has of some ids."""
    return {key: table[key] for key in keys if key in table}


def _numbered(meetings: tuple[Meeting, ...]) -> dict[str, Record]:
    return {str(number): meeting_to_record(one) for number, one in enumerate(meetings, 1)}


def _put(database: TinyDB, name: str, records: dict[str, Record]) -> None:
    """Replace or add records under ids given explicitly, in two operations."""
    table = database.table(name, cache_size=0)
    ids = [int(key) for key in records]
    known = [number for number in ids if table.contains(doc_id=number)]
    if known:
        table.remove(doc_ids=known)
    table.insert_multiple(TinyDocument(records[str(number)], doc_id=number) for number in ids)
