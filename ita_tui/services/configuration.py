"""The configuration file: `config.toml` in the user's folder for configurations."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import LANGUAGES, _
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "ita-tui"

MOST_BACKUPS = 1000
"""More versions than this are never kept."""

THEMES = ("dark", "light", "contrast")
"""The names of the colours; the first is what everybody begins with."""

_NAMES = {"lang": LANGUAGES, "theme": THEMES}


class Given(NamedTuple):
    """What one source says; None where it says nothing.

    Attributes:
        data: The data folder.
        name: The name that the person goes by.
        lang: The language of the interface.
        backups: How many of the last versions of a checklist are kept, from 1 to
            `MOST_BACKUPS`; only the configuration file says so, as all that follows.
        theme: The colours, one of `THEMES`.
        ascii: Whether only ASCII signs are drawn.
        keys: The keys of actions, by their names; whether there are such is judged later.
    """

    data: str | None = None
    name: str | None = None
    lang: str | None = None
    backups: int | None = None
    theme: str | None = None
    ascii: bool | None = None
    keys: Mapping[str, tuple[str, ...]] | None = None


def configuration_file() -> Path:
    """Where the configuration file is, if there is one: the user's folder for configurations.

    On Linux by the XDG base directory specification: asking platformdirs, which gives the same
    answer, would cost more than all else that `list` does.
    """
    if sys.platform == "linux":
        base = os.environ.get("XDG_CONFIG_HOME", "").strip()
        # A home that cannot be found is left as it is: no file will be there.
        home = os.path.expanduser("~/.config")  # noqa: PTH111 (Path raises without a home)
        return Path(base or home) / PROGRAM / "config.toml"
    from platformdirs import user_config_path  # noqa: PLC0415 (see above)

    return user_config_path(PROGRAM) / "config.toml"


def read_configuration(file: Path) -> Given:
    """What a configuration file says; nothing where there is none.

    Raises:
        DataError: The file is there, but cannot be read or is not TOML.
        UsageError: It has an unknown key, or a value that cannot be meant.
    """
    try:
        kind = file.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):  # reading might never come to an end
            raise _unreadable(file, _("it is not a regular file"))
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Given()
    except OSError as error:
        raise _unreadable(file, reason(error)) from error
    return _validated(_parsed(content, file), file)


def _unreadable(file: Path, why: str) -> DataError:
    sentence = _("The configuration {file} cannot be read ({reason}).")
    return DataError(sentence.format(file=file, reason=why))


def _parsed(content: bytes, file: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 (only where there is a file)

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(
            _("The configuration {file} is not UTF-8 text; save it as UTF-8.").format(file=file)
        ) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        from ita_tui.services.toml_reasons import mistake_in  # noqa: PLC0415 (only then)

        raise DataError(
            _("The configuration {file} is no TOML at line {line}: {reason}.").format(
                file=file, **mistake_in(text, error)._asdict()
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise DataError(
            _("The configuration {file} has too long a number or too deep a list.").format(
                file=file
            )
        ) from error


def _validated(found: dict[str, object], file: Path) -> Given:
    known = Given._fields
    for key in found:
        if key not in known:
            raise UsageError(
                _("The configuration {file} has an unknown key {key}; known are {known}.").format(
                    file=file, key=key, known=", ".join(known)
                )
            )
    values = {key: _meant(key, value) for key, value in found.items()}
    for key, value in values.items():
        if value is None:
            raise UsageError(_wrong_value(key, file))
    return Given(**values)  # type: ignore[arg-type]  # (each value was just looked at)


def _meant(key: str, value: object) -> object:
    """What a value means; None where it cannot be meant."""
    match key:
        case "backups":  # a truth value is an int too
            return value if type(value) is int and 1 <= value <= MOST_BACKUPS else None
        case "ascii":
            return value if isinstance(value, bool) else None
        case "keys":
            from ita_tui.services.key_settings import (  # noqa: PLC0415 (few have such a table)
                keys_of,
            )

            return keys_of(value)
        case _:
            can_be = value in _NAMES.get(key, (value,))
            return value if isinstance(value, str) and can_be else None


def _wrong_value(key: str, file: Path) -> str:
    match key:
        case "backups":
            text = _(
                "The key backups in the configuration {file} is no whole number from 1 to {most}."
            )
        case "ascii":
            text = _("The key ascii in the configuration {file} is neither true nor false.")
        case "keys":
            text = _(
                "The table keys in the configuration {file} has something else than actions and "
                'their keys, such as main.undo = "y" or main.undo = ["y", "F4"].'
            )
        case "lang" | "theme":
            text = _("The key {key} in the configuration {file} is none of {names}.")
        case _:
            text = _("The key {key} in the configuration {file} is no text in quotes.")
    names = ", ".join(f'"{one}"' for one in _NAMES.get(key, ()))
    return text.format(key=key, file=file, most=MOST_BACKUPS, names=names)
