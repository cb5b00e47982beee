"""What is said to be saved is on the disk for certain."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

DONE = Status.of(State.DONE)


def test_a_commit_that_the_disk_has_not_confirmed_is_saved_and_says_so(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    real = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "no")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    with store.transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    assert not tx.confirmed
    assert tx.committed is not None
    assert tx.committed.generation == store.read().generation == 3


def test_a_write_that_stops_short_goes_on_to_the_end(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda to, data: real(to, bytes(data)[:100]))
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    assert not store.read().edited_by_hand
    assert store.read().checklist.items[0].status == DONE


def test_the_new_version_is_on_the_disk_before_it_counts_and_its_name_after(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction(actor) as tx:
        tx.set_field("O1", "status", DONE)
    steps: list[tuple[str, int]] = []
    real_sync, real_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        steps.append(("sync", os.fstat(descriptor).st_ino))
        real_sync(descriptor)

    def replace_file(new: Path, old: Path) -> None:
        steps.append(("replace", new.stat().st_ino))
        real_replace(new, old)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace_file)
    with store.transaction(actor) as tx:
        tx.set_field("O2", "status", DONE)
    file, folder = store.path.stat().st_ino, store.path.parent.stat().st_ino
    assert steps == [("sync", file), ("replace", file), ("sync", folder)]
