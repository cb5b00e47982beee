"""The settings of one run: from the command line, the environment and the configuration file.

What the command line says counts first, then the environment, then the file. The locale of the
system has no say in the language.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.errors import DataError, UsageError
from ita_tui.i18n import DEFAULT_LANGUAGE, LANGUAGES, _
from ita_tui.store.backups import KEPT
from ita_tui.store.files import reason

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "ita-tui"
DATA_VARIABLE = "ITA_TUI_DATA"
NAME_VARIABLE = "ITA_TUI_USER"

MOST_BACKUPS = 1000
"""More versions than this are never kept."""


class Settings(NamedTuple):
    """The settings of one run.

    Attributes:
        data: The data folder; it need not exist.
        year: The fiscal year asked for, in the Buddhist era; None for the newest.
        name: The name that the person goes by; empty without one.
        lang: The language of the interface, one of `LANGUAGES`.
        ascii: Whether only ASCII signs are drawn.
        backups: How many of the last versions of a checklist are kept.
    """

    data: Path
    year: int | None
    name: str
    lang: str
    ascii: bool
    backups: int = KEPT


class Given(NamedTuple):
    """What one source says; None where it says nothing.

    Attributes:
        data: The data folder.
        name: The name that the person goes by.
        lang: The language of the interface.
        backups: How many of the last versions of a checklist are kept, from 1 to
            `MOST_BACKUPS`; only the configuration file says so.
    """

    data: str | None = None
    name: str | None = None
    lang: str | None = None
    backups: int | None = None


def resolve(
    command: Given,
    configuration: Given,
    environ: Mapping[str, str],
    *,
    year: int | None = None,
    ascii_only: bool = False,
) -> Settings:
    """The settings of this run.

    Args:
        command: What the command line says.
        configuration: What the configuration file says.
        environ: The environment; an empty variable counts as unset.
        year: The fiscal year that the command line asks for.
        ascii_only: Whether it asks for ASCII signs.

    Raises:
        UsageError: The data folder cannot be meant.
    """
    data = _first(command.data, environ.get(DATA_VARIABLE) or None, configuration.data)
    name = _first(command.name, environ.get(NAME_VARIABLE) or None, configuration.name)
    return Settings(
        data=_default_data() if data is None else folder(data),
        year=year,
        name=name or "",
        lang=_first(command.lang, configuration.lang) or DEFAULT_LANGUAGE,
        ascii=ascii_only,
        backups=KEPT if configuration.backups is None else configuration.backups,
    )


def folder(text: str) -> Path:
    """The folder that a person named; `~` is their home.

    Raises:
        UsageError: The name is empty, holds a NUL, or names the home of an unknown user.
    """
    if not text.strip() or "\0" in text:
        raise UsageError(_("The name of the data folder is empty or no name of a folder."))
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise UsageError(
            _("There is no home folder for {folder}; write the folder out.").format(folder=text)
        ) from error


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
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Given()
    except OSError as error:
        raise DataError(
            _("The configuration {file} cannot be read ({reason}).").format(
                file=file, reason=reason(error)
            )
        ) from error
    return _validated(_parsed(content, file), file)


def _parsed(content: bytes, file: Path) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 (only where there is a file)

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise DataError(
            _("The configuration {file} is not TOML in UTF-8: {reason}.").format(
                file=file, reason=str(error)
            )
        ) from error


def _validated(found: dict[str, object], file: Path) -> Given:
    known = Given._fields
    for key, value in found.items():
        if key not in known:
            raise UsageError(
                _("The configuration {file} has an unknown key {key}; known are {known}.").format(
                    file=file, key=key, known=", ".join(known)
                )
            )
        if not _can_be_meant(key, value):
            raise UsageError(_wrong_value(key, file))
    return Given(**found)  # type: ignore[arg-type]  # (each value was just looked at)


def _can_be_meant(key: str, value: object) -> bool:
    if key == "backups":
        return type(value) is int and 1 <= value <= MOST_BACKUPS  # a truth value is an int too
    return isinstance(value, str) and (key != "lang" or value in LANGUAGES)


def _wrong_value(key: str, file: Path) -> str:
    if key == "backups":
        return _(
            "The key backups in the configuration {file} is no whole number from 1 to {most}."
        ).format(file=file, most=MOST_BACKUPS)
    if key == "lang":
        return _("The key lang in the configuration {file} is none of {languages}.").format(
            file=file, languages=", ".join(f'"{one}"' for one in LANGUAGES)
        )
    return _("The key {key} in the configuration {file} is no text in quotes.").format(
        key=key, file=file
    )


def _default_data() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 (only where no folder is named)

    return user_data_path(PROGRAM)


def _first(*values: str | None) -> str | None:
    """The first value that was given at all; an empty one counts."""
    return next((value for value in values if value is not None), None)
