"""A writer that commits one change after another and tells of each; it is ended at some moment."""

from __future__ import annotations

import json
import os
import random
from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, Status
from ita_tui.services.statuses import Edit, Outcome, edit, edit_many
from ita_tui.services.undo import undo
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.truth import kept_versions, lost, whole

if TYPE_CHECKING:
    from pathlib import Path

Told = list[list[object]]
"""The changes that were told of: number, code, field and value of each."""

MOST = 10_000
"""How many changes a writer makes that nobody ends."""


def one_change(store: Store, chance: random.Random, turn: int) -> Outcome:
    """One commit, of a kind that follows from the turn."""
    code = chance.choice(sample.CODES)
    value = f"{turn} {chance.random()}"
    if turn % 5 == 4:
        return undo(store, sample.ACTOR)
    if turn % 5 == 3:
        wanted = [(one, Edit("remark", f"{value} {one}")) for one in sample.CODES[:3]]
        return edit_many(store, sample.ACTOR, wanted)
    if turn % 5 == 2:
        item = store.read().checklist.item(code)
        state = item.status.state if item else CYCLE[0]
        other = chance.choice([one for one in CYCLE if one is not state])
        return edit(store, sample.ACTOR, code, [Edit("status", Status.of(other))])
    return edit(store, sample.ACTOR, code, [Edit("unit", value)])


def changes_of(outcome: Outcome) -> Told:
    """What is told of a commit; nothing of one that the disk has not confirmed."""
    if not outcome.confirmed:
        return []
    return [[event.seq, event.code, event.field, event.after] for event in outcome.events]


def write_on(path: Path, pipe: int, seed: str) -> None:
    """Commit one change after another; tell of each when it is written."""
    chance = random.Random(seed)
    store = Store(path)
    for turn in range(MOST):
        os.write(pipe, json.dumps(changes_of(one_change(store, chance, turn))).encode() + b"\n")


def heard(reading: int) -> Told:
    """What a writer that has ended told; the pipe is closed."""
    with os.fdopen(reading, "rb") as pipe:
        lines = [line for line in pipe.read().splitlines(keepends=True) if line.endswith(b"\n")]
    return [one for line in lines for one in json.loads(line)]


def verdict(path: Path, told: Told) -> str:
    """What is wrong with a file of which these changes were told; empty if nothing is."""
    found, events = whole(path)
    missing = lost(events, told)
    return found or (f"lost {missing}" if missing else "") or kept_versions(path)
