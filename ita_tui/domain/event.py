"""Who changed what, from what to what, when, and from where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

JsonValue = object
"""A value as JSON has it: null, a truth value, a number, a text, a list or an object of these."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts.

    Attributes:
        name: The name given by `--as`; empty without one.
        unix_user: The Unix user of the process, from the user id and never from the environment.
        origin: The host, or the address of the SSH client.
        session: What tells this running program, or this login, from every other.
    """

    name: str
    unix_user: str
    origin: str
    session: str

    @property
    def shown(self) -> str:
        """The name that others see."""
        return self.name or self.unix_user

    def owns(self, event: Event) -> bool:
        """Whether an event is this actor's own, and so may be undone by them.

        Own means the same Unix user and the same given name; without a name, the same session.
        """
        if event.unix_user != self.unix_user or event.name != self.name:
            return False
        return bool(self.name) or event.session == self.session


@dataclass(frozen=True, slots=True)
class Event:
    """One change.

    Attributes:
        seq: Its number, from 1 without holes.
        at: When, in UTC.
        name: The name given by `--as`; empty without one.
        unix_user: The Unix user who changed it.
        origin: The host, or the address of the SSH client.
        session: The running program, or the login.
        code: The item's code; empty when the change is of no item.
        field: The field that changed, or what kind of change it was.
        before: The old value as JSON has it.
        after: The new value as JSON has it.
        revision: The item's revision after the change; 0 when the change is of no item.
        batch: The number of the first event of the group that is undone as one.
        undoes: The batch that this event takes back; None for an ordinary change.
        meeting: The id of the meeting in which it was decided; empty outside one.
    """

    seq: int
    at: datetime
    name: str
    unix_user: str
    origin: str
    session: str
    code: str
    field: str
    before: JsonValue
    after: JsonValue
    revision: int
    batch: int
    undoes: int | None = None
    meeting: str = ""

    @property
    def by(self) -> str:
        """The name that others see."""
        return self.name or self.unix_user


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a field changes.

    Attributes:
        batch: The group that is undone as one; a group of its own when None.
        undoes: The batch that the change takes back, if any.
        meeting: The id of the meeting that decided it; empty outside one.
    """

    batch: int | None = None
    undoes: int | None = None
    meeting: str = ""


SELF = Cause()
"""A change that stands by itself."""
