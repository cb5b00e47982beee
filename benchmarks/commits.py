"""One durable change with its event: the store, SQLite, and TinyDB as it comes."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from typing import TYPE_CHECKING

from tinydb import TinyDB, where

from benchmarks.folders import COLLEAGUE
from ita_tui.services.seeds import loading as seeds
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchmarks.figures import Figures

    Change = Callable[[int], None]

_ROUNDS = 10
_SLOW = 0.1
"""A change that takes longer than so many seconds is measured once in a repeat."""

_TOO_SLOW = 1.0
"""One that takes longer than so many is measured three times in all."""


class Commits:
    """Stores of three kinds with histories of several lengths, to be changed in turns."""

    def __init__(self, place: Path, folders: Mapping[int, Path]) -> None:
        """Make them.

        Args:
            place: Where SQLite's and TinyDB's files go.
            folders: Our own data folders, by the number of their events.
        """
        self._folders = folders
        self._changes: dict[str, Change] = {}
        for events, folder in folders.items():
            self._changes[f"commit, {events} events"] = _ours(folder)
            self._changes[f"SQLite, {events} events"] = _sqlite(place, events)
            self._changes[f"TinyDB, {events} events"] = _tinydb(place, events)
        self._number = 0

    def measure(self, figures: Figures) -> None:
        """Let each make some changes, the others in between; and open our own stores."""
        for number in range(_ROUNDS):
            self._number += 1
            for name, change in self._changes.items():
                if _has_time(figures.found.get(name, []), number):
                    figures.add(name, _timed(change, self._number))
            for events, folder in self._folders.items():
                figures.add(f"open, {events} events", _opened(folder))


def _has_time(found: list[float], number: int) -> bool:
    """Whether there is time for one more of what took so long before."""
    if not found or found[-1] < _SLOW:
        return True
    return number == 0 and (found[-1] < _TOO_SLOW or len(found) < 3)


def _timed(change: Change, number: int) -> float:
    began = time.perf_counter()
    change(number)
    return time.perf_counter() - began


def _opened(folder: Path) -> float:
    """The seconds to open a checklist and to have all of its items."""
    began = time.perf_counter()
    store = Workspace(folder).store()
    assert store.read().checklist.items
    seconds = time.perf_counter() - began
    store.close()
    return seconds


def _ours(folder: Path) -> Change:
    store = Workspace(folder).store()

    def change(number: int) -> None:
        edit(store, COLLEAGUE, "O12", [Edit("remark", f"ครั้งที่ {number}")])

    return change


def _sqlite(place: Path, events: int) -> Change:
    connection = sqlite3.connect(place / f"compare-{events}.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE items (code TEXT PRIMARY KEY, record TEXT)")
    connection.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY, record TEXT)")
    connection.execute("BEGIN")
    for item in seeds.sample().checklist.items:
        connection.execute("INSERT INTO items VALUES (?, ?)", (item.code, item.name))
    rows = ((json.dumps(_event(number)),) for number in range(events))
    connection.executemany("INSERT INTO events (record) VALUES (?)", rows)
    connection.execute("COMMIT")

    def change(number: int) -> None:
        record = json.dumps(_event(number))
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE items SET record = ? WHERE code = 'O12'", (record,))
        connection.execute("INSERT INTO events (record) VALUES (?)", (record,))
        connection.execute("COMMIT")

    return change


def _tinydb(place: Path, events: int) -> Change:
    path = place / f"compare-{events}.json"
    with TinyDB(path) as database:
        items = seeds.sample().checklist.items
        database.table("items").insert_multiple(
            {"code": item.code, "name": item.name} for item in items
        )
        database.table("events").insert_multiple(_event(number) for number in range(events))

    def change(number: int) -> None:
        with TinyDB(path) as database:
            database.table("items").update({"remark": str(number)}, where("code") == "O12")
            database.table("events").insert(_event(number))
        with path.open("rb") as file:
            os.fsync(file.fileno())

    return change


def _event(number: int) -> dict[str, object]:
    """About what an event of ours holds."""
    return {
        "at": "2024-04-30T03:15:00.000Z",
        "name": COLLEAGUE.name,
        "unix_user": COLLEAGUE.unix_user,
        "origin": COLLEAGUE.origin,
        "session": COLLEAGUE.session,
        "code": "O12",
        "field": "remark",
        "before": f"ครั้งที่ {number - 1}",
        "after": f"ครั้งที่ {number}",
    }
