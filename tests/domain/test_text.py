"""Text from people and files holds nothing that a terminal obeys."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_tui.domain.text import clean, clean_lines

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CONTROLS = "".join(chr(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0)))
THAI = "".join(chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)))

anything = st.text(st.characters() | st.sampled_from(CONTROLS + BIDI + "\u2028\u2029\ufeff\ud800"))

CASES = {
    "a plain text": ("กองคลัง O12", "กองคลัง O12"),
    "an escape sequence": ("\x1b[31mแดง\x1b[0m", "␛[31mแดง␛[0m"),
    "a title and a bell": ("\x1b]0;x\x07", "␛]0;x␇"),
    "an eight-bit sequence": ("\x9b31m", "‹U+009B›31m"),
    "a delete": ("a\x7f", "a␡"),
    "a null": ("a\x00b", "a␀b"),
    "text turned round": ("\u202egpj.exe", "‹U+202E›gpj.exe"),
    "tabs": ("a\tb", "a b"),
    "line ends": ("a\nb\r\nc\rd\u2028e\u2029f", "a b c d e f"),
    "a byte order mark": ("\ufeffa", "a"),
    "half a pair": ("a\ud800b", "a\ufffdb"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_a_terminal_obeys_becomes_visible(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_lines_stay_lines_where_there_may_be_several() -> None:
    assert clean_lines("a\r\nb\rc\n\nd\u2028e\tf\x1b") == "a\nb\nc\n\nd\ne f␛"


@given(anything)
@example("\r\ufeff\n")
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_lines(clean_lines(text)) == clean_lines(text)


@given(anything)
def test_no_control_bidi_character_or_half_pair_survives(text: str) -> None:
    assert not set(clean(text)) & set(CONTROLS + BIDI + "\u2028\u2029\ufeff")
    assert not set(clean_lines(text)) & (set(CONTROLS + BIDI) - {"\n"})
    assert all(unicodedata.category(char) not in {"Cc", "Cs"} for char in clean(text))
    assert clean(text).encode().decode() == clean(text)


@given(st.text(st.sampled_from(THAI + " O12(),.\u200b")))
def test_thai_stays_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert clean_lines(text) == text
