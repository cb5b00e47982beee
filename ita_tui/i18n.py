"""The language of the interface: English message ids, a Thai catalogue, Thai first.

Every sentence that a person sees passes through `_`. Texts that are defined as data (actions,
names of states) are marked with `N_` where they stand and translated where they are shown, so a
change of language needs no restart.
"""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "ita_tui"
LOCALE_DIR = Path(__file__).parent / "locale"
LANGUAGES = ("th", "en")
DEFAULT_LANGUAGE = "th"


class _Catalogue:
    """The catalogue in use; one per process."""

    language = ""
    translations = gettext.NullTranslations()


def use(language: str) -> None:
    """Make a language the one that `_` answers in.

    Args:
        language: One of `LANGUAGES`.

    Raises:
        ValueError: The language is not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    if language == _Catalogue.language:
        return
    _Catalogue.translations = (
        gettext.NullTranslations()
        if language == "en"
        else gettext.translation(DOMAIN, str(LOCALE_DIR), languages=[language])
    )
    _Catalogue.language = language


def language() -> str:
    """The language in use, one of `LANGUAGES`."""
    return _Catalogue.language


def _(message: str) -> str:
    """The message in the language in use; the English one where the catalogue lacks it."""
    return _Catalogue.translations.gettext(message)


def N_(message: str) -> str:  # noqa: N802 (the customary name that extractors know)
    """Mark a message that is translated later, where it is shown."""
    return message


use("en")
