from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ita_tui.thai.cells import Align, at_cell, clusters, ends, pad, truncate, width

THAI = [chr(code) for code in range(0x0E00, 0x0E80)]
LATIN = [chr(code) for code in (*range(0x20, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00))]
OTHERS = ["\u200b", "\u200d", "\u2060", "…", "‘", "漢", "ｆ", "👩", "🚀"]
MIXED = st.text(st.sampled_from(THAI) | st.sampled_from(LATIN) | st.sampled_from(OTHERS))


def test_the_width_of_each_thai_and_latin_character_is_that_of_the_screen() -> None:
    for char in (*THAI, *LATIN, *OTHERS):
        assert width(char) == cell_len(char), f"U+{ord(char):04X}"


@given(MIXED)
def test_the_width_of_a_text_is_that_of_the_screen(text: str) -> None:
    assert width(text) == cell_len(text)


@given(MIXED)
def test_each_character_ends_where_the_text_up_to_it_does(text: str) -> None:
    assert ends(text) == [width(text[: at + 1]) for at in range(len(text))]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("ที่นี่", 2),
        ("น้ำ", 2),
        ("ำ", 1),
        ("漢字", 4),
        ("เก็บ", 3),
        ("a\u0301\n", 1),
    ],
)
def test_widths(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("ที่", ["ที่"]),
        ("เปิด", ["เ", "ปิ", "ด"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("นำ้", ["นำ้"]),
        ("กำำ", ["กำ", "ำ"]),
        ("ำก", ["ำ", "ก"]),
        ("่ก", ["่", "ก"]),
        ("ก\u200d", ["ก\u200d"]),
        ("👩\u200d🚀!", ["👩\u200d🚀", "!"]),
        ("e\u0301ก\u00ad", ["e\u0301", "ก", "\u00ad"]),
        ("ก\nข", ["ก", "\n", "ข"]),
    ],
)
def test_clusters(text: str, pieces: list[str]) -> None:
    assert clusters(text) == pieces


@given(MIXED)
def test_clusters_are_the_text_in_pieces(text: str) -> None:
    pieces = clusters(text)
    assert "".join(pieces) == text
    assert all(pieces)
    assert sum(map(width, pieces)) == width(text)


@pytest.mark.parametrize(
    ("cell", "place"), [(-1, 0), (0, 0), (1, 3), (2, 3), (3, 6), (4, 7), (99, 7)]
)
def test_the_letter_over_a_cell(cell: int, place: int) -> None:
    assert at_cell("ที่น้ำก", cell) == place


@given(MIXED, st.integers(0, 40))
def test_a_cell_leads_to_a_place_before_it(text: str, cell: int) -> None:
    place = at_cell(text, cell)
    assert place in {0, *accumulate(map(len, clusters(text)))}
    assert width(text[:place]) <= cell or place == 0


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("ที่นี่", 2, "ที่นี่"),
        ("ที่นี่เอง", 3, "ที่นี่…"),
        ("น้ำใจ", 3, "น้ำ…"),
        ("น้ำใจ", 2, "…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("abc", -1, ""),
        ("", 0, ""),
    ],
)
def test_truncate(text: str, cells: int, shown: str) -> None:
    assert truncate(text, cells) == shown


@given(MIXED, st.integers(-1, 30))
def test_a_truncated_text_fits_and_is_the_start_in_whole_clusters(text: str, cells: int) -> None:
    shown = truncate(text, cells)
    assert width(shown) <= max(cells, 0)
    if shown and shown != text:
        kept = clusters(shown.removesuffix("…"))
        assert kept == clusters(text)[: len(kept)]
        # Nothing that would have fitted is left out.
        assert width("".join(clusters(text)[: len(kept) + 1])) > cells - 1


@pytest.mark.parametrize(
    ("align", "shown"), [("left", "ที่   "), ("right", "   ที่"), ("center", " ที่  ")]
)
def test_pad(align: Align, shown: str) -> None:
    assert pad("ที่", 4, align) == shown


def test_a_joiner_left_hanging_takes_no_space_away() -> None:
    assert pad("ก\u200d", 3) == "ก  "


@given(MIXED, st.integers(-1, 30), st.sampled_from(["left", "right", "center"]))
def test_a_padded_text_is_just_so_wide(text: str, cells: int, align: Align) -> None:
    shown = pad(text, cells, align)
    assert width(shown) == max(cells, 0) == cell_len(shown)
    assert truncate(text, cells).rstrip("\u200d") in shown
