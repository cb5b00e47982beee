"""How like two names of topics are, whatever happened to one of them on its way into a document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from ita_tui.thai.compare import key, loose_key

TAIL_COST = 0.5
"""What each letter missing at the end of a shortened name costs; any other slip costs 1."""

LOOSE_COST = 0.02
"""What it costs, of 1, that two names are alike only without their tone marks."""

HEAD = 4
"""How many letters at the start of a name tell what kind of thing it is. In Thai that comes first:
what is left of a name that lost it is often the whole of another one."""

HEAD_SLIPS = 2
"""So many slips among those letters are no other head; one letter lost or added makes two."""

_YEAR = re.compile(r"(?:พ\.?\s*ศ\.?\s*)?25\d\d")
_OF_YEAR = re.compile(r"(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?\s*)?25\d\d")
_LIST_NUMBER = re.compile(r"\A(?:ข้อ(?:ที่)?\s*)?\(?\d{1,3}(?:\.\d{1,3})*(?:[.)]+\s*|\s+)")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the forms in which it is compared: letters, marks and digits only, one case.

    Attributes:
        strict: Without the year; also without the words that lead to it, where there are some.
        loose: The same forms without tone marks.
        numbers: The numbers in it, years left out.
    """

    strict: tuple[str, ...]
    loose: tuple[str, ...]
    numbers: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Name:
        """The forms of a name as written; a number before it, as lists have it, is left out."""
        plain = _LIST_NUMBER.sub("", key(text))
        forms = dict.fromkeys(_letters(year.sub("", plain)) for year in (_YEAR, _OF_YEAR))
        strict = tuple(form for form in forms if form)
        loose = tuple(loose_key(form) for form in strict)
        return cls(strict, loose, frozenset(re.findall(r"\d+", _YEAR.sub("", plain))))

    def likeness(self, full: Name) -> float:
        """How like this name is to a full one, from 0 to 1; 0 where one of them has no letters.

        A name that has numbers, but not those of the full one, is not like it at all: a report on
        12 months is none on 6.
        """
        if self.numbers and not full.numbers <= self.numbers:
            return 0.0
        return max(
            *(_likeness(ours, theirs) for ours in self.strict for theirs in full.strict),
            *(_likeness(ours, theirs) - LOOSE_COST for ours in self.loose for theirs in full.loose),
            0.0,
            0.0,
        )

    def reach(self, full: Name) -> float:
        """How like this name is to the beginning of a full one, from 0 to 1.

        It is greater than the likeness for a name that was cut off before its end.
        """
        pairs = [(ours, theirs) for ours in self.loose for theirs in full.loose]
        return max((_reach(ours, theirs) for ours, theirs in pairs), default=0.0)

    def begins_as(self, full: Name) -> bool:
        """Whether this name begins with the same word as a full one, a slip aside."""
        return any(
            OSA.distance(ours[:HEAD], theirs[:HEAD]) <= HEAD_SLIPS
            for ours in self.loose
            for theirs in full.loose
        )


def _likeness(name: str, full: str) -> float:
    """1 less the share of slips: letters left out, put in, mistaken or swapped (Damerau)."""
    slips: float = OSA.distance(name, full)
    missing = len(full) - len(name)
    if missing > 0:
        slips = min(slips, OSA.distance(name, full[: len(name)]) + TAIL_COST * missing)
    return 1 - slips / max(len(name), len(full))


def _reach(name: str, full: str) -> float:
    return 1 - OSA.distance(name, full[: len(name)]) / len(name)


def _letters(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN")
