"""Folders are made whole, by whoever comes first."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from ita_tui.store.files import make_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is to be made in one for the group."""
    tmp_path.chmod(0o2770)
    return tmp_path / "made"


def test_a_folder_gets_the_mode_of_the_one_around_it(folder: Path) -> None:
    before = os.umask(0o077)
    make_folder(folder)
    make_folder(folder)
    os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o2770
    assert list(folder.parent.iterdir()) == [folder]


def test_it_has_its_name_only_when_it_has_its_mode(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "fchmod", fail)
    with pytest.raises(OSError, match="no"):
        make_folder(folder)
    assert not folder.exists()
    monkeypatch.undo()
    make_folder(folder)
    assert list(folder.parent.iterdir()) == [folder]


def test_somebody_else_may_make_it_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.rename

    def be_late(made: Path, name: Path) -> None:
        folder.mkdir()
        (folder / "file").touch()
        real(made, name)

    monkeypatch.setattr(os, "rename", be_late)
    make_folder(folder)
    assert list(folder.parent.iterdir()) == [folder]
    assert (folder / "file").exists()


def test_a_writer_may_sweep_it_away_before_it_has_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open
    swept: list[Path] = []

    def sweep_first(path: Path, *given: int, **named: int) -> int:
        if not swept:
            swept.append(path)
            path.rmdir()
        return real(path, *given, **named)

    monkeypatch.setattr(os, "open", sweep_first)
    make_folder(folder)
    assert folder.is_dir()
    assert len(swept) == 1


def test_a_name_that_is_taken_by_a_file_is_an_error(folder: Path) -> None:
    folder.touch()
    with pytest.raises(NotADirectoryError):
        make_folder(folder)
    assert list(folder.parent.iterdir()) == [folder]


def test_a_folder_in_a_missing_one_is_an_error(folder: Path) -> None:
    with pytest.raises(FileNotFoundError):
        make_folder(folder / "below")
