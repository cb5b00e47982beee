"""A meeting and its minutes, whatever stands in them: nothing edited, nothing changed."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    Meeting,
    Signature,
    Statement,
)
from ita_tui.domain.status import State, Status
from ita_tui.minutes.parsing.minutes import read_minutes
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.importing.merging import merged

CHECKLIST = Checklist(
    "เทศบาลตัวอย่าง", 2567, "แบบวัด", 2566, (Category("9.1", "ก"),), (Item("O1", "ข", "9.1"),)
)
TEXT = st.lists(
    st.sampled_from(
        ("ก", "๑", "2", "a", " ", "-", "…………", "\n", "\n\n", "⏎", "เรื่อง", "*", "|", "\x1b", "a1.b")
    ),
    max_size=5,
).map("".join)
STATUS = st.builds(Status, st.sampled_from(State), TEXT)
MEETINGS = st.builds(
    Meeting,
    id=st.just("2566-10-31"),
    name=TEXT,
    number=st.none() | st.integers(1, 99),
    year=st.integers(2500, 2600),
    held_on=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    place=TEXT,
    start=st.none() | st.times(),
    end=st.none() | st.times(),
    attendees=st.lists(
        st.builds(Attendee, TEXT, TEXT, TEXT, st.sampled_from(Attendance), TEXT, TEXT), max_size=4
    ).map(tuple),
    agenda=st.lists(
        st.builds(
            AgendaItem,
            TEXT,
            st.lists(st.builds(Statement, TEXT, TEXT), max_size=3).map(tuple),
            TEXT,
            st.booleans(),
        ),
        max_size=3,
    ).map(tuple),
    problems=st.lists(TEXT, max_size=3).map(tuple),
    next_steps=st.lists(TEXT, max_size=3).map(tuple),
    signatures=st.lists(st.builds(Signature, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    decisions=st.lists(st.builds(Decision, st.just("O1"), STATUS, STATUS, TEXT), max_size=2).map(
        tuple
    ),
)


@given(MEETINGS, st.sampled_from(Digits))
@settings(max_examples=80, deadline=None)
def test_minutes_that_nobody_edited_leave_the_meeting_as_it_is(
    meeting: Meeting, digits: Digits
) -> None:
    read = read_minutes(render_minutes(meeting, CHECKLIST, digits))
    assert read is not None
    assert merged(meeting, CHECKLIST, read) == (meeting, ())


@given(MEETINGS, MEETINGS, st.sampled_from(Digits))
@settings(max_examples=80, deadline=None)
def test_other_minutes_are_taken_over_whole(
    meeting: Meeting, other: Meeting, digits: Digits
) -> None:
    document = render_minutes(other, CHECKLIST, digits)
    read = read_minutes(document)
    assert read is not None
    changed, changes = merged(meeting, CHECKLIST, read)
    assert render_minutes(changed, CHECKLIST, digits) == document
    assert bool(changes) == (changed != meeting)
