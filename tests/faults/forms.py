"""Four people fill in forms on the same few items; each saves what they saw and what they typed."""

from __future__ import annotations

import json
import random
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.domain.event import Actor
from ita_tui.domain.status import CYCLE, Status
from ita_tui.errors import ConflictError
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import Store
from ita_tui.store.records import field_to_json
from tests.faults import sample
from tests.faults.children import forked, joined, let_pass
from tests.faults.report import Report
from tests.faults.truth import whole

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from ita_tui.domain.event import Event

PEOPLE = 4
PATIENCE = 60.0
THINKING = 0.01
"""How many seconds somebody looks at a form at most; the others save meanwhile."""

ENOUGH = 200
"""From how many forms on there must have been a conflict, else nothing was proven."""


def typed(chance: random.Random, value: str) -> list[Edit]:
    """What somebody types into a form: one to three fields."""
    edits = [
        Edit("unit", value),
        Edit("remark", value),
        Edit("status", Status(chance.choice(CYCLE), value)),
    ]
    return chance.sample(edits, chance.randint(1, 3))


def person(path: Path, number: int, forms: int, seed: int, notes: Path) -> None:
    """Fill in so many forms; note each, saved or refused, with the values that were seen."""
    chance = random.Random(f"{seed}.{number}")
    actor = Actor(f"คนที่ {number}", "tester", "office", f"s{number}")
    store = Store(path, time_limit=PATIENCE)
    found = []
    for turn in range(forms):
        snapshot = store.read()
        code = chance.choice(sample.CODES[:3])
        item = snapshot.checklist.item(code)
        edits = typed(chance, f"{number}.{turn}")
        if chance.random() < 0.5:
            let_pass(chance.uniform(0, THINKING))
        form = {
            "code": code,
            "seen": {one.field: field_to_json(getattr(item, one.field)) for one in edits},
            "next": snapshot.tables["header"]["1"]["next_event"],
        }
        try:
            outcome = edit(store, actor, code, edits, seen=item)
        except ConflictError:
            found.append({**form, "saved": None})
        else:
            saved = [[one.seq, one.field, one.after] for one in outcome.events]
            found.append({**form, "saved": saved})
    notes.write_text(json.dumps(found), "utf-8")


def unseen(folder: Path, count: int, seed: int) -> Report:
    """Fill in so many forms; none may replace a value that its person had not seen."""
    path = sample.make(folder / "data", 0)
    notes = [folder / f"forms-{number}" for number in range(PEOPLE)]
    each = -(-count // PEOPLE)
    children = [
        forked(partial(person, path, number, each, seed, note)) for number, note in enumerate(notes)
    ]
    if any(joined(child) for child in children):
        return Report(0, ["a process failed"])
    forms = [form for note in notes for form in json.loads(note.read_text("utf-8"))]
    found, events = whole(path)
    report = Report(0, [found] if found else [])
    for form in forms:
        report.judge(f"{form['code']}, seen {form['seen']}", _judged(form, events))
    saved = sum(len(form["saved"] or []) for form in forms)
    if saved != len(events) - 1:
        report.wrong.append(f"{saved} changes were told of, {len(events) - 1} are in the history")
    if count >= ENOUGH and all(form["saved"] for form in forms):
        report.wrong.append("nobody got in anybody's way, and so nothing was proven")
    return report


def _judged(form: dict[str, Any], events: list[Event]) -> str:
    """What is wrong with one form; empty if nothing is."""
    if form["saved"] is None:
        meanwhile = events[form["next"] - 1 :]
        theirs = [
            one for one in meanwhile if one.code == form["code"] and one.field in form["seen"]
        ]
        return "" if theirs else "was refused without a colleague's change"
    for seq, field, after in form["saved"]:
        event = events[seq - 1]
        if (event.code, event.field, event.after) != (form["code"], field, after):
            return f"event {seq} is another one"
        if event.before != form["seen"][field]:
            return f"event {seq} replaced {event.before}, which was not seen"
    return ""
