"""What a colleague changes at once is told in one sentence: the item, its fields, how many more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.domain.event import Actor
from ita_tui.domain.status import State, Status
from ita_tui.services.statuses import Edit, edit
from ita_tui.store import history
from ita_tui.ui.sayings import told_since
from tests.ui.conftest import ME, OTHER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driver import Colleague

DONE = Edit("status", Status.of(State.DONE))
UNIT, DUE = Edit("unit", "กองคลัง"), Edit("due", date(2024, 4, 30))
THIRD = Actor("กองการศึกษา", "somkid", "desk-3", "session-3")

CHANGES: dict[str, tuple[list[tuple[Actor, str, list[Edit]]], str]] = {
    "nothing": ([], ""),
    "one field with its value": ([(OTHER, "O12", [UNIT])], "กองช่าง: O12 responsible unit: กองคลัง"),
    "a status by its words": ([(OTHER, "O12", [DONE])], "กองช่าง: O12 ดำเนินการเรียบร้อยแล้ว"),
    "several fields": (
        [(OTHER, "O12", [DONE, UNIT, DUE])],
        "กองช่าง: O12 ดำเนินการเรียบร้อยแล้ว, responsible unit, due date",
    ),
    "two fields without the status": (
        [(OTHER, "O12", [UNIT, DUE])],
        "กองช่าง: O12 responsible unit, due date",
    ),
    "a field twice": (
        [(OTHER, "O12", [Edit("unit", "กองช่าง")]), (OTHER, "O12", [UNIT])],
        "กองช่าง: O12 responsible unit: กองคลัง",
    ),
    "several items": (
        [(OTHER, code, [DONE, UNIT]) for code in ("O1", "O16", "O12")],
        "กองช่าง: O12 ดำเนินการเรียบร้อยแล้ว, responsible unit and 2 more",
    ),
    "what is one's own is left out": (
        [(OTHER, "O1", [DUE]), (ME, "O12", [UNIT])],
        "กองช่าง: O1 due date: 30 Apr 2567",
    ),
    "two colleagues": (
        [(OTHER, "O1", [DONE]), (OTHER, "O12", [DONE]), (THIRD, "O12", [UNIT])],
        "กองการศึกษา: O12 responsible unit: กองคลัง",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_colleagues_changed_is_told_in_one_sentence(colleague: Colleague, name: str) -> None:
    changes, sentence = CHANGES[name]
    known = next(colleague.store.read().events()).seq
    for actor, code, edits in changes:
        edit(colleague.store, actor, code, edits)
    said = told_since(known, colleague.store.read(), ME)
    assert said == sentence


def test_what_can_be_read_is_told_where_an_older_part_is_damaged(
    colleague: Colleague, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "TAIL_LIMIT", 6)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 3)
    for number in range(12):
        edit(colleague.store, OTHER, f"O{number + 1}", [UNIT])
    for sealed in path.with_name(f"{path.name}.history").iterdir():
        sealed.write_bytes(b"{")
    said = told_since(1, colleague.store.read(), ME)
    assert said.startswith("กองช่าง: O12 responsible unit: กองคลัง and ")


def test_it_is_told_in_thai_too(colleague: Colleague) -> None:
    i18n.use("th")
    known = next(colleague.store.read().events()).seq
    for code in ("O1", "O12"):
        edit(colleague.store, OTHER, code, [UNIT, DUE])
    said = told_since(known, colleague.store.read(), ME)
    assert said == "กองช่าง: O12 ผู้รับผิดชอบ, กำหนดเสร็จ และอีก 1 ข้อ"
