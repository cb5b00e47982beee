"""The zip file of a data folder: only what the program itself would write is read."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_tui.errors import DataError
from ita_tui.services.upkeep import archive
from ita_tui.services.upkeep.archive import from_zip, to_zip
from ita_tui.store.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Callable

PART = "000000001-000000064.json"
YEARS = {
    2566: Packed(b"a", {}),
    2567: Packed("เนื้อความ".encode() * 50, {PART: b"b", "000000065-000000128.json": b"c" * 900}),
}
NAMES = [
    "2566.json",
    "2567.json",
    f"2567.json.history/{PART}",
    "2567.json.history/000000065-000000128.json",
]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[bytes], Path]:
    """Makes a file with some content."""

    def make(content: bytes) -> Path:
        path = tmp_path / "backup.zip"
        path.write_bytes(content)
        return path

    return make


def zipped(
    *files: tuple[str, bytes], kind: int = zipfile.ZIP_DEFLATED, comment: bytes = b""
) -> bytes:
    """A zip file with files of any names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as made:
        made.comment = comment
        for name, content in files:
            made.writestr(zipfile.ZipInfo(name), content, kind)
    return buffer.getvalue()


def good() -> bytes:
    return to_zip(YEARS, Path("backup.zip"))


def test_what_is_written_is_read_back(write: Callable[[bytes], Path]) -> None:
    assert from_zip(write(good())) == YEARS


def test_the_names_are_those_of_the_data_folder_and_strangers_get_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(good())) as made:
        assert made.namelist() == NAMES
        assert {stat.S_IMODE(info.external_attr >> 16) for info in made.infolist()} == {0o660}
        assert made.testzip() is None


def test_the_same_data_are_the_same_file() -> None:
    assert good() == good()


def test_a_file_packed_anew_by_another_program_is_read(write: Callable[[bytes], Path]) -> None:
    files = (("2566.json", b"a"), ("2567.json", b"b"))
    for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert set(from_zip(write(zipped(*files, kind=kind, comment=b"mine")))) == {2566, 2567}


NO_BACKUPS = {
    "empty": (b"", "it is damaged or no zip file"),
    "a text": ("รายงาน".encode(), "it is damaged or no zip file"),
    "an empty zip": (zipped(), "there is no checklist in it"),
    "cut": (good()[:-30], "it is damaged or no zip file"),
    "its end alone": (good()[-60:], "it is damaged or no zip file"),
    "another name": (zipped(("2567.json", b""), ("notes.txt", b"")), "notes.txt is none of"),
    "a folder": (zipped(("2567.json", b""), ("2567.json.history/", b"")), "is none of its files"),
    "above": (zipped(("2567.json", b""), ("../2568.json", b"")), "is none of its files"),
    "far above": (zipped(("/etc/2567.json", b"")), "is none of its files"),
    "below": (zipped(("data/2567.json", b"")), "is none of its files"),
    "a lock": (zipped(("2567.json.lock", b"")), "is none of its files"),
    "a backup": (zipped(("2567.json.backups/000000001.json", b"")), "is none of its files"),
    "up and down": (zipped(("2567.json.history/../2568.json", b"")), "is none of its files"),
    "backslashes": (zipped(("..\\2567.json", b"")), "is none of its files"),
    "thai digits": (zipped(("๒๕๖๗.json", b"")), "is none of its files"),
    "a year with a zero": (zipped(("0567.json", b"")), "is none of its files"),
    "a line end": (zipped(("2567.json\n", b"")), "is none of its files"),
    "a sign that a terminal obeys": (zipped(("\x1b[2J", b"")), r"␛\[2J is none of its files"),
    "a history alone": (zipped((f"2567.json.history/{PART}", b"")), "2567.json is missing"),
    "another kind": (zipped(("2567.json", b"x"), kind=zipfile.ZIP_LZMA), "is none of its files"),
    "one more kind": (zipped(("2567.json", b"x"), kind=zipfile.ZIP_BZIP2), "is none of its files"),
}


@pytest.mark.parametrize(("content", "message"), NO_BACKUPS.values(), ids=NO_BACKUPS)
def test_what_is_no_backup_is_named(
    write: Callable[[bytes], Path], content: bytes, message: str
) -> None:
    path = write(content)
    with pytest.raises(DataError, match=message) as raised:
        from_zip(path)
    assert raised.value.message.startswith(f"{path} is no backup of a data folder: ")
    assert raised.value.message.endswith("; nothing was changed.")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(write: Callable[[bytes], Path]) -> None:
    path = write(zipped(("2567.json", b"a"), ("2567.json", b"b")))
    with pytest.raises(DataError, match="stands twice"):
        from_zip(path)


