"""A status shown in a cell and read back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_tui.domain.status import DEFAULT_WORDING, WORDINGS, State, Status
from ita_tui.minutes.status_words import read_status, shown_status

ODD_WORDINGS = st.one_of(
    st.text(min_size=1),
    st.sampled_from(sorted(WORDINGS)),
    st.builds("{} ({})".format, st.text(max_size=3), st.sampled_from(sorted(WORDINGS))),
)


@pytest.mark.parametrize(("wording", "state"), WORDINGS.items())
def test_customary_words_stand_alone(wording: str, state: State) -> None:
    assert shown_status(Status(state, wording)) == wording
    assert read_status(wording) == Status(state, wording)


@pytest.mark.parametrize("state", State)
def test_without_words_the_customary_ones_are_shown(state: State) -> None:
    assert shown_status(Status(state)) == DEFAULT_WORDING[state]


def test_words_of_ones_own_are_followed_by_the_state() -> None:
    status = Status(State.IN_PROGRESS, "ทำแล้วครึ่งหนึ่ง")
    assert shown_status(status) == "ทำแล้วครึ่งหนึ่ง (ระหว่างดำเนินการ)"


def test_unknown_words_of_an_unset_status_stand_alone() -> None:
    assert shown_status(Status(State.UNSET, "ดูหมายเหตุ")) == "ดูหมายเหตุ"


def test_words_that_say_another_state_are_followed_by_the_right_one() -> None:
    assert shown_status(Status(State.DONE, "รอดำเนินการ")).endswith(" (ดำเนินการเรียบร้อยแล้ว)")
    assert shown_status(Status(State.UNSET, "รอดำเนินการ")) == "รอดำเนินการ (ไม่ระบุ)"


@given(st.sampled_from(State), ODD_WORDINGS)
@example(State.UNSET, "ก (รอดำเนินการ)")
@example(State.WAITING, "ก (รอดำเนินการ)")
def test_every_status_with_words_is_read_back(state: State, wording: str) -> None:
    assert read_status(shown_status(Status(state, wording))) == Status(state, wording)
