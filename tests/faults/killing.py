"""A writer is killed: at every system call of a commit, and at random moments of many.

    python -m tests.faults.killing calls FOLDER SCALE
    python -m tests.faults.killing moments FOLDER ROUNDS

Prints JSON: how often it was killed, and what was wrong afterwards.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, Status
from ita_tui.services.statuses import Edit, edit, edit_many
from ita_tui.services.undo import undo
from ita_tui.store import Store
from tests.faults import sample
from tests.faults.shim import Shim
from tests.faults.truth import leftovers, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Event

PROMPT = 1.0
"""Within how many seconds the next writer must have written."""


def forked(work: Callable[[], object]) -> int:
    """A child process that does the work and ends without a word; its id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def die() -> None:
    """End at once, as by `kill -9`."""
    os.kill(os.getpid(), signal.SIGKILL)


def was_killed(child: int) -> bool:
    """Wait for a child; whether it was killed."""
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def change(path: Path) -> None:
    """One commit of one change."""
    edit(Store(path), sample.ACTOR, "O8", [Edit("unit", "กองช่าง")])


def at_every_call(shim: Shim, template: Path) -> tuple[int, list[str]]:
    """Kill a writer at each system call of a commit."""
    folder = template.parent.with_name("trial")
    killed = 0
    wrong: list[str] = []
    while True:
        path = sample.copy(template, folder)
        before = path.read_bytes()

        def work(at: int = killed, path: Path = path) -> None:
            with shim.armed(at, die):
                change(path)

        if not was_killed(forked(work)):
            return killed, wrong
        found, events = whole(path)
        is_new = (events[-1].code, events[-1].after) == ("O8", "กองช่าง") if events else False
        if found or (path.read_bytes() != before and not is_new):
            wrong.append(f"call {killed}: {found or 'neither the old version nor the new'}")
        began = time.monotonic()
        edit(Store(path), sample.ACTOR, "O7", [Edit("remark", "หลังจากนั้น")])
        if time.monotonic() - began > PROMPT:
            wrong.append(f"call {killed}: the next writer had to wait")
        if (after := whole(path)[0]) or leftovers(folder):
            wrong.append(f"call {killed}: {after or leftovers(folder)} after the next save")
        killed += 1


def write_on(path: Path, pipe: int, seed: int) -> None:
    """Commit one change after another; tell of each when it is written."""
    chance = random.Random(seed)
    store = Store(path)
    for turn in range(10_000):
        code = chance.choice(sample.CODES)
        if turn % 5 == 4:
            outcome = undo(store, sample.ACTOR)
        elif turn % 5 == 3:
            wanted = [(one, Edit("remark", f"{seed}.{turn} {one}")) for one in sample.CODES[:3]]
            outcome = edit_many(store, sample.ACTOR, wanted)
        elif turn % 5 == 2:
            item = store.read().checklist.item(code)
            state = item.status.state if item else CYCLE[0]
            other = chance.choice([one for one in CYCLE if one is not state])
            outcome = edit(store, sample.ACTOR, code, [Edit("status", Status.of(other))])
        else:
            outcome = edit(store, sample.ACTOR, code, [Edit("unit", f"{seed}.{turn}")])
        told = [[event.seq, event.code, event.field, event.after] for event in outcome.events]
        os.write(pipe, json.dumps(told).encode() + b"\n")


def lost(events: list[Event], told: list[list[object]]) -> list[object]:
    """The first change that was told of and is not in the history; empty if all are."""
    there = {event.seq: [event.seq, event.code, event.field, event.after] for event in events}
    return next((one for one in told if there.get(int(str(one[0]))) != one), [])


def at_random_moments(path: Path, rounds: int) -> tuple[int, list[str]]:
    """Kill a writer that tells of each commit, at a random moment, again and again."""
    chance = random.Random(rounds)
    wrong = []
    told: list[list[object]] = []
    for number in range(rounds):
        reading, writing = os.pipe()
        child = forked(partial(write_on, path, writing, number))
        os.close(writing)
        if not select.select([reading], [], [], PROMPT)[0]:
            wrong.append(f"round {number}: the next writer had to wait")
        select.select([], [], [], chance.uniform(0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading, "rb") as pipe:
            lines = [line for line in pipe.read().splitlines(keepends=True) if line.endswith(b"\n")]
        told += [one for line in lines for one in json.loads(line)]
        found, events = whole(path)
        if found or lost(events, told):
            wrong.append(f"round {number}: {found or f'lost {lost(events, told)}'}")
    if len(told) < rounds:
        wrong.append(f"only {len(told)} changes were told of")
    return rounds, wrong


def main(how: str, folder: str, count: int) -> None:
    """Kill writers and print the report."""
    sample.shorten()
    root = Path(folder)
    if how == "calls":
        shim = Shim()
        trials = [
            at_every_call(shim, sample.make(root / f"{turn}" / f"{changes}", changes))
            for changes in (0, 17)  # the first commit makes folders, the other one drops files
            for turn in range(count)
        ]
    else:
        trials = [at_random_moments(sample.make(root / "data", 0), count)]
    print(
        json.dumps({"tried": [t for t, _w in trials], "wrong": [w for t in trials for w in t[1]]})
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
