"""A year laid down where a data folder has none that can be read: whole, and nothing is lost."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DataError
from ita_tui.store import Store, read_kept
from ita_tui.store.laying import lay_down
from ita_tui.store.packing import Packed, pack, unpack
from ita_tui.store.segments import segments_folder
from tests.store.packing.conftest import FIRST, MEETING, PLACE, files

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor


def test_what_was_packed_is_laid_down_byte_for_byte(
    filled: Store, packed: Packed, elsewhere: Store, actor: Actor
) -> None:
    done = lay_down(elsewhere, unpack(packed, PLACE), actor)
    assert (done.aside, done.confirmed) == (None, True)
    there = {name: part for name, part in files(filled).items() if "backups" not in name}
    assert files(elsewhere) == there
    assert elsewhere.read().meetings == (MEETING,)
    assert list(elsewhere.read().events()) == list(filled.read().events())
    assert elsewhere.path.stat().st_mode & 0o777 == 0o660


def test_a_year_without_sealed_events_has_no_folder_for_them(
    store: Store, elsewhere: Store, actor: Actor
) -> None:
    lay_down(elsewhere, unpack(pack(store.read()), PLACE), actor)
    assert list(files(elsewhere)) == ["2567.json"]


def test_a_sound_data_file_is_not_replaced(filled: Store, packed: Packed, actor: Actor) -> None:
    before = files(filled)
    with pytest.raises(DataError, match="is there already"):
        lay_down(filled, unpack(packed, PLACE), actor)
    assert files(filled) == before


def test_a_damaged_data_file_stays_beside_and_an_event_says_so(
    packed: Packed, elsewhere: Store, actor: Actor
) -> None:
    elsewhere.path.write_bytes(b"{")
    done = lay_down(elsewhere, unpack(packed, PLACE), actor)
    assert done.aside is not None
    assert done.aside.read_bytes() == b"{"
    now = elsewhere.read()
    newest = next(now.events())
    assert (newest.field, newest.after, newest.name) == ("recovered", done.aside.name, actor.name)
    assert (now.generation, len(list(now.events()))) == (3, newest.seq)


def test_a_history_of_another_life_gives_way_and_stays(
    packed: Packed, elsewhere: Store, actor: Actor
) -> None:
    folder = segments_folder(elsewhere.path)
    folder.mkdir()
    (folder / "000000001-000000008.json").write_bytes(b"another")
    (folder / FIRST).write_bytes(b"another still")
    (folder / "000000004-000000006.json").write_bytes(packed.segments["000000004-000000006.json"])
    kept = (folder / "000000004-000000006.json").stat().st_ino
    lay_down(elsewhere, unpack(packed, PLACE), actor)
    assert len(list(elsewhere.read().events())) == 15
    stayed = {path.name: path.read_bytes() for path in folder.glob("*.replaced-*")}
    assert stayed == {
        "000000001-000000008.json.replaced-20240312T034200Z": b"another",
        f"{FIRST}.replaced-20240312T034200Z": b"another still",
    }
    assert (folder / "000000004-000000006.json").stat().st_ino == kept


@pytest.mark.parametrize("damaged", [False, True])
def test_versions_of_another_life_keep_their_numbers(
    packed: Packed, elsewhere: Store, actor: Actor, damaged: bool
) -> None:
    folder = elsewhere.path.with_name("2567.json.backups")
    folder.mkdir()
    (folder / "000000040.json").write_bytes(b"kept")
    if damaged:
        elsewhere.path.write_bytes(b"{")
    lay_down(elsewhere, unpack(packed, PLACE), actor)
    assert elsewhere.read().generation == 41
    with elsewhere.transaction(actor) as tx:
        tx.set_field("O1", "unit", "กองช่าง")
    assert (folder / "000000040.json").read_bytes() == b"kept"
    assert read_kept(elsewhere.path, 41).generation == 41


@pytest.mark.parametrize("at", ["write", "rename", "replace", "link"])
def test_a_failure_leaves_everything_as_it_was(
    packed: Packed, elsewhere: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    elsewhere.path.write_bytes(b"{")
    folder = segments_folder(elsewhere.path)
    folder.mkdir()
    (folder / FIRST).write_bytes(b"another")
    before = files(elsewhere)
    real = getattr(os, at)

    def fail(*given: object, **named: object) -> object:
        if at == "rename" or "2567.json" in str(given[0]).rpartition("/")[2]:
            raise OSError(errno.ENOSPC, "full")
        return real(*given, **named)

    def write(*_given: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, at, write if at == "write" else fail)
    with pytest.raises(DataError, match=r"No space left on device\); nothing was changed"):
        lay_down(elsewhere, unpack(packed, PLACE), actor)
    monkeypatch.undo()
    left = {name: content for name, content in files(elsewhere).items() if ".damaged-" not in name}
    assert left == before


def test_what_the_disk_has_not_confirmed_is_told(
    packed: Packed, elsewhere: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        raise OSError(errno.EIO, "no", str(folder))

    real = os.replace

    def replace_and_fail(*given: Path) -> None:
        real(*given)
        if given[1] == elsewhere.path:
            monkeypatch.setattr("ita_tui.store.laying.sync_folder", fail)

    year = unpack(packed, PLACE)
    monkeypatch.setattr(os, "replace", replace_and_fail)
    assert not lay_down(elsewhere, year, actor).confirmed
    assert elsewhere.read().generation == 2


def test_where_it_cannot_be_told_whether_there_is_a_data_file_none_is_laid_down(
    filled: Store, packed: Packed, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(errno.EIO, "no")

    year = unpack(packed, PLACE)
    before = files(filled)
    monkeypatch.setattr("pathlib.Path.lstat", fail)
    with pytest.raises(DataError, match="nothing was changed"):
        lay_down(filled, year, actor)
    assert files(filled) == before
