"""The language of one run: of the program's own words and of those that argparse says."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING

from ita_tui import i18n

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTION = "--lang"


def speak(language: str) -> None:
    """Use a language from here on.

    argparse asks gettext's default domain, which finds its language in the environment.

    Args:
        language: One of `i18n.LANGUAGES`.
    """
    i18n.use(language)
    gettext.bindtextdomain(i18n.DOMAIN, str(i18n.LOCALE_DIR))
    gettext.textdomain(i18n.DOMAIN)
    os.environ["LANGUAGE"] = language


def asked_for(arguments: Sequence[str]) -> str | None:
    """The language that the arguments ask for, before they are parsed; None for none.

    Help and complaints about the arguments are in that language already. What is no language is
    left for the parser to complain about.
    """
    asked = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == _OPTION:
            asked = next(iter(arguments[number + 1 :]), None)
        elif argument.startswith(f"{_OPTION}="):
            asked = argument.partition("=")[2]
    return asked if asked in i18n.LANGUAGES else None
