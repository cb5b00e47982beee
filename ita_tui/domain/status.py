"""The status of an item: a state of the cycle, and the wording as the minutes have it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What the work on an item has come to."""

    UNSET = "unset"
    NOT_STARTED = "not_started"
    WAITING = "waiting"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CURRENT = "current"


CYCLE = (State.NOT_STARTED, State.WAITING, State.IN_PROGRESS, State.DONE, State.CURRENT)
"""The states in the order of the Space key; UNSET leads into it and is never come back to."""

FINISHED = frozenset({State.DONE, State.CURRENT})
"""The states that count as published."""

DEFAULT_WORDING = {
    State.UNSET: "",
    State.NOT_STARTED: "ยังไม่ได้ดำเนินการ",
    State.WAITING: "รอดำเนินการ",
    State.IN_PROGRESS: "ระหว่างดำเนินการ",
    State.DONE: "ดำเนินการเรียบร้อยแล้ว",
    State.CURRENT: "ดำเนินการเป็นปัจจุบัน",
}
"""The words that a toggle writes into the minutes' table."""

WORDINGS = {
    **{wording: state for state, wording in DEFAULT_WORDING.items() if wording},
    "กำลังดำเนินการ": State.IN_PROGRESS,
    "ดำเนินการแล้วบางส่วน": State.IN_PROGRESS,
}
"""Every wording in customary use and its state; the words of real minutes."""


@dataclass(frozen=True, slots=True)
class Status:
    """The status of an item.

    Attributes:
        state: Where the item stands in the cycle.
        wording: The words of the minutes' table, kept exactly; empty when unset.
    """

    state: State = State.UNSET
    wording: str = ""

    @classmethod
    def of(cls, state: State) -> Status:
        """The state with its default wording."""
        return cls(state, DEFAULT_WORDING[state])

    @classmethod
    def from_wording(cls, wording: str) -> Status | None:
        """The status of a wording in customary use, or None for any other.

        Whole phrases only: every phrase contains the same verb. Spaces count for nothing, since
        text taken from a document has them where its cells were wrapped.
        """
        plain = "".join(wording.split())
        state = WORDINGS.get(plain)
        return None if state is None else cls(state, plain)

    def next(self) -> Status:
        """The status that the Space key gives: along the cycle, and round from its end."""
        if self.state is State.UNSET:
            return Status.of(CYCLE[0])
        return Status.of(CYCLE[(CYCLE.index(self.state) + 1) % len(CYCLE)])

    @property
    def finished(self) -> bool:
        """Whether the item counts as published."""
        return self.state in FINISHED
