"""The options of every command, and the kinds of values that options take."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

from ita_tui.i18n import LANGUAGES, _
from ita_tui.services.configuration import PROGRAM, Given
from ita_tui.services.settings import DATA_VARIABLE, NAME_VARIABLE, resolve
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.services.settings import Settings

    _Container = argparse.ArgumentParser | argparse._ArgumentGroup  # (argparse has no other name)

_EARLIEST, _LATEST = 2500, 2699
"""Fiscal years that can be meant, in the Buddhist era."""

_MOST_DIGITS = 12


def add_global_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command has, with their help."""
    _add(parser.add_argument_group(_("options of every command")), shown=True)


def allow_global_options(parser: argparse.ArgumentParser) -> None:
    """Let the same options stand after a command as well, where its help only names them."""
    _add(parser, shown=False)
    parser.epilog = _("Every command also takes {options} (see `{program} --help`).").format(
        options=", ".join(_described()), program=PROGRAM
    )


def _add(parser: _Container, *, shown: bool) -> None:
    """Add each option without a default, so that one after the command undoes none before it."""
    for name, settings in _described().items():
        hidden = {} if shown else {"help": argparse.SUPPRESS}
        parser.add_argument(name, default=argparse.SUPPRESS, **{**settings, **hidden})


def _described() -> dict[str, dict[str, Any]]:
    """What argparse is told of each option, in the language in use."""
    return {
        "--data": {
            "metavar": "DIR",
            "help": _("the data folder (else {variable}, the configuration, your own)").format(
                variable=DATA_VARIABLE
            ),
        },
        "--year": {
            "metavar": "YEAR",
            "type": fiscal_year,
            "help": _("the fiscal year, such as 2567 (else the newest in the folder)"),
        },
        "--as": {
            "dest": "name",
            "metavar": "NAME",
            "help": _(
                "the name that your changes go under (else {variable}, the configuration)"
            ).format(variable=NAME_VARIABLE),
        },
        "--lang": {
            "choices": LANGUAGES,
            "help": _("the language, Thai or English (else the configuration, else Thai)"),
        },
        "--ascii": {"action": "store_true", "help": _("draw with ASCII signs only")},
        "--profile-startup": {
            "action": "store_true",
            "help": _("tell at the end where the time of the start went"),
        },
    }


def settings_of(parsed: argparse.Namespace, configuration: Given) -> Settings:
    """The settings that the command line, the environment and the configuration make.

    Raises:
        UsageError: The data folder cannot be meant.
    """
    command = Given(*(getattr(parsed, name, None) for name in Given._fields))
    year = getattr(parsed, "year", None)
    ascii_only = getattr(parsed, "ascii", False)
    return resolve(command, configuration, os.environ, year=year, ascii_only=ascii_only)


def fiscal_year(text: str) -> int:
    """A fiscal year of the Buddhist era, in either digits.

    Raises:
        argparse.ArgumentTypeError: It is none.
    """
    year = _number(text)
    if year is None or not _EARLIEST <= year <= _LATEST:
        raise argparse.ArgumentTypeError(
            _("{text} is no fiscal year of the Buddhist era, such as 2567").format(text=text)
        )
    return year


def number_from(least: int) -> Callable[[str], int]:
    """A whole number of at least so much, in either digits; any other is an ArgumentTypeError."""

    def number(text: str) -> int:
        value = _number(text)
        if value is None or value < least:
            raise argparse.ArgumentTypeError(
                _("{text} is no whole number from {least} on").format(text=text, least=least)
            )
        return value

    return number


def _number(text: str) -> int | None:
    plain = to_arabic(text).strip()
    short_enough = len(plain) <= _MOST_DIGITS
    return int(plain) if short_enough and plain.isascii() and plain.isdigit() else None
