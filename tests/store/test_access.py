"""Who may read and write the files, links that are not followed, and what dead processes left."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import DataError
from ita_tui.store import Store, history

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

ROOT = Path(__file__).parent.parent.parent
GROUP = 54321
DONE = Status.of(State.DONE)


@pytest.fixture(autouse=True)
def strict_umask() -> Iterator[None]:
    """The umask of an office that lets nobody see anything."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder for a group, as `ita-tui init` makes it; for our own group if we rule no other."""
    folder = tmp_path / "shared"
    folder.mkdir()
    if os.geteuid() == 0:
        os.chown(folder, -1, GROUP)
    folder.chmod(0o2770)
    return folder


@pytest.fixture
def shared_store(
    shared: Path, checklist: Checklist, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> Store:
    """A store in that folder with a lock, a backup and a segment."""
    monkeypatch.setattr(history, "TAIL_LIMIT", 4)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 2)
    store = Store(shared / "2567.json")
    with store.transaction(actor, creating=True) as tx:
        tx.begin(checklist, ())
    with store.transaction(actor) as tx:
        for _event in range(6):
            tx.set_field("O2", "remark", f"{tx.next_event}")
    return store


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def somebody_else(folder: Path, *tasks: str) -> list[str]:
    """What another user of the group says about these tasks."""
    return subprocess.run(
        [sys.executable, "-m", "tests.store.as_somebody_else", str(folder), *tasks],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()


def test_every_file_is_for_the_group_whatever_the_umask_says(
    shared: Path, shared_store: Store
) -> None:
    paths = list(shared.rglob("*"))
    assert {path.name for path in paths if path.parent == shared} == {
        "2567.json", "2567.json.lock", "2567.json.backups", "2567.json.history",
    }  # fmt: skip
    assert {path.name: oct(mode(path)) for path in paths if path.is_file()} == {
        path.name: "0o660" for path in paths if path.is_file()
    }
    assert {mode(path) for path in paths if path.is_dir()} == {0o2770}
    assert {path.stat().st_gid for path in paths} == {shared.stat().st_gid}
    assert shared_store.read().generation == 2


def test_a_mode_that_was_chosen_is_kept(shared_store: Store, actor: Actor) -> None:
    shared_store.path.chmod(0o640)
    with shared_store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    assert mode(shared_store.path) == 0o640


def test_the_group_is_kept_where_the_folder_does_not_hand_it_on(
    shared: Path, shared_store: Store, actor: Actor
) -> None:
    shared.chmod(0o770)
    with shared_store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    assert shared_store.path.stat().st_gid == shared.stat().st_gid


def test_a_second_user_of_the_group_reads_and_writes_and_so_does_the_first_again(
    shared: Path, shared_store: Store, actor: Actor
) -> None:
    said = somebody_else(shared, "read", *["write"] * 9, "read")
    assert said == ["read 2", *[f"written {number}" for number in range(8, 17)], "read 11"]
    with shared_store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    events = list(shared_store.read().events())
    assert [event.seq for event in events] == list(range(17, 0, -1))
    assert {path.stat().st_gid for path in shared.rglob("*")} == {shared.stat().st_gid}
    assert {mode(path) for path in shared.rglob("*") if path.is_file()} == {0o660}


def test_a_folder_that_one_may_only_read_is_read_and_not_written(
    shared: Path, shared_store: Store
) -> None:
    before = shared_store.path.read_bytes()
    shared_store.path.with_name("2567.json.lock").unlink()
    shared_store.path.chmod(0o444)
    shared.chmod(0o555)
    read, *refused, faults = somebody_else(shared, "read", "write", "look", "doctor")
    shared.chmod(0o770)
    why = "The data folder . cannot be written (Permission denied): the data is read-only here."
    assert read == "read 2"
    assert refused == [f"DataError {why}"] * 2
    assert faults.endswith(why)
    assert shared_store.path.read_bytes() == before


def test_a_folder_that_one_may_not_write_to_with_a_lock_that_one_may(
    shared: Path, shared_store: Store
) -> None:
    before = shared_store.path.read_bytes()
    shared.chmod(0o555)
    looked, written, faults = somebody_else(shared, "look", "write", "doctor")
    shared.chmod(0o770)
    assert "The data folder . cannot be written (Permission denied)" in looked
    assert "could not be written (Permission denied)" in written
    assert faults.endswith(looked.removeprefix("DataError "))
    assert shared_store.path.read_bytes() == before


def test_a_lock_that_one_may_not_write_is_named(shared: Path, shared_store: Store) -> None:
    shared_store.path.with_name("2567.json.lock").chmod(0o600)
    looked, written = somebody_else(shared, "look", "write")
    assert looked == written
    assert "The lock 2567.json.lock cannot be written (Permission denied)" in looked


def test_what_the_doctor_may_not_read_is_a_fault_among_the_others(
    shared: Path, shared_store: Store
) -> None:
    folder = shared_store.path.with_name("2567.json.backups")
    if os.geteuid() == 0:
        os.chown(folder, -1, 0)
    folder.chmod(0o700 if os.geteuid() == 0 else 0)
    (faults,) = somebody_else(shared, "doctor")
    folder.chmod(0o770)
    assert faults.endswith("2567.json.backups cannot be read (Permission denied).")


def test_a_file_that_one_may_not_read_is_an_error_with_a_sentence(
    shared: Path, shared_store: Store
) -> None:
    if os.geteuid() == 0:
        os.chown(shared_store.path, -1, 0)
    shared_store.path.chmod(0o600 if os.geteuid() == 0 else 0)
    said = somebody_else(shared, "read", "write")
    sentence = "DataError The data file 2567.json cannot be read (Permission denied)."
    assert said == [sentence, sentence]


def link_away(path: Path) -> Path:
    """Put a link in a file's place; where the file now is."""
    target = path.with_name("elsewhere")
    if path.exists():
        path.rename(target)
    path.symlink_to(target)
    return target


def test_a_data_file_that_is_a_link_is_not_followed(store: Store, actor: Actor) -> None:
    target = link_away(store.path)
    before = target.read_bytes()
    with pytest.raises(DataError, match="it is a link"):
        store.read()
    with pytest.raises(DataError, match="it is a link"), store.transaction(actor):
        pass
    assert target.read_bytes() == before


@pytest.mark.parametrize("dangling", [False, True])
def test_a_new_checklist_is_not_made_through_a_link(
    store: Store, actor: Actor, checklist: Checklist, dangling: bool
) -> None:
    target = link_away(store.path)
    if dangling:
        target.unlink()
    with (
        pytest.raises(DataError, match="is there already"),
        store.transaction(actor, creating=True) as tx,
    ):
        tx.begin(checklist, ())
    assert target.exists() is not dangling


def test_a_lock_that_is_a_link_is_not_followed(store: Store, actor: Actor) -> None:
    target = link_away(store.path.with_name("2567.json.lock"))
    target.write_text("ของคนอื่น")
    before = store.path.read_bytes()
    with (
        pytest.raises(DataError, match=r"2567\.json\.lock is a link"),
        store.transaction(actor) as tx,
    ):
        tx.set_field("O1", "status", DONE)
    assert target.read_text() == "ของคนอื่น"
    assert store.path.read_bytes() == before


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("make", [make_fifo, make_folder])
def test_what_is_no_regular_file_is_refused_at_once(
    store: Store, actor: Actor, make: Callable[[Path], None]
) -> None:
    store.path.unlink()
    make(store.path)
    with pytest.raises(DataError, match="not a regular file"):
        store.read()
    with pytest.raises(DataError, match="not a regular file"), store.transaction(actor):
        pass


def test_what_a_dead_process_left_is_swept_away_by_the_next_commit(
    store: Store, actor: Actor
) -> None:
    folder = store.path.parent
    (folder / ".tmp-2567.json.4711").write_text("{")
    (folder / ".tmp-2567.json.backups.4711").mkdir()
    (folder / ".tmp-2567.json.0").symlink_to(folder)
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    assert sorted(path.name for path in folder.iterdir()) == [
        "2567.json", "2567.json.backups", "2567.json.lock",
    ]  # fmt: skip


def test_the_temporary_file_of_another_year_is_not_swept_away(
    store: Store, checklist: Checklist, actor: Actor
) -> None:
    other = Store(store.path.with_name("2566.json"))
    with other.transaction(actor, creating=True) as tx:
        tx.begin(checklist, ())
    busy = store.path.with_name(".tmp-2566.json.4711")
    busy.write_text("เขียนอยู่")
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    assert busy.read_text() == "เขียนอยู่"


def test_own_temporary_files_never_stay(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    with pytest.raises(ZeroDivisionError), store.transaction(actor):
        raise ZeroDivisionError
    assert [path for path in store.path.parent.rglob("*") if "tmp" in path.name] == []
