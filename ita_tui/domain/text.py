"""Text from people and files is data: what a terminal would obey is made visible instead."""

from __future__ import annotations

import re

SHOWN_LIMIT = 20_000
"""How many characters of one text a screen shows at most."""

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code != ord("\n")},
    0x7F: "\u2421",
    **{code: f"‹U+{code:04X}›" for code in range(0x80, 0xA0)},
    **{ord(char): f"‹U+{ord(char):04X}›" for char in _BIDI},
    **dict.fromkeys((0x2028, 0x2029), "\n"),
    0xFEFF: "",
}

_SURROGATE = "[\ud800-\udfff]"


def clean(text: str) -> str:
    """A text of one line with nothing in it that a terminal obeys.

    Control characters (C0, DEL, C1) and bidirectional controls become visible signs, line ends
    and tabs become spaces, lone surrogates become U+FFFD. Cleaning twice changes nothing more.
    """
    return " ".join(clean_lines(text).split("\n"))


def clean_lines(text: str) -> str:
    """A text that may have several lines, parted by a line feed; otherwise as `clean`."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if plain.isprintable():
        return plain
    return re.sub(_SURROGATE, "\ufffd", plain.translate(_SIGNS))
