"""The seed files say what was published, and the loader finds them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, time
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from ita_tui import assets
from ita_tui.domain.meeting import Attendance, Meeting
from ita_tui.domain.status import State
from ita_tui.errors import DataError, UsageError
from ita_tui.services.seeds import loading as seeds

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist

FILES = sorted(assets.folder("seeds").rglob("*.toml"))

LIST = """\
fiscal_year = {year}
title = "{title}"
agency_kind = "kind"
categories = [{{ code = "1", name = "category" }}]
items = [{{ code = "O1", name = "item", category = "1" }}]
"""


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    """The checklist of the sample."""
    return seeds.sample().checklist


@pytest.fixture(scope="module")
def meeting() -> Meeting:
    """The only meeting of the sample."""
    (one,) = seeds.sample().meetings
    return one


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that stands in for the seeds."""

    def found(name: str) -> Path:
        assert name == "seeds"
        return tmp_path

    monkeypatch.setattr(assets, "folder", found)
    for name in ("frameworks", "checklists", "meetings"):
        (tmp_path / name).mkdir()
    return tmp_path


def add_list(folder: Path, name: str, year: int) -> None:
    """Write a small list whose title is the name of its file."""
    text = LIST.format(year=year, title=name)
    (folder / "frameworks" / f"{name}.toml").write_text(text, encoding="utf-8")


def test_the_list_of_2566_has_its_items_in_their_categories() -> None:
    framework = seeds.framework_for(2566)
    assert framework.fiscal_year == 2566
    assert [item.code for item in framework.items] == [f"O{n}" for n in range(1, 44)]
    assert Counter(item.category for item in framework.items) == {
        "9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5,
    }  # fmt: skip
    assert [category.code for category in framework.categories] == list(
        dict.fromkeys(item.category for item in framework.items)
    )
    assert framework.items[0].name == "โครงสร้าง"
    assert framework.items[11].name.endswith("ประจำปี รอบ 6 เดือน")


def test_the_list_of_2566_says_how_often_an_item_is_due() -> None:
    due: dict[str, list[str]] = {}
    for item in seeds.framework_for(2566).items:
        due.setdefault(item.cadence, []).append(item.code)
    assert due.pop("six_months") == ["O12", "O24", "O37"]
    assert due.pop("monthly") == ["O21"]
    assert due.pop("previous_year") == ["O13", "O22", "O26", "O38"]
    assert len(due.pop("yearly")) == 35
    assert due == {}


def test_the_sample_has_the_totals_of_its_minutes(checklist: Checklist) -> None:
    assert (checklist.agency, checklist.fiscal_year) == ("เทศบาลตำบลเพชรเมืองทอง", 2567)
    assert checklist.framework_year == 2566
    assert checklist.progress().finished == 24
    assert checklist.progress().counts == {
        State.DONE: 22,
        State.CURRENT: 2,
        State.IN_PROGRESS: 5,
        State.WAITING: 2,
        State.NOT_STARTED: 11,
        State.UNSET: 1,
    }


def test_the_sample_keeps_the_wordings_of_its_minutes(checklist: Checklist) -> None:
    assert Counter(item.status.wording for item in checklist.items) == {
        "ดำเนินการเรียบร้อยแล้ว": 22,
        "ยังไม่ได้ดำเนินการ": 11,
        "ระหว่างดำเนินการ": 3,
        "ดำเนินการเป็นปัจจุบัน": 2,
        "รอดำเนินการ": 2,
        "กำลังดำเนินการ": 1,
        "ดำเนินการแล้วบางส่วน": 1,
        "": 1,
    }
    worded = {item.status.wording: item.code for item in checklist.items}
    assert worded["กำลังดำเนินการ"] == "O17"
    assert worded["ดำเนินการแล้วบางส่วน"] == "O30"
    assert worded[""] == "O33"


def test_the_items_of_the_sample_were_never_changed(checklist: Checklist) -> None:
    assert {item.previous_score for item in checklist.items} == {100}
    assert {(item.revision, item.updated_at, item.updated_by) for item in checklist.items} == {
        (0, None, "")
    }
    assert {(item.remark, item.unit, item.due, item.evidence) for item in checklist.items} == {
        ("", "", None, ())
    }


