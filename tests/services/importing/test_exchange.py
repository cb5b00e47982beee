"""Importing a document: what is read, what is matched, what is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError, DataError
from ita_tui.minutes.reading import SIZE_LIMIT
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.importing.statuses import (
    ImportPlan,
    Replacement,
    apply_import,
    plan_import,
    read_document,
)
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import undo

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

TEXT = (
    "หัวข้อการประเมิน\tคะแนน\tผลการดำเนินงาน\n"
    "โครงสร้าง\t100\tรอดำเนินการ\n"
    "อำนาจหน้าที่\t100\tกำลังดำเนินการ\n"
    "การประกวดร้องเพลง\t100\tรอดำเนินการ\n"
)
WAITING = Status.of(State.WAITING)


def planned(path: Path, checklist: Checklist) -> ImportPlan:
    return plan_import(read_document(path), str(path), checklist)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_plan_tells_all_and_changes_nothing(store: Store, document: Path) -> None:
    plan = planned(document, store.read().checklist)
    assert plan.source == str(document)
    assert [(one.row.line, one.code) for one in plan.matched] == [(2, "O1"), (3, "O3")]
    assert [one.row.line for one in plan.unmatched] == [4]
    assert plan.missing == ("O2", "O4", "O5")
    assert plan.replacements == (
        Replacement("O1", Status(), WAITING),
        Replacement("O3", Status(), Status(State.IN_PROGRESS, "กำลังดำเนินการ")),
    )
    assert store.read().generation == 1


def test_an_import_is_one_batch(store: Store, actor: Actor, document: Path) -> None:
    edit(store, actor, "O1", [Edit("status", WAITING)])
    plan = planned(document, store.read().checklist)
    assert [one.code for one in plan.replacements] == ["O3"]
    outcome = apply_import(store, actor, plan)
    assert [event.code for event in outcome.events] == ["O3"]
    undo(store, actor)
    checklist = store.read().checklist
    assert [item.status for item in checklist.items[:3]] == [WAITING, Status(), Status()]


def test_what_a_colleague_gave_an_item_since_is_not_overwritten(
    store: Store, actor: Actor, document: Path
) -> None:
    edit(store, actor, "O1", [Edit("status", WAITING)])
    plan = planned(document, store.read().checklist)
    done = Status.of(State.DONE)
    edit(store, actor, "O1", [Edit("status", done)])
    with pytest.raises(ConflictError, match="status of O1") as raised:
        apply_import(store, actor, plan)
    assert not isinstance(raised.value, FieldConflictError)
    assert [item.status for item in store.read().checklist.items[:3]] == [done, Status(), Status()]


def test_what_a_colleague_wrote_beside_the_status_is_no_conflict(
    store: Store, actor: Actor, document: Path
) -> None:
    plan = planned(document, store.read().checklist)
    edit(store, actor, "O1", [Edit("remark", "น้ำท่วม"), Edit("status", WAITING)])
    outcome = apply_import(store, actor, plan)
    assert [event.code for event in outcome.events] == ["O3"]


def test_the_wording_alone_is_a_change(store: Store, actor: Actor, document: Path) -> None:
    edit(store, actor, "O3", [Edit("status", Status.of(State.IN_PROGRESS))])
    plan = planned(document, store.read().checklist)
    assert "O3" in [one.code for one in plan.replacements]


def test_a_link_is_read_like_the_file(checklist: Checklist, document: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(document)
    assert len(planned(tmp_path / "link.txt", checklist).matched) == 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "No such file or directory"),
        ("folder", "Is a directory"),
        ("pipe", "no file with text in it"),
        ("empty.txt", "empty"),
        ("binary.txt", "not a text file"),
        ("a\0b", "cannot be read"),
        ("large.txt", "larger than 64 MiB"),
    ],
)
def test_what_cannot_be_read_is_named(
    checklist: Checklist, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(SIZE_LIMIT + 1)
    with pytest.raises(DataError, match=words) as raised:
        planned(tmp_path / name, checklist)
    assert str(tmp_path) in str(raised.value)
