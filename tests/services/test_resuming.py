"""Where a review goes on: where it was left, or behind what was decided since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.services.meetings.holding import begin, next_meeting
from ita_tui.services.resuming import Place, resumed_at
from ita_tui.services.reviews import decide
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import undo

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

DONE = Edit("status", Status.of(State.DONE))


@pytest.fixture
def meeting(store: Store, actor: Actor) -> str:
    """The id of an open meeting."""
    return begin(store, actor, next_meeting(store.read(), date(2024, 3, 12))).after.id


def resumed(store: Store, actor: Actor, meeting: str, place: Place) -> str:
    snapshot = store.read()
    codes = [item.code for item in snapshot.checklist.items]
    return resumed_at(snapshot, meeting, actor, place, codes)


def decides(store: Store, actor: Actor, meeting: str, code: str, change: Edit = DONE) -> None:
    item = store.read().checklist.item(code)
    assert item is not None
    decide(store, actor, meeting, item, change)


def test_it_goes_on_where_it_was_left(store: Store, actor: Actor, meeting: str) -> None:
    assert resumed(store, actor, meeting, Place()) == "O1"
    decides(store, actor, meeting, "O1")
    left = Place.at("O4", store.read())
    assert resumed(store, actor, meeting, left) == "O4"
    assert resumed(store, actor, meeting, replace(left, code="O99")) == "O1"
    assert Place.of_texts(left.texts) == left
    assert Place.of_texts({"place": "O4", "seq": "no number"}) == Place("O4")
    assert Place.of_texts({}) == Place()


def test_a_decision_after_the_place_counts_more(store: Store, actor: Actor, meeting: str) -> None:
    left = Place.at("O1", store.read())
    decides(store, actor, meeting, "O2")
    assert resumed(store, actor, meeting, left) == "O3"
    assert resumed(store, actor, meeting, Place()) == "O3"
    decides(store, actor, meeting, "O5")
    assert resumed(store, actor, meeting, left) == "O5"


def test_a_remark_and_an_undo_stay_at_their_item(store: Store, actor: Actor, meeting: str) -> None:
    left = Place.at("O1", store.read())
    decides(store, actor, meeting, "O3", Edit("remark", "ก"))
    assert resumed(store, actor, meeting, left) == "O3"
    decides(store, actor, meeting, "O2")
    undo(store, actor)
    assert resumed(store, actor, meeting, left) == "O2"


def test_what_others_decide_moves_nobody(store: Store, actor: Actor, meeting: str) -> None:
    left = Place.at("O1", store.read())
    other = replace(actor, name="กองช่าง")
    decides(store, other, meeting, "O2")
    edit(store, actor, "O3", [DONE])
    assert resumed(store, actor, meeting, left) == "O1"
