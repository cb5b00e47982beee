"""One durable change with its event: the store, SQLite, and TinyDB as it comes, in one run."""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import time
from typing import TYPE_CHECKING

from tinydb import TinyDB, where

from ita_tui.domain.event import Actor
from ita_tui.domain.status import Status
from ita_tui.services import seeds
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.store import Store

ACTOR = Actor("กองคลัง", "bench", "host", "bench")
EVENTS = (0, 10_000, 100_000)


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """The median milliseconds of a commit of each kind, interleaved."""
    changes = {f"ita-tui, {events:,} events": _ours(folder, events) for events in EVENTS}
    changes["SQLite (DELETE, EXTRA)"] = _sqlite(folder)
    changes["TinyDB as it comes"] = _tinydb(folder)
    times: dict[str, list[float]] = {name: [] for name in changes}
    for number in range(rounds):
        for name, change in changes.items():
            began = time.perf_counter()
            change(number)
            times[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(found) for name, found in times.items()}


def _ours(folder: Path, events: int) -> Callable[[int], None]:
    workspace = Workspace(folder / f"ours-{events}")
    sample = seeds.sample()
    workspace.create(sample.checklist, sample.meetings, ACTOR)
    store = workspace.store()
    _fill(store, events)

    def change(number: int) -> None:
        edit(store, ACTOR, "O12", [Edit("remark", f"ครั้งที่ {number}")])

    return change


def _fill(store: Store, events: int) -> None:
    """Give a store so many events, in transactions of a thousand."""
    for start in range(0, events, 1000):
        with store.transaction(ACTOR) as tx:
            for number in range(start, min(start + 1000, events)):
                tx.set_field("O12", "remark", f"เดิม {number}")


def _sqlite(folder: Path) -> Callable[[int], None]:
    connection = sqlite3.connect(folder / "compare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE items (code TEXT PRIMARY KEY, record TEXT)")
    connection.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, record TEXT)")
    for item in seeds.sample().checklist.items:
        connection.execute("INSERT INTO items VALUES (?, ?)", (item.code, item.name))

    def change(number: int) -> None:
        record = json.dumps({"remark": f"ครั้งที่ {number}"})
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE items SET record = ? WHERE code = 'O12'", (record,))
        connection.execute("INSERT INTO events (record) VALUES (?)", (record,))
        connection.execute("COMMIT")

    return change


def _tinydb(folder: Path) -> Callable[[int], None]:
    path = folder / "compare.json"
    for item in seeds.sample().checklist.items:
        TinyDB(path).table("items").insert({"code": item.code, "state": Status().state})

    def change(number: int) -> None:
        with TinyDB(path) as database:
            database.table("items").update({"remark": str(number)}, where("code") == "O12")
            database.table("events").insert({"remark": str(number)})
        with path.open("rb") as file:
            os.fsync(file.fileno())

    return change
