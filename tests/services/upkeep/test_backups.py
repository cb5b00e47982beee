"""Earlier versions: what is kept, and going back to one as a change that can be taken back."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.checklist import EDITABLE_FIELDS, Checklist, Evidence
from ita_tui.domain.meeting import AgendaItem, Meeting
from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError, DataError, UsageError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import redo, undo
from ita_tui.services.upkeep.backups import restore_version, versions, versions_view
from ita_tui.services.upkeep.doctor import Level, accept, examine
from ita_tui.services.workspace import Workspace
from ita_tui.store import Store, kept_numbers
from ita_tui.store.backups import backups
from ita_tui.store.document import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.domain.event import Actor
    from ita_tui.store import Snapshot

FIRST = Meeting("m-1", "คณะกรรมการตัวอย่าง", 1, 2567)
SECOND = Meeting("m-2", "คณะกรรมการตัวอย่าง", 2, 2567)


@pytest.fixture
def filled(store: Store, actor: Actor) -> Store:
    """A store that went through versions 1 to 6, with all kinds of changes."""
    edit(store, actor, "O1", [Edit("status", Status.of(State.DONE)), Edit("remark", "เดิม")])
    with store.transaction(actor) as tx:
        tx.put_meeting(FIRST)
        tx.put_meeting(SECOND)
    edit(store, actor, "O2", [Edit("due", date(2024, 4, 30)), Edit("unit", "กองช่าง")])
    with store.transaction(actor) as tx:
        tx.remove_meeting("m-1")
        tx.put_meeting(replace(SECOND, place="ห้องประชุม", agenda=(AgendaItem("เรื่อง"),)))
        tx.put_meeting(replace(SECOND, id="m-3"))
    edit(store, actor, "O1", [Edit("evidence", (Evidence("https://example.go.th"),))])
    return store


def state(snapshot: Snapshot) -> tuple[list[tuple[object, ...]], tuple[Meeting, ...]]:
    """Everything that going back brings back."""
    items = [
        (item.code, *(getattr(item, field) for field in EDITABLE_FIELDS))
        for item in snapshot.checklist.items
    ]
    return items, snapshot.meetings


def rewrite(
    store: Store, change: Callable[[dict[str, dict[str, dict[str, object]]]], None]
) -> None:
    """Change the data file as the program itself might have: the checksum holds."""
    tables = decode(store.path.read_bytes(), store.path).tables
    change(tables)
    store.path.write_bytes(encode(tables))


def test_the_versions_are_listed_the_newest_first(filled: Store, actor: Actor) -> None:
    found = versions(filled)
    assert [version.number for version in found] == [5, 4, 3, 2, 1]
    assert [(one.progress.finished, one.progress.total) for one in found if one.progress] == [
        (1, 5), (1, 5), (1, 5), (1, 5), (0, 5),
    ]  # fmt: skip
    newest = [one.newest for one in found if one.newest]
    assert [(event.code, event.field) for event in newest] == [
        ("", "meeting"), ("O2", "unit"), ("", "meeting"), ("O1", "remark"), ("", "checklist"),
    ]  # fmt: skip
    assert {event.by for event in newest} == {actor.name}
    filled.close()


def test_a_version_that_cannot_be_read_is_listed_as_such(filled: Store) -> None:
    backups(filled.path)[1].write_bytes(b"{")
    numbers = {one.number for one in versions(filled) if one.newest is None}
    assert numbers == {4}
    views = versions_view(versions(filled))["versions"]
    assert isinstance(views, list)
    assert views[1] == {
        "number": 4, "readable": False, "at": "", "by": "", "code": "", "field": "",
        "finished": 0, "total": 0,
    }  # fmt: skip
    assert views[2] == {
        "number": 3, "readable": True, "at": "2024-03-12T03:42:00.000Z", "by": "กองคลัง",
        "code": "", "field": "meeting", "finished": 1, "total": 5,
    }  # fmt: skip


def test_a_version_that_is_dropped_meanwhile_is_not_listed(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.services.upkeep.backups.kept_numbers", lambda _path: (99, 5))
    assert [version.number for version in versions(filled)] == [5]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_going_back_is_one_change_that_is_taken_back_and_brought_back(
    filled: Store, actor: Actor, number: int
) -> None:
    now = state(filled.read())
    before = list(filled.read().events())
    then = state(Store(backups(filled.path)[5 - number]).read())
    restored = restore_version(filled, actor, number)
    assert restored.snapshot is not None
    assert state(filled.read()) == state(restored.snapshot) == then
    assert list(filled.read().events())[len(restored.events) :] == before
    *batch, marker = restored.events
    assert {event.batch for event in batch} == {batch[0].seq}
    assert (marker.field, marker.before, marker.after) == ("version", 6, str(number))
    assert (restored.aside, restored.frame_stays, restored.confirmed) == ("", False, True)
    for act, wanted in ((undo, now), (redo, then), (undo, now)):
        act(filled, actor)
        items, meetings = state(filled.read())
        assert items == wanted[0]
        assert set(meetings) == set(wanted[1])
    checks = examine(Workspace(filled.path.parent), (2567,))
    assert {check.level for check in checks} == {Level.OK}


def test_what_changed_is_told(filled: Store, actor: Actor) -> None:
    restored = restore_version(filled, actor, 1)
    assert [item.code for item in restored.before] == ["O1", "O2"]
    assert [item.status.state for item in restored.after] == [State.UNSET, State.UNSET]
    assert restored.before[0].status.state is State.DONE
    assert restored.meetings == 2
    assert restore_version(filled, actor, 2).meetings == 0


def test_items_are_not_told_to_be_decided_in_a_meeting(filled: Store, actor: Actor) -> None:
    restored = restore_version(filled, actor, 1)
    taken_back = undo(filled, actor)
    for event in (*restored.events, *taken_back.events):
        assert bool(event.meeting) is (event.field.partition(".")[0] == "meeting")


def test_nothing_is_written_where_nothing_differs(filled: Store, actor: Actor) -> None:
    undo(filled, actor)
    content = filled.path.read_bytes()
    restored = restore_version(filled, actor, 5)
    assert (restored.snapshot, restored.events) == (None, ())
    assert filled.path.read_bytes() == content


@pytest.mark.parametrize("number", [0, 6, 7, 10**11])
def test_a_version_that_is_not_kept_is_refused(filled: Store, actor: Actor, number: int) -> None:
    content = filled.path.read_bytes()
    with pytest.raises(UsageError, match=f"Version {number} is not kept; `ita-tui backup --list`"):
        restore_version(filled, actor, number)
    assert filled.path.read_bytes() == content


def test_every_version_that_is_kept_opens_and_can_be_gone_back_to(
    store: Store, actor: Actor
) -> None:
    many = Store(store.path, kept=100)
    for number in range(30):
        edit(many, actor, f"O{number % 5 + 1}", [Edit("remark", f"{number}")])
    states = {int(path.stem): state(Store(path).read()) for path in backups(many.path)}
    assert len(states) == 30
    for number, then in states.items():
        restore_version(many, actor, number)
        assert state(many.read()) == then


def renamed(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    tables["items"]["2"]["code"] = "O99"


def dropped(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    del tables["items"]["5"]


def moved(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    tables["items"]["1"]["category"] = "9.2"


def of_another_list(tables: dict[str, dict[str, dict[str, object]]]) -> None:
    tables["checklist"]["1"]["framework_year"] = 2568


@pytest.mark.parametrize("change", [renamed, dropped, moved, of_another_list])
def test_a_version_of_another_list_of_items_is_refused(
    filled: Store,
    actor: Actor,
    change: Callable[[dict[str, dict[str, dict[str, object]]]], None],
) -> None:
    rewrite(filled, change)
    content = filled.path.read_bytes()
    with pytest.raises(DataError, match="another list of items"):
        restore_version(filled, actor, 2)
    assert filled.path.read_bytes() == content


def test_names_that_were_others_then_stay_and_that_is_told(filled: Store, actor: Actor) -> None:
    def corrected(tables: dict[str, dict[str, dict[str, object]]]) -> None:
        tables["items"]["1"]["name"] = "โครงสร้างหน่วยงาน"

    rewrite(filled, corrected)
    restored = restore_version(filled, actor, 2)
    assert restored.frame_stays
    assert filled.read().checklist.items[0].name == "โครงสร้างหน่วยงาน"
    assert filled.read().checklist.items[1].unit == ""


def test_a_damaged_version_is_refused(filled: Store, actor: Actor) -> None:
    path = backups(filled.path)[0]
    path.write_bytes(path.read_bytes()[:-20])
    content = filled.path.read_bytes()
    with pytest.raises(DataError, match=r"000000005\.json is not as the program wrote it"):
        restore_version(filled, actor, 5)
    assert filled.path.read_bytes() == content


def test_an_edit_by_hand_is_accepted_before_anything_goes_back(filled: Store, actor: Actor) -> None:
    text = filled.path.read_text("utf-8").replace("กองช่าง", "กองคลัง")
    filled.path.write_text(text, "utf-8")
    with pytest.raises(DataError, match="`ita-tui doctor --accept`"):
        restore_version(filled, actor, 2)
    accept(filled, actor)
    assert versions(filled)[0].newest is None
    restore_version(filled, actor, 2)
    assert filled.read().checklist.items[1].unit == ""


@pytest.mark.parametrize("number", [2, 5])
def test_over_a_damaged_file_the_newest_good_version_goes_back(
    filled: Store, actor: Actor, number: int
) -> None:
    newest, wanted = (state(Store(backups(filled.path)[5 - n]).read()) for n in (5, number))
    filled.path.write_bytes(b"cut")
    restored = restore_version(filled, actor, number)
    assert filled.path.with_name(restored.aside).read_bytes() == b"cut"
    assert restored.events[0].field == "recovered"
    assert state(filled.read()) == wanted
    assert bool(restored.after) is (number == 2)
    if number == 2:
        undo(filled, actor)
        assert state(filled.read())[0] == newest[0]
    checks = examine(Workspace(filled.path.parent), (2567,))
    assert {check.level for check in checks} == {Level.OK}


def test_a_colleague_who_writes_at_the_same_moment_is_not_lost(
    filled: Store, actor: Actor, make_actor: Callable[..., Actor]
) -> None:
    """Both write again and again; what each of them did stands in the history."""
    colleague = make_actor("กองช่าง")
    rounds = 15

    def work() -> None:
        other = Store(filled.path)
        for number in range(rounds):
            edit(other, colleague, "O3", [Edit("remark", f"ครั้งที่ {number}")])

    thread = threading.Thread(target=work)
    thread.start()
    for number in range(rounds):
        restore_version(filled, actor, kept_numbers(filled.path)[number % 3 + 1])
    thread.join()
    events = list(filled.read().events())
    assert [event.seq for event in events] == list(range(len(events), 0, -1))
    assert sum(event.by == colleague.name for event in events) == rounds
    checks = examine(Workspace(filled.path.parent), (2567,))
    assert {check.level for check in checks} == {Level.OK}


def test_what_a_colleague_changed_since_keeps_it_from_being_taken_back(
    filled: Store, actor: Actor, make_actor: Callable[..., Actor]
) -> None:
    restore_version(filled, actor, 1)
    edit(filled, make_actor("กองช่าง"), "O1", [Edit("remark", "ใหม่")])
    content = filled.path.read_bytes()
    with pytest.raises(ConflictError, match=r"กองช่าง \(.*\) changed remark of O1 since"):
        undo(filled, actor)
    assert filled.path.read_bytes() == content


def test_only_as_many_versions_are_kept_as_the_folder_is_told(
    checklist: Checklist, actor: Actor, store: Store
) -> None:
    workspace = Workspace(store.path.parent / "own", backups=3)
    workspace.create(checklist, (), actor)
    own = workspace.store()
    for number in range(9):
        edit(own, actor, "O1", [Edit("remark", f"{number}")])
    assert kept_numbers(own.path) == (9, 8, 7)
