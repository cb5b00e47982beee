"""Pens: every way from one to another ends where it should, and is short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.ui.terminal.pens import PLAIN, Pen, after, change, pen

_ATTRIBUTES = st.frozensets(
    st.sampled_from(["1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "53"]), max_size=4
)
_INKS = st.sampled_from(["", "31", "97", "38;5;7", "38;2;223;226;231"])
_GROUNDS = st.sampled_from(["", "44", "100", "48;5;17", "48;2;21;23;28"])
pens = st.builds(pen, _ATTRIBUTES, _INKS, _GROUNDS)

NOT_UNDERSTOOD = [
    "58;5;1",
    "4:3",
    "38;5",
    "38;2;1;2",
    "1;junk",
    "?1",
    "48;7;1",
    "10",
    "1;58;2;1;2;3",
]


def parameters(sequence: str) -> str:
    """What stands between the escape and its end."""
    assert sequence.startswith("\x1b[")
    assert sequence.endswith("m")
    return sequence[2:-1]


@given(pens, pens)
def test_a_change_ends_at_the_other_pen(before: Pen, to: Pen) -> None:
    sequence = change(before, to)
    if before is to:
        assert sequence == ""
    else:
        assert after(before, parameters(sequence)) is to
        assert len(sequence) <= len(change(None, to))


@given(pens, pens)
def test_a_change_from_what_is_not_known_ends_at_the_pen(before: Pen, to: Pen) -> None:
    assert after(before, parameters(change(None, to))) is to


@pytest.mark.parametrize(
    ("before", "to", "sequence"),
    [
        ("1;31;44", "1;32;44", "\x1b[32m"),
        ("1;31;44", "31;44", "\x1b[22m"),
        ("1;31;44", "", "\x1b[m"),
        ("31;44", "31", "\x1b[49m"),
        ("1;2;31", "2;31", "\x1b[22;2m"),
        ("6;31", "31", "\x1b[0;31m"),
        ("38;2;1;2;3;48;2;4;5;6", "1;38;2;1;2;3;48;2;4;5;6", "\x1b[1m"),
    ],
)
def test_a_change_says_only_what_differs(before: str, to: str, sequence: str) -> None:
    first, second = after(PLAIN, before), after(PLAIN, to)
    assert first is not None
    assert second is not None
    assert change(first, second) == sequence


@pytest.mark.parametrize("code", ["", "0", "00", "1;0", "31;;", "4;24", "1;31;22;39", "44;49"])
def test_the_terminals_own_pen_has_many_names(code: str) -> None:
    assert after(PLAIN, code) is PLAIN


@pytest.mark.parametrize("code", NOT_UNDERSTOOD)
def test_what_is_not_understood_is_not_guessed(code: str) -> None:
    assert after(PLAIN, code) is None


@given(pens)
def test_a_space_needs_no_more_than_can_be_seen(one: Pen) -> None:
    seen = one.attributes & {"4", "7", "9", "21", "53"}
    assert one.blank is (one if seen else pen(frozenset(), "", one.ground))
    assert one.blank.blank is one.blank
