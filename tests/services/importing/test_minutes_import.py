"""Taking over our own minutes: one change, or a checklist that begins with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.framework import FrameworkItem
from ita_tui.domain.meeting import AgendaItem, Decision
from ita_tui.domain.status import State, Status
from ita_tui.errors import ConflictError, DataError, UsageError
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.importing.beginning import begin_with_minutes, new_checklist
from ita_tui.services.importing.own_minutes import apply_minutes
from ita_tui.services.importing.plan import plan_beginning
from ita_tui.services.seeds.loading import framework_for, sample
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.undo import undo
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.minutes.parsing.minutes import ReadMinutes
    from ita_tui.store import Snapshot
    from tests.services.importing.conftest import Minutes

DONE = Status.of(State.DONE)
STATUS_CELL = "| รอรอบ 6 เดือน (ระหว่างดำเนินการ) |"


def test_a_new_meeting_comes_with_the_statuses_of_its_table(minutes: Minutes, actor: Actor) -> None:
    text = minutes.exported().replace("2566-10-31", "new").replace(STATUS_CELL, "| - |")
    plan = minutes.planned(document=text)
    assert plan.is_new_meeting
    assert plan.part_changes == ()
    assert [(one.code, one.after) for one in plan.item_changes] == [("O1", Status())]
    outcome = apply_minutes(minutes.store, actor, plan)
    assert outcome.snapshot is not None
    assert [meeting.id for meeting in outcome.snapshot.meetings] == ["2566-10-31", "new"]
    assert [item.status for item in outcome.before] == [Status(State.IN_PROGRESS, "รอรอบ 6 เดือน")]
    assert [item.status for item in outcome.after] == [Status()]
    assert not minutes.planned(document=text).changes_anything


def test_a_new_meeting_alone_is_a_change(minutes: Minutes) -> None:
    plan = minutes.planned('"2566-10-31"', '"new"')
    assert (plan.item_changes, plan.part_changes) == ((), ())
    assert plan.changes_anything


def test_all_is_one_batch(minutes: Minutes, actor: Actor) -> None:
    document = minutes.exported().replace("ชั้น ๒", "ชั้น ๓").replace(STATUS_CELL, "| - |")
    outcome = apply_minutes(minutes.store, actor, minutes.planned("รอ ๖ เดือน", "", document))
    assert {event.field for event in outcome.events} == {"meeting.place", "status", "remark"}
    assert len({event.batch for event in outcome.events}) == 1
    assert outcome.snapshot is not None
    assert outcome.snapshot.meetings[0].place == "ห้องประชุม ชั้น ๓"


def test_changes_of_items_are_undone_as_one(minutes: Minutes, actor: Actor) -> None:
    before = [(item.status, item.remark) for item in minutes.store.read().checklist.items]
    document = minutes.exported().replace(STATUS_CELL, "| - |")
    apply_minutes(minutes.store, actor, minutes.planned("รอ ๖ เดือน", "", document))
    undo(minutes.store, actor)
    after = [(item.status, item.remark) for item in minutes.store.read().checklist.items]
    assert after == before


def test_a_colleagues_change_since_is_not_overwritten(minutes: Minutes, actor: Actor) -> None:
    plan = minutes.planned(STATUS_CELL, "| - |")
    edit(minutes.store, actor, "O5", [Edit("status", DONE)])
    with pytest.raises(ConflictError, match=r"O5 was changed meanwhile.*Nothing was written"):
        apply_minutes(minutes.store, actor, plan)
    edit(minutes.store, actor, "O5", [Edit("status", Status())])
    edit(minutes.store, actor, "O1", [Edit("status", DONE)])
    with pytest.raises(ConflictError, match="O1 was changed"):
        apply_minutes(minutes.store, actor, plan)
    edit(minutes.store, actor, "O1", [Edit("status", Status())])
    assert apply_minutes(minutes.store, actor, plan).events == ()


def test_a_meeting_that_was_changed_since_is_not_overwritten(
    minutes: Minutes, actor: Actor
) -> None:
    plan = minutes.planned("ชั้น ๒", "ชั้น ๓")
    with minutes.store.transaction(actor) as tx:
        tx.put_meeting(replace(minutes.meeting, name="ชุดอื่น"))
    with pytest.raises(ConflictError, match="The meeting was changed meanwhile"):
        apply_minutes(minutes.store, actor, plan)
    with minutes.store.transaction(actor) as tx:
        tx.put_meeting(plan.meeting)
    assert apply_minutes(minutes.store, actor, plan).events == ()


def test_a_checklist_begins_with_minutes(minutes: Minutes, tmp_path: Path, actor: Actor) -> None:
    found = sample()
    (meeting,) = found.meetings
    document = render_minutes(meeting, found.checklist, Digits.THAI)
    read = minutes.read(document)
    plan = plan_beginning(read, new_checklist(read))
    assert plan.begins
    assert plan.is_new_meeting
    assert plan.meeting.id == meeting.id
    snapshot: Snapshot = begin_with_minutes(Workspace(tmp_path / "new"), actor, plan)
    visible = tuple(replace(item, unit="", evidence=(), due=None) for item in found.checklist.items)
    names = [(item.code, item.cadence, item.status, item.previous_score) for item in visible]
    assert names == [
        (item.code, item.cadence, item.status, item.previous_score)
        for item in snapshot.checklist.items
    ]
    assert render_minutes(snapshot.meetings[0], snapshot.checklist, Digits.THAI) == document


def test_a_list_of_ones_own_says_nothing_of_how_often(
    minutes: Minutes, checklist: Checklist
) -> None:
    own = replace(checklist, items=(*checklist.items[:4], Item("O5", "x", "9.2", "monthly")))
    found = new_checklist(minutes.read(render_minutes(minutes.meeting, own, Digits.THAI)))
    assert {item.cadence for item in found.items} == {"yearly"}
    assert found.categories == checklist.categories


def without_year(document: str) -> str:
    """The minutes without the year of the list."""
    at = document.index("\\\n**ปีของชุด")
    return document[:at] + document[document.index("\n", at + 2) :]


NO_CHECKLISTS: dict[str, tuple[Callable[[str], str], str]] = {
    "a broken row": (lambda text: text.replace("| โครงสร้าง |", "|", 1), r"Line \d+: The row has"),
    "no agency": (lambda text: text.replace("** เทศบาลตัวอย่าง", "** …………"), "no whole checklist"),
    "no year": (without_year, "no whole checklist"),
    "no category": (lambda text: text.replace("ตัวชี้วัดย่อยที่ ๙.๒ การบริหารงาน", "ข้อที่ไม่อยู่ในชุดตัวชี้วัด"),
                    r"Line \d+: O4 stands under no category"),
}  # fmt: skip


@pytest.mark.parametrize(("edited", "words"), NO_CHECKLISTS.values(), ids=NO_CHECKLISTS)
def test_no_checklist_begins_with_half_a_table(
    minutes: Minutes, checklist: Checklist, edited: Callable[[str], str], words: str
) -> None:
    found = minutes.read(edited(render_minutes(minutes.meeting, checklist, Digits.THAI)))
    with pytest.raises(DataError, match=words):
        new_checklist(found)


ONLY_TALKED = (AgendaItem("เรื่องเพื่อทราบ", resolution="รับทราบ"),)
DECIDED = Decision("O12", Status(), Status.of(State.WAITING), "รอรอบ 6 เดือน")


def without_table(minutes: Minutes, checklist: Checklist, *decisions: Decision) -> ReadMinutes:
    """Minutes that show no table, only what the meeting decided."""
    meeting = replace(minutes.meeting, agenda=ONLY_TALKED, decisions=decisions)
    return minutes.read(render_minutes(meeting, checklist, Digits.THAI))


def test_minutes_without_a_table_begin_the_list_that_they_follow(minutes: Minutes) -> None:
    whole = sample().checklist
    found = new_checklist(without_table(minutes, whole, DECIDED))
    assert (found.agency, found.fiscal_year) == (whole.agency, whole.fiscal_year)
    assert [(i.code, i.name, i.category, i.cadence) for i in found.items] == [
        (i.code, i.name, i.category, i.cadence) for i in whole.items
    ]
    states = {item.code: item.status.state for item in found.items}
    assert states.pop("O12") is State.WAITING
    assert set(states.values()) == {State.UNSET}


def test_a_list_that_is_not_known_begins_with_what_the_meeting_decided_on(
    minutes: Minutes, checklist: Checklist
) -> None:
    own = replace(checklist, framework_title="ชุดของเราเอง", framework_year=2567)
    found = new_checklist(without_table(minutes, own, replace(DECIDED, code="O1")))
    assert [(i.code, i.name, i.status.state) for i in found.items] == [
        ("O1", "โครงสร้าง", State.WAITING)
    ]
    assert {i.category for i in found.items} == {one.code for one in found.categories}
    assert (found.framework_title, found.framework_year) == ("ชุดของเราเอง", 2567)


def test_a_list_of_ones_own_can_be_given(minutes: Minutes, checklist: Checklist) -> None:
    items = tuple(replace(item, name=f"{item.name}ของเรา") for item in checklist.items)
    own = replace(checklist, framework_title="ชุดของเราเอง", framework_year=2567, items=items)
    given = replace(
        framework_for(2567), items=tuple(FrameworkItem(i.code, i.name, "9.1") for i in own.items)
    )
    read = without_table(minutes, own, replace(DECIDED, code="O1"))
    assert [item.code for item in new_checklist(read, framework=given).items] == [
        item.code for item in own.items
    ]
    with pytest.raises(UsageError, match="not those of the list; add --framework"):
        new_checklist(read, framework=framework_for(2567))
    with pytest.raises(UsageError, match="not those of the list; add --framework"):
        new_checklist(without_table(minutes, own))


def test_older_minutes_without_a_table_do_not_say_whose_they_are(minutes: Minutes) -> None:
    read = replace(
        without_table(minutes, sample().checklist), agency="", framework_title="",
        framework_year=None,
    )  # fmt: skip
    with pytest.raises(UsageError, match="do not say whose they are; add --agency NAME"):
        new_checklist(read)
    found = new_checklist(read, " เทศบาลตัวอย่าง ")
    assert (found.agency, found.framework_year) == ("เทศบาลตัวอย่าง", 2566)


def test_minutes_that_show_a_table_need_nothing_else(minutes: Minutes) -> None:
    read = minutes.read(minutes.exported())
    with pytest.raises(UsageError, match="leave out --agency and --framework"):
        new_checklist(read, "เทศบาลอื่น")
    with pytest.raises(UsageError, match="leave out --agency and --framework"):
        new_checklist(read, framework=framework_for(2567))
