"""The promises of the store, and how often each is put to the test.

The one table: `test_faults.py` runs the small counts with every test run, `make faults` the large
ones before a release.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """Trials that a promise has to pass.

    Attributes:
        promise: The number of the promise.
        trial: The function that makes the trials: `module.function` of this folder.
        name: What is promised, in a few words.
        unit: What is counted.
        often: How often at every test run.
        release: How often before a release.
        part: How many are made by one process, on one data file.
        each: At how many places one count tries at least; more than one where a count is a round
            through all of them.
        limit: How many seconds the slowest wait may take, None where no time is promised; judged
            before a release alone, since at every test run the machine may be busy.
        measure: What the limit is in.
        minutes: About how long the count of a release takes.
        whole: Whether each trial holds the state against the history.
        disk: Whether a disk is a part of what is tried; memory will do for the others.
    """

    promise: int
    trial: str
    name: str
    unit: str
    often: int
    release: int
    part: int
    each: int = 1
    limit: float | None = None
    minutes: float = 1.0
    whole: bool = True
    disk: bool = False
    measure: str = "s"


PROMISES = {
    1: "no acknowledged update is lost among eight processes",
    2: "kill -9 at any moment leaves the old version or the new, never half",
    3: "after a power cut it can be read, and every acknowledged update is there",
    4: "an error at any system call: “refused” means the old version, “saved” the new",
    5: "a full disk leaves it intact, and the next save works once there is room",
    6: "no colleague's change is overwritten unseen",
    7: "items and history never disagree, and the numbers of the events have no hole",
    8: "a damaged file is never overwritten, never crashes, is never silently different",
    9: "a killed holder of the lock never blocks: the next writer is done within 1 s",
    10: "a disconnect loses no saved change and no typed draft",
    11: "members of the group keep access; changes are seen within 1 s",
    12: "an update with 50,000 events takes at most 1.5 times as long as with none (p95)",
}

GATES = (
    Gate(1, "crowd.updates", "eight processes at once", "updates", 200, 100_000, 1_000, minutes=6),
    Gate(
        2, "killing.moments", "kill -9 at a random moment", "kills", 100, 1_000, 100, disk=True,
        limit=1.0, minutes=2,
    ),
    Gate(
        2, "killing.calls", "kill -9 at every system call", "rounds", 1, 10, 1, each=150,
        limit=1.0, disk=True,
    ),
    Gate(
        3, "power.cuts", "ext4 stopped at a random moment", "cuts", 40, 1_000, 100, disk=True,
        minutes=2,
    ),
    Gate(3, "crash.cuts", "power cut before a step, by a model", "cuts", 200, 10_000, 1_000),
    Gate(
        4, "failing.errors", "an error at every system call", "errors", 1, 6, 1, each=180,
        disk=True,
    ),
    Gate(5, "full.disk", "a full disk, then room again", "commits", 20, 200, 100, minutes=0.2),
    Gate(6, "forms.unseen", "four people and their forms", "forms", 200, 10_000, 1_000),
    Gate(6, "model.lives", "a model of forty steps", "lives", 40, 2_000, 100, minutes=5),
    Gate(
        8, "fuzz.mutations", "files cut, changed and edited", "mutations", 1_500, 100_000, 5_000,
        whole=False, minutes=4,
    ),
    Gate(
        9, "holders.killed", "a holder of the lock is killed", "kills", 30, 2_000, 200, limit=1.0,
        minutes=2,
    ),
    Gate(
        10, "killing.signals", "SIGHUP, SIGTERM, SIGINT while writing", "signals", 60, 600, 100,
        limit=1.0, disk=True, minutes=1.5,
    ),
    Gate(
        10, "drafts.kept", "the line drops over a form", "drafts", 4, 300, 30, limit=1.0,
        minutes=5,
    ),
    Gate(
        11, "group.members", "three Unix users, umask 077", "commits", 60, 1_000, 500, disk=True,
        minutes=0.3,
    ),
    Gate(
        11, "seen.changes", "a look while others commit", "changes", 300, 10_000, 2_000, disk=True,
        limit=1.0, minutes=3,
    ),
    Gate(
        12, "pace.updates", "an update after 50,000 events", "updates", 20, 1_000, 1_000,
        limit=1.5, minutes=0.5, disk=True, measure="times",
    ),
)  # fmt: skip
