"""The settings of one run: from the command line, the environment and the configuration file.

What the command line says counts first, then the environment, then the file. The locale of the
system has no say in the language.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.errors import UsageError
from ita_tui.i18n import DEFAULT_LANGUAGE, _
from ita_tui.services.configuration import PROGRAM, THEMES
from ita_tui.store.backups import KEPT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_tui.services.configuration import Given

DATA_VARIABLE = "ITA_TUI_DATA"
NAME_VARIABLE = "ITA_TUI_USER"


class Settings(NamedTuple):
    """The settings of one run.

    Attributes:
        data: The data folder; it need not exist.
        year: The fiscal year asked for, in the Buddhist era; None for the newest.
        name: The name that the person goes by; empty without one.
        lang: The language of the interface, one of `LANGUAGES`.
        ascii: Whether only ASCII signs are drawn.
        backups: How many of the last versions of a checklist are kept.
        theme: The colours at first, one of `THEMES`.
        keys: The keys of actions, by their names, that are not those of everybody.
    """

    data: Path
    year: int | None
    name: str
    lang: str
    ascii: bool
    backups: int = KEPT
    theme: str = THEMES[0]
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})


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
        ascii=ascii_only or bool(configuration.ascii),
        backups=KEPT if configuration.backups is None else configuration.backups,
        theme=configuration.theme or THEMES[0],
        keys=configuration.keys or {},
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


def _default_data() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 (only where no folder is named)

    return user_data_path(PROGRAM)


def _first(*values: str | None) -> str | None:
    """The first value that was given at all; an empty one counts."""
    return next((value for value in values if value is not None), None)