def test_the_scores_of_the_sample_agree_with_each_other(checklist: Checklist) -> None:
    card = checklist.previous
    assert card is not None
    assert card.fiscal_year == 2566
    indicators = {score.code: score.value for score in card.indicators}
    instruments = {score.code: score.value for score in card.instruments}
    assert list(indicators) == [str(n) for n in range(1, 11)]
    assert list(instruments) == ["IIT", "EIT1", "EIT2", "OIT"]
    eit = mean((instruments["EIT1"], instruments["EIT2"]))
    parts = [0.3 * instruments["IIT"], 0.3 * eit, 0.4 * instruments["OIT"]]
    assert sum(parts) == pytest.approx(card.overall, abs=0.01)
    assert card.overall == 99.33
    assert mean(indicators[str(n)] for n in range(1, 6)) == pytest.approx(99.33, abs=0.01)
    assert mean(indicators[n] for n in "678") == pytest.approx(eit, abs=0.01)
    assert indicators["6"] == 98.19


def test_the_meeting_of_the_sample_was_held_without_a_number(meeting: Meeting) -> None:
    assert (meeting.number, meeting.year) == (None, 2566)
    assert meeting.held_on == date(2023, 10, 31)
    assert (meeting.start, meeting.end) == (time(9, 30), time(11, 30))
    assert meeting.place == "ห้องประชุมเทศบาลตำบลเพชรเมืองทอง ชั้น 2"
    assert meeting.frozen is None
    assert meeting.decisions == ()


def test_the_meeting_of_the_sample_names_offices_only(meeting: Meeting) -> None:
    assert len(meeting.attendees_in(Attendance.PRESENT)) == len(meeting.attendees) == 7
    chair = meeting.attendees[0]
    assert chair.role == "ประธานกรรมการ"
    assert chair.office == "ผู้อำนวยการกองคลัง"
    assert chair.acting_for == "ปลัดเทศบาลตำบลเพชรเมืองทอง"
    assert {person.name for person in meeting.attendees} == {""}
    assert [(one.task, one.office, one.name) for one in meeting.signatures] == [
        ("ผู้จดรายงานการประชุม", "ผู้ช่วยเลขานุการ", ""),
        ("ผู้ตรวจรายงานการประชุม", "ประธานกรรมการ", ""),
    ]


def test_the_meeting_of_the_sample_has_the_customary_agenda(meeting: Meeting) -> None:
    assert [(item.title, item.resolution) for item in meeting.agenda] == [
        ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "รับทราบ"),
        ("เรื่องรับรองรายงานการประชุม", "ไม่มี"),
        ("เรื่องเพื่อทราบ", "ไม่มี"),
        ("เรื่องเพื่อพิจารณา", "รับทราบ"),
        ("เรื่องอื่น ๆ", "ไม่มี"),
    ]
    assert [item.shows_checklist for item in meeting.agenda] == [False, False, False, True, False]
    assert len(meeting.problems) == 2


def test_the_meeting_of_the_sample_tells_the_scores_of_its_checklist(
    meeting: Meeting, checklist: Checklist
) -> None:
    said = " ".join(one.text for item in meeting.agenda for one in item.statements)
    card = checklist.previous
    assert card is not None
    told = re.findall(r"\d+\.\d\d", said)
    published = [card.overall, *(one.value for one in (*card.indicators, *card.instruments))]
    assert {float(score) for score in told} == set(published)
    assert "155/2565" in said


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_a_seed_file_names_no_person_and_has_arabic_digits(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"นาย|นาง(?!าน)|น\.ส\.|[๐-๙]", text)
    assert text == text.strip() + "\n"


def test_there_is_a_list_of_an_earlier_year_for_every_later_year() -> None:
    assert seeds.framework_for(2567) == seeds.framework_for(2600) == seeds.frameworks()[-1]


def test_a_year_before_every_list_is_refused_with_the_years_that_there_are() -> None:
    with pytest.raises(UsageError, match=r"2565.*only for 2566") as caught:
        seeds.framework_for(2565)
    assert caught.value.exit_code == 2


def test_the_newest_list_that_is_old_enough_is_taken(folder: Path) -> None:
    for name, year in (("a", 2568), ("b", 2566), ("c", 2567), ("d", 2567)):
        add_list(folder, name, year)
    assert [one.title for one in seeds.frameworks()] == ["b", "c", "d", "a"]
    assert [seeds.framework_for(year).title for year in (2566, 2567, 2570)] == ["b", "c", "a"]
    with pytest.raises(UsageError, match="only for 2566, 2567, 2568;"):
        seeds.framework_for(2565)


def test_an_installation_without_lists_says_so(folder: Path) -> None:
    with pytest.raises(DataError, match="lacks the files seeds/frameworks"):
        seeds.framework_for(2567)
    add_list(folder, "a", 2566)
    with pytest.raises(DataError, match="lacks the files seeds/checklists"):
        seeds.sample()


def test_an_installation_without_the_folder_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str) -> Path:
        raise FileNotFoundError(name)

    monkeypatch.setattr(assets, "folder", nowhere)
    with pytest.raises(DataError, match="install the program again"):
        seeds.frameworks()
