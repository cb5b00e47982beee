"""Words that the engine of `ita_tui.thai.breaks` cuts into the words that they are made of.

ดำเนินการ and หน่วยงาน are words to a reader, and a line does not end inside them where it need not.
Only a number of each word is kept in memory. Two words with one number would keep another pair
together, which does no harm.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from zlib import crc32

FILE = Path(__file__).with_name("compounds.crc32")
"""Four bytes a word, little end first, in order; `.ci/compounds.py` makes it from the words."""

LETTERS = re.compile("[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
"""A run of Thai letters and marks."""

_NUMBER = re.compile("(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน){2,}")

_MOST = 6
"""Of how many words one is made at most."""

_WORD = 1_000
"""What a word more costs against words of more even lengths."""


def load() -> None:
    """Read the list, if that has not been done yet."""
    _numbers()


def inside(text: str, cuts: tuple[int, ...]) -> set[int]:
    """The cuts that are inside words of the list, or inside a number in words.

    Args:
        text: A paragraph.
        cuts: Where the engine cuts it.
    """
    found: set[int] = set()
    at = 0
    for run in LETTERS.finditer(text):
        start, end = run.span()
        while at < len(cuts) and cuts[at] <= start:
            at += 1
        bounds = [start]
        while at < len(cuts) and cuts[at] < end:
            bounds.append(cuts[at])
            at += 1
        if len(bounds) > 1:
            places = tuple(bound - start for bound in (*bounds, end))
            found.update(start + place for place in _inside_words(run.group(), places))
    for number in _NUMBER.finditer(text):
        found.update(range(number.start() + 1, number.end()))
    return found


@lru_cache(maxsize=4096)
def _inside_words(text: str, bounds: tuple[int, ...]) -> frozenset[int]:
    """The bounds inside words, where a run of letters is read as the fewest words.

    It is kept: a key in a long paragraph changes one run of many.
    """
    costs, first = [0], [0]
    for last in range(1, len(bounds)):
        best, origin = costs[-1] + _WORD - 1, last - 1
        for begin in range(max(last - _MOST, 0), last - 1):
            cost = costs[begin] + _WORD - (last - begin) ** 2
            if cost < best and _is_word(text[bounds[begin] : bounds[last]]):
                best, origin = cost, begin
        costs.append(best)
        first.append(origin)
    ends = set()
    last = len(bounds) - 1
    while last:
        ends.add(bounds[last])
        last = first[last]
    return frozenset(bounds[1:]) - ends


def _is_word(text: str) -> bool:
    known, number = _numbers(), crc32(text.encode())
    at = bisect_left(known, number)
    return at < len(known) and known[at] == number


@cache
def _numbers() -> array[int]:
    """The words' numbers, in order; read when they are first asked for."""
    numbers = array("I", FILE.read_bytes())
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
