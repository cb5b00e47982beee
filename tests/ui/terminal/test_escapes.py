"""Escape is told from a sequence, wherever a line cuts, and nothing is lost or added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.ui.terminal.escapes import ESCAPE, Escapes, Piece

typed = st.lists(
    st.sampled_from(
        [ESCAPE, "[", "B", "q", "\r", "ที่", "O", "Q", "\x1b[200~", "\x1b[201~", "2", "\x7f"]
    )
).map("".join)


def heard(escapes: Escapes, *chunks: str) -> list[str]:
    """The texts for the parser and `ESC` for each Escape, until nothing more comes."""
    pieces = [piece for chunk in chunks for piece in escapes.split(chunk)]
    found: list[str] = []
    for piece in (*pieces, escapes.waited()):
        found += [piece.text] if piece.text else []
        found += ["ESC"] if piece.escaped else []
    return found


@pytest.mark.parametrize(
    ("chunks", "found"),
    [
        (["\x1b"], ["ESC"]),
        (["\x1bq"], ["ESC", "q"]),
        (["\x1b\r"], ["ESC", "\r"]),
        (["\x1bๆ"], ["ESC", "ๆ"]),
        (["\x1b", "ๆj"], ["ESC", "ๆj"]),
        (["j\x1b1k"], ["j", "ESC", "1k"]),
        (["\x1b[B\x1bOQ"], ["\x1b[B\x1bOQ"]),
        (["\x1b", "[B"], ["\x1b[B"]),
        (["\x1b\x7f"], ["\x1b\x7f"]),
        (
            ["\x1b[200~a\x1bq", "\x1bx\x1b[2", "01~\x1bq"],
            ["\x1b[200~a\x1bq", "\x1bx", "\x1b[201~", "ESC", "q"],
        ),
        (["\x1b[20", "0~\x1bq"], ["\x1b[200~\x1bq"]),
        (["\x1b[20"], ["\x1b[20"]),
        (["\x1b\x1bq"], ["ESC", "ESC", "q"]),
        (["\x1b]11;rgb:0/0/0\x1b\\"], ["\x1b]11;rgb:0/0/0\x1b\\"]),
    ],
)
def test_what_is_heard(chunks: list[str], found: list[str]) -> None:
    assert heard(Escapes(), *chunks) == found


@given(st.lists(typed))
def test_nothing_is_lost_or_added_wherever_it_is_cut(chunks: list[str]) -> None:
    found = heard(Escapes(), *chunks)
    assert "".join(found).replace("ESC", ESCAPE) == "".join(chunks)


@given(typed, st.data())
def test_a_cut_changes_nothing(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    whole, parts = heard(Escapes(), text), heard(Escapes(), text[:cut], text[cut:])
    assert "".join(whole) == "".join(parts)


def test_nothing_is_nothing() -> None:
    assert Escapes().split("") == [Piece("", escaped=False)]
