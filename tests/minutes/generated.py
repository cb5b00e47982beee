"""Meetings and checklists of all sizes, with the characters that documents stumble over."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    FrozenItem,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.status import WORDINGS, State, Status

PIECES = (
    *(
        "ก",
        "ำ",
        "๑",
        "9",
        "a",
        " ",
        " ",
        "-",
        "|",
        "\\",
        "*",
        "_",
        "<",
        ">",
        "[",
        "]",
        "`",
        "#",
        "~",
    ),
    *("\n", "\n\n", "\r\n", "\t", "\x00", "\x1b", "\x85", "\u00a0", "\u2028", "\u202e", "\ufeff"),
    *("**", "- ", "1. ", "---", "===", "* * *", "| - |", "```", "<br>", "<!--", "&amp;", "](x)"),
    *("⏎", " ⏎ ", "…………", "ไม่มี", "เรื่อง", "มติที่ประชุม", "**มติที่ประชุม** ", "(๑) ", "(ลงชื่อ) "),
    *("ข้อมูล ณ", "### ตัวชี้วัดย่อยที่ 9.1", "## เลิกประชุมเวลา", "เวลา", "O1", "https://a.go.th/1๑"),
    *(" (รอดำเนินการ)", " (ไม่ระบุ)", "รอดำเนินการ", "\ud800", "\u3000", "\u200b", "(", ")", "1/2"),
)
TEXT = st.one_of(
    st.just(""),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.text(st.characters(codec="utf-8"), max_size=8),
)
CLOCK = st.none() | st.times()
SCORE = st.none() | st.floats(0, 100) | st.sampled_from((0.0, 100.0, 97.78, 99.999))
CODES = ("O1", "O2", "o-3", "ก|4", "*5*", "6", "๗", "O8⏎", "`")
CATEGORIES = ("9.1", "๑๐.2", "A๑", "ก|", "*", "-")
CODE = st.sampled_from(CODES)


def statuses(text: st.SearchStrategy[str] = TEXT) -> st.SearchStrategy[Status]:
    """A state with customary words or any others."""
    return st.builds(Status, st.sampled_from(State), text | st.sampled_from(sorted(WORDINGS)))


@st.composite
def checklists(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXT) -> Checklist:
    """A checklist as the borders let it in: codes without spaces, none twice."""
    categories = draw(st.lists(st.sampled_from(CATEGORIES), unique=True, max_size=4))
    known = st.sampled_from((*categories, "elsewhere"))
    status = statuses(text)
    return Checklist(
        draw(text),
        draw(st.integers(2500, 2699)),
        draw(text),
        draw(st.integers(2500, 2699)),
        tuple(Category(code, draw(text)) for code in categories),
        tuple(
            Item(code, draw(text), draw(known), "yearly", draw(SCORE), draw(status), draw(text))
            for code in draw(st.lists(CODE, unique=True, max_size=6))
        ),
    )


def meetings(text: st.SearchStrategy[str] = TEXT) -> st.SearchStrategy[Meeting]:
    """A meeting, open or closed, of any size and with any characters."""
    status = statuses(text)
    people = st.builds(Attendee, text, text, text, st.sampled_from(Attendance), text, text)
    statements = st.lists(st.builds(Statement, text, text), max_size=4).map(tuple)
    agenda = st.builds(AgendaItem, text, statements, text, st.booleans())
    frozen = st.lists(
        st.builds(FrozenItem, CODE, status, text, SCORE),
        unique_by=lambda row: row.code,
        max_size=4,
    )
    decisions = st.builds(Decision, CODE, status, status, text)
    return st.builds(
        Meeting,
        id=st.sampled_from(("2566-10-31", "ก'\"b", "-", '"\\', "---")),
        name=text,
        number=st.none() | st.integers(1, 999),
        year=st.integers(2400, 2699),
        held_on=st.none() | st.dates(date(1900, 1, 1), date(2400, 1, 1)),
        place=text,
        start=CLOCK,
        end=CLOCK,
        attendees=st.lists(people, max_size=5).map(tuple),
        agenda=st.lists(agenda, max_size=4).map(tuple),
        problems=st.lists(text, max_size=3).map(tuple),
        next_steps=st.lists(text, max_size=3).map(tuple),
        signatures=st.lists(st.builds(Signature, text, text, text), max_size=3).map(tuple),
        decisions=st.lists(decisions, max_size=3).map(tuple),
        frozen=st.none() | frozen.map(tuple),
    )
