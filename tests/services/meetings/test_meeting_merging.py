"""Merging is fair: who changed nothing has no say, and what either typed stands somewhere."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.meeting import AgendaItem, Attendee, Decision, Meeting, Statement
from ita_tui.domain.status import State, Status
from ita_tui.services.meetings.merging import Merged, Side, merge

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


SAME_TIME = Decision("O1", Status(), Status.of(State.WAITING), "รอสิ้นรอบ")


def both_add(theirs: Decision, yours: Decision, prefer: Side) -> Merged:
    """Two people add a decision each to a meeting that has one on another item."""
    others = (Decision("O9", Status(), Status.of(State.DONE)),)
    seen = Meeting("m", "", 1, 2567, decisions=others)
    there, here = (replace(seen, decisions=(*others, one)) for one in (theirs, yours))
    return merge(seen, there, here, prefer)


def test_one_item_has_one_decision_after_a_clash_was_shown() -> None:
    yours = replace(SAME_TIME, after=Status.of(State.DONE), remark="ส่งแล้ว")
    for prefer, after in ((Side.YOURS, yours.after), (Side.THEIRS, SAME_TIME.after)):
        merged = both_add(SAME_TIME, yours, prefer)
        (clash,) = merged.clashes
        assert (clash.path, clash.theirs, clash.yours) == (
            ("decisions", 1, "after"),
            SAME_TIME.after,
            yours.after,
        )
        assert merged.meeting.decisions[1:] == (Decision("O1", Status(), after, "รอสิ้นรอบ\nส่งแล้ว"),)


def test_what_only_one_of_two_decided_on_an_item_is_no_clash() -> None:
    only_said = replace(SAME_TIME, after=SAME_TIME.before, remark="เร่งรัด")
    for theirs, yours in ((SAME_TIME, only_said), (only_said, SAME_TIME)):
        merged = both_add(theirs, yours, Side.YOURS)
        assert merged.clashes == ()
        (decision,) = merged.meeting.decisions[1:]
        assert decision.after == SAME_TIME.after
        assert {*decision.remark.split("\n")} == {"เร่งรัด", "รอสิ้นรอบ"}


def test_the_same_decision_by_both_stands_once() -> None:
    merged = both_add(SAME_TIME, SAME_TIME, Side.YOURS)
    assert (merged.clashes, merged.meeting.decisions[1:]) == ((), (SAME_TIME,))


STATUSES = st.builds(Status, st.sampled_from(State), WORDS)
DECISIONS = st.lists(
    st.builds(Decision, st.sampled_from(["O1", "O2", "O3"]), STATUSES, STATUSES, WORDS),
    unique_by=lambda one: one.code,
    max_size=3,
).map(tuple)


@given(DECISIONS, DECISIONS, DECISIONS, st.sampled_from(Side))
def test_an_item_never_has_two_decisions(
    seen: tuple[Decision, ...],
    theirs: tuple[Decision, ...],
    yours: tuple[Decision, ...],
    prefer: Side,
) -> None:
    base, there, here = (Meeting("m", "", 1, 2567, decisions=one) for one in (seen, theirs, yours))
    merged = merge(base, there, here, prefer)
    codes = [one.code for one in merged.meeting.decisions]
    assert len(codes) == len({*codes})
    if not merged.clashes:
        assert {*codes} >= {one.code for one in (*theirs, *yours)} - {one.code for one in seen}
