"""A writer is killed at every system call of a commit, or ended by a signal at random moments."""

from __future__ import annotations

import itertools
import os
import random
import signal
import time
from functools import partial
from typing import TYPE_CHECKING

from tests.faults import sample
from tests.faults.acts import ACTS, Act, content, next_save, template
from tests.faults.children import ended, forked, joined, let_pass, told
from tests.faults.report import Report
from tests.faults.shim import Shim
from tests.faults.truth import narrowed
from tests.faults.writing import Told, heard, verdict, write_on

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 20.0
"""After how many seconds a writer is given up."""

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
ROUND = 0.04
"""How many seconds a writer works at most before it is ended."""


def die() -> None:
    """End at once, as by `kill -9`."""
    os.kill(os.getpid(), signal.SIGKILL)


def calls(folder: Path, count: int, seed: int) -> Report:
    """Kill a writer at each system call of each act, so many times over."""
    del seed  # there is nothing random in it
    os.umask(0o077)
    shim = Shim()
    report = Report()
    for turn in range(count):
        for act in ACTS:
            _at_every_call(shim, act, template(act, folder / f"{turn}"), report)
    return report


def _at_every_call(shim: Shim, act: Act, start: Path, report: Report) -> None:
    folder = start.parent.with_name("trial")
    for at in itertools.count():
        path = sample.copy(start, folder)
        before = content(path)

        def work(at: int = at, path: Path = path) -> None:
            with shim.armed(at, die):
                act.do(path)

        if joined(forked(work)) != -signal.SIGKILL:
            return
        state = act.state(path, before)
        found = "" if state in {"old", "new"} else state
        found = found or _rights(path) or _timed_save(path, report) or _rights(path)
        report.judge(f"{act.name}, call {at}", found)


def _rights(path: Path) -> str:
    """What the group may no longer use as before; empty if nothing is."""
    return ", ".join(narrowed(path))


def _timed_save(path: Path, report: Report) -> str:
    """What is wrong with the commit after a dead writer's; empty if nothing is."""
    began = time.monotonic()
    found = next_save(path)
    report.slowest = max(report.slowest, time.monotonic() - began)
    return found


def moments(folder: Path, count: int, seed: int) -> Report:
    """Kill a writer at random moments, again and again on the same file."""
    return _ended_at_random(folder, count, seed, (signal.SIGKILL,))


def signals(folder: Path, count: int, seed: int) -> Report:
    """The same by SIGHUP, SIGTERM and SIGINT in turn."""
    return _ended_at_random(folder, count, seed, SIGNALS)


def _ended_at_random(folder: Path, count: int, seed: int, numbers: tuple[int, ...]) -> Report:
    chance = random.Random(seed)
    path = sample.make(folder / "data", 0)
    report = Report()
    so_far: Told = []
    for turn in range(count):
        reading, writing = os.pipe()
        child = forked(partial(write_on, path, writing, f"{seed}.{turn}"))
        os.close(writing)
        began = time.monotonic()
        waited = "" if told(reading, PATIENCE) else "the next writer waits for ever; "
        began_to_write = time.monotonic() - began
        let_pass(chance.uniform(0, ROUND))
        number = numbers[turn % len(numbers)]
        code, took = ended(child, number)
        so_far += heard(reading)
        expected = 1 if number == signal.SIGINT else -number
        how = "" if code == expected else f"ended with {code}; "
        report.slowest = max(report.slowest, began_to_write, took)
        report.judge(f"round {turn}, signal {number}", waited + how + verdict(path, so_far))
    if len(so_far) < count:
        report.wrong.append(f"only {len(so_far)} changes were told of")
    return report
