"""One writer at a time; a dead one never blocks."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import BusyError, DataError
from ita_tui.store import Store
from ita_tui.store.lock import locked, must_be_writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_tui.domain.event import Actor

ROOT = Path(__file__).parent.parent.parent
DONE = Status.of(State.DONE)


@contextmanager
def held_elsewhere(store: Store) -> Iterator[subprocess.Popen[str]]:
    """Another process that is in the middle of a change."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.holder", str(store.path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        if process.poll() is None:
            process.communicate()


def change(store: Store, actor: Actor) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)


def test_a_busy_file_names_its_holder_and_is_not_written(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    store = make_store(time_limit=0.0)
    before = store.path.read_bytes()
    with held_elsewhere(store) as process:
        with pytest.raises(BusyError) as raised:
            change(store, actor)
        assert store.path.read_bytes() == before
        assert store.read().generation == 1
        assert f"กองช่าง (holder@host, {process.pid})" in raised.value.message
    assert process.returncode == 0
    change(store, actor)
    checklist = store.read().checklist
    assert (checklist.items[4].remark, checklist.items[0].status) == ("จากโปรแกรมอื่น", DONE)


def test_a_killed_holder_frees_the_lock_and_leaves_nothing_half_done(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    store = make_store(time_limit=0.0)
    with held_elsewhere(store) as process:
        process.kill()
        process.wait()
        change(store, actor)
    snapshot = store.read()
    assert [event.code for event in snapshot.events()] == ["O1", ""]
    assert snapshot.checklist.items[4].remark == ""


def test_a_writer_waits_for_another_within_its_time(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    store = make_store(time_limit=30.0)
    lock = os.open(store.path.with_name("2567.json.lock"), os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    thread = threading.Thread(target=change, args=(store, actor))
    thread.start()
    thread.join(0.05)
    assert thread.is_alive()
    assert store.read().generation == 1
    os.close(lock)
    thread.join()
    assert store.read().generation == 2


def test_a_writer_that_waited_builds_on_what_the_other_wrote(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    store = make_store(time_limit=30.0)
    other = Store(store.path)
    thread = threading.Thread(target=change, args=(other, actor))
    with store.transaction(actor) as tx:
        thread.start()
        thread.join(0.05)
        tx.set_field("O2", "remark", "ก่อน")
    thread.join()
    items = store.read().checklist.items
    assert (items[0].status, items[1].remark) == (DONE, "ก่อน")
    assert store.read().generation == 3


def test_a_writer_gives_up_after_its_time(make_store: Callable[..., Store], actor: Actor) -> None:
    store = make_store(time_limit=0.1)
    lock = os.open(store.path.with_name("2567.json.lock"), os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    began = time.monotonic()
    with pytest.raises(BusyError):
        change(store, actor)
    os.close(lock)
    assert 0.1 <= time.monotonic() - began < 5


def test_what_a_holder_signs_is_cleaned_and_cut_between_letters(
    make_store: Callable[..., Store], make_actor: Callable[..., Actor]
) -> None:
    store = make_store(time_limit=0.0)
    long = make_actor("\x1b[31m" + "ก" * 300)
    with store.transaction(long), pytest.raises(BusyError) as raised:
        change(store, make_actor("ข"))
    message = raised.value.message
    assert "\x1b" not in message
    assert "\ufffd" not in message
    assert "ก" * 60 in message


def test_nothing_is_left_of_a_longer_name(
    make_store: Callable[..., Store], make_actor: Callable[..., Actor]
) -> None:
    store = make_store(time_limit=0.0)
    with store.transaction(make_actor("ก" * 40)):
        pass
    with store.transaction(make_actor("ข")), pytest.raises(BusyError) as raised:
        change(store, make_actor("ค"))
    assert "ข" in raised.value.message
    assert "ก" not in raised.value.message


def test_a_lock_that_nobody_signed_is_busy_all_the_same(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    store = make_store(time_limit=0.0)
    path = store.path.with_name("2567.json.lock")
    path.write_bytes(b"")
    lock = os.open(path, os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with pytest.raises(BusyError, match=r"\(\?\)"):
        change(store, actor)
    os.close(lock)


def test_a_lock_that_cannot_be_read_is_busy_all_the_same(
    make_store: Callable[..., Store], actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store(time_limit=0.0)
    lock = os.open(store.path.with_name("2567.json.lock"), os.O_RDWR)
    fcntl.flock(lock, fcntl.LOCK_EX)

    def fail(*_given: int) -> bytes:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "pread", fail)
    with pytest.raises(BusyError, match=r"\(\?\)"):
        change(store, actor)
    os.close(lock)


def test_a_file_system_without_locks_is_read_only(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(errno.ENOLCK, "none")

    monkeypatch.setattr(fcntl, "flock", refuse)
    before = store.path.read_bytes()
    with pytest.raises(DataError, match="read-only here"):
        change(store, actor)
    with pytest.raises(DataError, match="read-only here"):
        must_be_writable(store.path)
    assert store.path.read_bytes() == before
    assert store.read().generation == 1


def test_a_look_whether_one_may_write_neither_waits_nor_makes_anybody_wait(store: Store) -> None:
    lock = store.path.with_name("2567.json.lock")
    lock.unlink()
    must_be_writable(store.path)
    assert not lock.exists()
    with locked(store.path, "กองช่าง", time_limit=0):
        must_be_writable(store.path)
    store.path.unlink()
    must_be_writable(store.path)


def test_the_locks_of_two_years_do_not_hinder_each_other(
    make_store: Callable[..., Store], actor: Actor
) -> None:
    store, other = make_store("one", time_limit=0.0), make_store("two", time_limit=0.0)
    with store.transaction(actor):
        change(other, actor)
    assert other.read().generation == 2
