"""Why a text is no TOML, in the language in use: the words of `tomllib` are English."""

from __future__ import annotations

import re
from typing import NamedTuple

from ita_tui.i18n import N_, _

_PLACE = re.compile(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), column \d+|.*)\)", re.DOTALL)

_OTHER = N_("this cannot be understood")
_TWICE = N_("a key or a table stands there twice")
_TEXT = N_("a text has no quotation mark at its end")
_REASONS = (
    ("Invalid statement", N_("neither a key, nor a [table], nor a # remark begins there")),
    ("Invalid initial", N_("a key has only letters of English, digits, _ and -, or quotes")),
    ("Expected newline", N_("something stands behind the value; begin a new line")),
    ("Expected '='", N_("behind a key there must be =")),
    ("Expected ']", N_("the name of a table ends with ]")),
    ("Expected", _TEXT),
    ("Unterminated", _TEXT),
    ("Invalid value", N_("the value is missing, or is a text without quotation marks")),
    ("Illegal character", N_("a text has a line break or a control character in it")),
    ("Found invalid", N_("there is a control character")),
    ("Unescaped", N_("before this letter a backslash must stand twice")),
    ("Invalid hex", N_("before this letter a backslash must stand twice")),
    ("Escaped character", N_("before this letter a backslash must stand twice")),
    ("Unclosed array", N_("a list has no ] at its end")),
    ("Unclosed inline", N_("a table has no } at its end")),
    ("Invalid date", N_("there is no such date or time")),
    ("Cannot", _TWICE),
    ("Duplicate", _TWICE),
)
"""What each of the reasons of `tomllib` begins with, and what is said instead."""


class Mistake(NamedTuple):
    """What keeps a text from being TOML.

    Attributes:
        line: Its line, from 1.
        reason: A clause without a full stop.
    """

    line: int
    reason: str


def mistake_in(text: str, error: ValueError) -> Mistake:
    """What is wrong with a text that `tomllib` refuses.

    Args:
        text: The text.
        error: The refusal.
    """
    found = _PLACE.fullmatch(str(error))
    english = found["reason"] if found else str(error)
    line = int(found["line"]) if found and found["line"] else len(text.splitlines())
    said = (ours for theirs, ours in _REASONS if english.startswith(theirs))
    return Mistake(line, _(next(said, _OTHER)))
