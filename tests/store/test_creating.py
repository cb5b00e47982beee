"""A checklist is made where there is none, and never over another."""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DataError, NoChecklistError
from ita_tui.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from ita_tui.domain.framework import Framework


def test_a_missing_file_is_no_checklist_and_nothing_is_made(tmp_path: Path, actor: Actor) -> None:
    store = Store(tmp_path / "2567.json")
    with pytest.raises(NoChecklistError, match="ita-tui init") as raised:
        store.read()
    assert str(tmp_path) in raised.value.message
    with pytest.raises(NoChecklistError), store.transaction(actor):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_checklist_is_not_made_over_another(
    store: Store, actor: Actor, checklist: Checklist
) -> None:
    before = store.path.read_bytes()
    with (
        pytest.raises(DataError, match="is there already"),
        store.transaction(actor, creating=True) as tx,
    ):
        tx.begin(replace(checklist, agency="อีกแห่ง"), ())
    assert store.path.read_bytes() == before


def test_a_checklist_cannot_be_made_in_a_missing_folder(
    tmp_path: Path, actor: Actor, checklist: Checklist
) -> None:
    store = Store(tmp_path / "missing" / "2567.json")
    with (
        pytest.raises(DataError, match="cannot be written"),
        store.transaction(actor, creating=True) as tx,
    ):
        tx.begin(checklist, ())


def test_a_checklist_of_one_item_a_table_needs_no_more(
    tmp_path: Path, framework: Framework, checklist: Checklist, actor: Actor
) -> None:
    small = replace(checklist, items=checklist.items[:1], categories=framework.categories[:1])
    store = Store(tmp_path / "2567.json")
    with store.transaction(actor, creating=True) as tx:
        tx.begin(small, ())
    assert store.read().checklist == small
    store.close()


def test_where_it_cannot_be_told_whether_there_is_one_none_is_made(
    store: Store, actor: Actor, checklist: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(errno.EIO, "no")

    before = store.path.read_bytes()
    monkeypatch.setattr("pathlib.Path.lstat", fail)
    with (
        pytest.raises(DataError, match=r"cannot be read \(Input/output error\)"),
        store.transaction(actor, creating=True) as tx,
    ):
        tx.begin(replace(checklist, agency="อีกแห่ง"), ())
    assert store.path.read_bytes() == before
