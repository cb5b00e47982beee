"""Undo and redo: new events that take back one's own changes, never a colleague's.

A batch is what was changed as one. Going back through the history, a batch is undone when a later
batch that is itself in force takes it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ita_tui.domain.event import Cause, Event
from ita_tui.errors import ConflictError, UsageError
from ita_tui.i18n import _
from ita_tui.services.places import (
    Place,
    place_of,
    put_at,
    refuse_closed,
    value_at,
    without_change,
)
from ita_tui.services.statuses import Outcome
from ita_tui.services.wording import field_label, who_and_when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.event import Actor, JsonValue
    from ita_tui.store import Store
    from ita_tui.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class _Batch:
    """The events of one batch, the newest first, and all later events."""

    events: tuple[Event, ...]
    later: tuple[Event, ...]

    @property
    def number(self) -> int:
        return self.events[0].batch

    @property
    def undoes(self) -> int | None:
        return self.events[0].undoes

    @property
    def newest(self) -> dict[Place, Event]:
        """The last event of each field."""
        return {place: event for event in reversed(self.events) if (place := place_of(event))}

    @property
    def oldest(self) -> dict[Place, Event]:
        """The first event of each field, in the order of the changes."""
        found = {place_of(event): event for event in self.events}
        return {place: found[place] for place in self.newest}

    @property
    def made_a_difference(self) -> bool:
        """Whether a field has another value after the batch than before it."""
        newest = self.newest
        return any(event.before != newest[key].after for key, event in self.oldest.items())


def undo(store: Store, actor: Actor, event: int | None = None) -> Outcome:
    """Take back one's own last change, or the batch of a certain event.

    Raises:
        UsageError: There is nothing of one's own to take back, or the event is not one's own.
        ConflictError: A colleague changed the same field since; nothing was written.
    """
    with store.transaction(actor) as tx:
        batch = _last_change(tx, actor) if event is None else _batch_of(tx, actor, event)
        events = _take_back(tx, batch)
    return _finished(tx, events)


def redo(store: Store, actor: Actor) -> Outcome:
    """Take back one's own last undo, if nothing of one's own was changed since.

    Raises:
        UsageError: There is nothing to redo.
        ConflictError: A colleague changed the same field since; nothing was written.
    """
    with store.transaction(actor) as tx:
        events = _take_back(tx, _last_undo(tx, actor))
    return _finished(tx, events)


def _finished(tx: Transaction, events: tuple[Event, ...]) -> Outcome:
    codes = list(dict.fromkeys(event.code for event in events))
    before = (
        ()
        if tx.before is None
        else tuple(item for code in codes if (item := tx.before.checklist.item(code)) is not None)
    )
    after = tuple(item for code in codes if (item := tx.item(code)) is not None)
    return Outcome(tx.committed, events, before, after, tx.confirmed)


def _in_force(tx: Transaction, actor: Actor) -> Iterator[_Batch]:
    """One's own batches of changes that are in force, the newest first."""
    later: list[Event] = []
    undone: set[int] = set()
    for number, group in groupby(tx.events(), key=lambda event: event.batch):
        events = tuple(group)  # a batch lies in one piece
        own = any(place_of(event) for event in events) and actor.owns(events[0])
        if own and number not in undone:
            batch = _Batch(events, tuple(later))
            if batch.undoes is not None:
                undone.add(batch.undoes)
            yield batch
        later.extend(events)


def _last_change(tx: Transaction, actor: Actor) -> _Batch:
    """The last change; presses that went all the way round left nothing to take back."""
    for batch in _in_force(tx, actor):
        if batch.undoes is None and batch.made_a_difference:
            return batch
    raise UsageError(_nothing_to(_("undo"), actor))


def _last_undo(tx: Transaction, actor: Actor) -> _Batch:
    for batch in _in_force(tx, actor):
        if batch.undoes is None:
            break
        if not _is_redo(tx, batch.undoes):
            return batch
    raise UsageError(_nothing_to(_("redo"), actor))


def _is_redo(tx: Transaction, undone: int) -> bool:
    """Whether taking back this batch was a redo: then the batch was an undo itself."""
    return any(event.undoes is not None for event in tx.events() if event.batch == undone)


def _nothing_to(what: str, actor: Actor) -> str:
    if actor.name:
        return _("There is nothing of {name} to {what}.").format(name=actor.name, what=what)
    return _(
        "There is nothing to {what} that was changed from here; "
        "with --as NAME your changes from elsewhere count too."
    ).format(what=what)


def _batch_of(tx: Transaction, actor: Actor, number: int) -> _Batch:
    """The batch of an event, which must be one's own, in force, and not built upon."""
    target = next((event for event in tx.events() if event.seq == number), None)
    if target is None or place_of(target) is None:
        raise UsageError(_("Event {number} is no change that can be undone.").format(number=number))
    if not actor.owns(target):
        raise UsageError(
            _("Event {number} is a change by {by}; only one's own can be undone.").format(
                number=number, by=target.by
            )
        )
    built_upon: dict[Place, Event] = {}
    for batch in _in_force(tx, actor):
        if batch.number == target.batch:
            _refuse_built_upon(batch, built_upon)
            return batch
        if batch.undoes is None:
            built_upon = {**batch.newest, **built_upon}
    raise UsageError(_("Event {number} is taken back already.").format(number=number))


def _refuse_built_upon(batch: _Batch, later: dict[Place, Event]) -> None:
    """Refuse a batch when a later one of one's own, still in force, changed the same field."""
    for place in batch.newest:
        if place in later:
            raise _changed_since(place, later[place])


def _take_back(tx: Transaction, batch: _Batch) -> tuple[Event, ...]:
    """Give every field of a batch the value that it had before it."""
    wanted = [(place, _restored(tx, batch, place)) for place in batch.oldest]
    cause = Cause(batch=tx.next_event, undoes=batch.number, meeting=batch.events[0].meeting)
    events = tuple(made for place, value in wanted for made in put_at(tx, place, value, cause))
    if not events:
        raise UsageError(_("That change made no difference; there is nothing to take back."))
    return events


def _restored(tx: Transaction, batch: _Batch, place: Place) -> JsonValue:
    """What a place is to have; a list of a meeting keeps what others changed in it since.

    Raises:
        ConflictError: A colleague changed the same since.
        UsageError: The meeting is closed.
    """
    before, after = batch.oldest[place].before, batch.newest[place].after
    refuse_closed(tx, place)
    later = [one for one in batch.later if place_of(one) == place]
    others = [one for one in later if not tx.actor.owns(one)]
    now = value_at(tx, place)
    if not others and before == after:  # it came back within the batch: nothing of it is left
        return now
    if not others and now == after:
        return before
    merged = without_change(tx, place, before, after)
    if merged is None:
        raise _changed_since(place, next(iter(others or later), None))
    return merged


def _changed_since(place: Place, last: Event | None) -> ConflictError:
    """The refusal; the last change has no event when it was made outside this program."""
    code, meeting, field = place
    return ConflictError(
        _(
            "{by} changed {field} of {code} since; change it by hand if it is to go back. "
            "Nothing was written."
        ).format(
            by=who_and_when(last),
            field=field_label(field),
            code=code or meeting,
        )
    )
