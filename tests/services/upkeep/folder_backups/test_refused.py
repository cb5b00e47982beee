"""What is not saved, and what is not taken back: nothing is changed then."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist
from ita_tui.domain.framework import Framework, FrameworkItem
from ita_tui.domain.status import State, Status
from ita_tui.errors import DataError, NoChecklistError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.upkeep.folder_backups import save_folder
from ita_tui.services.workspace import Workspace
from ita_tui.store.document import decode, encode
from tests.services.upkeep.folder_backups.conftest import files, load, repacked

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.event import Actor

DONE = Status.of(State.DONE)
ONCE = settings(
    max_examples=60 * int(os.environ.get("ITA_TUI_FAULT_SCALE", "1")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def test_a_file_that_is_there_is_replaced_only_when_told(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    before = saved.read_bytes()
    edit(workspace.store(), actor, "O2", [Edit("status", DONE)])
    with pytest.raises(DataError, match="is there already"):
        save_folder(workspace, saved)
    assert saved.read_bytes() == before
    save_folder(workspace, saved, force=True)
    assert saved.read_bytes() != before


@pytest.mark.parametrize("damage", ["edited", "cut", "history"])
def test_what_is_damaged_is_not_saved(workspace: Workspace, tmp_path: Path, damage: str) -> None:
    path = workspace.folder / "2566.json"
    if damage == "history":
        part = min((workspace.folder / "2566.json.history").iterdir())
        part.write_bytes(b"{")
    else:
        text = path.read_text("utf-8")
        path.write_text(text.replace("O2", "O9") if damage == "edited" else text[:-9], "utf-8")
    with pytest.raises(DataError, match="2566"):
        save_folder(workspace, tmp_path / "backup.zip")
    assert not (tmp_path / "backup.zip").exists()


def test_what_is_suspicious_in_one_year_leaves_them_all(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    for year in workspace.years():
        edit(workspace.store(year), actor, "O3", [Edit("status", DONE)])
    before = files(workspace)

    def forged(name: str, content: bytes) -> tuple[str, bytes]:
        return name, content.replace(b"O1", b"O9", 1) if name == "2567.json" else content

    repacked(saved, forged)
    with pytest.raises(DataError, match=r"backup\.zip/2567\.json is not as the program wrote it"):
        load(workspace, actor, saved)
    assert files(workspace) == before


def test_the_checklist_of_another_agency_is_refused(
    workspace: Workspace, other: Workspace, checklist: Checklist, saved: Path, actor: Actor
) -> None:
    other.create(replace(checklist, agency="เทศบาลอื่น"), (), actor)
    before = files(other)
    with pytest.raises(DataError, match="2567 is that of เทศบาลอื่น here, and of เทศบาลตัวอย่าง in"):
        load(other, actor, saved)
    assert files(other) == before
    assert other.years() == (2567,)
    assert workspace.years() == (2566, 2567)


def test_the_checklist_of_another_list_is_refused(
    other: Workspace, checklist: Checklist, saved: Path, actor: Actor
) -> None:
    items = (FrameworkItem("O1", "อื่น", "9.1"),)
    framework = Framework(2566, "อื่น", "เทศบาล", (Category("9.1", "อื่น"),), items)
    short_one = Checklist.from_framework(framework, checklist.agency, 2567)
    other.create(short_one, (), actor)
    before = files(other)
    with pytest.raises(DataError, match="another list of items"):
        load(other, actor, saved)
    assert files(other) == before


def test_a_year_under_the_name_of_another_is_refused(
    workspace: Workspace, other: Workspace, saved: Path, actor: Actor
) -> None:
    repacked(saved, lambda name, content: (name.replace("2567", "2568"), content))
    with pytest.raises(DataError, match="of fiscal year 2567 as that of 2568"):
        load(other, actor, saved)
    assert not other.folder.exists()
    repacked(saved, lambda name, content: None if "2566" in name else (name, content))
    repacked(saved, lambda name, content: (name.replace("2568", "2566"), content))
    before = files(workspace)
    with pytest.raises(DataError, match="2566 is that of"):
        load(workspace, actor, saved)
    assert files(workspace) == before


def test_an_edit_that_is_not_accepted_keeps_all_years_as_they_are(
    workspace: Workspace, saved: Path, actor: Actor
) -> None:
    edit(workspace.store(2566), actor, "O3", [Edit("status", DONE)])
    path = workspace.folder / "2567.json"
    path.write_text(path.read_text("utf-8").replace("2567 10", "2567 99"), "utf-8")
    before = files(workspace)
    with pytest.raises(DataError, match="`ita-tui doctor --accept`"):
        load(workspace, actor, saved)
    assert files(workspace) == before


@ONCE
@given(
    at=st.integers(0),
    put=st.binary(max_size=4),
    dropped=st.integers(0, 6),
    signed=st.booleans(),
)
def test_no_damaged_member_crashes_or_changes_a_file(  # noqa: PLR0913, PLR0917 (fixtures, and a fuzz)
    workspace: Workspace,
    saved: Path,
    actor: Actor,
    at: int,
    put: bytes,
    dropped: int,
    signed: bool,
) -> None:
    """Whatever a member holds, with a checksum that holds or not: a sentence, or a good year."""
    before = files(workspace)
    original = saved.read_bytes()

    def change(name: str, content: bytes) -> tuple[str, bytes]:
        place = at % len(content)
        if "2567" not in name or put == content[place : place + dropped]:
            return name, content
        mutated = content[:place] + put + content[place + dropped :]
        return name, resigned(mutated) if signed else mutated

    repacked(saved, change)
    fresh = Workspace(saved.with_name(f"fresh {os.urandom(6).hex()}"))
    try:
        load(fresh, actor, saved)
    except DataError:
        assert not fresh.folder.exists()
    for year in fresh.years():
        assert list(fresh.store(year).read().events())
    saved.write_bytes(original)
    assert files(workspace) == before


def resigned(content: bytes) -> bytes:
    """The same bytes with a checksum that holds, where they have one at all."""
    from hashlib import sha256

    at = content.find(b'"checksum": "')
    if at < 0:
        return content
    at += len(b'"checksum": "')
    blank = content[:at] + b"0" * 64 + content[at + 64 :]
    return blank[:at] + sha256(blank).hexdigest().encode() + blank[at + 64 :]


def test_a_forged_year_is_refused_where_the_checksum_holds(
    workspace: Workspace, other: Workspace, saved: Path, actor: Actor
) -> None:
    def forge(name: str, content: bytes) -> tuple[str, bytes]:
        if name != "2567.json":
            return name, content
        tables = decode(content, saved).tables
        tables["items"]["1"]["status"]["state"] = "finished"
        return name, encode(tables)

    repacked(saved, forge)
    for target in (workspace, other):
        with pytest.raises(DataError, match=r"items 1, status\.state"):
            load(target, actor, saved)
    assert not other.folder.exists()


def test_an_empty_folder_has_nothing_to_save(other: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NoChecklistError):
        save_folder(other, tmp_path / "backup.zip")
    assert not (tmp_path / "backup.zip").exists()
