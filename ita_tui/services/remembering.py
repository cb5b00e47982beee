"""Keeping a choice in the configuration file, beside everything else that stands in it."""

from __future__ import annotations

import os
import re
import tomllib
from typing import TYPE_CHECKING

from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from pathlib import Path


def remember(file: Path, key: str, value: str) -> None:
    """Let a configuration file say something from here on; all its other lines stay.

    Args:
        file: The file; it is made where there is none.
        key: One of the keys that stand before every table.
        value: A name without quotes and backslashes.

    Raises:
        DataError: The file cannot be read or written, or is none that can be changed.
    """
    try:
        before = file.read_text("utf-8-sig") if file.exists() else ""
        after = _changed(before, key, value)
        if _parsed(after) != {**_parsed(before), key: value}:
            raise _cannot(file, key, value, _("it is written in a way that cannot be changed here"))
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_name(f"{file.name}.{os.getpid()}.unfinished")
        unfinished.write_text(after, "utf-8")
        unfinished.replace(file)
    except OSError as error:
        raise _cannot(file, key, value, reason(error)) from error
    except (ValueError, RecursionError) as error:  # the file was changed since it was read
        raise _cannot(file, key, value, _("it is no TOML in UTF-8")) from error


def _changed(text: str, key: str, value: str) -> str:
    """The text with a line for the key, in place of the one that it has or before all others."""
    line = f'{key} = "{value}"'
    lines = text.splitlines()
    is_key = re.compile(rf"\s*{re.escape(key)}\s*=")
    for number, known in enumerate(lines):
        if known.lstrip().startswith("["):
            break
        if is_key.match(known):
            lines[number] = line
            return "\n".join([*lines, ""])
    return "\n".join([line, *lines, ""])


def _parsed(text: str) -> dict[str, object]:
    return tomllib.loads(text)


def _cannot(file: Path, key: str, value: str, why: str) -> DataError:
    return DataError(
        _("The choice is not kept in {file} ({reason}); write {line} there.").format(
            file=file, reason=why, line=f'{key} = "{value}"'
        )
    )
