from itertools import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.services.shared_texts import SharedTexts, having

FEW = [["a", "b", "a", ""], ["a", "b", "ab"], [], ["a"]]
MANY = [f"{number % 300}" for number in range(900)]


@pytest.mark.parametrize("texts", [*FEW, MANY, [*map(str, range(300))]])
def test_the_items_that_have_a_text(texts: list[str]) -> None:
    shared = SharedTexts(texts)
    for wanted in ("a", "b", "", "29", "299", "x"):
        chosen = having(shared, wanted)
        assert len(chosen) == len(texts)
        assert [*compress(texts, chosen)] == [text for text in texts if wanted in text]
    assert shared.where(str.isdigit) == bytes(text.isdigit() for text in texts)


@given(st.lists(st.text("กขa", max_size=3)), st.text("กขa", max_size=2))
def test_any_texts_are_looked_through(texts: list[str], wanted: str) -> None:
    assert having(SharedTexts(texts), wanted) == bytes(wanted in text for text in texts)
