"""Makes the numbers of the words that the engine of `ita_tui.thai.breaks` cuts.

    .venv/bin/python .ci/compounds.py [words_th.txt]

The words stand in compounds.txt beside this file, one a line. They are those of a list of words
that the engine cuts, and are found anew when that list is given: it is PyThaiNLP's
(pythainlp/corpus/words_th.txt, CC0 1.0, version 5.4.0).
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path
from zlib import crc32

import thaibreak

from ita_tui.thai.cells import width
from ita_tui.thai.compounds import FILE, LETTERS

WORDS = Path(__file__).with_name("compounds.txt")

WIDEST = 24
"""In cells; what is longer is a phrase or a name."""

MARKER = "\ufdd0"


def main(source: Path | None = None) -> None:
    """Write the numbers anew, and before that the words if their source is given."""
    if source is not None:
        words = {line.strip() for line in source.read_text(encoding="utf-8").splitlines()}
        kept = sorted(word for word in words if LETTERS.fullmatch(word) and is_cut(word))
        WORDS.write_text("".join(f"{word}\n" for word in kept), encoding="utf-8")
    FILE.write_bytes(numbers())


def numbers() -> bytes:
    """The numbers of the words in compounds.txt, as `FILE` has them."""
    found = array("I", sorted(map(crc32, WORDS.read_bytes().split())))
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def is_cut(word: str) -> bool:
    """Whether the engine lets a line end inside a word that is short enough to stay whole."""
    return width(word) <= WIDEST and MARKER in thaibreak.lines(word, MARKER)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
