import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai import editing
from ita_tui.thai.cells import clusters
from ita_tui.thai.compare import key

THAI = [chr(code) for code in range(0x0E00, 0x0E80)]
ODD = ["\u200b", "\u200d", "\u200c", "\u00ad", "\ufe0f", "\ufeff", "\u0301", "👩", "漢", "\u2060"]
TEXT = st.text(st.sampled_from(THAI) | st.sampled_from(ODD) | st.sampled_from("aé ๑\n"))
MARKS = st.text(st.sampled_from("กน\u0e34\u0e38\u0e48\u0e49\u0e4d\u0e32\u0e33\u0e4c\u0301\u200b"))


def bounds(text: str) -> set[int]:
    return {0, *accumulate(map(len, clusters(text)))}


def test_steps_over_a_letter_with_its_marks() -> None:
    text = "ที่น้ำ"
    assert [editing.right(text, at) for at in (0, 3, 6)] == [3, 6, 6]
    assert [editing.left(text, at) for at in (6, 3, 0)] == [3, 0, 0]
    assert [editing.floor(text, at) for at in range(7)] == [0, 0, 0, 3, 3, 3, 6]
    assert [editing.ceiling(text, at) for at in range(7)] == [0, 3, 3, 3, 6, 6, 6]


@given(TEXT)
def test_steps_lead_through_every_place_and_back(text: str) -> None:
    there, at = [0], 0
    while (after := editing.right(text, at)) != at:
        there.append(at := after)
    back = [at]
    while (before := editing.left(text, at)) != at:
        back.append(at := before)
    assert there == back[::-1]
    assert set(there) == bounds(text)


@given(TEXT, st.data())
def test_a_place_inside_a_letter_gives_its_ends(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    start, end = editing.floor(text, at), editing.ceiling(text, at)
    assert {start, end} <= bounds(text)
    assert start <= at <= end
    assert (start == at == end) == (at in bounds(text))


@given(TEXT, st.data())
def test_a_place_has_the_letters_of_the_whole_text_around_it(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = [place for place in bounds(text) if place < at]
    after = [place for place in bounds(text) if place > at]
    assert editing.left(text, at) == max(before, default=0)
    assert editing.right(text, at) == min(after, default=len(text))
    assert editing.floor(text, at) == max(place for place in bounds(text) if place <= at)
    assert editing.ceiling(text, at) == min(place for place in bounds(text) if place >= at)


def test_a_step_looks_at_no_more_of_a_long_text_than_it_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[str] = []

    def watched(text: str) -> list[str]:
        seen.append(text)
        return clusters(text)

    monkeypatch.setattr(editing, "clusters", watched)
    text = "ที่น้ำ" * 20_000
    for step in (editing.left, editing.right, editing.floor, editing.ceiling):
        for at in (0, 1, 60_000, 60_004, len(text)):
            step(text, at)
    assert max(map(len, seen)) <= 6


@pytest.mark.parametrize(
    ("text", "left"), [("ที่", "ที"), ("น้ำ", "น้"), ("ก", ""), ("", ""), ("a👩\u200d🚀", "a")]
)
def test_backspace_takes_one_mark(text: str, left: str) -> None:
    assert text[: editing.rubbed_out(text, len(text))] == left


@pytest.mark.parametrize(
    ("elsewhere", "typed"),
    [
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("นำ\u0e49", "น้ำ"),
        ("ภาษา\u200bไทย\ufeff", "ภาษาไทย"),
        ("cafe\u0301", "café"),
        ("ผ\u0e49\u0e39", "ผู้"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("a\r\nb\tc\x1b", "a\r\nb\tc\x1b"),
        ("ภาษาไทย ๑๒", "ภาษาไทย ๑๒"),
    ],
)
def test_what_is_pasted_is_as_if_typed(elsewhere: str, typed: str) -> None:
    assert editing.pasted(elsewhere) == typed


@given(TEXT | MARKS | st.text())
def test_pasting_what_was_pasted_changes_nothing_more(text: str) -> None:
    once = editing.pasted(text)
    assert editing.pasted(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & {"\u200b", "\u200c", "\u200d", "\u00ad", "\ufeff", "\u2060"}
    assert "\u0e4d\u0e32" not in once


@given(st.text(st.sampled_from(THAI)))
def test_pasting_keeps_what_a_reader_reads(text: str) -> None:
    assert key(editing.pasted(text)) == key(text)
