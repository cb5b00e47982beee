"""A data file that is gone, or not even read: it is offered what a damaged one is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DamagedDataError
from ita_tui.store import RecoveringStore, Store, history, kept_numbers
from ita_tui.store.files import SIZE_LIMIT

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor


def write(store: Store, actor: Actor, times: int) -> None:
    """Commit so many changes, one after the other."""
    for _commit in range(times):
        with store.transaction(actor) as tx:
            tx.set_field("O1", "remark", f"{tx.next_event}")


def test_a_file_that_is_gone_is_not_taken_for_one_that_never_was(
    store: Store, actor: Actor
) -> None:
    write(store, actor, 3)
    store.path.unlink()
    for act in (
        store.read,
        lambda: store.transaction(actor).__enter__(),
        lambda: store.transaction(actor, creating=True).__enter__(),
    ):
        with pytest.raises(DamagedDataError) as raised:
            act()
        assert f"{store.path} is gone. `ita-tui restore --backup 3` opens" in raised.value.message
    assert not store.path.exists()
    assert kept_numbers(store.path) == (3, 2, 1)


def test_the_newest_good_version_takes_the_place_of_a_file_that_is_gone(
    store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "TAIL_LIMIT", 6)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 3)
    write(store, actor, 9)
    store.path.unlink()
    with RecoveringStore.of(store).transaction(actor) as tx:
        tx.set_field("O1", "unit", "ก")
    snapshot = store.read()
    assert snapshot.generation == 10
    assert [event.seq for event in snapshot.events()] == list(range(11, 0, -1))
    assert [event.field for event in list(snapshot.events())[:3]] == ["unit", "remade", "remark"]
    write(store, actor, 20)
    assert len(list(store.read().events())) == 31


@pytest.mark.parametrize("kind", ["a link", "too large"])
def test_what_is_not_even_read_is_offered_a_way_out_and_kept(
    store: Store, actor: Actor, kind: str
) -> None:
    write(store, actor, 3)
    if kind == "a link":
        store.path.rename(store.path.with_name("elsewhere"))
        store.path.symlink_to("elsewhere")
    else:
        os.truncate(store.path, SIZE_LIMIT + 1)
    with pytest.raises(DamagedDataError, match=r"`ita-tui restore --backup 3` opens"):
        store.read()
    with RecoveringStore.of(store).transaction(actor) as tx:
        tx.set_field("O1", "unit", "ก")
    assert not store.path.is_symlink()
    assert store.read().checklist.items[0].unit == "ก"
    (kept,) = store.path.parent.glob("*.damaged-*")
    assert kept.is_symlink() or kept.stat().st_size == SIZE_LIMIT + 1
