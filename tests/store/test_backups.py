"""The last versions of a data file, kept as hard links."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.store import Store, kept_numbers, newest_good, read_kept
from ita_tui.store.backups import KEPT, backups

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor


@pytest.fixture
def write(store: Store, actor: Actor) -> Callable[[], None]:
    """Commits one change."""

    def commit() -> None:
        with store.transaction(actor) as tx:
            tx.set_field("O1", "remark", f"ครั้งที่ {tx.next_event}")

    return commit


def generations(store: Store) -> list[int]:
    return [int(path.stem) for path in backups(store.path)]


def test_there_are_none_before_the_first_change(store: Store) -> None:
    assert backups(store.path) == []


def test_a_backup_is_the_old_version_itself_not_a_copy(
    store: Store, write: Callable[[], None]
) -> None:
    old, content = store.path.stat(), store.path.read_bytes()
    write()
    (backup,) = backups(store.path)
    assert (backup.stat().st_dev, backup.stat().st_ino) == (old.st_dev, old.st_ino)
    assert backup.read_bytes() == content
    assert backup.name == "000000001.json"


def test_the_newest_versions_are_kept_and_each_opens(
    store: Store, write: Callable[[], None]
) -> None:
    for _commit in range(KEPT + 5):
        write()
    assert generations(store) == list(range(KEPT + 5, 5, -1))
    for path, generation in zip(backups(store.path), generations(store), strict=True):
        snapshot = Store(path).read()
        assert snapshot.generation == generation
        assert not snapshot.edited_by_hand
        assert snapshot.checklist.items[0].revision == generation - 1


def test_the_last_version_of_each_day_and_week_is_kept_longer(
    store: Store, write: Callable[[], None]
) -> None:
    noon = datetime(2024, 6, 28, 5, tzinfo=UTC)
    for age in range(100, 0, -1):
        for minute in (10, 20):
            written = (noon - timedelta(days=age) + timedelta(minutes=minute)).timestamp()
            os.utime(store.path, (written, written))
            write()
    kept = backups(store.path)
    assert generations(store)[:KEPT] == list(range(200, 200 - KEPT, -1))
    days = [datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone() for path in kept]
    weeks = {day.isocalendar()[:2] for day in days}
    assert len(weeks) == 8
    assert KEPT < len(kept) <= KEPT + 7 + 8
    assert all(day.minute % 15 == 5 for day in days[KEPT:])


def test_seven_days_are_kept_when_a_day_has_more_changes_than_are_kept_at_all(
    store: Store, write: Callable[[], None]
) -> None:
    noon = datetime(2024, 6, 28, 5, tzinfo=UTC)
    for age in range(9, 0, -1):
        for minute in range(KEPT + 1):
            written = (noon - timedelta(days=age) + timedelta(minutes=minute)).timestamp()
            os.utime(store.path, (written, written))
            write()
    dates = {
        datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date()
        for path in backups(store.path)
    }
    assert dates >= {(noon - timedelta(days=age)).astimezone().date() for age in range(1, 8)}


@pytest.mark.parametrize("answer", ["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"])
def test_a_file_system_without_hard_links_keeps_none_and_writes_all_the_same(
    store: Store, write: Callable[[], None], monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(getattr(errno, answer), "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write()
    assert backups(store.path) == []
    assert store.read().generation == 2


def test_a_backup_that_fails_for_another_reason_refuses_the_change(
    store: Store, write: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    before = store.path.read_bytes()
    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(DataError, match="No space left"):
        write()
    assert store.path.read_bytes() == before


def test_what_a_commit_left_that_did_not_come_about_gives_way_to_the_version_itself(
    store: Store, write: Callable[[], None]
) -> None:
    write()
    write()
    left = store.path.with_name("2567.json.backups") / "000000003.json"
    left.write_bytes(backups(store.path)[-1].read_bytes())
    before = store.path.read_bytes()
    write()
    assert left.read_bytes() == before


def test_what_is_no_backup_is_left_alone(
    store: Store, write: Callable[[], None], actor: Actor
) -> None:
    write()
    note = backups(store.path)[0].with_name("อ่านก่อน.txt")
    note.write_text("ของคนอื่น")
    with store.transaction(actor) as tx:
        tx.set_field("O2", "unit", "กองช่าง")
    assert note.exists()
    assert note not in backups(store.path)


def test_a_name_that_is_no_number_is_no_backup_either(
    store: Store, write: Callable[[], None]
) -> None:
    write()
    copy = backups(store.path)[0].with_name("สำเนา.json")
    copy.write_text("{}")
    assert kept_numbers(store.path) == (1,)
    for _commit in range(KEPT + 1):
        write()
    assert copy.exists()


@pytest.mark.parametrize("kept", [1, 5, 30])
def test_as_many_are_kept_as_are_asked_for(store: Store, actor: Actor, kept: int) -> None:
    other = Store(store.path, kept=kept)
    for number in range(kept + 4):
        with other.transaction(actor) as tx:
            tx.set_field("O1", "remark", f"{number}")
    assert kept_numbers(store.path) == tuple(range(kept + 4, 4, -1))


def test_outdated_versions_may_go_when_nobody_waits(
    store: Store, write: Callable[[], None]
) -> None:
    store.tidies_later = True
    for _commit in range(KEPT + 3):
        write()
    assert generations(store) == list(range(KEPT + 3, 0, -1))
    assert store.is_untidy
    store.tidy()
    assert generations(store) == list(range(KEPT + 3, 3, -1))
    assert not store.is_untidy


def test_an_outdated_version_that_cannot_be_dropped_refuses_no_change(
    store: Store, write: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _commit in range(KEPT):
        write()
    unlink = Path.unlink

    def fail(path: Path, missing_ok: bool = False) -> None:
        if path.name == "000000001.json":
            raise PermissionError(errno.EPERM, "no")
        unlink(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", fail)
        write()
    assert store.read().generation == KEPT + 2
    assert generations(store) == list(range(KEPT + 1, 0, -1))
    write()
    assert generations(store) == list(range(KEPT + 2, 2, -1))


def test_numbers_of_any_length_stand_in_order(store: Store, write: Callable[[], None]) -> None:
    write()
    path = backups(store.path)[0]
    path.rename(path.with_name("999999999.json"))
    os.link(store.path, path.with_name("1000000000.json"))
    assert kept_numbers(store.path) == (1_000_000_000, 999_999_999)


def test_a_kept_version_is_read_with_the_history_that_led_to_it(
    store: Store, write: Callable[[], None]
) -> None:
    for _commit in range(200):
        write()
    version = read_kept(store.path, 190)
    assert (version.generation, version.path) == (190, store.path)
    assert [event.seq for event in version.events()] == list(range(190, 0, -1))


def test_a_version_that_is_not_kept_cannot_be_read(store: Store, write: Callable[[], None]) -> None:
    write()
    with pytest.raises(FileNotFoundError):
        read_kept(store.path, 2)


@pytest.mark.parametrize("damage", ["cut", "edited", "a folder"])
def test_a_damaged_version_is_passed_over(
    store: Store, write: Callable[[], None], damage: str
) -> None:
    for _commit in range(3):
        write()
    newest = backups(store.path)[0]
    content = newest.read_bytes()
    newest.unlink()
    if damage == "a folder":
        newest.mkdir()
    else:
        newest.write_bytes(content[:-9] if damage == "cut" else content.replace(b"O1", b"O9", 1))
    with pytest.raises(DataError, match=r"000000003\.json") as raised:
        read_kept(store.path, 3)
    assert isinstance(raised.value, DamagedDataError)
    found = newest_good(store.path)
    assert found is not None
    assert (found[0], found[1].generation) == (2, 2)


def test_a_version_that_fails_while_it_is_read_is_named(
    store: Store, write: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> bytes:
        raise OSError(errno.EIO, "no")

    write()
    monkeypatch.setattr(os, "pread", fail)
    with pytest.raises(DataError, match=r"000000001.json cannot be read \(Input/output error"):
        read_kept(store.path, 1)


def test_a_folder_of_backups_that_cannot_be_read_is_named(
    store: Store, write: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    write()
    content = store.path.read_bytes()[:-40]
    store.path.write_bytes(content)
    monkeypatch.setattr(os, "listdir", fail)
    with pytest.raises(DataError, match=r"2567.json.backups cannot be read \(Permission denied"):
        kept_numbers(store.path)
    with pytest.raises(DamagedDataError) as raised:
        store.read()
    assert "restore" not in raised.value.message
