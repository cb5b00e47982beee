"""Several processes write to one data file at once.

    python -m tests.faults.crowd FOLDER PROCESSES WRITES

Each tells of what it wrote; prints JSON: how many changes were told of, and what is wrong.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from ita_tui.domain.event import Actor
from ita_tui.domain.status import Status
from ita_tui.errors import ConflictError, UsageError
from ita_tui.services.statuses import Edit, Outcome, edit, edit_many
from ita_tui.services.undo import redo, undo
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.truth import leftovers, whole

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


def writer(path: Path, number: int, writes: int, told: Path) -> None:
    """Write so many times, and note each change that came about."""
    chance = random.Random(number)
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


def main(folder: str, processes: int, writes: int) -> None:
    """Let them all write, and print the report."""
    sample.shorten()
    path = sample.make(Path(folder) / "data", 0)
    notes = [path.parent.with_name(f"told-{number}") for number in range(processes)]
    children = []
    for number, told in enumerate(notes):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                writer(path, number, writes, told)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    failed = [child for child in children if os.waitpid(child, 0)[1] != 0]
    wrong = [f"{len(failed)} processes failed"] if failed else []
    told_of = [
        one for told in notes if told.exists() for one in json.loads(told.read_text("utf-8"))
    ]
    found, events = whole(path)
    written = [[one.seq, one.session, one.code, one.field, one.after] for one in events[1:]]
    if found or leftovers(path.parent):
        wrong.append(found or f"left behind {leftovers(path.parent)}")
    if sorted(told_of, key=lambda one: int(one[0])) != written:
        wrong.append(f"{len(told_of)} changes were told of, {len(written)} are in the history")
    print(json.dumps({"tried": [len(told_of)], "wrong": wrong}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
