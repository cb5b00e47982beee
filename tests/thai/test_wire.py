import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ita_tui.thai.cells import width
from ita_tui.thai.compare import key
from ita_tui.thai.editing import pasted
from ita_tui.thai.wire import sent

THAI = [chr(code) for code in range(0x0E00, 0x0E80)]
ZERO = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f"]
OTHER = ["a", " ", "é", "\u0301", "漢", "👩", "🚀", "…", "│"]
TEXT = st.text(st.sampled_from(THAI) | st.sampled_from([*ZERO, *OTHER]))


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("ทำ", "ท\u0e4d\u0e32"),
        ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("ดำเนินการ", "ด\u0e4d\u0e32เนินการ"),
        ("ภาษา\u200bไทย\u2060", "ภาษาไทย"),
        ("e/ำ", "e/ำ"),
        ("ำ", "ำ"),
        ("กำำ", "ก\u0e4d\u0e32ำ"),
        ("ที่นี่ 12", "ที่นี่ 12"),
        ("👩\u200d🚀", "👩\u200d🚀"),
    ],
)
def test_what_is_sent(text: str, wire: str) -> None:
    assert sent(text) == wire


@given(TEXT)
def test_the_cells_stay_the_same(text: str) -> None:
    assert cell_len(sent(text)) == cell_len(text)
    assert width(sent(text)) == width(text)


@given(TEXT)
def test_sending_what_was_sent_changes_nothing(text: str) -> None:
    assert sent(sent(text)) == sent(text)


@given(TEXT)
def test_what_is_copied_off_the_screen_is_pasted_as_it_was(text: str) -> None:
    assert key(pasted(sent(text))) == key(pasted(text))


@given(st.text(st.sampled_from("กนทเา\u0e49 ำ")))
def test_plain_thai_comes_back_to_the_letter(text: str) -> None:
    if pasted(text) == text:
        assert pasted(sent(text)) == text
