"""The file of a checklist must be consistent, with itself and with its list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Evidence
from ita_tui.domain.framework import Framework, FrameworkItem
from ita_tui.domain.score import Score, ScoreCard
from ita_tui.domain.status import State, Status
from ita_tui.errors import DataError
from ita_tui.services.seeds.checklist import load_checklist

if TYPE_CHECKING:
    from pathlib import Path

LIST = Framework(
    fiscal_year=2566,
    title="รายการ",
    agency_kind="เทศบาล",
    categories=(Category("9.1", "ข้อมูล"), Category("9.2", "งาน")),
    items=(FrameworkItem("O1", "โครงสร้าง", "9.1"), FrameworkItem("O2", "แผน", "9.2", "monthly")),
)

CHECKLIST = """\
agency = "เทศบาลตัวอย่าง"
fiscal_year = 2567
framework_year = 2566

[previous]
fiscal_year = 2566
overall = 90
indicators = [{ code = "1", name = "การปฏิบัติหน้าที่", value = 80.5 }]
instruments = [{ code = "IIT", name = "ภายใน", value = 100 }]

[[items]]
code = "O2"
previous_score = 100
wording = "รอดำเนินการ"
remark = "รอ"
unit = "กองคลัง"
due = 2024-04-30
evidence = [{ url = "https://example.go.th/1", text = "แผน" }]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "seed.toml"


def checklist(path: Path, text: str = CHECKLIST) -> Checklist:
    """The checklist that a text states, of the list above."""
    path.write_text(text, encoding="utf-8")
    return load_checklist(path, (LIST,))


def test_a_checklist_takes_its_items_from_its_list(path: Path) -> None:
    found = checklist(path)
    assert (found.agency, found.fiscal_year) == ("เทศบาลตัวอย่าง", 2567)
    assert (found.framework_title, found.framework_year) == ("รายการ", 2566)
    assert found.previous == ScoreCard(
        fiscal_year=2566,
        overall=90.0,
        indicators=(Score("1", "การปฏิบัติหน้าที่", 80.5),),
        instruments=(Score("IIT", "ภายใน", 100.0),),
    )
    first, second = found.items
    assert (first.code, first.status, first.previous_score) == ("O1", Status(), None)
    assert (second.name, second.category, second.cadence) == ("แผน", "9.2", "monthly")
    assert second.status == Status(State.WAITING, "รอดำเนินการ")
    assert (second.previous_score, second.remark, second.unit) == (100, "รอ", "กองคลัง")
    assert second.due == date(2024, 4, 30)
    assert second.evidence == (Evidence("https://example.go.th/1", "แผน"),)
    assert second.revision == 0


def test_a_checklist_needs_no_scores(path: Path) -> None:
    start, end = CHECKLIST.index("[previous]"), CHECKLIST.index("[[items]]")
    assert checklist(path, CHECKLIST[:start] + CHECKLIST[end:]).previous is None


def test_a_checklist_follows_the_first_list_of_its_year(path: Path) -> None:
    path.write_text(CHECKLIST, encoding="utf-8")
    lists = (replace(LIST, fiscal_year=2565), LIST, replace(LIST, title="อีกรายการ"))
    assert load_checklist(path, lists).framework_title == "รายการ"


STATUSES = {
    "customary": ('wording = "กำลังดำเนินการ"', Status(State.IN_PROGRESS, "กำลังดำเนินการ")),
    "state": ('state = "done"', Status.of(State.DONE)),
    "nothing": ("", Status()),
    "unset": ('state = "unset"', Status()),
    "both": (
        'wording = "กำลังดำเนินการ"\nstate = "in_progress"',
        Status(State.IN_PROGRESS, "กำลังดำเนินการ"),
    ),
    "own words": (
        'wording = "ทำไปครึ่งหนึ่ง แล้ว"\nstate = "in_progress"',
        Status(State.IN_PROGRESS, "ทำไปครึ่งหนึ่ง แล้ว"),
    ),
}


@pytest.mark.parametrize(("lines", "status"), STATUSES.values(), ids=STATUSES)
def test_a_status_is_a_wording_or_a_state(path: Path, lines: str, status: Status) -> None:
    text = CHECKLIST.replace('wording = "รอดำเนินการ"', lines)
    assert checklist(path, text).items[1].status == status


