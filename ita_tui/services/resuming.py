"""Where a review goes on after it was left, or after the program died."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from ita_tui.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.event import Actor, Event
    from ita_tui.store import Snapshot


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was in a review.

    Attributes:
        code: The item that was shown; empty when that is not known.
        seq: The newest event of the data at that moment; 0 when that is not known.
    """

    code: str = ""
    seq: int = 0

    @classmethod
    def at(cls, code: str, snapshot: Snapshot) -> Place:
        """At an item, in this version of the data."""
        try:
            newest = next(snapshot.events(), None)
        except DataError:  # the newest events are in a part of the history that is damaged
            newest = None
        return cls(code, 0 if newest is None else newest.seq)

    @classmethod
    def of_texts(cls, texts: dict[str, str]) -> Place:
        """The place that was written so; nowhere where nothing was, or nothing that is one."""
        seq = texts.get("seq", "")
        return cls(texts.get("place", ""), int(seq) if seq.isascii() and seq.isdigit() else 0)

    @property
    def texts(self) -> dict[str, str]:
        """The place, to be written."""
        return {"place": self.code, "seq": str(self.seq)}


def resumed_at(
    snapshot: Snapshot, meeting_id: str, actor: Actor, place: Place, codes: Sequence[str]
) -> str:
    """The item with which a review goes on.

    A place is written aside at every step and may be lost when the power fails; a decision is
    not. So where this person has decided on something after the place was written, the review
    goes on behind the last decision.

    Args:
        snapshot: The data as they are now.
        meeting_id: The meeting in which the review is held.
        actor: Who goes on.
        place: Where they were, as far as it is known.
        codes: The items of the review, at least one.
    """
    last = _last_decision(snapshot, meeting_id, actor, place.seq)
    if last is None:
        return place.code if place.code in codes else codes[0]
    if last.code not in codes:
        return codes[0]
    is_done = last.field == "status" and last.undoes is None
    return codes[min(codes.index(last.code) + is_done, len(codes) - 1)]


def _last_decision(snapshot: Snapshot, meeting_id: str, actor: Actor, since: int) -> Event | None:
    """The last decision of this person in a meeting after an event; None for none."""
    meeting = next((one for one in snapshot.meetings if one.id == meeting_id), None)
    if meeting is None or not meeting.decisions:
        return None
    newer = takewhile(lambda one: one.seq > since, snapshot.events())
    try:
        return next((one for one in newer if _is_decision(one, meeting_id, actor)), None)
    except DataError:  # an older part of the history is damaged; the place itself is as good
        return None


def _is_decision(event: Event, meeting_id: str, actor: Actor) -> bool:
    is_own = (event.unix_user, event.name) == (actor.unix_user, actor.name)
    return is_own and event.meeting == meeting_id and bool(event.code)
