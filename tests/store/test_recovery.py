"""A damaged data file: the newest good version is offered, and takes its place when asked to."""

from __future__ import annotations

import errno
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.store import RecoveringStore, Store, backups, history, kept_numbers
from ita_tui.store.segments import segments_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_tui.domain.event import Actor

OFFER = "`ita-tui restore --backup 3` opens the newest good version of 12 Mar 2567 10:42."


@pytest.fixture(autouse=True)
def thai_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of Thailand, whatever the machine says."""
    monkeypatch.setenv("TZ", "ICT-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def write(store: Store, actor: Actor) -> Callable[..., None]:
    """Commits one change after the other, so many events each."""

    def commit(times: int = 1, events: int = 1) -> None:
        for _commit in range(times):
            with store.transaction(actor) as tx:
                for _event in range(events):
                    tx.set_field("O1", "remark", f"{tx.next_event}")

    return commit


@pytest.fixture
def damaged(store: Store, write: Callable[..., None]) -> bytes:
    """The content of the data file: that of version 4, cut; versions 1 to 3 are kept."""
    write(times=3)
    content = store.path.read_bytes()[:-40]
    store.path.write_bytes(content)
    return content


def beside(store: Store) -> list[str]:
    """The names of the damaged files that are kept."""
    return sorted(path.name for path in store.path.parent.glob("*.damaged-*"))


@pytest.mark.usefixtures("damaged")
def test_the_newest_good_version_is_offered(store: Store, actor: Actor) -> None:
    with pytest.raises(DamagedDataError) as raised:
        store.read()
    assert raised.value.message.startswith(f"The data file {store.path} is damaged: line ")
    assert raised.value.message.endswith(f". {OFFER}")
    with pytest.raises(DamagedDataError) as again, store.transaction(actor):
        pass
    assert again.value.message == raised.value.message


@pytest.mark.usefixtures("damaged")
def test_the_offer_names_the_year_when_it_is_not_the_newest(store: Store) -> None:
    shutil.copy(store.path, store.path.with_name("2568.json"))
    with pytest.raises(DamagedDataError, match="`ita-tui restore --backup 3 --year 2567` opens"):
        store.read()


def test_nothing_is_offered_where_nothing_good_is_kept(
    store: Store, write: Callable[..., None], actor: Actor
) -> None:
    write()
    (backup,) = backups.backups(store.path)
    for path in (backup, store.path):
        path.write_bytes(b"{")
    with pytest.raises(DamagedDataError) as raised:
        store.read()
    assert "restore" not in raised.value.message
    with pytest.raises(DamagedDataError) as again, RecoveringStore.of(store).transaction(actor):
        pass
    assert again.value.message == raised.value.message
    assert (store.path.read_bytes(), beside(store)) == (b"{", [])


def test_the_newest_good_version_takes_its_place_and_the_damaged_file_stays(
    store: Store, damaged: bytes, actor: Actor
) -> None:
    kept = {path.name: path.read_bytes() for path in backups.backups(store.path)}
    with RecoveringStore.of(store).transaction(actor) as tx:
        pass
    (name,) = beside(store)
    assert name == "2567.json.damaged-20240312T034200Z"
    assert store.path.with_name(name).read_bytes() == damaged
    now = store.read()
    assert tx.committed is not None
    assert now.generation == tx.committed.generation == 4
    assert [(event.seq, event.field, event.after) for event in now.events()] == [
        (4, "recovered", name), (3, "remark", "3"), (2, "remark", "2"),
        (1, "checklist", "เทศบาลตัวอย่าง"),
    ]  # fmt: skip
    assert {path.name: path.read_bytes() for path in backups.backups(store.path)} == kept


def test_no_kept_version_is_replaced_even_where_it_is_damaged_too(
    store: Store, damaged: bytes, actor: Actor, write: Callable[..., None]
) -> None:
    newest = backups.backups(store.path)[0]
    newest.write_bytes(damaged)
    with RecoveringStore.of(store).transaction(actor) as tx:
        assert tx.before is not None
        assert len(list(tx.before.events())) == 2
    write(times=2)
    assert store.read().generation == 6
    assert kept_numbers(store.path) == (5, 4, 3, 2, 1)
    assert newest.read_bytes() == damaged


def test_a_second_damage_in_the_same_second_gets_another_name(
    store: Store, damaged: bytes, actor: Actor
) -> None:
    for _time in range(2):
        store.path.write_bytes(damaged)
        with RecoveringStore.of(store).transaction(actor):
            pass
    assert [name.partition("damaged-")[2] for name in beside(store)] == [
        "20240312T034200Z",
        "20240312T034200Z-2",
    ]


def test_a_sound_file_is_changed_as_by_any_other_transaction(store: Store, actor: Actor) -> None:
    with RecoveringStore.of(store).transaction(actor) as tx:
        tx.set_field("O1", "unit", "กองช่าง")
    assert (store.read().generation, kept_numbers(store.path), beside(store)) == (2, (1,), [])


def test_how_many_versions_are_kept_and_the_clock_go_along(
    make_store: Callable[..., Store], actor: Actor, clock: Callable[[], object]
) -> None:
    store = Store(make_store().path, clock, kept=2)  # type: ignore[arg-type]  # (a stopped clock)
    for number in range(5):
        with RecoveringStore.of(store).transaction(actor) as tx:
            tx.set_field("O1", "unit", f"{number}")
    assert tx.now == clock()
    assert kept_numbers(store.path) == (5, 4)


@pytest.mark.usefixtures("damaged")
def test_a_file_system_without_hard_links_keeps_a_copy(
    store: Store, damaged: bytes, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    with RecoveringStore.of(store).transaction(actor):
        pass
    (name,) = beside(store)
    assert store.path.with_name(name).read_bytes() == damaged
    assert store.read().generation == 4


def test_where_the_damaged_file_cannot_be_kept_it_is_not_replaced(
    store: Store, damaged: bytes, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "link", refuse)
    with (
        pytest.raises(DataError, match=r"No space left.*nothing was changed"),
        RecoveringStore.of(store).transaction(actor),
    ):
        pass
    assert (store.path.read_bytes(), beside(store)) == (damaged, [])


def test_the_history_goes_on_where_the_lost_version_had_sealed_more(
    store: Store, actor: Actor, write: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "TAIL_LIMIT", 6)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 3)
    write(times=4)
    write(events=20)
    sealed = {path.name: path.read_bytes() for path in segments_folder(store.path).iterdir()}
    assert max(sealed) == "000000019-000000021.json"
    store.path.write_bytes(b"{")
    with RecoveringStore.of(store).transaction(actor):
        pass
    suffix = beside(store)[0].removeprefix("2567.json")
    lost = [name for name in sealed if int(name[10:19]) >= 6]
    assert len(lost) == 6
    write(times=3, events=9)
    assert [event.seq for event in store.read().events()] == list(range(33, 0, -1))
    for name in lost:
        assert (segments_folder(store.path) / f"{name}{suffix}").read_bytes() == sealed[name]


def test_others_files_of_a_like_name_do_not_matter(
    store: Store, damaged: bytes, actor: Actor
) -> None:
    other: Path = store.path.with_name("2567.json.damaged-20240312T034200Z")
    other.symlink_to("nowhere")
    with RecoveringStore.of(store).transaction(actor):
        pass
    assert other.is_symlink()
    assert store.path.with_name(f"{other.name}-2").read_bytes() == damaged


def failing(number: int, name: str = "") -> Callable[..., object]:
    """A call that fails, for paths with this in their names."""

    def fail(path: Path, *_given: object, **_named: object) -> object:
        if name in str(path):
            raise OSError(number, os.strerror(number), str(path))
        raise FileNotFoundError(path)

    return fail


def test_where_it_cannot_be_told_which_name_is_free_nothing_is_written(
    store: Store, damaged: bytes, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathlib.Path.lstat", failing(errno.EIO, ".damaged-"))
    with (
        pytest.raises(DataError, match=r"data folder .* cannot be read \(Input/output error\)"),
        RecoveringStore.of(store).transaction(actor),
    ):
        pass
    assert store.path.read_bytes() == damaged


def test_where_the_disk_does_not_confirm_the_damaged_file_it_is_not_replaced(
    store: Store, damaged: bytes, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.store.setting_aside.sync_folder", failing(errno.EIO))
    with (
        pytest.raises(DataError, match="nothing was changed"),
        RecoveringStore.of(store).transaction(actor),
    ):
        pass
    assert (store.path.read_bytes(), beside(store)) == (damaged, [])
