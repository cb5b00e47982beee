"""Merging is fair: who changed nothing has no say, and what either typed stands somewhere."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.meeting import AgendaItem, Attendee, Decision, Meeting, Statement
from ita_tui.domain.status import State, Status
from ita_tui.services.meetings.merging import Side, merge

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


def test_a_status_is_never_put_together_from_two() -> None:
    seen = Decision("O1", Status(), Status(State.WAITING, "รอ"))
    theirs = replace(seen, after=Status(State.WAITING, "รอสิ้นรอบ"))
    yours = replace(seen, after=Status(State.DONE, "รอ"))
    versions = [Meeting("m", "", 1, 2567, decisions=(one,)) for one in (seen, theirs, yours)]
    merged = merge(versions[0], versions[1], versions[2], Side.YOURS)
    (clash,) = merged.clashes
    assert (clash.path, clash.theirs) == (("decisions", 0, "after"), theirs.after)
    assert merged.meeting.decisions == (yours,)
