import pytest

from ita_tui.thai.keyboard import QWERTY_TWIN, thai_twin


@pytest.mark.parametrize(
    ("thai", "key"),
    [("ห", "s"), ("ๆ", "q"), ("ฟ", "a"), ("ส", "l"), ("่", "j"), ("ฉ", "C"), ("ฝ", "/"), ("ๅ", "1")],
)
def test_a_thai_character_and_its_key(thai: str, key: str) -> None:
    assert QWERTY_TWIN[thai] == key
    assert thai_twin(key) == thai


def test_the_layout_is_whole_and_without_collision() -> None:
    assert len(QWERTY_TWIN) == len(set(QWERTY_TWIN.values())) == 83
    assert all(len(thai) == len(key) == 1 and key.isascii() for thai, key in QWERTY_TWIN.items())
    consonants_and_digits = {*map(chr, (*range(0x0E01, 0x0E2F), *range(0x0E50, 0x0E5A)))}
    assert consonants_and_digits <= QWERTY_TWIN.keys()


@pytest.mark.parametrize("key", ["2", "3", "M", "W", "X", "Z", "", "ก", "enter"])
def test_keys_without_a_thai_character(key: str) -> None:
    assert thai_twin(key) is None