WRONG = {
    "no agency": ("เทศบาลตัวอย่าง", "", "agency: the text must not be empty"),
    "common era": ("fiscal_year = 2567", "fiscal_year = 2024", "fiscal_year: a year of the Budd"),
    "no such list": (
        "framework_year = 2566",
        "framework_year = 2565",
        "framework_year: one of 2566 is expected, not 2565",
    ),
    "newer list": (
        "fiscal_year = 2567",
        "fiscal_year = 2565",
        "framework_year: the list is newer than the checklist",
    ),
    "no items": (
        CHECKLIST[CHECKLIST.index("[previous]") :],
        "items = []",
        "items: the list must not be empty",
    ),
    "unknown item": ("O2", "O9", "items[1] (O9), code: one of O1, O2 is expected, not O9"),
    "item twice": (
        '[[items]]\ncode = "O2"',
        '[[items]]\ncode = "O2"\n[[items]]\ncode = "O2"',
        "items[2] (O2), code: the code O2 stands in table 1 already",
    ),
    "score of an item": (
        "previous_score = 100",
        "previous_score = 50",
        "items[1] (O2), previous_score: 0 or 100 is expected, not 50",
    ),
    "address": (
        "https://example.go.th/1",
        "javascript:alert()",
        "items[1] (O2), evidence[1], url: an address that begins with https:// or http://",
    ),
    "unknown wording": (
        "รอดำเนินการ",
        "ดำเนินการ",
        'items[1] (O2), wording: the wording "ดำเนินการ" is not known; give its state beside it, '
        "or one of ยังไม่ได้ดำเนินการ, รอดำเนินการ",
    ),
    "contradiction": (
        'wording = "รอดำเนินการ"',
        'wording = "รอดำเนินการ"\nstate = "done"',
        'items[1] (O2), state: "done" contradicts the wording "รอดำเนินการ"',
    ),
    "unset with a wording": (
        'wording = "รอดำเนินการ"',
        'wording = "ค้าง"\nstate = "unset"',
        'items[1] (O2), state: "unset" contradicts the wording "ค้าง"',
    ),
    "unknown state": (
        'wording = "รอดำเนินการ"',
        'state = "finished"',
        'items[1] (O2), state: one of "unset", "not_started", "waiting", "in_progress", "done", '
        '"current" is expected, not "finished"',
    ),
    "scores of the same year": (
        "[previous]\nfiscal_year = 2566",
        "[previous]\nfiscal_year = 2567",
        "previous, fiscal_year: a year before 2567 is expected",
    ),
    "scores of the common era": (
        "[previous]\nfiscal_year = 2566",
        "[previous]\nfiscal_year = 2023",
        "previous, fiscal_year: a year of the Buddhist era is expected, not 2023",
    ),
    "overall": ("overall = 90", "overall = 100.01", "previous, overall: a score from 0 to 100"),
    "overall without value": ("overall = 90", "overall = nan", "previous, overall: a score from"),
    "indicator": (
        "80.5",
        "-1",
        "previous, indicators[1] (1), value: a score from 0 to 100 is expected, not -1",
    ),
    "instrument without name": (
        '"ภายใน"',
        '""',
        "previous, instruments[1] (IIT), name: the text must not be empty",
    ),
    "instrument twice": (
        'instruments = [{ code = "IIT"',
        'instruments = [{ code = "IIT", name = "a", value = 1 }, { code = "IIT"',
        "previous, instruments[2] (IIT), code: the code IIT stands in table 1 already",
    ),
}


@pytest.mark.parametrize(("old", "new", "problem"), WRONG.values(), ids=WRONG)
def test_an_inconsistent_file_is_refused_with_the_place(
    path: Path, old: str, new: str, problem: str
) -> None:
    assert old in CHECKLIST
    with pytest.raises(DataError) as caught:
        checklist(path, CHECKLIST.replace(old, new, 1))
    assert caught.value.message.startswith(f"In {path}, {problem}")
    assert caught.value.message.endswith(".")
