"""The words that a line does not end in are kept as numbers, made from a list that can be read."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.thai import compounds

if TYPE_CHECKING:
    import pytest

LIST = Path(__file__).parent.parent.parent / ".ci" / "compounds.txt"


def test_the_numbers_of_the_words_are_those_of_the_list() -> None:
    words = LIST.read_bytes().split()
    content = compounds.FILE.read_bytes()
    numbers = struct.unpack(f"<{len(content) // 4}I", content)
    assert list(numbers) == sorted(zlib.crc32(word) for word in words)


def test_a_word_of_the_list_is_known_and_another_is_not() -> None:
    assert compounds.inside("หน่วยงาน", (5,)) == {5}
    assert compounds.inside("หน่วยกิน", (5,)) == set()


def test_a_run_of_letters_that_is_known_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    is_word = compounds._is_word

    def watched(text: str) -> bool:
        asked.append(text)
        return is_word(text)

    monkeypatch.setattr(compounds, "_is_word", watched)
    assert compounds.inside("หน่วยงาน หน่วยวัด", (5, 9, 14)) == {5}
    asked.clear()
    assert compounds.inside("หน่วยงาน หน่วยวัดๆ x หน่วยงาน", (5, 9, 14, 21, 26)) == {5, 26}
    assert asked == []
