"""The history: its newest events in the data file, the older ones in sealed segments."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DamagedDataError, DataError
from ita_tui.store import history

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.event import Actor, Event
    from ita_tui.store import Store

TAIL, SEGMENT = 8, 4


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tail and segments so short that a few events make many of them."""
    monkeypatch.setattr(history, "TAIL_LIMIT", TAIL)
    monkeypatch.setattr(history, "SEGMENT_SIZE", SEGMENT)


@pytest.fixture
def write(store: Store, actor: Actor) -> Callable[..., None]:
    """Commits changes of the first item, one event each, so many at a time."""

    def commit(events: int = 1) -> None:
        with store.transaction(actor) as tx:
            for _event in range(events):
                tx.set_field("O1", "remark", f"ครั้งที่ {tx.next_event}")

    return commit


def folder_of(store: Store) -> Path:
    return store.path.with_name("2567.json.history")


def names(store: Store) -> list[str]:
    return sorted(path.name for path in folder_of(store).iterdir())


def tail(store: Store) -> list[int]:
    return [int(key) for key in json.loads(store.path.read_bytes())["history"]]


def numbers(store: Store) -> list[int]:
    return [event.seq for event in store.read().events()]


def test_every_event_is_there_once_and_in_order_across_many_commits(
    store: Store, write: Callable[..., None]
) -> None:
    seen: dict[int, Event] = {}
    for _commit in range(270):
        write()
        newest = next(store.read().events())
        seen[newest.seq] = newest
    events = list(store.read().events())
    assert [event.seq for event in events] == list(range(271, 0, -1))
    assert events[:-1] == [seen[number] for number in range(271, 1, -1)]
    assert len(tail(store)) <= 128
    assert names(store)[:2] == ["000000001-000000064.json", "000000065-000000128.json"]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("sizes", [[1] * 40, [7] * 9, [3, 30, 1, 17, 8, 1], [100]], ids=str)
def test_no_event_is_lost_or_doubled_whatever_the_size_of_a_commit(
    store: Store, write: Callable[..., None], sizes: list[int]
) -> None:
    written = 1
    for size in sizes:
        write(size)
        written += size
        assert numbers(store) == list(range(written, 0, -1))
        assert len(tail(store)) <= TAIL
    for path in folder_of(store).iterdir():
        first, last = path.stem.split("-")
        held = [int(key) for key in json.loads(path.read_bytes())["history"]]
        assert held == list(range(int(first), int(last) + 1))
        assert len(held) == SEGMENT


@pytest.mark.usefixtures("short")
def test_older_segments_are_read_only_when_the_caller_goes_so_far(
    store: Store, write: Callable[..., None]
) -> None:
    for _commit in range(20):
        write()
    snapshot = store.read()
    shutil.rmtree(folder_of(store))
    events = snapshot.events()
    assert [next(events).seq for _one in tail(store)] == sorted(tail(store), reverse=True)


@pytest.mark.usefixtures("short")
def test_a_snapshot_keeps_its_own_history_while_others_write_on(
    store: Store, write: Callable[..., None]
) -> None:
    write(6)
    snapshot = store.read()
    write(20)
    assert [event.seq for event in snapshot.events()] == list(range(7, 0, -1))
    assert numbers(store) == list(range(27, 0, -1))


@pytest.mark.usefixtures("short")
def test_a_segment_of_a_commit_that_did_not_come_about_counts_for_nothing(
    store: Store, write: Callable[..., None]
) -> None:
    write(5)
    content = store.path.read_bytes()
    before = list(store.read().events())
    write(15)
    store.path.write_bytes(content)
    assert (
        names(store)
        == [
            "000000001-000000004.json",
            "000000005-000000008.json",
            "000000009-000000012.json",
            "000000013-000000016.json",
        ][: len(names(store))]
    )
    assert list(store.read().events()) == before
    write(1)
    assert numbers(store) == list(range(7, 0, -1))
    for _commit in range(30):
        write(1)
        assert numbers(store) == list(range(len(numbers(store)), 0, -1))
    assert [event.after for event in store.read().events()][:-1] == [
        f"ครั้งที่ {number}" for number in range(37, 1, -1)
    ]


@pytest.mark.usefixtures("short")
def test_a_half_written_segment_of_a_dead_process_is_swept_away(
    store: Store, write: Callable[..., None]
) -> None:
    write(10)
    (folder_of(store) / ".tmp-000000005-000000008.json.99").write_text("{")
    write(10)
    assert [name for name in names(store) if "tmp" in name] == []
    assert numbers(store) == list(range(21, 0, -1))


@pytest.mark.usefixtures("short")
def test_files_of_other_names_in_the_folder_are_left_alone(
    store: Store, write: Callable[..., None]
) -> None:
    write(10)
    for name in ("notes.json", "000000001-000000004.json.bak", "1-4.json"):
        (folder_of(store) / name).write_text("ของคนอื่น")
    write(10)
    assert numbers(store) == list(range(21, 0, -1))
    assert (folder_of(store) / "notes.json").read_text() == "ของคนอื่น"


def damage_a_digit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace("ครั้งที่ 3".encode(), "ครั้งที่ 8".encode()))


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def swap(path: Path) -> None:
    shutil.copy(path.with_name("000000005-000000008.json"), path)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("damage", [damage_a_digit, truncate, swap, empty])
def test_a_damaged_segment_is_named_and_never_read_differently(
    store: Store, write: Callable[..., None], damage: Callable[[Path], None]
) -> None:
    write(20)
    segment = folder_of(store) / "000000001-000000004.json"
    damage(segment)
    with pytest.raises(DamagedDataError, match=r"000000001-000000004\.json is damaged"):
        list(store.read().events())
    assert store.read().checklist.items[0].revision == 20
    damaged = segment.read_bytes()
    write()
    assert segment.read_bytes() == damaged


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(
    ("removed", "message"), [(1, "Events 1 to 4 are missing"), (5, "Events 5 to 8 are missing")]
)
def test_a_missing_segment_is_noticed(
    store: Store, write: Callable[..., None], removed: int, message: str
) -> None:
    write(20)
    (folder_of(store) / f"{removed:09d}-{removed + 3:09d}.json").unlink()
    with pytest.raises(DamagedDataError, match=message):
        list(store.read().events())


@pytest.mark.usefixtures("short")
def test_a_segment_that_is_a_link_is_not_followed(store: Store, write: Callable[..., None]) -> None:
    write(20)
    segment = folder_of(store) / "000000001-000000004.json"
    segment.rename(segment.with_name("elsewhere"))
    segment.symlink_to(segment.with_name("elsewhere"))
    with pytest.raises(DataError, match="it is a link"):
        list(store.read().events())


@pytest.mark.usefixtures("short")
def test_a_segment_that_vanishes_while_the_caller_goes_on_is_an_error_with_a_sentence(
    store: Store, write: Callable[..., None]
) -> None:
    write(20)
    events = store.read().events()
    for event in events:
        if event.seq == 14:
            break
    shutil.rmtree(folder_of(store))
    with pytest.raises(DataError, match="cannot be read"):
        list(events)


@pytest.mark.usefixtures("short")
def test_a_folder_that_is_none_is_an_error_with_a_sentence(
    store: Store, write: Callable[..., None]
) -> None:
    write(20)
    shutil.rmtree(folder_of(store))
    folder_of(store).write_text("")
    with pytest.raises(DataError, match="cannot be read"):
        list(store.read().events())
    before = store.path.read_bytes()
    with pytest.raises(DataError, match="nothing was changed"):
        write(10)
    assert store.path.read_bytes() == before
