"""Several people edit, undo and redo; a plain model in Python says what must come of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.event import Actor
from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError, UsageError
from ita_tui.services.statuses import Edit, Outcome, edit, edit_many
from ita_tui.services.undo import redo, undo
from ita_tui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

SCALE = int(os.environ.get("ITA_TUI_FAULT_SCALE", "1"))
CODES = ("O1", "O2", "O3")
PEOPLE = {
    "ก here": Actor("กองคลัง", "u1", "office", "s1"),
    "ก there": Actor("กองคลัง", "u1", "home", "s2"),
    "ก on another account": Actor("กองคลัง", "u2", "office", "s3"),
    "nameless": Actor("", "u1", "office", "s4"),
    "nameless again": Actor("", "u1", "office", "s5"),
}

Owner = tuple[str, str, str]
Key = tuple[str, str]

people = st.sampled_from(list(PEOPLE))
codes = st.sampled_from(CODES)
values = {
    "unit": st.sampled_from(["", "ก", "ข"]),
    "remark": st.sampled_from(["", "x", "y"]),
    "status": st.sampled_from([Status.of(state) for state in list(State)[:3]]),
}
edits = st.sampled_from(list(values)).flatmap(
    lambda name: st.builds(Edit, st.just(name), values[name])
)


class Logged(NamedTuple):
    """One event, as the model remembers it."""

    owner: Owner
    session: str
    key: Key
    batch: int
    undoes: bool
    at: datetime


@dataclass
class Batch:
    """What is undone as one: the value of each field before and after, and when it ended."""

    number: int
    before: dict[Key, object] = field(default_factory=dict)
    after: dict[Key, object] = field(default_factory=dict)
    ended: int = 0
    undone_at: int = 0

    @property
    def differs(self) -> bool:
        return self.before != self.after


def owner_of(who: Actor) -> Owner:
    """What is one's own: by name, or without one by session."""
    return (who.unix_user, who.name, "" if who.name else who.session)


