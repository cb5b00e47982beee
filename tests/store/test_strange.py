"""What is no data file of this program is kept, and the newest good version is offered."""

from __future__ import annotations

import os
import socket
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DamagedDataError, NewerDataError
from ita_tui.store import RecoveringStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store


@pytest.fixture(autouse=True)
def thai_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of Thailand, whatever the machine says."""
    monkeypatch.setenv("TZ", "ICT-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(autouse=True)
def changed(store: Store, actor: Actor) -> None:
    """Three changes, so that the versions 1 to 3 are kept."""
    for number in range(3):
        with store.transaction(actor) as tx:
            tx.set_field("O1", "remark", f"{number}")


def put_newer(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"schema": 1', b'"schema": 2', 1))


def put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("ของคนอื่น")


def put_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def put_socket(path: Path) -> None:
    path.unlink()
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir(path.parent)  # (the name of a socket must be short)
        try:
            end.bind(path.name)
        finally:
            os.chdir(here)


def put_link(path: Path) -> None:
    path.rename(path.with_name("elsewhere.json"))
    path.symlink_to("elsewhere.json")


@pytest.mark.parametrize("put", [put_newer, put_folder, put_pipe, put_socket, put_link])
def test_whatever_is_in_place_of_the_file_is_kept_and_a_version_offered(
    store: Store, actor: Actor, put: Callable[[Path], None]
) -> None:
    put(store.path)
    before = store.path.lstat()
    with pytest.raises(DamagedDataError, match="restore --backup 3"), store.transaction(actor):
        pass
    with RecoveringStore.of(store).transaction(actor) as tx:
        tx.set_field("O2", "remark", "ต่อ")
    (kept,) = store.path.parent.glob("2567.json.*-*Z")
    assert kept.name.startswith("2567.json.newer-" if put is put_newer else "2567.json.damaged-")
    assert (kept.lstat().st_ino, kept.lstat().st_mode) == (before.st_ino, before.st_mode)
    assert store.read().checklist.items[1].remark == "ต่อ"
    lock = store.path.with_name("2567.json.lock")
    assert [oct(stat.S_IMODE(one.stat().st_mode)) for one in (store.path, lock)] == ["0o660"] * 2
    assert [event.field for event in store.read().events()][:2] == ["remark", "recovered"]


def test_a_newer_file_is_offered_an_update_first(store: Store) -> None:
    put_newer(store.path)
    with pytest.raises(NewerDataError) as raised:
        store.read()
    assert raised.value.message.endswith(
        "2567.json was written by a newer version of this program; update the program. Otherwise "
        "`ita-tui restore --backup 3` opens the newest version that this program knows, of "
        "12 Mar 2567 10:42; the newer file is kept beside it."
    )
