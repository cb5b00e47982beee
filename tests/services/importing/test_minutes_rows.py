"""What edited minutes change in the items: status and remark, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.errors import UsageError
from ita_tui.minutes.rendering import Digits
from ita_tui.services.importing.own_minutes import ItemChange, MinutesPlan, apply_minutes

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from tests.services.importing.conftest import Minutes


@pytest.mark.parametrize("digits", Digits)
def test_minutes_that_nobody_edited_change_nothing(
    minutes: Minutes, actor: Actor, digits: Digits
) -> None:
    plan = minutes.planned(document=minutes.exported(digits))
    assert plan == MinutesPlan(plan.read, minutes.meeting, minutes.meeting)
    assert not plan.changes_anything
    outcome = apply_minutes(minutes.store, actor, plan)
    assert (outcome.snapshot, outcome.events) == (None, ())


STATUS_CELL = "| รอรอบ 6 เดือน (ระหว่างดำเนินการ) |"


def test_a_status_and_a_remark_are_changes_of_their_items(minutes: Minutes) -> None:
    document = minutes.exported().replace(STATUS_CELL, "| ดำเนินการ เรียบร้อยแล้ว |")
    plan = minutes.planned("รอ ๖ เดือน ⏎ ดู O1", "รอ 7 เดือน", document)
    line = next(n for n, text in enumerate(document.split("\n"), 1) if text.startswith("| O1"))
    assert plan.item_changes == (
        ItemChange(
            "O1",
            "status",
            Status(State.IN_PROGRESS, "รอรอบ 6 เดือน"),
            Status(State.DONE, "ดำเนินการ เรียบร้อยแล้ว"),
            line,
        ),
        ItemChange("O2", "remark", "รอ 6 เดือน\nดู O1", "รอ 7 เดือน", line + 1),
    )
    assert plan.part_changes == ()
    assert plan.problems == ()


def test_the_digits_of_a_remark_are_no_change_but_those_of_a_wording_are(minutes: Minutes) -> None:
    assert minutes.planned("รอ ๖ เดือน", "รอ 6 เดือน").item_changes == ()
    (change,) = minutes.planned("รอรอบ 6", "รอรอบ ๖").item_changes
    assert change.after == Status(State.IN_PROGRESS, "รอรอบ ๖ เดือน")


def test_words_in_another_encoding_are_the_customary_ones(minutes: Minutes) -> None:
    (change,) = minutes.planned(
        STATUS_CELL, "| กำลังดำเนินการ |".replace("ำ", "\u0e4d\u0e32")
    ).item_changes
    assert change.after == Status(State.IN_PROGRESS, "กำลังดำเนินการ")


def test_a_state_can_be_taken_away(minutes: Minutes) -> None:
    (change,) = minutes.planned(STATUS_CELL, "| - |").item_changes
    assert change.after == Status()
    (change,) = minutes.planned(STATUS_CELL, "| รอดำเนินการ (ไม่ระบุ) |").item_changes
    assert change.after == Status(State.UNSET, "รอดำเนินการ")


LEFT_ALONE = {
    "unknown words": (
        STATUS_CELL,
        "| เกือบเสร็จ |",
        "“เกือบเสร็จ” tells no state; write one behind it",
    ),
    "another name": ("| โครงสร้าง |", "| โครงการ |", "O1 is “โครงสร้าง” here"),
    "another code": ("| O1 |", "| O9 |", "There is no item O9 here"),
    "a score": ("| โครงสร้าง | - |", "| โครงสร้าง | ๙๐ |", "The score of O1 is not changed"),
    "a broken row": ("| โครงสร้าง |", "| โครง | สร้าง |", "cells"),
}


@pytest.mark.parametrize(("old", "new", "reason"), LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_left_alone_is_reported(minutes: Minutes, old: str, new: str, reason: str) -> None:
    plan = minutes.planned(old, new)
    (problem,) = plan.problems
    assert reason in problem.reason
    assert plan.item_changes == ()
    assert not plan.changes_anything


def test_items_without_a_row_are_named(minutes: Minutes) -> None:
    lines = minutes.exported().split("\n")
    text = "\n".join(line for line in lines if not line.startswith(("| O1 ", "| O4 ")))
    plan = minutes.planned(document=text)
    assert plan.missing == ("O1", "O4")
    assert not plan.changes_anything


def test_a_code_with_thai_digits_is_the_same_item(minutes: Minutes) -> None:
    plan = minutes.planned("| O1 | โครงสร้าง | - | รอรอบ 6 เดือน (", "| o๑ | โครงสร้าง | - | รอ (")
    assert [(change.code, change.after) for change in plan.item_changes] == [
        ("O1", Status(State.IN_PROGRESS, "รอ"))
    ]


def test_minutes_of_others_are_refused(minutes: Minutes) -> None:
    with pytest.raises(UsageError, match="fiscal year 2568, not 2567"):
        minutes.planned("fiscal_year: 2567", "fiscal_year: 2568")
    with pytest.raises(UsageError, match="of เทศบาลอื่น, this checklist of เทศบาลตัวอย่าง"):
        minutes.planned("เทศบาลตัวอย่าง", "เทศบาลอื่น")
