"""Changing a meeting: only what a person changed is written, never over a colleague unseen."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from ita_tui.domain.event import Cause, Event
from ita_tui.domain.meeting_texts import with_texts
from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import ConflictError
from ita_tui.i18n import _
from ita_tui.services.meetings.holding import MeetingOutcome, meeting_of, must_be_open
from ita_tui.services.meetings.merging import Clash, Side, merge
from ita_tui.services.meetings.words import in_words, place_label
from ita_tui.services.wording import who_and_when
from ita_tui.store.meeting_records import meeting_from_record, meeting_to_record

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.domain.meeting import Meeting
    from ita_tui.domain.meeting_parts import Path
    from ita_tui.store import Store
    from ita_tui.store.records import Record
    from ita_tui.store.transaction import Transaction


_SHOWN = 120
"""How many characters of a value stand in the sentence of a conflict; the value itself is whole."""


class MeetingConflictError(ConflictError):
    """A colleague gave a part of a meeting another value since the person saw it.

    Nothing was written, and nothing that was typed is lost: to go on, call `edit_meeting` once
    more with `there` as what was seen and `with_yours` or `with_theirs` as what is to be; both
    have everything of both people that does not clash.

    Attributes:
        clashes: Every place that clashes, at least one.
        there: The meeting as it is now.
        with_yours: The meeting with the person's own value in every place that clashes.
        with_theirs: The meeting with the colleague's value in every place that clashes.
        last: The event that gave the first place its value; None when no event says so.
    """

    def __init__(
        self,
        clashes: tuple[Clash, ...],
        there: Meeting,
        with_yours: Meeting,
        with_theirs: Meeting,
        last: Event | None,
    ) -> None:
        """Say both values of the first place that clashes."""
        self.clashes = clashes
        self.there = there
        self.with_yours = with_yours
        self.with_theirs = with_theirs
        self.last = last
        sentence = _(
            "{by} changed {part} to “{theirs}” meanwhile; yours was “{yours}”. Nothing was written."
        )
        super().__init__(
            sentence.format(
                by=who_and_when(last),
                part=self.part,
                theirs=_in_short(self.theirs),
                yours=_in_short(self.yours),
            )
        )

    @property
    def part(self) -> str:
        """The name of the first place, such as `agenda item 3, resolution`."""
        return place_label(self.clashes[0].path)

    @property
    def theirs(self) -> object:
        """The value that is there now; None where the row was taken out."""
        return self.clashes[0].theirs

    @property
    def yours(self) -> object:
        """The value that was to be written; None where the row was to be taken out."""
        return self.clashes[0].yours


def _in_short(value: object) -> str:
    """A value in a sentence: one line, and no more of it than tells which it is."""
    line = " ".join(in_words(value).split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"


def edit_meeting(store: Store, actor: Actor, seen: Meeting, after: Meeting) -> MeetingOutcome:
    """Write what a person changed in an open meeting, as one change that is undone as one.

    What colleagues changed meanwhile stays; see `meeting_merging.merge` for what can be merged.
    Texts are kept without what a terminal would obey, and without spaces around them.

    Args:
        store: Where.
        actor: Who.
        seen: The meeting as the person saw it.
        after: The same meeting as it is to be; its table and its id are not looked at.

    Raises:
        MeetingConflictError: A colleague gave one of these parts another value; nothing was
            written.
        UsageError: There is no such meeting any more, or it is closed.
        DataError, BusyError: As the store says.
    """
    with store.transaction(actor) as tx:
        there = must_be_open(meeting_of(tx, seen.id))
        wanted = _merged(tx, seen, there, after)
        events = () if wanted == there else tx.put_meeting(wanted, Cause(batch=tx.next_event))
    return MeetingOutcome(tx.committed, events, there, wanted, tx.confirmed)


def _merged(tx: Transaction, seen: Meeting, there: Meeting, after: Meeting) -> Meeting:
    old, now, new = (
        replace(cleaned(one), id=there.id, frozen=None) for one in (seen, there, after)
    )
    yours = merge(old, now, new, Side.YOURS)
    if yours.clashes:
        theirs = merge(old, now, new, Side.THEIRS)
        first = yours.clashes[0]
        last = last_change(tx, there, first.path, first.theirs)
        raise MeetingConflictError(yours.clashes, there, yours.meeting, theirs.meeting, last)
    same: dict[str, Any] = {
        one.name: getattr(there, one.name)
        for one in fields(there)
        if getattr(yours.meeting, one.name) == getattr(now, one.name)
    }
    return replace(yours.meeting, **same)


def last_change(tx: Transaction, there: Meeting, path: Path, theirs: object) -> Event | None:
    """What gave a place its value; an edit outside the program says nothing of that.

    Args:
        tx: The transaction.
        there: The meeting as it is in it.
        path: The place. Rows may have moved since, so its value is looked for in every row.
        theirs: The value that is there; None where the row was taken out.

    Returns:
        The event; where none brought just this value, the last one of the part around it.
    """
    field = str(path[0])
    after = meeting_to_record(there)
    newest = None
    for event in tx.events():
        if (event.meeting, event.code, event.field) != (there.id, "", f"meeting.{field}"):
            continue
        if event.after != after[field]:
            break
        before = {**after, field: event.before}
        if _times(after, path, theirs) > _times(before, path, theirs):
            return event
        newest, after = newest or event, before
    return newest


def _times(record: Record, path: Path, value: object) -> int:
    """How often a value stands at a place, in any row of the lists on the way to it."""
    found: list[object] = [meeting_from_record(record)]
    for step in path:
        rows = [one for one in found if isinstance(one, tuple)]
        found = (
            [row for one in rows for row in one]
            if isinstance(step, int)
            else [getattr(one, step) for one in found if hasattr(one, step)]
        )
    return -len(found) if value is None else found.count(value)


def cleaned(meeting: Meeting) -> Meeting:
    """The same meeting with nothing in its texts that a terminal would obey."""
    return with_texts(meeting, _line, _lines)


def _line(text: str) -> str:
    return clean(text).strip()


def _lines(text: str) -> str:
    return clean_lines(text).strip()
