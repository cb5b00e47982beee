"""Makes ita_tui/thai/compounds.txt: the words that the engine of `ita_tui.thai.breaks` cuts.

    .venv/bin/python .ci/compounds.py words_th.txt

The list is that of PyThaiNLP (pythainlp/corpus/words_th.txt, CC0 1.0, version 5.4.0).
"""

from __future__ import annotations

import sys
from pathlib import Path

import thaibreak

from ita_tui.thai.cells import width
from ita_tui.thai.compounds import FILE, LETTERS

WIDEST = 24
"""In cells; what is longer is a phrase or a name."""

MARKER = "\ufdd0"


def main(source: Path) -> None:
    """Write the list anew."""
    words = {line.strip() for line in source.read_text(encoding="utf-8").splitlines()}
    kept = sorted(word for word in words if LETTERS.fullmatch(word) and is_cut(word))
    FILE.write_text("".join(f"{word}\n" for word in kept), encoding="utf-8")


def is_cut(word: str) -> bool:
    """Whether the engine lets a line end inside a word that is short enough to stay whole."""
    return width(word) <= WIDEST and MARKER in thaibreak.lines(word, MARKER)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
