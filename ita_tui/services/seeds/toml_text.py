"""The text of a TOML file: found, readable, UTF-8 and TOML, or one sentence that says why not."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from ita_tui.domain.text import clean
from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.services.toml_reasons import mistake_in
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 1_000_000
"""How many bytes a file has at most; a list of one year takes less than a hundredth of it."""


def parse(path: Path) -> dict[str, Any]:
    """The top table of a file, as `tomllib` gives it.

    Raises:
        DataError: The file is missing, cannot be read, is too large, is no UTF-8 or no TOML.
    """
    return _parsed(_decoded(_content(path), path), path)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise DataError(
            _("The file {file} cannot be read ({reason}).").format(
                file=clean(str(path)), reason=reason(error)
            )
        ) from error
    if len(content) > SIZE_LIMIT:
        raise DataError(
            _("The file {file} is larger than {limit} bytes; give a smaller one.").format(
                file=clean(str(path)), limit=SIZE_LIMIT
            )
        )
    return content


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(
            _("The file {file} is not UTF-8 text at line {line}; save it as UTF-8.").format(
                file=clean(str(path)), line=line
            )
        ) from error


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = mistake_in(text, error)
        raise DataError(
            _("The file {file} is no valid TOML at line {line} ({reason}).").format(
                file=clean(str(path)), line=found.line, reason=found.reason
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise DataError(
            _("The file {file} holds too long a number or too deep a list for TOML.").format(
                file=clean(str(path))
            )
        ) from error
