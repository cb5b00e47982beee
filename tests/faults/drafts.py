"""The line drops while somebody types into a form: what was saved and what was typed is kept."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
from typing import TYPE_CHECKING

from ita_tui.store import Store
from tests.faults import sample, typist
from tests.faults.children import let_pass
from tests.faults.report import Report
from tests.faults.truth import leftovers, whole

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 20.0
"""After how many seconds a program that goes on all the same is killed."""

PAUSE = 0.05
"""How many seconds pass at most between the last key on the screen and the end of the line."""

FIELDS = 4
LETTERS = "กขคงจชตถทธนบปพมยรลวสหอabcdefgh0123456789"
LENGTH = 24
DOWN = "\x1b[B"
STEP = 60
"""How many trials one data file is used for."""


def kept(folder: Path, count: int, seed: int) -> Report:
    """Drop the line so many times: by hanging up, by SIGHUP, SIGTERM and SIGINT in turn."""
    typist.prepare(str(folder))
    from ita_tui.cli.main import main
    from ita_tui.ui import app  # noqa: F401 (loaded once, not for each run of the program)
    from ita_tui.ui.screens import edit  # noqa: F401 (as above)

    chance = random.Random(seed)
    report = Report()
    for turn in range(count):
        path = folder / f"data-{turn // STEP}" / "2567.json"
        if not path.exists():
            sample.make(path.parent, 0)
        arguments = ["--data", str(path.parent), "--lang", "en", "--as", "ผู้ทดสอบ"]
        person = typist.Typist(main, arguments)
        found = _typed(person, path, chance, turn, report)
        report.judge(f"draft {seed}.{turn}", found)
        for draft in _drafts(path):
            draft.unlink()
    return report


def _typed(
    person: typist.Typist, path: Path, chance: random.Random, turn: int, report: Report
) -> str:
    """Save a status, type into a form and drop the line; what is wrong afterwards."""
    before = _generation(path)
    text = "".join(chance.choices(LETTERS, k=LENGTH))
    steps = (
        ("", "ข้อที่ O8"),
        (DOWN, ""),
        (" ", "Saved: O1"),
        ("e", "Responsible unit"),
        *[("\t", "")] * chance.randrange(FIELDS),
        (text, text),
    )
    for keys, shown in steps:
        if keys:
            person.types(keys)
        if not (person.sees(shown) if shown else person.is_answered()):
            person.ends(0.0)
            return f"{shown or keys!r} was not shown"
    let_pass(chance.uniform(0, PAUSE))
    number = (0, signal.SIGHUP, signal.SIGTERM, signal.SIGINT)[turn % 4]
    if number:
        os.kill(person.pid, number)
    else:
        person.drops()
    code, took = person.ends(PATIENCE)
    report.slowest = max(report.slowest, took)
    if code == -signal.SIGKILL:
        return "went on without the line"
    if number and code != 128 + number:
        return f"ended with {code}"
    return _what_is_left(path, before, text)


def _generation(path: Path) -> int:
    store = Store(path)
    try:
        return store.read().generation
    finally:
        store.close()


def _drafts(path: Path) -> list[Path]:
    return list(path.with_name(f"{path.name}.drafts").glob("*.json"))


def _what_is_left(path: Path, before: int, text: str) -> str:
    """What is wrong with the data and the drafts after the end; empty if nothing is."""
    found, _events = whole(path)
    if found or leftovers(path.parent):
        return found or f"left behind {leftovers(path.parent)}"
    if _generation(path) != before + 1:
        return "the change that was said to be saved is not there"
    drafts = [json.loads(one.read_text("utf-8")) for one in _drafts(path)]
    if [(one["code"], list(one["fields"].values())) for one in drafts] != [("O1", [text])]:
        return f"the drafts are {drafts}, not {text}"
    private = all(stat.S_IMODE(one.stat().st_mode) == 0o600 for one in _drafts(path))
    return "" if private else "others may read the draft"
