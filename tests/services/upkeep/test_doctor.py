"""The questions that `doctor` asks, each with a folder in which the answer is bad."""

from __future__ import annotations

import fcntl
import json
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import BusyError, DamagedDataError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.upkeep.doctor import Check, Level, accept, examine, repair
from ita_tui.services.workspace import Workspace
from ita_tui.store.backups import backups_folder
from ita_tui.store.document import decode, encode
from ita_tui.store.files import write_temporary
from ita_tui.store.segments import segments_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store import Store
    from ita_tui.store.records import Tables

YEAR = (2567,)


@pytest.fixture
def workspace(store: Store) -> Workspace:
    return Workspace(store.path.parent)


def answers(workspace: Workspace) -> dict[str, Check]:
    return {check.name: check for check in examine(workspace, YEAR)}


def level(workspace: Workspace, name: str) -> Level:
    return answers(workspace)[name].level


def fill(store: Store, actor: Actor, changes: int) -> None:
    """Change an item so often."""
    for number in range(changes):
        edit(store, actor, "O2", [Edit("remark", f"{number}")])


def rewrite(
    store: Store, change: Callable[[dict[str, dict[str, dict[str, object]]]], None]
) -> None:
    """Change the data file as the program itself might have by mistake: the checksum holds."""
    tables = decode(store.path.read_bytes(), store.path).tables
    change(tables)
    store.path.write_bytes(encode(tables))


def test_a_sound_folder_is_all_well(workspace: Workspace, store: Store, actor: Actor) -> None:
    fill(store, actor, 150)
    found = answers(workspace)
    assert {check.level for check in found.values()} == {Level.OK}
    assert found["2567 history"].message == "Events without a hole: 151."
    assert set(found) == {
        "Thai words", "Rights", "Leftovers", "2567 lock", "2567 data file", "2567 history",
        "2567 items", "2567 backups",
    }  # fmt: skip


def test_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    checks = examine(Workspace(tmp_path / "nowhere"), ())
    assert checks[-1].level is Level.NOTE
    assert "`ita-tui init`" in checks[-1].message


