from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.words import find_initials, next_word, previous_word, word_at, words

TEXT = "ประชาชนตำบล ต่าง ๆ ปี 2567 (O12) café"
MIXED = st.text(st.sampled_from("กขนทเแาำิ่้ๆฯ๑ aé\u03010-._(\u200b\n"))


def test_words_are_those_of_the_dictionary_and_runs_of_other_letters() -> None:
    assert [TEXT[slice(*span)] for span in words(TEXT)] == [
        *("ประชาชน", "ตำบล", "ต่าง", "ๆ", "ปี", "2567", "O12", "café")
    ]


@given(MIXED)
def test_words_lie_in_order_and_hold_no_space(text: str) -> None:
    spans = words(text)
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert not any(char.isspace() for span in spans for char in text[slice(*span)])


@given(MIXED, st.data())
def test_the_jumps_lead_to_words_and_on(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    starts = {start for start, _ in words(text)}
    after, before = next_word(text, at), previous_word(text, at)
    assert after > at or after == len(text)
    assert before < at or before == 0
    assert after in starts | {len(text)}
    assert before in starts | {0}
    start, end = word_at(text, at)
    assert start <= at <= end
    assert (start, end) in words(text) or not any(start <= one < end for one in starts)


@pytest.mark.parametrize(
    ("at", "taken"), [(0, "ประชาชน"), (7, "ตำบล"), (11, " "), (len(TEXT), ""), (27, " (")]
)
def test_what_a_double_click_takes(at: int, taken: str) -> None:
    assert TEXT[slice(*word_at(TEXT, at))] == taken


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("ปต", "ประชาชนตำบล"),
        ("ตต", "ตำบล ต่าง"),
        ("oc", "O12) café"),
        ("ปน", None),
        ("", None),
    ],
)
def test_initials(letters: str, found: str | None) -> None:
    span = find_initials(TEXT, letters)
    assert (None if span is None else TEXT[slice(*span)]) == found


def test_small_words_may_be_left_out() -> None:
    text = "มาตรการป้องกันและแก้ไขปัญหา"
    assert find_initials(text, "มปลกป") == (0, len(text))
    assert find_initials(text, "มปกป") == (0, len(text))
