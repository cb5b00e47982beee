"""The table of the checklist and the table of decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.meeting import Decision, FrozenItem
from ita_tui.domain.status import State, Status
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tables import checklist_table, decisions_table, frozen_checklist

CHECKLIST = Checklist(
    agency="เทศบาลตำบลตัวอย่าง",
    fiscal_year=2567,
    framework_title="OIT 2566",
    framework_year=2566,
    categories=(Category("9.1", "ข้อมูลพื้นฐาน"), Category("9.2", "ว่าง"), Category("10.1", "ป้องกัน")),
    items=(
        Item("O1", "โครงสร้าง", "9.1", previous_score=100.0, status=Status.of(State.DONE)),
        Item("O2", "รายงาน รอบ 6 เดือน", "9.1", previous_score=97.78, remark="รอ 6 เดือน\nดู O1"),
        Item(
            "O33",
            "แผน|งาน",
            "10.1",
            status=Status(State.WAITING, "รอรอบ 6 เดือน"),
            remark="https://example.go.th/2567",
        ),
    ),
)


def test_the_table_by_category_in_thai_digits() -> None:
    assert checklist_table(CHECKLIST, Digits.THAI) == (
        "### ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน\n"
        "\n"
        "| ข้อ | หัวข้อการประเมิน | คะแนน ๒๕๖๖ | ผลการดำเนินงานปี ๒๕๖๗ | หมายเหตุ |\n"
        "| :-- | :-- | --: | :-- | :-- |\n"
        "| O1 | โครงสร้าง | ๑๐๐ | ดำเนินการเรียบร้อยแล้ว | - |\n"
        "| O2 | รายงาน รอบ ๖ เดือน | ๙๗.๗๘ | - | รอ ๖ เดือน ⏎ ดู O1 |\n"
        "\n"
        "### ตัวชี้วัดย่อยที่ ๑๐.๑ ป้องกัน\n"
        "\n"
        "| ข้อ | หัวข้อการประเมิน | คะแนน ๒๕๖๖ | ผลการดำเนินงานปี ๒๕๖๗ | หมายเหตุ |\n"
        "| :-- | :-- | --: | :-- | :-- |\n"
        "| O33 | แผน\\|งาน | - | รอรอบ 6 เดือน (รอดำเนินการ) | https://example.go.th/2567 |"
    )


def test_the_same_in_arabic_digits() -> None:
    rendered = checklist_table(CHECKLIST, Digits.ARABIC)
    assert "### ตัวชี้วัดย่อยที่ 10.1 ป้องกัน" in rendered
    assert "| คะแนน 2566 | ผลการดำเนินงานปี 2567 |" in rendered
    assert "| O2 | รายงาน รอบ 6 เดือน | 97.78 | - | รอ 6 เดือน ⏎ ดู O1 |" in rendered


@pytest.mark.parametrize(
    ("score", "shown"), [(0.0, "๐"), (100.0, "๑๐๐"), (97.5, "๙๗.๕๐"), (99.999, "๑๐๐")]
)
def test_scores_have_two_decimals_or_none(score: float, shown: str) -> None:
    assert Digits.THAI.number(score) == shown


def test_items_of_an_unknown_category_stand_at_the_end() -> None:
    stray = replace(CHECKLIST, items=(Item("O99", "ข้อใหม่", "11.1"), *CHECKLIST.items))
    *_, last = checklist_table(stray, Digits.THAI).split("### ")
    assert last.startswith("ข้อที่ไม่อยู่ในชุดตัวชี้วัด\n")
    assert last.endswith("| O99 | ข้อใหม่ | - | - | - |")


def test_a_frozen_table_has_its_own_statuses_and_only_its_own_rows() -> None:
    frozen = frozen_checklist(
        CHECKLIST,
        (
            FrozenItem("O2", Status.of(State.CURRENT), "ตรวจแล้ว", 0.0),
            FrozenItem("O98", Status.of(State.DONE)),
        ),
    )
    assert frozen.progress().finished == frozen.progress().total == 2
    rendered = checklist_table(frozen, Digits.THAI)
    assert "| O2 | รายงาน รอบ ๖ เดือน | ๐ | ดำเนินการเป็นปัจจุบัน | ตรวจแล้ว |" in rendered
    assert "| O98 | - | - | ดำเนินการเรียบร้อยแล้ว | - |" in rendered
    assert "| O1 |" not in rendered


def test_decisions_show_before_and_after() -> None:
    decisions = (
        Decision("O2", Status(), Status.of(State.WAITING), "ภายใน 30 เม.ย. 2567"),
        Decision("O98", Status.of(State.WAITING), Status.of(State.DONE)),
    )
    assert decisions_table(decisions, CHECKLIST, Digits.THAI) == (
        "| ข้อ | รายการ | ผลเดิม | ผลตามมติที่ประชุม | หมายเหตุ |\n"
        "| :-- | :-- | :-- | :-- | :-- |\n"
        "| O2 | รายงาน รอบ ๖ เดือน | - | รอดำเนินการ | ภายใน ๓๐ เม.ย. ๒๕๖๗ |\n"
        "| O98 | - | รอดำเนินการ | ดำเนินการเรียบร้อยแล้ว | - |"
    )
