"""Changing items: the status and the other fields, never over a colleague's change unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Evidence, Item
from ita_tui.domain.event import SELF, Cause, Event
from ita_tui.domain.status import Status
from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.conflicts import refuse_unseen
from ita_tui.store import Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store
    from ita_tui.store.transaction import Transaction

ONE_PRESS = timedelta(seconds=5)
"""Presses on one item within this time, with nothing between, are one undo."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of an item and the value that it is to have.

    Attributes:
        field: One of `EDITABLE_FIELDS`.
        value: The new value, of the field's type.
    """

    field: str
    value: object


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change came to.

    Attributes:
        snapshot: The version with the change; None when there was nothing to change.
        events: What was recorded, in order.
        before: The items as they were, in the order of `after`.
        after: The items as they are.
        confirmed: Whether the disk has confirmed the change (see `Transaction.confirmed`).
    """

    snapshot: Snapshot | None
    events: tuple[Event, ...]
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    confirmed: bool


def edit(  # noqa: PLR0913 (who, what, and what was seen)
    store: Store,
    actor: Actor,
    code: str,
    edits: Sequence[Edit],
    *,
    seen: Item | None = None,
    seen_revision: int | None = None,
    meeting: str = "",
) -> Outcome:
    """Change fields of one item in one transaction.

    Args:
        store: Where.
        actor: Who.
        code: The item's code, as the checklist has it.
        edits: What is to change.
        seen: The item as the person saw it; another value in a field that is to change now is
            a conflict.
        seen_revision: The revision that the person saw; a later change of a field that is to
            change now is a conflict.
        meeting: The id of the meeting that decided it; empty outside one.

    Raises:
        ConflictError: A colleague changed the same field meanwhile; nothing was written.
        DataError, BusyError: As the store says.
    """
    wanted = [cleaned(one) for one in edits]
    with store.transaction(actor) as tx:
        item = _current(tx, code)
        for one in wanted:
            refuse_unseen(tx, code, one.field, one.value, seen=seen, seen_revision=seen_revision)
        is_press = [one.field for one in wanted] == ["status"]
        batch = _open_batch(tx, code, meeting) if is_press else None
        events = _apply(tx, code, wanted, Cause(batch=batch, meeting=meeting))
        after = _current(tx, code)
    return Outcome(tx.committed, events, (item,), (after,), tx.confirmed)


def edit_many(
    store: Store,
    actor: Actor,
    edits: Iterable[tuple[str, Edit]],
    cause: Cause = SELF,
    *,
    seen: Mapping[str, Item] | None = None,
) -> Outcome:
    """Change fields of many items in one transaction that is undone as one.

    Args:
        store: Where.
        actor: Who.
        edits: Codes of items, each with what is to change.
        cause: Why; its batch is filled in.
        seen: The items as the person saw them, by code; another value in a field that is to
            change now is a conflict.

    Raises:
        ConflictError: A colleague changed one of the fields meanwhile; nothing was written.
        DataError, BusyError: As the store says.
    """
    known = {} if seen is None else seen
    with store.transaction(actor) as tx:
        batch = Cause(tx.next_event, cause.undoes, cause.meeting)
        wanted = [(code, cleaned(one)) for code, one in edits]
        codes = list(dict.fromkeys(code for code, _edit in wanted))
        before = tuple(_current(tx, code) for code in codes)
        for code, one in wanted:
            saw = known.get(code)
            refuse_unseen(tx, code, one.field, one.value, seen=saw, seen_revision=None)
        events = [_apply(tx, code, [one], batch) for code, one in wanted]
        after = tuple(_current(tx, code) for code in codes)
    recorded = tuple(event for group in events for event in group)
    return Outcome(tx.committed, recorded, before, after, tx.confirmed)


def cleaned(edit: Edit) -> Edit:
    """The same edit with nothing in its texts that a terminal would obey."""
    match edit.value:
        case Status():
            return Edit(edit.field, Status(edit.value.state, clean(edit.value.wording).strip()))
        case str() if edit.field == "remark":
            return Edit(edit.field, clean_lines(edit.value).strip())
        case str():
            return Edit(edit.field, clean(edit.value).strip())
        case tuple():
            known: tuple[Evidence, ...] = edit.value
            return Edit(edit.field, tuple(_cleaned_evidence(one) for one in known))
        case _:
            return edit


def _cleaned_evidence(one: Evidence) -> Evidence:
    return Evidence(clean(one.url), clean(one.text), clean(one.note))


def _current(tx: Transaction, code: str) -> Item:
    item = tx.item(code)
    if item is None:
        raise UsageError(
            _("There is no item {code} in this checklist any more.").format(code=clean(code))
        )
    return item


def _apply(tx: Transaction, code: str, edits: Sequence[Edit], cause: Cause) -> tuple[Event, ...]:
    """Change the fields; what is already so is no event. All of them are one batch."""
    batch = Cause(
        tx.next_event if cause.batch is None else cause.batch, cause.undoes, cause.meeting
    )
    made = (tx.set_field(code, one.field, one.value, batch) for one in edits)
    return tuple(event for event in made if event is not None)


def _open_batch(tx: Transaction, code: str, meeting: str) -> int | None:
    """The batch of the presses just before, if this one belongs to them."""
    events = tx.events()
    last = next(events, None)
    if last is None or not _is_press(last, code) or last.meeting != meeting:
        return None
    if last.session != tx.actor.session or not tx.actor.owns(last):
        return None
    if abs(tx.now - last.at) > ONE_PRESS:
        return None
    earlier = takewhile(lambda event: event.batch == last.batch, events)
    return last.batch if all(_is_press(event, code) for event in earlier) else None


def _is_press(event: Event, code: str) -> bool:
    return event.code == code and event.field == "status" and event.undoes is None
