"""The table of the checklist by category, and the table of what a meeting decided."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Item
from ita_tui.domain.status import Status
from ita_tui.domain.text import clean
from ita_tui.minutes.markdown import Align, table, text
from ita_tui.minutes.status_words import shown_status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.meeting import Decision, FrozenItem
    from ita_tui.minutes.style import Digits

CATEGORY = "ตัวชี้วัดย่อยที่"
"""What the heading of a category begins with; its code and name follow."""

OTHER_ITEMS = "ข้อที่ไม่อยู่ในชุดตัวชี้วัด"
"""The heading over items whose category the checklist does not know."""

CODE = "ข้อ"
TOPIC = "หัวข้อการประเมิน"
SCORE = "คะแนน"
RESULT = "ผลการดำเนินงาน"
REMARK = "หมายเหตุ"
"""The columns of the checklist; a year follows the scores and the results."""

ITEM = "รายการ"
BEFORE = "ผลเดิม"
AFTER = "ผลตามมติที่ประชุม"
"""The columns that only the decisions have."""


def checklist_table(checklist: Checklist, digits: Digits) -> str:
    """The items by category: for each a level-3 heading with its code and name, and a table.

    Categories without items are left out; items of an unknown category stand at the end, so that
    every item of the checklist has its row. Names, remarks and scores are in the digits asked
    for, codes in Arabic ones; the wording of a status is the person's own and stays as it is.
    """
    groups = [
        (f"{CATEGORY} {category.code} {category.name}", checklist.items_of(category.code))
        for category in checklist.categories
    ]
    known = {category.code for category in checklist.categories}
    groups.append((OTHER_ITEMS, tuple(i for i in checklist.items if i.category not in known)))
    return "\n\n".join(
        f"### {text(digits.prose(heading))}\n\n{_items_table(items, checklist.fiscal_year, digits)}"
        for heading, items in groups
        if items
    )


def frozen_checklist(checklist: Checklist, frozen: Iterable[FrozenItem]) -> Checklist:
    """The checklist as it stood when a meeting was closed: the frozen items, and only those.

    Names and categories come from the checklist; a frozen item that it does not know has none.
    """
    items = {item.code: item for item in checklist.items}
    return replace(
        checklist,
        items=tuple(
            replace(
                items.get(row.code, Item(row.code, name="", category="")),
                status=row.status,
                remark=row.remark,
                previous_score=row.previous_score,
            )
            for row in frozen
        ),
    )


def decisions_table(decisions: Sequence[Decision], checklist: Checklist, digits: Digits) -> str:
    """What a meeting changed: for each decision the status before and after, and the remark.

    Its headings are not those of the checklist's table, so that a reader of minutes does not
    take a status of before for the one that holds.
    """
    names = {item.code: item.name for item in checklist.items}
    return table(
        (
            (CODE, Align.LEFT),
            (ITEM, Align.LEFT),
            (BEFORE, Align.LEFT),
            (AFTER, Align.LEFT),
            (REMARK, Align.LEFT),
        ),
        (
            (
                decision.code,
                digits.prose(names.get(decision.code, "")),
                _shown(decision.before),
                _shown(decision.after),
                digits.prose(decision.remark),
            )
            for decision in decisions
        ),
    )


@lru_cache(maxsize=64)
def _items_table(items: tuple[Item, ...], fiscal_year: int, digits: Digits) -> str:
    return table(
        (
            (CODE, Align.LEFT),
            (TOPIC, Align.LEFT),
            (digits.prose(f"{SCORE} {fiscal_year - 1}"), Align.RIGHT),
            (digits.prose(f"{RESULT}ปี {fiscal_year}"), Align.LEFT),
            (REMARK, Align.LEFT),
        ),
        (
            (
                item.code,
                digits.prose(item.name),
                "" if item.previous_score is None else digits.number(item.previous_score),
                _shown(item.status),
                digits.prose(item.remark),
            )
            for item in items
        ),
    )


def _shown(status: Status) -> str:
    """A status in one line: its words tell the state before and after they are read back."""
    return shown_status(Status(status.state, clean(status.wording).strip()))
