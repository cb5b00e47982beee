"""The words that a line does not end in are kept as numbers, made from a list that can be read."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from ita_tui.thai import compounds

LIST = Path(__file__).parent.parent.parent / ".ci" / "compounds.txt"


def test_the_numbers_of_the_words_are_those_of_the_list() -> None:
    words = LIST.read_bytes().split()
    content = compounds.FILE.read_bytes()
    numbers = struct.unpack(f"<{len(content) // 4}I", content)
    assert list(numbers) == sorted(zlib.crc32(word) for word in words)


def test_a_word_of_the_list_is_known_and_another_is_not() -> None:
    assert compounds.inside("หน่วยงาน", (5,)) == {5}
    assert compounds.inside("หน่วยกิน", (5,)) == set()
