"""Whether somebody else wrote a new version, told by one stat."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import NoChecklistError
from ita_tui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_tui.domain.event import Actor


@pytest.fixture
def reader(store: Store) -> Iterator[Store]:
    """Another program's look at the same file."""
    reader = Store(store.path)
    reader.read()
    yield reader
    reader.close()


def disguise(path: Path, like: os.stat_result) -> None:
    """Give a file the times of another; its size must be the same already."""
    assert path.stat().st_size == like.st_size
    os.utime(path, ns=(like.st_atime_ns, like.st_mtime_ns))


def test_before_anything_was_read_everything_is_new(store: Store) -> None:
    assert Store(store.path).changed()


def test_what_was_read_last_is_not_new(reader: Store) -> None:
    assert not reader.changed()
    assert not reader.changed()


def test_a_commit_is_new_until_it_is_read(store: Store, reader: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", Status.of(State.DONE))
    assert reader.changed()
    assert reader.read().generation == 2
    assert not reader.changed()


def test_looking_costs_one_system_call(reader: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    for name in ("open", "read", "pread", "stat", "lstat", "fstat", "scandir", "listdir"):
        real = getattr(os, name)

        def count(
            *given: object, _name: str = name, _real: Callable[..., object] = real, **named: object
        ) -> object:
            calls.append(_name)
            return _real(*given, **named)

        monkeypatch.setattr(os, name, count)
    reader.changed()
    monkeypatch.undo()
    assert len(calls) == 1


def test_another_file_of_the_same_size_and_time_is_new(reader: Store) -> None:
    before = reader.path.stat()
    content = reader.path.read_bytes()
    reader.path.unlink()
    reader.path.write_bytes(content[::-1])
    disguise(reader.path, before)
    assert reader.changed()


def test_an_inode_number_given_again_does_not_hide_a_change(reader: Store) -> None:
    read = reader.path.stat()
    content = reader.path.read_bytes()
    for turn in range(4):
        other = reader.path.with_name(f"other-{turn}")
        other.write_bytes(content[::-1])
        other.replace(reader.path)
        disguise(reader.path, read)
        assert reader.changed()


def test_an_edit_in_place_is_new(reader: Store) -> None:
    with reader.path.open("r+b") as file:
        file.seek(-2, os.SEEK_END)
        file.write(b" }\n")
    assert reader.changed()


def test_a_touch_counts_as_new_since_it_may_hide_an_edit(reader: Store) -> None:
    before = reader.path.stat()
    os.utime(reader.path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert reader.changed()


def test_a_removed_file_is_new_and_reading_says_that_there_is_none(reader: Store) -> None:
    reader.path.unlink()
    assert reader.changed()
    with pytest.raises(NoChecklistError):
        reader.read()


def test_a_file_that_cannot_be_looked_at_is_new(
    reader: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "stat", fail)
    changed = reader.changed()
    monkeypatch.undo()
    assert changed


def test_reading_again_and_again_opens_no_more_files(store: Store) -> None:
    store.read()
    before = len(list(Path("/dev/fd").iterdir()))
    for _turn in range(5):
        store.read()
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_closed_store_can_be_read_again(store: Store) -> None:
    store.read()
    store.close()
    store.close()
    assert store.changed()
    assert store.read().generation == 1