class People(RuleBasedStateMachine):
    """The store and its services on one side, the model on the other."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.now = datetime(2024, 3, 12, tzinfo=UTC)
        self.store = Store(self.folder / "2567.json", lambda: self.now)
        items = tuple(Item(code, code, "9.1") for code in CODES)
        with self.store.transaction(PEOPLE["ก here"], creating=True) as tx:
            tx.begin(Checklist("ก", 2567, "ช", 2566, (Category("9.1", "ก"),), items), ())
        self.values: dict[Key, object] = {
            (item.code, name): getattr(item, name) for item in items for name in values
        }
        self.log: list[Logged] = []
        self.done: dict[Owner, list[Batch]] = {owner_of(who): [] for who in PEOPLE.values()}
        self.undone: dict[Owner, list[Batch]] = {owner_of(who): [] for who in PEOPLE.values()}
        self.seen: dict[str, dict[Key, object]] = {name: dict(self.values) for name in PEOPLE}

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(seconds=st.sampled_from([1, 4, 6]))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(who=people)
    def look(self, who: str) -> None:
        self.seen[who] = dict(self.values)

    @rule(who=people, code=codes, wanted=st.lists(edits, min_size=1, max_size=2))
    def change(self, who: str, code: str, wanted: list[Edit]) -> None:
        known = {name: self.seen[who][code, name] for name in values}
        seen = Item(code, code, "9.1", **known)  # type: ignore[arg-type]  # (each has its type)
        there = [(self.values[code, one.field], known[one.field], one.value) for one in wanted]
        if any(now not in (saw, new) for now, saw, new in there):
            self.refused(
                ConflictError, lambda: edit(self.store, PEOPLE[who], code, wanted, seen=seen)
            )
            return
        edit(self.store, PEOPLE[who], code, wanted, seen=seen)
        is_press = [one.field for one in wanted] == ["status"]
        self.changed(who, [((code, one.field), one.value) for one in wanted], is_press=is_press)
        self.seen[who] |= {(code, name): self.values[code, name] for name in values}

    @rule(who=people, wanted=st.lists(st.tuples(codes, edits), max_size=4))
    def change_many(self, who: str, wanted: list[tuple[str, Edit]]) -> None:
        edit_many(self.store, PEOPLE[who], wanted)
        self.changed(who, [((code, one.field), one.value) for code, one in wanted], is_press=False)

    @rule(who=people)
    def undo_last(self, who: str) -> None:
        batches = [one for one in self.done[owner_of(PEOPLE[who])] if one.differs]
        self.take_back(who, batches[-1] if batches else None, lambda by: undo(self.store, by))

    @rule(who=people, at=st.integers(0, 200))
    def undo_one(self, who: str, at: int) -> None:
        owner = owner_of(PEOPLE[who])
        changes = [(n, one) for n, one in enumerate(self.log, start=2) if not one.undoes]
        number, chosen = changes[at % len(changes)] if changes else (1, None)
        own = self.done[owner] if chosen and chosen.owner == owner else []
        batch = next((one for one in own if chosen and one.number == chosen.batch), None)
        later = [one for one in own if batch and one.number > batch.number]
        if batch and any(key in one.before for one in later for key in batch.before):
            self.refused(ConflictError, lambda: undo(self.store, PEOPLE[who], number))
        else:
            self.take_back(who, batch, lambda by: undo(self.store, by, number))

    @rule(who=people)
    def redo_last(self, who: str) -> None:
        owner = owner_of(PEOPLE[who])
        batch = self.undone[owner][-1] if self.undone[owner] else None
        if batch is None:
            self.refused(UsageError, lambda: redo(self.store, PEOPLE[who]))
        elif self.touched_by_others(owner, batch, batch.undone_at):
            self.refused(ConflictError, lambda: redo(self.store, PEOPLE[who]))
        else:
            redo(self.store, PEOPLE[who])
            self.write(who, batch.after, self.next_event, undoes=True)
            self.undone[owner].remove(batch)
            self.done[owner] = sorted([*self.done[owner], batch], key=lambda one: one.number)

    @invariant()
    def agrees(self) -> None:
        snapshot = self.store.read()
        items = snapshot.checklist.items
        assert {(one.code, name): getattr(one, name) for one in items for name in values} == (
            self.values
        )
        events = list(snapshot.events())[::-1]
        assert [event.seq for event in events] == list(range(1, self.next_event))
        assert [((one.code, one.field), one.batch) for one in events[1:]] == [
            (one.key, one.batch) for one in self.log
        ]
        for item in items:
            assert item.revision == sum(one.key[0] == item.code for one in self.log)

    @property
    def next_event(self) -> int:
        return len(self.log) + 2

    def changed(self, who: str, wanted: list[tuple[Key, object]], *, is_press: bool) -> None:
        """Note a change that came about."""
        owner = owner_of(PEOPLE[who])
        joined = self.joined(who, wanted[0][0]) if is_press else None
        batch = joined or Batch(self.next_event)
        events = len(self.log)
        for key, value in wanted:
            if self.values[key] != value:
                batch.before.setdefault(key, self.values[key])
                batch.after[key] = value
                self.write(who, {key: value}, batch.number, undoes=False)
        if len(self.log) > events:
            batch.ended = len(self.log)
            self.undone[owner].clear()
            if joined is None:
                self.done[owner].append(batch)

    def joined(self, who: str, key: Key) -> Batch | None:
        """The batch that a press belongs to, if there is one."""
        last = self.log[-1] if self.log else None
        if last is None or last.undoes or last.session != PEOPLE[who].session:
            return None
        if self.now - last.at > timedelta(seconds=5):
            return None
        batch = self.done[owner_of(PEOPLE[who])][-1]
        return (
            batch if {one.key for one in self.log if one.batch == batch.number} == {key} else None
        )

    def take_back(self, who: str, batch: Batch | None, act: Callable[[Actor], Outcome]) -> None:
        """Undo a batch, or see it refused."""
        owner = owner_of(PEOPLE[who])
        if batch is not None and self.touched_by_others(owner, batch, batch.ended):
            self.refused(ConflictError, lambda: act(PEOPLE[who]))
        elif batch is None or not batch.differs:
            self.refused(UsageError, lambda: act(PEOPLE[who]))
        else:
            act(PEOPLE[who])
            self.write(who, batch.before, self.next_event, undoes=True)
            batch.undone_at = len(self.log)
            self.done[owner].remove(batch)
            self.undone[owner].append(batch)

    def touched_by_others(self, owner: Owner, batch: Batch, since: int) -> bool:
        return any(one.owner != owner and one.key in batch.before for one in self.log[since:])

    def write(self, who: str, wanted: dict[Key, object], batch: int, *, undoes: bool) -> None:
        for key, value in wanted.items():
            if self.values[key] != value:
                actor = PEOPLE[who]
                owner = owner_of(actor)
                self.log.append(Logged(owner, actor.session, key, batch, undoes, self.now))
                self.values[key] = value

    def refused(self, error: type[Exception], act: Callable[[], object]) -> None:
        """The act is refused, and nothing is written."""
        before = self.store.path.read_bytes()
        with pytest.raises(error):
            act()
        assert self.store.path.read_bytes() == before


TestPeople = People.TestCase
TestPeople.settings = settings(max_examples=40 * SCALE, stateful_step_count=40, deadline=None)
