"""A whole data folder as one zip file: each year's data file with the history that it needs.

The names in it are those of the data folder, so that it can also be unpacked by hand. Reading
takes nothing on trust: any other name, a second file of a name, a size beyond all likelihood or a
damaged part, and it is no backup.
"""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.store.files import FILE_MODE, SIZE_LIMIT, let_go, reason
from ita_tui.store.packing import Packed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ZIP_LIMIT = SIZE_LIMIT
"""The largest zip file that is read or written, in bytes."""

UNPACKED_LIMIT = 4 * SIZE_LIMIT
"""The most that all files in it may hold together, in bytes."""

_NAME = re.compile(
    r"(?P<year>[1-9][0-9]{3})\.json(?:\.history/(?P<part>[0-9]{9,18}-[0-9]{9,18}\.json))?"
)
_ENCRYPTED = 0x1
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_PART = 1 << 20

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
)
"""What the zip library raises for a file that is not as it says."""


def to_zip(years: Mapping[int, Packed], target: Path) -> bytes:
    """The bytes of a zip file with these fiscal years.

    Args:
        years: The fiscal years.
        target: What it is to be written to, for messages.

    Raises:
        DataError: It would be too large to be read again.
    """
    total = sum(
        len(content)
        for packed in years.values()
        for content in (packed.content, *packed.segments.values())
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for year, packed in years.items():
            _add(archive, f"{year}.json", packed.content)
            for name, content in sorted(packed.segments.items()):
                _add(archive, f"{year}.json.history/{name}", content)
    if total > UNPACKED_LIMIT or buffer.tell() > ZIP_LIMIT:
        raise _too_large(target)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name)  # with the earliest date, so that the same data are the same file
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | FILE_MODE) << 16
    archive.writestr(info, content)


def from_zip(source: Path) -> dict[int, Packed]:
    """The fiscal years in such a zip file, the oldest first; their contents are not looked at.

    Raises:
        DataError: The file cannot be read, or is no such zip file.
    """
    content = _content(source)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = _files(archive, source)
    except _DAMAGED as error:
        raise no_backup(source, _("it is damaged or no zip file")) from error
    years = sorted({year for year, _part in files})
    if not years:
        raise no_backup(source, _("there is no checklist in it"))
    for year in years:
        if (year, "") not in files:
            raise no_backup(source, _("{name} is missing").format(name=f"{year}.json"))
    return {
        year: Packed(
            files[year, ""], {part: files[one, part] for one, part in files if one == year and part}
        )
        for year in years
    }


def _files(archive: zipfile.ZipFile, source: Path) -> dict[tuple[int, str], bytes]:
    """Each file by its year and the name of its part of the history, empty for the data file."""
    infos = archive.infolist()
    if sum(info.file_size for info in infos) > UNPACKED_LIMIT:
        raise _too_large(source)
    files: dict[tuple[int, str], bytes] = {}
    for info in infos:
        found = _NAME.fullmatch(info.filename)
        if found is None or info.flag_bits & _ENCRYPTED or info.compress_type not in _KINDS:
            raise no_backup(
                source, _("{name} is none of its files").format(name=clean(info.filename))
            )
        key = int(found["year"]), found["part"] or ""
        if key in files:
            raise no_backup(source, _("{name} stands twice").format(name=info.filename))
        files[key] = _read(archive, info, source)
    return files


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Path) -> bytes:
    """The content of a file, in parts: its size may be another than the one that it claims."""
    limit = min(info.file_size, SIZE_LIMIT)
    parts = []
    with archive.open(info) as file:
        while part := file.read(_PART):
            parts.append(part)
            limit -= len(part)
            if limit < 0:
                raise _too_large(source)
    return b"".join(parts)


def _content(source: Path) -> bytes:
    """The bytes of a regular file that is not too large."""
    try:
        descriptor = os.open(source, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise _unreadable(source, error) from error
    try:
        is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
        content = _read_all(descriptor) if is_file else b""
    except OSError as error:
        raise _unreadable(source, error) from error
    finally:
        let_go(descriptor)
    if not is_file:
        raise no_backup(source, _("it is not a regular file"))
    if len(content) > ZIP_LIMIT:
        raise _too_large(source)
    return content


def _read_all(descriptor: int) -> bytes:
    """Everything in a file, or a little more than may be in it."""
    parts = []
    left = ZIP_LIMIT + 1
    while left > 0 and (part := os.read(descriptor, min(_PART, left))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _unreadable(file: Path, error: OSError | ValueError) -> DataError:
    why = reason(error) if isinstance(error, OSError) else str(error)
    return DataError(
        _("{file} cannot be read ({reason}); nothing was changed.").format(file=file, reason=why)
    )


def _too_large(file: Path) -> DataError:
    return DataError(
        _("{file} is, or would be, larger than any backup can be; nothing was changed.").format(
            file=file
        )
    )


def no_backup(file: Path, why: str) -> DataError:
    """The error for a file that is no backup of a data folder."""
    return DataError(
        _("{file} is no backup of a data folder: {reason}; nothing was changed.").format(
            file=file, reason=why
        )
    )
