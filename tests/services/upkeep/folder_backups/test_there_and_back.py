"""A whole data folder as one file, and back: whole years, whatever goes on meanwhile."""

from __future__ import annotations

import errno
import os
import threading
import zipfile
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import BusyError, UsageError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import redo, undo
from ita_tui.services.upkeep.backups import Restored
from ita_tui.services.upkeep.doctor import Level, examine
from ita_tui.services.upkeep.folder_backups import YearRestored, load_folder, save_folder
from ita_tui.services.workspace import Workspace
from ita_tui.store import Store
from ita_tui.store.document import decode
from ita_tui.store.laying import LaidDown
from ita_tui.store.lock import locked
from tests.services.upkeep.folder_backups.conftest import MEETING, files, load, sound

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

DONE = Status.of(State.DONE)


def test_a_folder_comes_back_byte_for_byte(
    workspace: Workspace, other: Workspace, saved: Path, actor: Actor
) -> None:
    done = load(other, actor, saved)
    assert [(one.year, type(one.result)) for one in done] == [(2566, LaidDown), (2567, LaidDown)]
    assert files(other) == files(workspace)
    assert len([name for name in files(other) if ".history/" in name]) >= 4
    assert sound(other)
    assert other.folder.stat().st_mode & 0o7777 == 0o2770
    again = saved.with_name("again.zip")
    assert save_folder(other, again) == (2566, 2567)
    assert again.read_bytes() == saved.read_bytes()


def test_what_came_back_has_no_versions_before_its_first_change(
    other: Workspace, saved: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(other, actor, saved, year=2567)
    assert kept_in(other) == (Level.OK, "Older versions that are kept: 0.")
    monkeypatch.setattr(os, "link", no_links)
    edit(other.store(2567), actor, "O1", [Edit("remark", "x")])
    assert kept_in(other)[0] is Level.NOTE, "now there should be one"
    monkeypatch.undo()
    edit(other.store(2567), actor, "O1", [Edit("remark", "y")])
    assert kept_in(other) == (Level.OK, "Older versions that are kept: 1.")


def kept_in(workspace: Workspace) -> tuple[Level, str]:
    """What `doctor` says of the versions of 2567."""
    checks = examine(workspace, (2567,))
    return next((one.level, one.message) for one in checks if one.name == "2567 backups")


def no_links(*_arguments: object, **_named: object) -> None:
    """Answer as a file system without hard links does."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_one_year_alone(workspace: Workspace, other: Workspace, saved: Path, actor: Actor) -> None:
    one = saved.with_name("one.zip")
    assert save_folder(workspace, one, year=2566) == (2566,)
    with zipfile.ZipFile(one) as archive:
        assert all(name.startswith("2566") for name in archive.namelist())
    load(other, actor, saved, year=2567)
    assert other.years() == (2567,)
    with pytest.raises(UsageError, match="no fiscal year 2565 in "):
        load(other, actor, saved, year=2565)
    with pytest.raises(UsageError, match="no checklist of fiscal year 2565"):
        save_folder(workspace, one, year=2565, force=True)


def test_a_year_that_is_there_goes_back_as_one_change(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    store = workspace.store(2567)
    then = store.read().checklist
    for code in ("O1", "O2"):
        edit(store, actor, code, [Edit("status", DONE), Edit("remark", "ใหม่")])
    with store.transaction(actor) as tx:
        tx.remove_meeting("m-1")
    now = store.read().checklist
    first, second = load(workspace, actor, saved)
    assert isinstance(first.result, Restored)
    assert isinstance(second.result, Restored)
    assert first.result.snapshot is None
    assert [item.code for item in second.result.after] == ["O1", "O2"]
    assert second.result.meetings == 1
    marker = second.result.events[-1]
    assert (marker.field, marker.after) == ("version", "backup.zip")

    def values(checklist: Checklist) -> list[object]:
        return [(item.code, item.status, item.remark) for item in checklist.items]

    assert values(store.read().checklist) == values(then)
    assert store.read().meetings == (MEETING,)
    undo(store, actor)
    assert values(store.read().checklist) == values(now)
    assert store.read().meetings == ()
    redo(store, actor)
    assert values(store.read().checklist) == values(then)
    assert sound(workspace)


def test_a_year_that_is_missing_is_laid_down_beside_one_that_is_there(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    content = (workspace.folder / "2566.json").read_bytes()
    kept = (workspace.folder / "2566.json.history").rename(workspace.folder / "old")
    (workspace.folder / "2566.json").unlink()
    first, second = load(workspace, actor, saved)
    assert (type(first.result), type(second.result)) == (LaidDown, Restored)
    assert (
        decode(content, saved).tables["items"]
        == decode((workspace.folder / "2566.json").read_bytes(), saved).tables["items"]
    )
    assert kept.exists()
    assert sound(workspace)


def test_a_damaged_year_goes_back_and_the_damaged_file_stays(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    path = workspace.folder / "2567.json"
    path.write_bytes(b"{")
    _first, second = load(workspace, actor, saved)
    assert isinstance(second.result, Restored)
    assert (workspace.folder / second.result.aside).read_bytes() == b"{"
    assert sound(workspace)


def test_a_damaged_year_without_a_good_version_is_laid_down(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    path = workspace.folder / "2567.json"
    path.write_bytes(b"{")
    for backup in (workspace.folder / "2567.json.backups").iterdir():
        backup.write_bytes(b"[")
    _first, second = load(workspace, actor, saved)
    assert isinstance(second.result, LaidDown)
    assert second.result.aside is not None
    assert second.result.aside.read_bytes() == b"{"
    newest = next(workspace.store(2567).read().events())
    assert (newest.field, newest.after) == ("recovered", second.result.aside.name)
    assert sound(workspace)


def test_the_years_that_were_done_are_named_when_a_later_one_cannot_be_written(
    workspace: Workspace, saved: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in workspace.years():
        edit(workspace.store(year), actor, "O3", [Edit("status", DONE)])
    monkeypatch.setattr(Workspace, "place", lambda _self, year: impatient(workspace, year))
    path = workspace.folder / "2567.json"
    before = path.read_bytes()
    done: list[YearRestored] = []
    with (
        locked(path, "somebody"),
        pytest.raises(BusyError, match=r"Somebody else is writing .* Restored before that: 2566\."),
    ):
        done.extend(iter(load_folder(workspace, actor, saved)))
    assert path.read_bytes() == before
    item = workspace.store(2566).read().checklist.item("O3")
    assert item is not None
    assert item.status.state is State.UNSET
    with locked(workspace.folder / "2566.json", "somebody"), pytest.raises(BusyError) as raised:
        load(workspace, actor, saved)
    assert "Restored" not in raised.value.message


def impatient(workspace: Workspace, year: int) -> Store:
    """The store of a year that waits for nobody."""
    return Store(workspace.folder / f"{year}.json", time_limit=0)


def test_each_year_is_saved_as_it_was_at_one_moment(
    workspace: Workspace, tmp_path: Path, actor: Actor
) -> None:
    stop = threading.Event()

    def work() -> None:
        store = Store(workspace.folder / "2567.json")
        number = 0
        while not stop.is_set():
            edit(store, actor, "O2", [Edit("remark", f"{number}"), Edit("unit", f"{number}")])
            number += 1

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for number in range(8):
            target = tmp_path / f"{number}.zip"
            save_folder(workspace, target)
            fresh = Workspace(tmp_path / f"folder {number}")
            load(fresh, actor, target)
            item = fresh.store(2567).read().checklist.item("O2")
            assert item is not None
            assert item.remark == item.unit
            assert sound(fresh)
    finally:
        stop.set()
        thread.join()
