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
from ita_tui.services.statuses import Outcome
from ita_tui.services.wording import field_label
from ita_tui.store.records import field_from_json, field_to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.event import Actor
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


def undo(store: Store, actor: Actor, event: int | None = None) -> Outcome:
    """Take back one's own last change, or the batch of a certain event.

    Raises:
        UsageError: There is nothing of one's own to take back, or the event is not one's own.
        ConflictError: A colleague changed the same field since; nothing was written.
    """
    with store.transaction(actor) as tx:
        batch = _last_in_force(tx, actor) if event is None else _batch_of(tx, actor, event)
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


def _own_batches(tx: Transaction, actor: Actor) -> Iterator[_Batch]:
    """One's own batches of changes of items, the newest first; a batch lies in one piece."""
    later: list[Event] = []
    for _number, group in groupby(tx.events(), key=lambda event: event.batch):
        events = tuple(group)
        if events[0].code and actor.owns(events[0]):
            yield _Batch(events, tuple(later))
        later.extend(events)


def _last_in_force(tx: Transaction, actor: Actor) -> _Batch:
    undone: set[int] = set()
    for batch in _own_batches(tx, actor):
        if batch.number in undone:
            continue
        if batch.undoes is None:
            return batch
        undone.add(batch.undoes)
    raise UsageError(_nothing_to(_("undo"), actor))


def _last_undo(tx: Transaction, actor: Actor) -> _Batch:
    undone: set[int] = set()
    for batch in _own_batches(tx, actor):
        if batch.number in undone:
            continue
        if batch.undoes is None:
            break
        if not _is_redo(tx, batch.undoes):
            return batch
        undone.add(batch.undoes)
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
    """The batch of an event, which must be one's own and in force."""
    target = next((event for event in tx.events() if event.seq == number), None)
    if target is None or not target.code:
        raise UsageError(_("Event {number} is no change that can be undone.").format(number=number))
    if not actor.owns(target):
        raise UsageError(
            _("Event {number} is a change by {by}; only one's own can be undone.").format(
                number=number, by=target.by
            )
        )
    for batch in _own_batches(tx, actor):
        if batch.number == target.batch:
            return batch
    raise UsageError(_("Event {number} is no change that can be undone.").format(number=number))


def _take_back(tx: Transaction, batch: _Batch) -> tuple[Event, ...]:
    """Give every field of a batch the value that it had before it."""
    _refuse_changed_since(tx, batch)
    oldest = {(event.code, event.field): event.before for event in batch.events}
    cause = Cause(batch=tx.next_event, undoes=batch.number, meeting=batch.events[0].meeting)
    made = (
        tx.set_field(code, field, field_from_json(field, before), cause)
        for (code, field), before in reversed(oldest.items())
    )
    events = tuple(event for event in made if event is not None)
    if not events:
        raise UsageError(_("That change made no difference; there is nothing to take back."))
    return events


def _refuse_changed_since(tx: Transaction, batch: _Batch) -> None:
    newest: dict[tuple[str, str], Event] = {}
    for event in batch.events:
        newest.setdefault((event.code, event.field), event)
    for (code, field), event in newest.items():
        item = tx.item(code)
        there = None if item is None else field_to_json(getattr(item, field))
        later = [one for one in batch.later if (one.code, one.field) == (code, field)]
        others = [one for one in later if not tx.actor.owns(one)]
        if not others and there == event.after:
            continue
        last = (others or later)[0]
        raise ConflictError(
            _(
                "{by} changed {field} of {code} since; change it by hand if it is to go back. "
                "Nothing was written."
            ).format(by=last.by, field=field_label(field), code=code)
        )
