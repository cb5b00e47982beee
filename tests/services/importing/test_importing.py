"""What a document would change, in lines that a person can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.services.importing.documents import excerpts

LONG = "ที่ประชุมรับทราบรายงานผลการดำเนินงานตามแบบตรวจของปีงบประมาณนี้ครบทุกข้อแล้ว"

EXCERPTS = {
    "short": (("ชั้น 2", "ชั้น 3"), ("ชั้น 2", "ชั้น 3")),
    "a word in the middle": (
        (f"{LONG} แจ้งว่า {LONG}", f"{LONG} แถลงว่า {LONG}"),
        ("…ครบทุกข้อแล้ว แจ้งว่า ที่ประชุมรั…", "…ครบทุกข้อแล้ว แถลงว่า ที่ประชุมรั…"),
    ),
    "the end": ((LONG, f"{LONG}ทั้งหมด"), ("…นี้ครบทุกข้อแล้ว", "…นี้ครบทุกข้อแล้วทั้งหมด")),
}


@pytest.mark.parametrize(("texts", "shown"), EXCERPTS.values(), ids=EXCERPTS)
def test_long_texts_are_shown_where_they_differ(
    texts: tuple[str, str], shown: tuple[str, str]
) -> None:
    assert excerpts(*texts) == shown


@given(st.text(max_size=90), st.text(max_size=90), st.text(max_size=90), st.text(max_size=90))
def test_what_differs_is_always_shown(start: str, old: str, new: str, end: str) -> None:
    before, after = f"{start}{old}{end}", f"{start}{new}{end}"
    shown = excerpts(before, after)
    assert (shown[0] == shown[1]) == (before == after)
    for whole, part in zip((before, after), shown, strict=True):
        assert part.strip("…") in whole
