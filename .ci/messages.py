"""The words of the interface: find them in the sources and keep the Thai catalogue in step.

`make messages` runs it: the template (.pot) is written anew, the Thai catalogue (.po) keeps the
translations of the messages that are still there, and is compiled (.mo). The files name no day,
no line and no person, so that they change only when the words do.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGE = "th"
TEMPLATE = Path("ita_tui/locale/ita_tui.pot")
TRANSLATION = Path("ita_tui/locale/th/LC_MESSAGES/ita_tui.po")
COMPILED = TRANSLATION.with_suffix(".mo")

_KEYWORDS = {"_": None, "N_": None, "ngettext_noop": (1, 2)}
_HEADERS = (
    "Project-Id-Version",
    "Language",
    "Plural-Forms",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
)
_COMMENT = """\
# The words of ita-tui. `make messages` writes this file; only the msgstr lines of the
# Thai one are written by hand.
#"""


class Catalogue(Catalog):
    """A catalogue whose header says nothing that changes by itself."""

    def __init__(self, language: str | None) -> None:
        """An empty catalogue of a language; without one, a template."""
        super().__init__(
            locale=language,
            domain=TEMPLATE.stem,
            header_comment=_COMMENT,
            project="ita-tui",
            version="1",
            fuzzy=False,
        )

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header without days, people and tools; its last line ends as the others do."""
        *others, (name, value) = [pair for pair in super().mime_headers if pair[0] in _HEADERS]
        return [*others, (name, f"{value}\n")]


def extract(root: Path) -> Catalogue:
    """Every message that the sources of the package mark.

    Args:
        root: The checkout.
    """
    template = Catalogue(None)
    package = root / "ita_tui"
    found = extract_from_dir(package, [("**.py", "python")], keywords=_KEYWORDS)
    for name, line, message, _comments, _context in found:
        template.add(message, locations=[(f"{package.name}/{name}", line)])
    return template


def read(file: Path, language: str | None = None) -> Catalogue:
    """The messages of a template, or of a translation into a language.

    Raises:
        OSError: The file cannot be read.
        babel.messages.pofile.PoFileError: It is no catalogue.
    """
    catalogue = Catalogue(language)
    with file.open("rb") as stream:
        for message in read_po(stream, locale=language, abort_invalid=True):
            if message.id:
                catalogue[message.id] = message
    return catalogue


def forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """The wordings of a message: one, or one for each number."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def missing(catalogue: Catalogue) -> list[str]:
    """The messages that have no translation yet, or only a doubtful one."""
    return [
        forms(message.id)[0]
        for message in catalogue
        if message.id and (message.fuzzy or not all(forms(message.string)))
    ]


def renew(root: Path) -> Catalogue:
    """Write the template, the translation and the compiled translation of a checkout.

    A translation whose message is gone from the sources is dropped.

    Args:
        root: The checkout.

    Returns:
        The translation as it was written.
    """
    template = extract(root)
    file = root / TRANSLATION
    translation = read(file, LANGUAGE) if file.exists() else Catalogue(LANGUAGE)
    translation.update(template, no_fuzzy_matching=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    _write(root / TEMPLATE, template)
    _write(file, translation)
    (root / COMPILED).write_bytes(compiled(read(file, LANGUAGE)))
    return translation


def compiled(translation: Catalogue) -> bytes:
    """A translation in the form that the program reads; messages without one are left out."""
    stream = BytesIO()
    write_mo(stream, translation)
    return stream.getvalue()


def _write(file: Path, catalogue: Catalogue) -> None:
    with file.open("wb") as stream:
        write_po(
            stream,
            catalogue,
            width=0,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )


def main() -> None:
    """Renew the catalogues of the checkout that this file stands in, and say what is missing."""
    translation = renew(Path(__file__).parent.parent)
    untranslated = missing(translation)
    for message in untranslated:
        sys.stdout.write(f"no Thai yet: {message!r}\n")
    sys.stdout.write(f"{len(translation)} messages, {len(untranslated)} without a translation\n")


if __name__ == "__main__":
    main()
