import re
import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.thai.cells import clusters
from ita_tui.thai.compare import find, key, loose_key

THAI = st.text(alphabet="กนทเแฤาำะๅัิู่้ํ์็๎ฺๆ \n\u200b๑1AéßÅ\u0301\u00ad")
THAI_ALONE = st.text(alphabet=st.characters(min_codepoint=0x0E00, max_codepoint=0x0E7F))
OTHER_SCRIPTS = st.text().filter(lambda text: not re.search("[\u0e00-\u0e7f]", text))
TEXT = THAI | st.text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ที\u200bม", "ทีม"),
        ("ข้อ ๑๒", "ข้อ 12"),
        ("ท่ี", "ที่"),
        ("ที่่", "ที่"),
        ("น\u0e4d\u0e32", "นำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("นำ\u0e49", "น้ำ"),
        ("เเผน", "แผน"),
        ("ฤาษี", "ฤๅษี"),
        ("ITA", "ita"),
        ("  แผน \t\n งาน ", "แผน งาน"),
        ("cafe\u0301", "CAFÉ"),
        ("STRASSE", "straße"),
        ("ผู้\ufeff", "ผ\u0e49\u0e39"),
    ],
)
def test_one_key_for_what_looks_the_same(typed: str, meant: str) -> None:
    assert key(typed) == key(meant)


@pytest.mark.parametrize(("one", "other"), [("ที่", "ที"), ("มา", "ม้า"), ("แผน", "แพน"), ("ก", "")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_the_loose_key_leaves_tone_marks_out() -> None:
    assert loose_key("ม้า ๒") == loose_key("มา 2") == "มา 2"
    assert loose_key("มี") != loose_key("มา")


def test_plain_text_is_its_own_key() -> None:
    text = "ประกาศเทศบาลตำบล เรื่อง การเปิดเผยข้อมูล ข้อ o12 ปี 2567"
    assert key(text) == text


@given(TEXT)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert key(key(text)) == key(text)
    assert loose_key(loose_key(text)) == loose_key(text)
    assert loose_key(key(text)) == loose_key(text)


@pytest.mark.parametrize("char", ["ΐ", "ŉ", "ẞ", "ﬃ", "İ", "Å", "ǰ", "ά"])
def test_a_letter_that_folds_into_several_has_a_stable_key(char: str) -> None:
    assert key(key(char)) == key(char) == key(unicodedata.normalize("NFD", char))
    assert unicodedata.is_normalized("NFC", key(char))


@given(THAI_ALONE | OTHER_SCRIPTS)
def test_composition_makes_no_difference(text: str) -> None:
    assert key(unicodedata.normalize("NFD", text)) == key(text)


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("แผนปฏิบัติการ", "ปฏิบัติ", "ปฏิบัติ"),
        ("เเผนน\u0e4d\u0e49\u0e32ดื่ม", "น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("เเผนงาน", "แผน", "เเผน"),
        ("ข้อ ๑๒", "12", "๑๒"),
        ("ข้อ O12 ปี", "o12", "O12"),
        ("งาน  \u200b สาร", "งาน สาร", "งาน  \u200b สาร"),
        ("  ที่นี่", "ที่", "ที่"),
        ("ที่นี่", "ท", "ที่"),
        ("ทำ", "ท", "ทำ"),
        ("คนที่นี่", "ี่น", "ที่นี่"),
        ("มาหาม้า", "ม้า", "ม้า"),
        ("หาม้า", "มา", "ม้า"),
        ("หามา", "ม้า", "มา"),
        ("Straße 9", "SSE", "ße"),
        ("漢字かな", "字", "字"),
        ("cafe\u0301!", "é", "e\u0301"),
    ],
)
def test_where_a_query_is_found(text: str, query: str, found: str) -> None:
    span = find(text, query)
    assert span is not None
    assert text[slice(*span)] == found


@pytest.mark.parametrize(
    ("text", "query"), [("แผน", "งาน"), ("แผน", ""), ("แผน", " \u200b"), ("แผน", "่"), ("", "ก")]
)
def test_what_is_not_found(text: str, query: str) -> None:
    assert find(text, query) is None


@given(THAI, THAI, THAI)
def test_the_span_found_holds_the_query_in_whole_clusters(
    before: str, query: str, after: str
) -> None:
    text = before + query + after
    span = find(text, query)
    if key(query) and key(query) in key(text):
        assert span is not None
    if span is not None:
        start, end = span
        assert start < end
        found = text[start:end]
        assert key(query) in key(found) or loose_key(query) in loose_key(found)
        assert {start, end} <= {*accumulate(map(len, clusters(text)), initial=0)}


@given(TEXT, TEXT)
def test_searching_anything_is_answered(text: str, query: str) -> None:
    span = find(text, query)
    assert span is None or 0 <= span[0] < span[1] <= len(text)
