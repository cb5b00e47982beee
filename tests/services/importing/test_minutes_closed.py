"""Minutes of a closed meeting: their table is history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import FrozenItem
from ita_tui.domain.status import State, Status
from ita_tui.minutes.parsing.minutes import Part
from ita_tui.services.importing.own_minutes import PartChange, apply_minutes

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from tests.services.importing.conftest import Minutes

DONE = Status.of(State.DONE)

FROZEN = (
    FrozenItem("O1", Status(State.WAITING, "รอ 6 เดือน"), "เดิม", 100.0),
    FrozenItem("O2", DONE),
)


@pytest.fixture
def closed(minutes: Minutes, actor: Actor) -> Minutes:
    """The same with the meeting closed."""
    with minutes.store.transaction(actor) as tx:
        tx.put_meeting(replace(minutes.meeting, frozen=FROZEN))
    return minutes


def test_the_table_of_a_closed_meeting_changes_the_meeting_alone(
    closed: Minutes, actor: Actor
) -> None:
    assert not closed.planned().changes_anything
    document = closed.exported().replace("| เดิม |", "| ใหม่ |")
    plan = closed.planned("รอ 6 เดือน (รอดำเนินการ)", "ดำเนินการเรียบร้อยแล้ว", document)
    assert plan.item_changes == ()
    assert plan.part_changes == (
        PartChange(Part.CHECKLIST, 0, "O1: รอ 6 เดือน (waiting)", "O1: ดำเนินการเรียบร้อยแล้ว"),
        PartChange(Part.CHECKLIST, 0, "O1: เดิม", "O1: ใหม่"),
    )
    assert plan.meeting.frozen == (FrozenItem("O1", DONE, "ใหม่", 100.0), FROZEN[1])
    before = closed.store.read().checklist
    apply_minutes(closed.store, actor, plan)
    assert closed.store.read().checklist == before
    assert closed.store.read().meetings[0].frozen == plan.meeting.frozen


def test_a_row_that_is_gone_stays_in_the_table_of_a_closed_meeting(closed: Minutes) -> None:
    plan = closed.planned("| O2 | ข้อมูลผู้บริหาร | - | ดำเนินการเรียบร้อยแล้ว | - |\n", "")
    assert plan.meeting.frozen == FROZEN


def test_the_table_of_an_open_meeting_leaves_a_closed_one_alone(closed: Minutes) -> None:
    plan = closed.planned(document=closed.exported(meeting=closed.meeting).replace("ชั้น ๒", "ชั้น ๓"))
    assert plan.meeting.frozen == FROZEN
    assert plan.item_changes == ()
    assert [change.part for change in plan.part_changes] == [Part.PLACE]
    (problem,) = plan.problems
    assert problem.reason.startswith("The meeting is closed here and keeps its table")


def test_the_table_of_a_closed_meeting_is_no_news_for_the_checklist(minutes: Minutes) -> None:
    document = minutes.exported(meeting=replace(minutes.meeting, frozen=FROZEN))
    plan = minutes.planned(document=document)
    assert not plan.changes_anything
    (problem,) = plan.problems
    assert "is open here" in problem.reason
    new = minutes.planned('"2566-10-31"', '"another"', document)
    assert new.is_new_meeting
    assert new.meeting.frozen is not None
    assert new.item_changes == ()
    (problem,) = new.problems
    assert "the checklist stays as it is now" in problem.reason


def test_a_closed_meeting_that_says_the_same_needs_no_note(minutes: Minutes) -> None:
    items = minutes.store.read().checklist.items
    frozen = tuple(FrozenItem(one.code, one.status, one.remark) for one in items)
    document = minutes.exported(meeting=replace(minutes.meeting, id="another", frozen=frozen))
    assert minutes.planned(document=document).problems == ()


def test_minutes_without_a_table_change_no_items(minutes: Minutes, actor: Actor) -> None:
    bare = replace(minutes.meeting, agenda=minutes.meeting.agenda[:1], frozen=FROZEN)
    with minutes.store.transaction(actor) as tx:
        tx.put_meeting(bare)
    plan = minutes.planned()
    assert not plan.changes_anything
    assert plan.missing == ()
    assert plan.meeting.frozen == FROZEN
