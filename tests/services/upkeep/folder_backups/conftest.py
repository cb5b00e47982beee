"""A data folder with two years and long histories, a backup of it, and what tests ask of both."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.upkeep.doctor import Level, examine
from ita_tui.services.upkeep.folder_backups import YearRestored, load_folder, save_folder
from ita_tui.services.workspace import Workspace
from ita_tui.store import history

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor

MEETING = Meeting("m-1", "คณะกรรมการตัวอย่าง", 1, 2567)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tail and segments so short that a few events make many of them."""
    monkeypatch.setattr(history, "TAIL_LIMIT", 6)
    monkeypatch.setattr(history, "SEGMENT_SIZE", 3)


@pytest.fixture
def workspace(tmp_path: Path, checklist: Checklist, actor: Actor) -> Workspace:
    """A data folder with the years 2566 and 2567, each with a meeting and a long history."""
    made = Workspace(tmp_path / "data")
    for year in (2566, 2567):
        made.create(replace(checklist, fiscal_year=year), (MEETING,), actor)
        for number in range(11):
            edit(made.store(year), actor, "O1", [Edit("remark", f"{year} {number}")])
    return made


@pytest.fixture
def other(tmp_path: Path) -> Workspace:
    """A data folder that is not there yet."""
    return Workspace(tmp_path / "other")


@pytest.fixture
def saved(workspace: Workspace, tmp_path: Path) -> Path:
    """A backup of the data folder."""
    target = tmp_path / "backup.zip"
    save_folder(workspace, target)
    return target


def load(workspace: Workspace, actor: Actor, source: Path, **named: int) -> list[YearRestored]:
    return list(load_folder(workspace, actor, source, **named))


def files(workspace: Workspace) -> dict[str, bytes]:
    """Every file of a data folder except locks and backups."""
    return {
        str(path.relative_to(workspace.folder)): path.read_bytes()
        for path in workspace.folder.rglob("*")
        if path.is_file() and path.suffix != ".lock" and "backups" not in str(path)
    }


def sound(workspace: Workspace) -> bool:
    """Whether `doctor` finds no fault."""
    checks = examine(workspace, workspace.years())
    return all(check.level is not Level.FAULT for check in checks)


def repacked(source: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> None:
    """Pack a backup anew with other names or contents; None leaves a file out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            changed = change(name, old.read(name))
            if changed is not None:
                new.writestr(*changed)
    source.write_bytes(buffer.getvalue())
