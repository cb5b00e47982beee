"""The file of a meeting must be consistent, with itself and with its checklist."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.status import State, Status
from ita_tui.errors import DataError
from ita_tui.services.seeds.meeting import load_meeting

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.meeting import Meeting

CHECKLIST = Checklist(
    agency="เทศบาลตัวอย่าง",
    fiscal_year=2567,
    framework_title="รายการ",
    framework_year=2566,
    categories=(Category("9.1", "ข้อมูล"),),
    items=(Item("O1", "โครงสร้าง", "9.1"), Item("O2", "แผน", "9.1")),
)

MEETING = """\
id = "a"
name = "คณะกรรมการ"
number = 2
year = 2566
held_on = 2023-10-31
start = 09:30:00
end = 11:30:00
attendees = [{ office = "ปลัดเทศบาล" }]
signatures = [{ task = "ผู้จด", office = "เลขานุการ" }]

[[agenda]]
title = "เรื่องเพื่อทราบ"
statements = [{ speaker = "", text = "แจ้ง" }]

[[decisions]]
code = "O1"
before = { state = "unset" }
after = { state = "done" }

[[frozen]]
code = "O2"
status = { state = "in_progress", wording = "ทำอยู่" }
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file of a test lies."""
    return tmp_path / "seed.toml"


def meeting(path: Path, text: str = MEETING) -> Meeting:
    """The meeting that a text states, of the checklist above."""
    path.write_text(text, encoding="utf-8")
    return load_meeting(path, CHECKLIST)


def test_a_meeting_is_read_with_its_statuses_settled(path: Path) -> None:
    found = meeting(path)
    assert (found.number, found.year, found.held_on) == (2, 2566, date(2023, 10, 31))
    (decision,) = found.decisions
    assert (decision.before, decision.after) == (Status(), Status.of(State.DONE))
    assert found.frozen is not None
    assert found.frozen[0].status == Status(State.IN_PROGRESS, "ทำอยู่")


def test_a_meeting_may_lack_its_number_and_its_day(path: Path) -> None:
    text = MEETING.replace("number = 2\n", "").replace("held_on = 2023-10-31\n", "")
    text = text[: text.index("[[decisions]]")]
    found = meeting(path, text)
    assert (found.number, found.held_on, found.frozen, found.decisions) == (None, None, None, ())


WRONG = {
    "no id": ('id = "a"', 'id = ""', "id: the text must not be empty"),
    "no name": ("คณะกรรมการ", "", "name: the text must not be empty"),
    "common era": ("year = 2566", "year = 2023", "year: a year of the Buddhist era is expected"),
    "number": ("number = 2", "number = 0", "number: a number from 1 is expected"),
    "day of another year": (
        "2023-10-31",
        "2024-10-31",
        "held_on: a day of the year 2023 is expected, of the common era",
    ),
    "end before start": ("11:30:00", "09:29:59", "end: the meeting ends before it begins"),
    "nobody": (
        '[{ office = "ปลัดเทศบาล" }]',
        "[]",
        "attendees: the list must not be empty",
    ),
    "no office": ("ปลัดเทศบาล", "", "attendees[1], office: the text must not be empty"),
    "attendance": (
        '"ปลัดเทศบาล"',
        '"ปลัดเทศบาล", attendance = "late"',
        'attendees[1], attendance: one of "present", "absent", "other" is expected, not "late"',
    ),
    "no agenda": (
        MEETING[MEETING.index("[[agenda]]") :],
        "agenda = []",
        "agenda: the list must not be empty",
    ),
    "no title": ("เรื่องเพื่อทราบ", "", "agenda[1], title: the text must not be empty"),
    "no statement": ('"แจ้ง"', '""', "agenda[1], statements[1], text: the text must not be empty"),
    "no task": ("ผู้จด", "", "signatures[1], task: the text must not be empty"),
    "decision on no item": ("O1", "O7", "decisions[1] (O7), code: one of O1, O2 is expected"),
    "decision": (
        'before = { state = "unset" }',
        'before = { wording = "รอดำเนินการ" }',
        'decisions[1] (O1), before, state: "unset" contradicts the wording "รอดำเนินการ"',
    ),
    "frozen item": ("O2", "O8", "frozen[1] (O8), code: one of O1, O2 is expected, not O8"),
    "frozen status": (
        "ทำอยู่",
        "รอดำเนินการ",
        'frozen[1] (O2), status, state: "in_progress" contradicts the wording "รอดำเนินการ"',
    ),
}


@pytest.mark.parametrize(("old", "new", "problem"), WRONG.values(), ids=WRONG)
def test_an_inconsistent_file_is_refused_with_the_place(
    path: Path, old: str, new: str, problem: str
) -> None:
    assert old in MEETING
    with pytest.raises(DataError) as caught:
        meeting(path, MEETING.replace(old, new, 1))
    assert caught.value.message.startswith(f"In {path}, {problem}")
    assert caught.value.message.endswith(".")
