"""Exported files: whole or not at all, and never over another by accident."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.errors import DataError, UsageError
from ita_tui.services.outfile import NotWrittenError, write_file

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = "รายงาน".encode()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(number: int) -> Callable[..., None]:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.fixture(params=[False, True], ids=["links", "no-links"])
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system with hard links, and one without."""
    if request.param:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))


@pytest.mark.usefixtures("file_system")
@pytest.mark.parametrize("force", [False, True])
def test_a_new_file_is_written_whole(tmp_path: Path, force: bool) -> None:
    target = tmp_path / "รายงาน.md"
    write_file(target, TEXT, force=force)
    assert target.read_bytes() == TEXT
    assert names(tmp_path) == ["รายงาน.md"]
    assert target.stat().st_nlink == 1


@pytest.mark.parametrize(("umask", "mode"), [(0o000, 0o660), (0o022, 0o640), (0o077, 0o600)])
def test_strangers_get_nothing_and_the_umask_counts(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        write_file(tmp_path / "x.md", TEXT, force=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == mode


@pytest.mark.parametrize("there", ["file", "folder", "link", "dangling link"])
def test_what_is_there_stays_without_force(tmp_path: Path, there: str) -> None:
    target, other = tmp_path / "x.md", tmp_path / "other"
    other.write_bytes(b"mine")
    if there == "file":
        target.write_bytes(b"mine")
    elif there == "folder":
        target.mkdir()
    else:
        target.symlink_to(other if there == "link" else tmp_path / "nowhere")
    with pytest.raises(DataError, match="no file" if there == "folder" else "--force"):
        write_file(target, TEXT, force=False)
    assert names(tmp_path) == ["other", "x.md"]
    assert other.read_bytes() == b"mine"
    assert there != "file" or target.read_bytes() == b"mine"


def test_force_replaces_a_file_and_never_follows_a_link(tmp_path: Path) -> None:
    target, other = tmp_path / "x.md", tmp_path / "other"
    other.write_bytes(b"mine")
    target.symlink_to(other)
    write_file(target, TEXT, force=True)
    assert other.read_bytes() == b"mine"
    assert not target.is_symlink()
    write_file(target, b"again", force=True)
    assert target.read_bytes() == b"again"


@pytest.mark.parametrize("there", ["folder", "pipe", "link"])
def test_force_replaces_nothing_but_files(tmp_path: Path, there: str) -> None:
    target, pipe = tmp_path / "x.md", tmp_path / "pipe"
    os.mkfifo(pipe)
    match there:
        case "folder":
            target.mkdir()
        case "pipe":
            target = pipe
        case _:
            target.symlink_to(pipe)
    before = names(tmp_path), target.lstat().st_ino
    with pytest.raises(NotWrittenError, match="is no file"):
        write_file(target, TEXT, force=True)
    assert (names(tmp_path), target.lstat().st_ino) == before


@pytest.mark.parametrize("force", [False, True])
def test_a_data_file_is_never_replaced(tmp_path: Path, force: bool) -> None:
    target = tmp_path / "2567.json"
    target.write_bytes(b"data")
    (tmp_path / "2567.json.lock").touch()
    with pytest.raises(NotWrittenError, match="data file of this program") as raised:
        write_file(target, TEXT, force=force)
    assert target.read_bytes() == b"data"
    assert raised.value.offered == tmp_path / "2567-2.json"


def test_a_file_that_only_looks_like_data_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "2567.json"
    target.write_bytes(b"mine")
    write_file(target, TEXT, force=True)
    assert target.read_bytes() == TEXT


@pytest.mark.usefixtures("file_system")
def test_whoever_takes_the_name_meanwhile_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is taken after it was looked at: while the content is synced to the disk."""
    target = tmp_path / "x.md"
    sync = os.fsync

    def late(descriptor: int) -> None:
        target.write_bytes(b"theirs")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", late)
    with pytest.raises(DataError, match="is there already"):
        write_file(target, TEXT, force=False)
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["x.md"]


@pytest.mark.parametrize("call", ["write", "fsync", "link"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_an_error_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    monkeypatch.setattr(os, call, failing(number))
    with pytest.raises(DataError, match=os.strerror(number)):
        write_file(tmp_path / "x.md", TEXT, force=False)
    assert names(tmp_path) == []


def test_an_error_with_force_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.md").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(DataError):
        write_file(tmp_path / "x.md", TEXT, force=True)
    assert (tmp_path / "x.md").read_bytes() == b"old"
    assert names(tmp_path) == ["x.md"]


def test_short_writes_are_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def short(descriptor: int, content: Any) -> int:  # noqa: ANN401 (any buffer)
        return write(descriptor, bytes(content)[:1])

    monkeypatch.setattr(os, "write", short)
    write_file(tmp_path / "x.md", TEXT, force=False)
    assert (tmp_path / "x.md").read_bytes() == TEXT


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"There is no folder .*nowhere to write x.md into"):
        write_file(tmp_path / "nowhere" / "x.md", TEXT, force=False)


def test_a_long_name_that_the_system_takes_is_taken(tmp_path: Path) -> None:
    target = tmp_path / ("ก" * 85)
    write_file(target, TEXT, force=False)
    assert target.read_bytes() == TEXT
    with pytest.raises(DataError, match="File name too long"):
        write_file(tmp_path / ("ก" * 86), TEXT, force=False)


def test_another_name_is_offered_where_a_file_is(tmp_path: Path) -> None:
    for name in ("x.md", "x-2.md"):
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(NotWrittenError) as raised:
        write_file(tmp_path / "x.md", TEXT, force=False)
    assert raised.value.offered == tmp_path / "x-3.md"
    assert f"another name such as {tmp_path / 'x-3.md'}, or --force" in raised.value.message
    write_file(raised.value.offered, TEXT, force=False)
    assert (tmp_path / "x.md").read_bytes() == b"mine"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no-temporary-folder"))
    return folder


def offered(target: Path) -> Path | None:
    with pytest.raises(NotWrittenError) as raised:
        write_file(target, TEXT, force=False)
    return raised.value.offered


def test_the_home_folder_is_offered_for_a_folder_that_is_missing(
    tmp_path: Path, home: Path
) -> None:
    assert offered(tmp_path / "nowhere" / "x.md") == home / "x.md"
    (home / "x.md").write_bytes(b"mine")
    assert offered(tmp_path / "nowhere" / "x.md") == home / "x-2.md"


def test_no_name_on_the_same_disk_is_offered_when_the_disk_fails(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    assert offered(tmp_path / "x.md") is None
    assert names(home) == []


def test_a_name_that_is_too_long_is_offered_nowhere(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Linux keeps /proc on a disk of its own, so that the home folder lies on another.
    monkeypatch.setattr(os, "open", failing(errno.ENAMETOOLONG))
    assert offered(Path("/proc") / ("x" * 300)) is None
    assert offered(tmp_path / ("x" * 300)) is None
    assert names(home) == []


def test_nothing_is_offered_where_nothing_can_be_written(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.md").write_bytes(b"mine")
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    assert offered(tmp_path / "x.md") is None
    assert offered(tmp_path / "nowhere" / "x.md") is None
    monkeypatch.setattr(Path, "home", failing_home)
    assert offered(tmp_path / "nowhere" / "x.md") is None
    assert names(home) == []


def failing_home() -> Path:
    raise RuntimeError("no home")


@pytest.mark.parametrize("name", ["", "..", ".", "/", "a\0b"])
def test_a_name_that_is_no_files(name: str) -> None:
    with pytest.raises(UsageError, match="is no name of a file"):
        write_file(Path(name), TEXT, force=False)


def test_a_folder_that_takes_no_files_is_there_all_the_same() -> None:
    # Linux says of a new file in /proc what it says of a folder that is missing.
    with pytest.raises(DataError) as raised:
        write_file(Path("/proc/x.md"), b"x", force=False)
    assert raised.value.message.startswith("/proc/x.md could not be written")
