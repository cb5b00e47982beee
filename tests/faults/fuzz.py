"""Files that were cut, changed or edited: named, never crashing, never changed, never silent."""

from __future__ import annotations

import json
import random
from contextlib import closing
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from ita_tui.domain.checklist import Evidence
from ita_tui.errors import DamagedDataError, DataError, ItaError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.upkeep.doctor import accept
from ita_tui.store import Store, kept_numbers, read_kept
from ita_tui.store.backups import backups_folder
from ita_tui.store.segments import segments
from tests.faults import sample
from tests.faults.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.store import Snapshot

VALUES: tuple[object, ...] = (
    None, True, 0, -1, 1, 2**70, 0.5, 1e300, "", "x", "unset", "2567-04-30", "2024-03-12T03:42:00Z",
    "\x1b]0;x\x07", "\ud800", "ก" * 5000, [], [None], [[[[]]]], {}, {"1": {}}, {"": 1}, {"x": [{}]},
)  # fmt: skip
"""What stands in the wrong place after an edit."""

WRITE_EVERY = 10
ACCEPT_EVERY = 25
"""Every how many trials somebody writes to, or accepts, what was mutated."""


def made(folder: Path) -> Path:
    """A data file with something in every field, sealed segments and kept versions."""
    path = sample.make(folder, 17)
    evidence = (Evidence("https://example.go.th/o1", "แผน", "หน้าแรก"),)
    edit(Store(path), sample.ACTOR, "O1", [Edit("evidence", evidence), Edit("unit", "กองคลัง")])
    edit(Store(path), sample.ACTOR, "O2", [Edit("remark", "สองบรรทัด\nบรรทัดที่สอง")])
    return path


def bytewise(content: bytes, chance: random.Random) -> bytes:
    """The content after one to three accidents to its bytes."""
    for _turn in range(chance.randint(1, 3)):
        at = chance.randrange(len(content) + 1)
        to = min(len(content), at + chance.choice((0, 1, 1, 1, 2, 40)))
        put = chance.choice((b"", bytes([chance.randrange(256)]), content[at:to] * 2))
        content = content[:at] + put + content[to:]
        if chance.random() < 0.05:
            content = content[: chance.randrange(len(content) + 1)]
        if not content:
            return content
    return content


def structural(content: bytes, chance: random.Random) -> bytes:
    """The same JSON with one to three values replaced, removed, moved or doubled."""
    tables = json.loads(content)
    for _turn in range(chance.randint(1, 3)):
        holder, key = chance.choice(_places(tables))
        kind = chance.randrange(4)
        if kind == 0:
            holder[key] = deepcopy(chance.choice(VALUES))
        elif kind == 1:
            del holder[key]
        elif isinstance(holder, list):
            holder.append(holder[key])
        elif kind == 2:
            holder[f"{key}0"] = holder[key]
        else:
            holder[chance.choice(list(holder))] = holder[key]
        if not tables:
            break
    text = json.dumps(tables, ensure_ascii=chance.random() < 0.1, indent=chance.choice((None, 1)))
    return text.encode("utf-8", "surrogatepass")


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 (JSON)
    """Every place in JSON: what holds it, and its key there."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    found = [(value, key) for key, _inner in pairs]
    inner = value.values() if isinstance(value, dict) else value
    return found + [
        place for one in inner if isinstance(one, dict | list) and one for place in _places(one)
    ]


def mutations(folder: Path, count: int, seed: int) -> Report:
    """Mutate the data file so many times, or a part of its history or a kept version of it."""
    chance = random.Random(seed)
    path = made(folder / "template")
    good = path.read_bytes()
    report = Report()
    part = segments(path)[0].path
    number = kept_numbers(path)[0]
    kept = backups_folder(path) / f"{number:09d}.json"
    others: list[tuple[Path, Callable[[], object]]] = [
        (part, lambda: list(_read(path).events())),
        (kept, lambda: _all_of(read_kept(path, number))),
    ]
    for turn in range(count):
        mutate = chance.choice((bytewise, structural))
        target, read = others[turn % len(others)] if turn % 5 == 0 else (path, None)
        if read is None:
            content = mutate(good, chance)
            found = _taken(path, content, good, turn)
            path.write_bytes(good)
        else:
            content = mutate(target.read_bytes(), chance)
            found = _read_beside(target, content, read)
        report.judge(f"{mutate.__name__}, {seed}.{turn}, {target.name}", found)
    return report


def _read(path: Path) -> Snapshot:
    with closing(Store(path)) as store:
        return store.read()


def _all_of(snapshot: Snapshot) -> tuple[object, ...]:
    return snapshot.checklist, snapshot.meetings, list(snapshot.events())


def _read_beside(target: Path, content: bytes, read: Callable[[], object]) -> str:
    """What is wrong when a file beside the data file has this content; it is put back after."""
    good, before = target.read_bytes(), read()
    target.write_bytes(content)
    try:
        now = read()
    except ItaError:
        found = "refused, though nothing was wrong" if content == good else ""
    except Exception as error:  # the very thing that must not come out
        found = f"raised {error!r}"
    else:
        found = "" if now == before else "is silently different"
    if target.read_bytes() != content:
        found = "was changed"
    target.write_bytes(good)
    return found


def _taken(path: Path, content: bytes, good: bytes, turn: int) -> str:
    """What is wrong with how a mutated data file is taken; empty if nothing is."""
    path.write_bytes(content)
    try:
        snapshot = _read(path)
        _all_of(snapshot)
    except DamagedDataError:
        state = "damaged"
    except DataError:
        state = "refused"
    except Exception as error:  # the very thing that must not come out
        return f"raised {error!r}"
    else:
        state = "edited" if snapshot.edited_by_hand else "intact"
    if (state == "intact") is not (content == good):
        return f"is taken as {state}"
    if state != "intact" and turn % WRITE_EVERY == 1 and not _refuses(path):
        return f"is {state}, and yet somebody could write"
    if path.read_bytes() != content:
        return f"is {state}, and was changed"
    return _accepted(path) if state == "edited" and turn % ACCEPT_EVERY == 2 else ""


def _refuses(path: Path) -> bool:
    """Whether a change is refused."""
    try:
        edit(Store(path), sample.ACTOR, "O8", [Edit("unit", "กองช่าง")])
    except DataError:
        return True
    return False


def _accepted(path: Path) -> str:
    """What is wrong after somebody has accepted an edit; empty if nothing is."""
    there = sample.copy(path, path.parent.with_name("accepted"))
    before = _read(there).checklist
    accept(Store(there), sample.ACTOR)
    snapshot = _read(there)
    if snapshot.edited_by_hand or snapshot.checklist != before:
        return "is not as it was accepted"
    return ""
