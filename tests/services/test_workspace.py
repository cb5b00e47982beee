"""The data folder: which fiscal years it has, and how one is begun."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.errors import DataError, NoChecklistError, UsageError
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor


@pytest.fixture(autouse=True)
def strict_umask() -> Iterator[None]:
    """The umask of an office that lets nobody see anything."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A data folder that is not there yet."""
    return Workspace(tmp_path / "new" / "data")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_missing_folder_has_no_years_and_is_not_made_by_looking(workspace: Workspace) -> None:
    assert workspace.years() == ()
    with pytest.raises(NoChecklistError, match="ita-tui init") as raised:
        workspace.store()
    assert str(workspace.folder) in raised.value.message
    assert not workspace.folder.exists()


def test_a_checklist_is_begun_in_a_new_folder_for_the_group(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    snapshot = workspace.create(checklist, (), actor)
    assert snapshot.checklist == checklist
    assert workspace.years() == (2567,)
    assert mode(workspace.folder) == 0o2770
    assert mode(workspace.folder / "2567.json") == 0o660
    assert workspace.store().path == workspace.folder / "2567.json"
    assert workspace.store().read().checklist == checklist


def test_beginning_leaves_no_file_open(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    before = len(list(Path("/dev/fd").iterdir()))
    workspace.create(checklist, (), actor)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_folder_that_is_there_keeps_its_mode(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    workspace.folder.mkdir(parents=True)
    workspace.folder.chmod(0o750)
    workspace.create(checklist, (), actor)
    assert mode(workspace.folder) == 0o750


def test_the_years_stand_in_order_and_the_newest_is_taken(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    for year in (2567, 2565, 2568):
        workspace.create(replace(checklist, fiscal_year=year), (), actor)
    assert workspace.years() == (2565, 2567, 2568)
    assert workspace.store().read().checklist.fiscal_year == 2568
    assert workspace.store(2565).read().checklist.fiscal_year == 2565


def test_an_unknown_year_names_those_that_there_are(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    for year in (2567, 2565):
        workspace.create(replace(checklist, fiscal_year=year), (), actor)
    with pytest.raises(UsageError, match="fiscal year 2566 here, only of 2565, 2567"):
        workspace.store(2566)


@pytest.mark.parametrize(
    "name",
    [
        "notes.json",
        "2567.json.lock",
        "256.json",
        "25677.json",
        "๒๕๖๗.json",
        "２５６７.json",
        ".json",
    ],
)
def test_files_of_other_names_are_no_years(
    workspace: Workspace, checklist: Checklist, actor: Actor, name: str
) -> None:
    workspace.create(checklist, (), actor)
    (workspace.folder / name).touch()
    assert workspace.years() == (2567,)


def test_a_year_is_not_begun_twice(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    workspace.create(checklist, (), actor)
    before = (workspace.folder / "2567.json").read_bytes()
    with pytest.raises(DataError, match="is there already"):
        workspace.create(replace(checklist, agency="อีกแห่ง"), (), actor)
    assert (workspace.folder / "2567.json").read_bytes() == before


def test_a_file_in_the_place_of_the_folder_is_an_error_with_a_sentence(
    workspace: Workspace, checklist: Checklist, actor: Actor
) -> None:
    workspace.folder.parent.mkdir()
    workspace.folder.write_text("")
    with pytest.raises(DataError, match="cannot be read"):
        workspace.years()
    with pytest.raises(DataError, match="cannot be made"):
        workspace.create(checklist, (), actor)
    with pytest.raises(DataError, match="cannot be made"):
        Workspace(workspace.folder / "below").create(checklist, (), actor)


@pytest.mark.parametrize("which", ["the folder", "the folder around it"])
def test_a_folder_that_everybody_may_write_to_is_refused(
    workspace: Workspace, checklist: Checklist, actor: Actor, which: str
) -> None:
    workspace.create(checklist, (), actor)
    wide = workspace.folder if which == "the folder" else workspace.folder.parent
    wide.chmod(0o777)
    with pytest.raises(DataError, match="Everybody may write") as raised:
        workspace.store()
    assert f"{wide};" in raised.value.message
    with pytest.raises(DataError, match="Everybody may write"):
        workspace.create(replace(checklist, fiscal_year=2568), (), actor)
    assert workspace.years() == (2567,)
    wide.chmod(0o1777)
    assert workspace.store().read().checklist == checklist


def test_a_link_to_the_folder_does_not_hide_who_may_write_to_it(
    workspace: Workspace, checklist: Checklist, actor: Actor, tmp_path: Path
) -> None:
    workspace.create(checklist, (), actor)
    (tmp_path / "link").symlink_to(workspace.folder)
    linked = Workspace(tmp_path / "link")
    assert linked.store().read().checklist == checklist
    workspace.folder.parent.chmod(0o777)
    with pytest.raises(DataError, match="Everybody may write"):
        linked.store()


def test_a_folder_that_cannot_be_looked_at_is_an_error_with_a_sentence(
    workspace: Workspace, checklist: Checklist, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.create(checklist, (), actor)

    def fail(path: Path, **_named: object) -> os.stat_result:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(Path, "stat", fail)
    with pytest.raises(DataError, match=r"cannot be read \(Permission denied\)"):
        workspace.store()


def test_a_new_folder_is_on_the_disk_for_certain(
    workspace: Workspace, checklist: Checklist, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, synced = os.fsync, []

    def sync(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    workspace.create(checklist, (), actor)
    around = (workspace.folder, workspace.folder.parent, workspace.folder.parent.parent)
    assert {folder.stat().st_ino for folder in around} <= set(synced)
