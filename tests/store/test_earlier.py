"""An earlier file put in place of the data file: nothing newer is lost by going on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DataError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import undo
from ita_tui.services.upkeep.backups import restore_version
from ita_tui.services.upkeep.doctor import Level, accept, examine
from ita_tui.services.workspace import Workspace
from ita_tui.store import history, kept_numbers
from ita_tui.store.backups import backups
from ita_tui.store.segments import segments_folder

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

LAST, EARLIER = 12, 6


@pytest.fixture(autouse=True)
def short_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segments of two events, so that a few changes make some."""
    monkeypatch.setattr(history, "TAIL_LIMIT", 4)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 2)


@pytest.fixture
def put_back(store: Store, actor: Actor) -> bytes:
    """Twelve versions, of which the sixth was copied over the data file; its content."""
    for number in range(1, LAST):
        edit(store, actor, "O1", [Edit("remark", f"{number}")])
    earlier = next(path for path in backups(store.path) if int(path.stem) == EARLIER)
    content = earlier.read_bytes()
    store.path.unlink()
    store.path.write_bytes(content)
    return content


def kept(store: Store) -> dict[str, bytes]:
    """The versions that are kept, and the sealed history, whatever their names are."""
    folder = segments_folder(store.path)
    paths: list[Path] = [*backups(store.path), *folder.glob("*.json"), *folder.glob("*.replaced-*")]
    return {path.name: path.read_bytes() for path in paths}


def test_it_is_read_and_not_written_to(store: Store, actor: Actor, put_back: bytes) -> None:
    before = kept(store)
    version = store.read()
    assert (version.generation, version.instead_of) == (EARLIER, LAST - 1)
    assert version.checklist.items[0].remark == "5"
    with pytest.raises(DataError) as raised:
        edit(store, actor, "O1", [Edit("remark", "neu")])
    assert "2567.json is version 6, but the newer version 11 is kept" in raised.value.message
    assert "`ita-tui restore --backup 11` opens the newer one" in raised.value.message
    assert store.path.read_bytes() == put_back
    assert kept(store) == before


def test_doctor_says_so_until_it_is_accepted(store: Store, actor: Actor, put_back: bytes) -> None:
    workspace = Workspace(store.path.parent)
    faults = [one.message for one in examine(workspace, (2567,)) if one.level is Level.FAULT]
    assert len(faults) == 1
    assert "an earlier file was put in its place" in faults[0]
    assert accept(store, actor) is not None
    assert [one for one in examine(workspace, (2567,)) if one.level is Level.FAULT] == []
    assert accept(store, actor) is None
    assert put_back in [path.read_bytes() for path in backups(store.path)]


def test_going_on_from_it_loses_nothing_newer(store: Store, actor: Actor, put_back: bytes) -> None:
    before = kept(store)
    accept(store, actor)
    for number in range(3):
        edit(store, actor, "O1", [Edit("remark", f"anew {number}")])
    now = store.read()
    assert now.generation > LAST
    assert now.instead_of is None
    assert [event.seq for event in now.events()] == list(range(EARLIER + 4, 0, -1))
    after = kept(store).values()
    assert [name for name, content in before.items() if content not in after] == []
    assert put_back in after


def test_going_back_to_the_newest_that_is_kept(store: Store, actor: Actor, put_back: bytes) -> None:
    restored = restore_version(store, actor, LAST - 1)
    assert restored.aside == ""
    assert store.read().checklist.items[0].remark == "10"
    assert max(kept_numbers(store.path)) < store.read().generation
    assert put_back in [path.read_bytes() for path in backups(store.path)]
    undo(store, actor)
    assert store.read().checklist.items[0].remark == "5"


def test_one_that_was_edited_by_hand_as_well_is_not_gone_back_from(
    store: Store, actor: Actor, put_back: bytes
) -> None:
    store.path.write_bytes(put_back.replace(b'"remark": "5"', b'"remark": "x"'))
    with pytest.raises(DataError, match="edited outside this program"):
        restore_version(store, actor, LAST - 1)
    assert accept(store, actor) is not None
    assert store.read().checklist.items[0].remark == "x"
