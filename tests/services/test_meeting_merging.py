"""Merging is fair: who changed nothing has no say, and what either typed stands somewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting, Statement
from ita_tui.services.meeting_merging import Side, merge

WORDS = st.sampled_from(["", "ก", "ข", "ค"])
PEOPLE = st.lists(st.builds(Attendee, office=WORDS, name=WORDS), max_size=4).map(tuple)
SAID = st.lists(st.builds(Statement, WORDS, WORDS), max_size=3).map(tuple)
AGENDA = st.lists(st.builds(AgendaItem, WORDS, SAID, WORDS), max_size=4).map(tuple)
MEETINGS = st.builds(
    Meeting,
    st.just("m"),
    WORDS,
    st.none() | st.integers(1, 3),
    st.just(2567),
    attendees=PEOPLE,
    agenda=AGENDA,
    problems=st.lists(WORDS, max_size=3).map(tuple),
)


@given(MEETINGS, MEETINGS, MEETINGS)
def test_merging_is_fair(seen: Meeting, theirs: Meeting, yours: Meeting) -> None:
    assert merge(seen, theirs, seen, Side.YOURS).meeting == theirs
    assert merge(seen, seen, yours, Side.THEIRS).meeting == yours
    mine, other = (merge(seen, theirs, yours, side) for side in (Side.YOURS, Side.THEIRS))
    assert {*yours.problems} - {*seen.problems} <= {*mine.meeting.problems}
    assert {*theirs.problems} - {*seen.problems} <= {*other.meeting.problems}
    if not mine.clashes:
        assert mine == other