def test_an_encrypted_file_is_refused(write: Callable[[bytes], Path]) -> None:
    content = bytearray(zipped(("2567.json", b"a")))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DataError, match="is none of its files"):
        from_zip(write(bytes(content)))


def test_a_bomb_is_not_unpacked(
    write: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 3_000_000)
    path = write(zipped(("2566.json", bytes(2_000_000)), ("2567.json", bytes(2_000_000))))
    assert path.stat().st_size < 10_000
    with pytest.raises(DataError, match="larger than any backup can be; nothing was changed"):
        from_zip(path)


def test_one_file_may_not_be_larger_than_a_data_file(
    write: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "SIZE_LIMIT", 1_000_000)
    path = write(zipped(("2567.json", bytes(1_000_001))))
    with pytest.raises(DataError, match="larger than any backup"):
        from_zip(path)


def test_a_bomb_that_claims_to_be_small_is_not_unpacked(
    write: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = zipped(("2567.json", bytes(50_000_000)))
    for sign, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(sign) + offset
        content = content[:at] + struct.pack("<L", 9) + content[at + 4 :]
    largest = 0
    real = zipfile.ZipExtFile.read

    def watched(file: zipfile.ZipExtFile, size: int | None = -1) -> bytes:
        nonlocal largest
        assert size is not None
        largest = max(largest, size)
        assert size > 0
        return real(file, size)

    monkeypatch.setattr(zipfile.ZipExtFile, "read", watched)
    with pytest.raises(DataError, match="is no backup"):
        from_zip(write(content))
    assert 0 < largest <= 1 << 20


def test_a_zip_file_over_the_limit_is_not_read(
    write: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(good())
    monkeypatch.setattr(archive, "ZIP_LIMIT", path.stat().st_size)
    assert from_zip(path) == YEARS
    monkeypatch.setattr(archive, "ZIP_LIMIT", path.stat().st_size - 1)
    with pytest.raises(DataError, match="larger than any backup"):
        from_zip(path)


@pytest.mark.parametrize(("limit", "room"), [("ZIP_LIMIT", 100), ("UNPACKED_LIMIT", 1000)])
def test_what_could_not_be_read_again_is_not_written(
    monkeypatch: pytest.MonkeyPatch, limit: str, room: int
) -> None:
    monkeypatch.setattr(archive, limit, room)
    with pytest.raises(DataError, match=r"backup\.zip is, or would be, larger"):
        good()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, message in [
        ("nowhere.zip", r"nowhere\.zip cannot be read \(No such file"),
        ("a\0b", "cannot be read"),
        ("pipe", "it is not a regular file"),
        ("", "it is not a regular file"),
    ]:
        with pytest.raises(DataError, match=message):
            from_zip(tmp_path / name)


def test_a_file_that_fails_while_it_is_read_is_named(
    write: Callable[[bytes], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> bytes:
        raise OSError(5, "no")

    path = write(good())
    monkeypatch.setattr(os, "read", fail)
    with pytest.raises(DataError, match=r"cannot be read \(Input/output error\)"):
        from_zip(path)


GOOD = good()
FUZZ = settings(
    max_examples=400 * int(os.environ.get("ITA_TUI_FAULT_SCALE", "1")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@FUZZ
@given(
    steps=st.lists(
        st.tuples(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 6)),
        min_size=1,
        max_size=4,
    )
)
def test_no_mutated_zip_crashes_or_gives_other_contents(
    write: Callable[[bytes], Path], steps: list[tuple[int, bytes, int]]
) -> None:
    content = GOOD
    for at, put, dropped in steps:
        content = content[:at] + put + content[at + dropped :]
    try:
        found = from_zip(write(content))
    except DataError:
        return
    for year, packed in found.items():
        assert packed.content == YEARS[year].content
        assert set(packed.segments.items()) <= set(YEARS[year].segments.items())


@FUZZ
@given(content=st.binary(max_size=300))
def test_no_bytes_crash_it(write: Callable[[bytes], Path], content: bytes) -> None:
    with pytest.raises(DataError):
        from_zip(write(content))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@FUZZ
@given(
    files=st.lists(
        st.tuples(
            st.one_of(
                st.sampled_from([*NAMES, "../2567.json", "2567.json/", "2567.json.history/"]),
                st.text(max_size=12).filter(lambda name: name != ""),
            ),
            st.binary(max_size=40),
        ),
        max_size=4,
    )
)
def test_no_names_lead_out_of_the_folder(
    write: Callable[[bytes], Path], files: list[tuple[str, bytes]]
) -> None:
    try:
        path = write(zipped(*files))
    except UnicodeEncodeError:  # the zip library writes no halves of a character
        return
    try:
        found = from_zip(path)
    except DataError:
        return
    given_names = dict(files)
    for year, packed in found.items():
        assert packed.content == given_names[f"{year}.json"]
        assert all("/" not in name for name in packed.segments)
