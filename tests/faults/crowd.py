"""Several processes write to one data file at once; each tells of what it wrote."""

from __future__ import annotations

import json
import random
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.domain.event import Actor
from ita_tui.domain.status import Status
from ita_tui.errors import ConflictError, UsageError
from ita_tui.services.statuses import Edit, Outcome, edit, edit_many
from ita_tui.services.undo import redo, undo
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.children import forked, joined
from tests.faults.report import Report
from tests.faults.truth import kept_versions, leftovers, whole

if TYPE_CHECKING:
    from pathlib import Path

PROCESSES = 8
PATIENCE = 60.0
"""How many seconds a writer waits: all the others may come before it."""


def write(store: Store, actor: Actor, chance: random.Random, value: str) -> Outcome:
    """One write of some kind."""
    code = chance.choice(sample.CODES)
    kind = chance.randrange(6)
    if kind == 0:
        wanted = [(one, Edit("unit", f"{value} {one}")) for one in sample.CODES[:3]]
        return edit_many(store, actor, wanted)
    if kind == 1:
        return undo(store, actor)
    if kind == 2:
        return redo(store, actor)
    item = store.read().checklist.item(code)
    if kind == 3 and item is not None:
        status = item.status.next()
        return edit(store, actor, code, [Edit("status", Status(status.state, value))], seen=item)
    return edit(store, actor, code, [Edit("remark", value), Edit("unit", value)], seen=item)


def writer(path: Path, number: int, writes: int, seed: int, told: Path) -> None:
    """Write so many times, and note each change that came about."""
    chance = random.Random(f"{seed}.{number}")
    actor = Actor(f"คนที่ {number // 2}", "tester", "office", f"s{number}")
    store = Store(path, time_limit=PATIENCE)
    notes: list[list[object]] = []
    done = turn = 0
    while done < writes:
        turn += 1
        try:
            outcome = write(store, actor, chance, f"{number}.{turn}")
        except (ConflictError, UsageError):
            continue
        done += 1
        notes += [[one.seq, one.session, one.code, one.field, one.after] for one in outcome.events]
    told.write_text(json.dumps(notes), "utf-8")


def updates(folder: Path, count: int, seed: int) -> Report:
    """Let eight processes write so many updates together; none may be lost or made up."""
    path = sample.make(folder / "data", 0)
    notes = [folder / f"told-{number}" for number in range(PROCESSES)]
    writes = -(-count // PROCESSES)
    children = [
        forked(partial(writer, path, number, writes, seed, told))
        for number, told in enumerate(notes)
    ]
    failed = [code for code in map(joined, children) if code != 0]
    wrong = [f"{len(failed)} processes failed"] if failed else []
    told_of = [
        one for told in notes if told.exists() for one in json.loads(told.read_text("utf-8"))
    ]
    found, events = whole(path)
    written = [[one.seq, one.session, one.code, one.field, one.after] for one in events[1:]]
    found = found or kept_versions(path) or f"left behind {leftovers(path.parent)}"
    if found != "left behind []":
        wrong.append(found)
    if sorted(told_of, key=lambda one: int(one[0])) != written:
        wrong.append(f"{len(told_of)} changes were told of, {len(written)} are in the history")
    return Report(writes * (PROCESSES - len(failed)), wrong)
