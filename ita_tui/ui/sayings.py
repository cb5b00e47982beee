"""The sentences below a list: what was saved, and what a colleague has just changed."""

from __future__ import annotations

from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.services.events import describe_event
from ita_tui.services.wording import field_label, state_label
from ita_tui.thai.cells import truncate, width
from ita_tui.ui.literal import shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.event import Actor, Event
    from ita_tui.store import Snapshot

_TOLD_CELLS = 60
_TOLD_BY_CELLS = 24
"""How much of a colleague's value and name is told of in passing."""


def in_lines(text: str, cells: int) -> list[str]:
    """A sentence in lines of at most so many cells."""
    if width(text) <= cells:
        return [text]
    from ita_tui.thai.wrapping import wrap  # noqa: PLC0415 (its dictionary is large)

    return wrap(text, cells)


def told(what: str, item: Item, fields: Collection[str] = (), more: int = 0) -> str:
    """A sentence on an item: what happened, and how it stands now.

    Args:
        what: What happened, such as `Saved`.
        item: The item as it is now.
        fields: What it happened to; a status is told by its words, anything else by its name.
        more: How many other items it happened to.
    """
    others = [field_label(field) for field in fields if field != "status"]
    status = item.status
    words = (
        [] if others and "status" not in fields else [status.wording or state_label(status.state)]
    )
    return _and_more(f"{what}: {item.code} {', '.join([*words, *others])}", more)


def told_since(known: int, snapshot: Snapshot, own: Actor) -> str:
    """A sentence on what a colleague has changed of items; empty when nobody has.

    Args:
        known: The number of the newest event that was here already.
        snapshot: The data with what has arrived since.
        own: Who sits in front of this screen.
    """
    theirs = []
    with suppress(DataError):  # the newest is told; the history says what cannot be read
        for event in takewhile(lambda one: one.seq > known, snapshot.events()):
            # A decision is recorded in the meeting too, after what it changed.
            if event.code and event.session != own.session:
                theirs.append(event)
    return told_of(*theirs) if theirs else ""


def told_of(newest: Event, *earlier: Event) -> str:
    """A sentence on what a colleague has just changed; long texts in it are cut.

    Args:
        newest: Their last change, whose item is named.
        *earlier: What was changed just before, the newest first; that of others is not told of.
    """
    theirs = [one for one in (newest, *earlier) if one.session == newest.session]
    fields = {one.field: one for one in reversed(theirs) if one.code == newest.code}
    others = {one.code for one in theirs} - {newest.code}
    what = ", ".join(_briefly(one, whole=len(fields) == 1) for one in fields.values())
    who = truncate(newest.by, _TOLD_BY_CELLS)
    return _and_more(f"{who}: {f'{newest.code} {what}'.strip()}", len(others))


def _briefly(event: Event, *, whole: bool) -> str:
    """A change: a status by its words, anything else by its name, with the value if wanted."""
    change = describe_event(event)
    if event.field != "status" and not whole:
        return change.field
    after = truncate(clean(shown(change.after)), _TOLD_CELLS)
    return after if event.field == "status" else f"{change.field}: {after}"


def _and_more(text: str, more: int) -> str:
    return text + (_(" and {count} more").format(count=more) if more else "")
