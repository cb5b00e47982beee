"""Random output as Textual writes it: moves, pens, texts, whole frames."""

from __future__ import annotations

from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size

COLUMNS, LINES = 24, 5

_PENS = (
    "", "0", "1", "1;31", "38;2;223;226;231;48;2;21;23;28", "1;38;2;1;2;3;48;2;21;23;28",
    "4;37;44", "7;37;40", "97;44", "38;5;7;48;5;17", "3;9;32", "90;40",
)  # fmt: skip
"""SGR parameters: colours of all kinds, attributes that show on spaces and others."""

_WORDS = (
    "", " ", "   ", " " * 15, "O12", "a", "งาน", "น้ำ", "ประจำปี", "ที่ปรึกษา", "เก้าอี้", "กำ",
    "●", "◐", "│", "████░░░░", "表", "漢字", "x表", "e\u0301", "ก\u0e4d\u0e49า", "👍",
)  # fmt: skip
"""Texts: Thai with marks and SARA AM, wide letters, a picture."""

_pens = st.sampled_from(_PENS)
_words = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map("".join)


@st.composite
def _runs(draw: st.DrawFn) -> str:
    """Some styled texts from a place on, as many as fit in the row."""
    y, x = draw(st.integers(1, LINES)), draw(st.integers(1, COLUMNS))
    written = f"\x1b[{y};{x}H"
    for pen, word in draw(st.lists(st.tuples(_pens, _words), min_size=1, max_size=4)):
        x += cell_len(word)
        if x <= COLUMNS + 1:
            written += f"\x1b[{pen}m{word}\x1b[0m"
    return written


@st.composite
def _whole(draw: st.DrawFn) -> str:
    """A frame that fills every row with one pen."""
    pen, text = draw(_pens), set_cell_size(draw(_words), COLUMNS)
    rows = (f"\x1b[{y};1H\x1b[{pen}m{text}\x1b[0m" for y in range(1, LINES + 1))
    return "\n".join(rows)


frames = st.lists(st.one_of(_runs(), _runs(), _runs(), _whole()), min_size=1, max_size=4).map(
    "".join
)
"""One frame, as a text."""
