"""The cycle of the states, and the wordings that name them."""

from __future__ import annotations

import pytest

from ita_tui.domain.status import CYCLE, DEFAULT_WORDING, FINISHED, WORDINGS, State, Status

CUSTOMARY = {
    "ดำเนินการเรียบร้อยแล้ว": State.DONE,
    "ยังไม่ได้ดำเนินการ": State.NOT_STARTED,
    "ระหว่างดำเนินการ": State.IN_PROGRESS,
    "ดำเนินการเป็นปัจจุบัน": State.CURRENT,
    "รอดำเนินการ": State.WAITING,
    "กำลังดำเนินการ": State.IN_PROGRESS,
    "ดำเนินการแล้วบางส่วน": State.IN_PROGRESS,
}

UNKNOWN = [
    "",
    " ",
    "ดำเนินการ",
    "ดำเนินการแล้ว",
    "ยังไม่ดำเนินการ",
    "รอดำเนินการเรียบร้อยแล้ว",
    "รอดำเนินการ รอดำเนินการ",
    "ข้อ 3 รอดำเนินการ",
    "ไม่ได้รอดำเนินการ",
    "done",
]


def test_the_cycle_leads_from_unset_through_every_state_and_round() -> None:
    status = Status()
    seen = []
    for _press in range(6):
        status = status.next()
        seen.append(status.state)
    assert seen == [
        State.NOT_STARTED,
        State.WAITING,
        State.IN_PROGRESS,
        State.DONE,
        State.CURRENT,
        State.NOT_STARTED,
    ]


@pytest.mark.parametrize("state", State)
def test_the_next_status_has_its_default_wording(state: State) -> None:
    following = Status(state, "คำอื่น").next()
    assert following == Status.of(following.state)
    assert following.wording == DEFAULT_WORDING[following.state]


def test_unset_has_no_wording_and_every_other_state_one_of_its_own() -> None:
    assert Status.of(State.UNSET) == Status() == Status(State.UNSET, "")
    assert {Status.of(state).wording for state in CYCLE} <= set(CUSTOMARY)
    assert len({Status.of(state).wording for state in CYCLE}) == len(CYCLE)


@pytest.mark.parametrize(("wording", "state"), CUSTOMARY.items())
def test_a_customary_wording_gives_its_state_and_is_kept(wording: str, state: State) -> None:
    assert Status.from_wording(wording) == Status(state, wording)


def test_there_are_no_other_wordings() -> None:
    assert WORDINGS == CUSTOMARY


@pytest.mark.parametrize("wording", ["ดำเนินการ เรียบร้อยแล้ว", " ดำเนินการเรียบ\tร้อยแล้ว\n"])
def test_spaces_of_a_wrapped_cell_count_for_nothing(wording: str) -> None:
    assert Status.from_wording(wording) == Status.of(State.DONE)


@pytest.mark.parametrize("wording", UNKNOWN)
def test_only_whole_phrases_match(wording: str) -> None:
    assert Status.from_wording(wording) is None


@pytest.mark.parametrize("state", State)
def test_done_and_current_are_finished(state: State) -> None:
    assert Status.of(state).finished is (state in {State.DONE, State.CURRENT})
    assert {State.DONE, State.CURRENT} == FINISHED
