"""What is no TOML is explained in the language in use, at its line."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui import i18n
from ita_tui.services.toml_reasons import Mistake, mistake_in

WRONG = {
    "= 1": "neither a key",
    "[]": "a key has only letters",
    "a = 1 b": "something stands behind",
    "a 1": "behind a key",
    "[a": "the name of a table ends",
    "[[a]": "the name of a table ends",
    "a = 'b": "no quotation mark",
    'a = """b': "no quotation mark",
    "a = b": "without quotation marks",
    "a =": "the value is missing",
    'a = "b\n"': "line break",
    "# \x01": "control character",
    'a = "\\q"': "backslash",
    'a = "\\uzzzz"': "backslash",
    'a = "\\ud800"': "backslash",
    "a = [1": "no ] at its end",
    "a = {b = 1": "no } at its end",
    "a = 2023-02-30": "no such date",
    "a = 1\na = 2": "twice",
    "[a]\n[a]": "twice",
    "a = {b = 1, b = 2}": "twice",
}


def refusal(text: str) -> Mistake | None:
    """What is said about a text; None where it is TOML, or too much for the reader."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return mistake_in(text, error)
    except ValueError:
        return None
    return None


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_each_reason_has_words_of_its_own(text: str, said: str) -> None:
    found = refusal(text)
    assert found is not None
    assert said in found.reason
    assert found.line == len(text.splitlines()) or "line break" in said


@pytest.mark.parametrize("text", WRONG)
def test_no_english_stands_in_a_thai_sentence(text: str) -> None:
    i18n.use("th")
    found = refusal(text)
    assert found is not None
    assert set(re.findall("[A-Za-z]+", found.reason)) == set()


@given(st.text('ab= \n"[]{}#\\12-,.\x01ก', max_size=20))
def test_whatever_is_refused_is_told_with_its_line(text: str) -> None:
    found = refusal(text)
    if found is not None:
        assert found.reason
        assert 0 <= found.line <= text.count("\n") + 1


def test_what_nobody_thought_of_is_still_one_clause() -> None:
    found = mistake_in("a", ValueError("surprise (at end of document)"))
    assert found == Mistake(1, "this cannot be understood")