def test_without_the_dictionary_lines_may_end_inside_words(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.thai.wrapping.engine", lambda: "clusters")
    assert level(workspace, "Thai words") is Level.NOTE


def test_leftovers_are_a_note(workspace: Workspace, store: Store, actor: Actor) -> None:
    fill(store, actor, 130)
    write_temporary(store.path, b"x", store.path)
    segment = segments_folder(store.path) / "000000001-000000064.json"
    write_temporary(segment, b"x", store.path)
    check = answers(workspace)["Leftovers"]
    assert check.level is Level.NOTE
    assert ": 2;" in check.message
    assert repair(workspace, YEAR, actor) == ("Removed leftover temporary files: 2.",)
    assert level(workspace, "Leftovers") is Level.OK
    assert repair(workspace, YEAR, actor) == ()


def test_repair_waits_for_a_writer(
    workspace: Workspace, store: Store, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A live writer's temporary file is no leftover."""
    temporary = write_temporary(store.path, b"x", store.path)
    lock = store.path.with_name(store.path.name + ".lock")
    monkeypatch.setattr("ita_tui.services.upkeep.doctor.locked.__wrapped__.__defaults__", (0.0,))
    with lock.open("r+b") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BusyError):
            repair(workspace, YEAR, actor)
        assert level(workspace, "2567 lock") is Level.OK
    assert temporary.exists()


def test_a_lock_that_cannot_be_used_is_a_fault(workspace: Workspace, store: Store) -> None:
    lock = store.path.with_name(store.path.name + ".lock")
    lock.unlink()
    lock.symlink_to("elsewhere")
    assert level(workspace, "2567 lock") is Level.FAULT


def test_an_edit_by_hand_is_a_fault_until_it_is_accepted(
    workspace: Workspace, store: Store, actor: Actor
) -> None:
    fill(store, actor, 1)
    text = store.path.read_text(encoding="utf-8")
    edited = text.replace('"remark": "0"', '"remark": "มือ"').replace(
        '"revision": 1, "updated_at"', '"revision": 8, "updated_at"'
    )
    store.path.write_text(edited, encoding="utf-8")
    check = answers(workspace)["2567 data file"]
    assert check.level is Level.FAULT
    assert "--accept" in check.message
    event = accept(store, actor)
    assert event is not None
    assert (event.field, event.by) == ("accepted", actor.name)
    assert {check.level for check in examine(workspace, YEAR)} == {Level.OK}
    assert accept(store, actor) is None


def test_a_later_change_is_still_held_against_the_history(
    workspace: Workspace, store: Store, actor: Actor
) -> None:
    store.path.write_text(store.path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    accept(store, actor)
    fill(store, actor, 1)

    def forget(tables: Tables) -> None:
        tables["items"]["2"]["remark"] = ""

    rewrite(store, forget)
    check = answers(workspace)["2567 items"]
    assert (check.level, check.message) == (
        Level.FAULT, "The history tells something else about O2."
    )  # fmt: skip


def test_a_damaged_file_is_a_fault_and_never_accepted(
    workspace: Workspace, store: Store, actor: Actor
) -> None:
    content = store.path.read_bytes()[:-50]
    store.path.write_bytes(content)
    assert level(workspace, "2567 data file") is Level.FAULT
    with pytest.raises(DamagedDataError):
        accept(store, actor)
    assert store.path.read_bytes() == content


def test_a_missing_segment_is_a_fault(workspace: Workspace, store: Store, actor: Actor) -> None:
    fill(store, actor, 150)
    next(segments_folder(store.path).glob("*.json")).unlink()
    assert level(workspace, "2567 history") is Level.FAULT


def test_a_damaged_segment_is_a_fault(workspace: Workspace, store: Store, actor: Actor) -> None:
    fill(store, actor, 150)
    next(segments_folder(store.path).glob("*.json")).write_text("{}")
    assert level(workspace, "2567 history") is Level.FAULT


def test_a_number_that_was_given_twice_is_a_fault(
    workspace: Workspace, store: Store, actor: Actor
) -> None:
    fill(store, actor, 1)

    def count_back(tables: Tables) -> None:
        tables["header"]["1"]["next_event"] = 2

    rewrite(store, count_back)
    assert level(workspace, "2567 history") is Level.FAULT


@pytest.mark.parametrize(
    ("field", "value"),
    [("revision", 7), ("status", {"state": "done", "wording": ""})],
)
def test_an_item_that_the_history_tells_otherwise_is_a_fault(
    workspace: Workspace, store: Store, actor: Actor, field: str, value: object
) -> None:
    edit(store, actor, "O2", [Edit("status", Status.of(State.WAITING))])

    def change(tables: Tables) -> None:
        tables["items"]["2"][field] = value

    rewrite(store, change)
    check = answers(workspace)["2567 items"]
    assert check.level is Level.FAULT
    assert "O2" in check.message


def test_without_backups_there_is_a_note(workspace: Workspace, store: Store, actor: Actor) -> None:
    assert level(workspace, "2567 backups") is Level.OK
    fill(store, actor, 1)
    for path in backups_folder(store.path).iterdir():
        path.unlink()
    assert level(workspace, "2567 backups") is Level.NOTE


@pytest.mark.parametrize(
    ("target", "mode", "found"),
    [
        ("2567.json", 0o666, Level.FAULT),
        ("2567.json", 0o664, Level.NOTE),
        ("2567.json.backups", 0o775, Level.NOTE),
        ("2567.json.backups/000000001.json", 0o666, Level.FAULT),
        (".", 0o755, Level.NOTE),
    ],
)
def test_rights_of_others_are_found_and_mended(
    workspace: Workspace, store: Store, actor: Actor, target: str, mode: int, found: Level
) -> None:
    fill(store, actor, 1)
    path = workspace.folder / target
    path.chmod(mode)
    check = answers(workspace)["Rights"]
    assert check.level is found
    assert str(path) in check.message
    assert f"Mended the rights of {path}." in repair(workspace, YEAR, actor)
    assert level(workspace, "Rights") is Level.OK
    assert path.stat().st_mode & 0o777 == mode & 0o770


def test_a_lock_with_wrong_rights_is_mended(
    workspace: Workspace, store: Store, actor: Actor
) -> None:
    lock = store.path.with_name(store.path.name + ".lock")
    lock.chmod(0o666)
    assert repair(workspace, YEAR, actor) == (f"Mended the rights of {lock}.",)
    assert lock.stat().st_mode & 0o777 == 0o660


def test_the_group_of_a_shared_folder_gets_its_rights(
    workspace: Workspace, store: Store, actor: Actor
) -> None:
    workspace.folder.chmod(0o2750)
    store.path.chmod(0o640)
    assert level(workspace, "Rights") is Level.NOTE
    assert len(repair(workspace, YEAR, actor)) >= 2
    assert store.path.stat().st_mode & 0o777 == 0o660
    assert workspace.folder.stat().st_mode & 0o7777 == 0o2770


def test_a_folder_around_it_that_all_may_write_is_a_fault(
    workspace: Workspace, actor: Actor
) -> None:
    around = workspace.folder.parent
    around.chmod(0o777)
    checks = [check for check in examine(workspace, YEAR) if check.name == "Rights"]
    assert [check.level for check in checks] == [Level.FAULT, Level.OK]
    assert str(around) in checks[0].message
    assert repair(workspace, YEAR, actor) == ()
    around.chmod(0o1777)
    assert {check.level for check in examine(workspace, YEAR)} == {Level.OK}


def test_a_link_in_place_of_a_backup_is_left_alone(
    workspace: Workspace, store: Store, actor: Actor, tmp_path: Path
) -> None:
    fill(store, actor, 1)
    outside = tmp_path / "outside"
    outside.write_text(json.dumps({}))
    outside.chmod(0o666)
    (backups_folder(store.path) / "000000009.json").symlink_to(outside)
    assert repair(workspace, YEAR, actor) == ()
    assert outside.stat().st_mode & 0o777 == 0o666
