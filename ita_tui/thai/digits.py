"""Thai and Arabic digits, and what in an official document keeps the Arabic ones."""

from __future__ import annotations

import re
from functools import cache

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
ARABIC_DIGITS = "0123456789"

_TO_THAI = str.maketrans(ARABIC_DIGITS, THAI_DIGITS)
_TO_ARABIC = str.maketrans(THAI_DIGITS, ARABIC_DIGITS)


def to_thai(text: str) -> str:
    """The text with every Arabic digit as a Thai one; nothing else changes."""
    return text.translate(_TO_THAI)


def to_arabic(text: str) -> str:
    """The text with every Thai digit as an Arabic one; nothing else changes."""
    return text.translate(_TO_ARABIC)


def thai_outside_codes(text: str) -> str:
    """The text with Thai digits, save in what a machine or a reader has to type as it stands.

    Left alone are web addresses, e-mail addresses, file names, and any run of Latin letters,
    digits and joining signs with a letter in it: O12, O1-O43, ISO9001. Meant for plain text and
    Markdown; escape for HTML afterwards, since `&#39;` is no number to a reader.
    """
    parts = _codes().split(text)
    parts[::2] = [to_thai(part) for part in parts[::2]]
    return "".join(parts)


@cache
def _codes() -> re.Pattern[str]:
    # An address may go on in Thai letters; the bracket that closes around it is not part of it.
    address = r"[A-Za-z][A-Za-z0-9+.-]*://(?:[^\s<>()\"']|\([^\s<>()]*\))+"
    sign = r"0-9_.\-/:@%#?=&+~"
    # Looking back keeps a long number from being tried again at each of its digits.
    joined = rf"(?<![{sign}])[{sign}]*+[A-Za-z][A-Za-z{sign}]*"
    return re.compile(f"({address}|{joined})")
