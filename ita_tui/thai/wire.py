"""Thai text as it is sent to a terminal, so that all of them give it the same cells.

Terminals that cluster graphemes give a letter with SARA AM one cell, others two; all give the two
characters that it is made of, NIKHAHIT and SARA AA, none and one. Zero-width characters take a
cell in some terminals. What is copied off the screen with the mouse is then decomposed;
`ita_tui.thai.editing.pasted` composes it again.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ABOVE = "\u0e31\u0e34-\u0e37\u0e47"
_BELOW = "\u0e38-\u0e3a"
_TONES = "\u0e48-\u0e4c"
_AM = re.compile(rf"([ก-ฮ][{_ABOVE}{_BELOW}]*)([{_TONES}]*)\u0e33")
_DROPPED = re.compile("(?<!\u200d)[\u200b\u200c\u2060-\u2064\ufeff]")
_EITHER = re.compile("[\u0e33\u200b\u200c\u2060-\u2064\ufeff]")


@lru_cache(maxsize=4096)
def sent(text: str) -> str:
    """The text with SARA AM in two characters, and without what has no width.

    NIKHAHIT goes before a tone mark, above the letter. SARA AM without a letter before it stays as
    it is, and so do joiners, since emoji that are joined take fewer cells. The text takes as many
    cells as before, by Textual's count.
    """
    if not _EITHER.search(text):
        return text
    return _AM.sub("\\1\u0e4d\\2\u0e32", _DROPPED.sub("", text))
