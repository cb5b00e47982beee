"""The data file's bytes: a TinyDB document with a header that carries a checksum.

The file is JSON with one record on a line, so that people can read it. The checksum is SHA-256
over the whole file with the checksum's own digits taken as zeros: any change made by another
program shows.
"""

from __future__ import annotations

import json
import math
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_tui.errors import DamagedDataError, NewerDataError
from ita_tui.i18n import _
from ita_tui.store.lines import JSON, PARTED, Lines
from ita_tui.store.records import TABLES, Record, Tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_tui.store.segments import Segment

SCHEMA = 1
"""The version of the layout that this program writes."""

_ZEROS = b"0" * 64
_CHECKSUM = b'"checksum": "'
_HEADER_BYTES = 400


class Document(NamedTuple):
    """A data file, read.

    Attributes:
        tables: The TinyDB tables: name to document id to record.
        intact: Whether the checksum holds; when it does not, somebody edited the file by hand.
    """

    tables: Tables
    intact: bool

    @property
    def header(self) -> Record:
        """The one record of the header."""
        return self.tables["header"]["1"]


def empty_tables() -> Tables:
    """The tables of a data file that is about to be begun."""
    header = {"schema": SCHEMA, "generation": 0, "next_event": 1}
    return {name: {} for name in TABLES} | {"header": {"1": header}}


def encode(tables: Tables, names: tuple[str, ...] = TABLES, lines: Lines | None = None) -> bytes:
    """The bytes of a file with these tables; the header's checksum is filled in.

    Args:
        tables: Name to document id to record.
        names: Which tables stand in the file, the header first.
        lines: Those of the last time, which become those of this time.
    """
    lines = Lines() if lines is None else lines
    header = {**tables["header"]["1"], "checksum": _ZEROS.decode()}
    first = f'{{"header": {{"1": {JSON.encode(header)}}}'.encode("utf-8", "replace")
    parts = [first]
    for name in names[1:]:
        parts.append(f',\n"{name}": {{'.encode())
        parted = b"\n"
        for piece in lines.of(name, tables.get(name, {})):
            parts += (parted, piece)
            parted = PARTED
        parts.append(b"}" if parted is not PARTED else b"\n}")
    parts.append(b"}\n")
    checksum = sha256()
    for part in parts:
        checksum.update(part)
    parts[0] = first.replace(_ZEROS, checksum.hexdigest().encode(), 1)
    return b"".join(parts)


def decode(content: bytes, path: Path) -> Document:
    """Read a data file's bytes.

    Raises:
        DamagedDataError: They are not what this program writes, nor a valid edit of it.
        NewerDataError: A newer version of the program wrote them.
    """
    if is_intact(content):
        tables: Tables = json.loads(content)
        check_schema(tables, path)
        return Document(tables, intact=True)
    return Document(decode_untrusted(content, path), intact=False)


def is_intact(content: bytes) -> bool:
    """Whether the checksum in a file's header holds for the whole of the file."""
    name = content.find(_CHECKSUM, 0, _HEADER_BYTES)
    if name < 0:
        return False
    start = name + len(_CHECKSUM)
    end = start + len(_ZEROS)
    checksum = sha256(content[:start])
    checksum.update(_ZEROS)
    checksum.update(memoryview(content)[end:])
    return checksum.hexdigest().encode() == content[start:end]


def check_schema(tables: object, path: Path) -> None:
    """Refuse a file whose header does not name the layout that this program writes.

    Raises:
        NewerDataError: A newer version of the program wrote it.
        DamagedDataError: It names no layout that there is.
    """
    header = tables.get("header", {}) if isinstance(tables, dict) else {}
    first = header.get("1", {}) if isinstance(header, dict) else {}
    schema = first.get("schema") if isinstance(first, dict) else None
    if schema == SCHEMA:
        return
    if isinstance(schema, int) and schema > SCHEMA:
        raise NewerDataError(
            _("{path} was written by a newer version of this program; update the program.").format(
                path=path
            )
        )
    raise DamagedDataError(
        _("{path} has no schema version that this program knows; nothing was changed.").format(
            path=path
        )
    )


def decode_untrusted(content: bytes, path: Path, sealed: Sequence[Segment] | None = None) -> Tables:
    """Read what this program did not write: nothing in it is taken on trust.

    Args:
        content: The bytes of a data file.
        path: The file, for messages.
        sealed: The segments of its history; those beside the file when None.

    Raises:
        DamagedDataError: They are no valid edit of what this program writes.
        NewerDataError: A newer version of the program wrote them.
    """
    from ita_tui.store.validation import validated  # noqa: PLC0415 (pydantic, for edited files)

    tables = parse(content, path)
    check_schema(tables, path)
    return validated(tables, path, sealed)


def parse(content: bytes, path: Path) -> object:
    """The JSON in a file, without what Python takes for JSON beyond the standard.

    Raises:
        DamagedDataError: It is none; the message says where.
    """
    if not content.strip():
        raise DamagedDataError(_("The data file {path} is empty.").format(path=path))
    try:
        found: object = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_without_duplicates,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        raise DamagedDataError(
            _("The data file {path} is not UTF-8 text (byte {place}).").format(
                path=path, place=error.start + 1
            )
        ) from error
    except RecursionError as error:
        raise DamagedDataError(
            _("The data file {path} is nested too deeply.").format(path=path)
        ) from error
    except json.JSONDecodeError as error:
        raise DamagedDataError(
            _("The data file {path} is damaged: line {line}, column {column}.").format(
                path=path, line=error.lineno, column=error.colno
            )
        ) from error
    except ValueError as error:
        raise DamagedDataError(
            _("The data file {path} is damaged: {reason}.").format(path=path, reason=error)
        ) from error
    return found


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("the key {name} stands twice").format(name=json.dumps(twice)))
    return found


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse_constant(digits)


def _refuse_constant(name: str) -> float:
    raise ValueError(_("{name} is no number").format(name=name))
