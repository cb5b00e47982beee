"""The line ends of official prose, against words that another program has found.

tests/data/official-prose-words.txt is the same text with its words parted: by PyThaiNLP 5.4 (newmm)
with its own dictionary, put right by hand where it read a word wrongly.
"""

from itertools import accumulate
from pathlib import Path

import pytest

from ita_tui.thai.cells import width
from ita_tui.thai.wrapping import line_starts, wrap

DATA = Path(__file__).parent.parent / "data"
PROSE = (DATA / "official-prose.txt").read_text(encoding="utf-8").splitlines()
WORDS = (DATA / "official-prose-words.txt").read_text(encoding="utf-8").splitlines()
WIDTHS = pytest.mark.parametrize("cells", [40, 60, 80])


def test_the_words_are_those_of_the_text() -> None:
    assert [line.replace("|", "") for line in WORDS] == PROSE
    assert sum(map(len, PROSE)) >= 10_000


@WIDTHS
def test_no_line_ends_inside_a_word(cells: int) -> None:
    wrong = []
    for paragraph, words in zip(PROSE, WORDS, strict=True):
        ends = set(accumulate(map(len, words.split("|"))))
        for start in line_starts(paragraph, cells)[1:]:
            if start not in ends and paragraph[start - 1] != " ":
                wrong.append(f"{paragraph[start - 12 : start]}|{paragraph[start : start + 12]}")
    assert wrong == []


@WIDTHS
def test_lines_are_full_and_lose_nothing(cells: int) -> None:
    fill = []
    for paragraph in PROSE:
        lines = wrap(paragraph, cells)
        assert max(map(width, lines)) <= cells
        assert "".join(lines).replace(" ", "") == paragraph.replace(" ", "")
        fill += [width(line) / cells for line in lines[:-1]]
    assert sum(fill) / len(fill) >= 0.92


@pytest.mark.parametrize("cells", range(20, 121))
def test_no_line_begins_or_ends_with_half_a_syllable(cells: int) -> None:
    for paragraph in PROSE:
        for line in wrap(paragraph, cells):
            assert line[0] not in "ะาำๅๆฯัิีึืุู็่้๊๋์"
            assert line[-1] not in "เแโใไ"
