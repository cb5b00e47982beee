"""`import` of our own minutes: differences first, one change, a checklist where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import Cli
from tests.cli.test_init import LIST

if TYPE_CHECKING:
    from pathlib import Path

WAITING = "รอดำเนินการ"


@pytest.fixture
def document(meeting: Cli, tmp_path: Path) -> Path:
    """The exported minutes of a meeting in which one item was decided on."""
    meeting.ok("meeting", "set", "last", "--place", "ห้องประชุม")
    meeting.ok("meeting", "say", "last", "1", "แจ้งกำหนดการ", "--speaker", "ประธาน")
    meeting.ok("meeting", "decide", "last", "O1", "waiting")
    path = tmp_path / "minutes.md"
    assert meeting("export", "minutes", "-o", str(path)).code == 0
    return path


def edit(document: Path, *changes: tuple[str, str]) -> None:
    text = document.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    document.write_text(text, encoding="utf-8")


def state(cli: Cli) -> tuple[object, object]:
    return cli.ok("list", "--json").json, cli.ok("meeting", "show", "last", "--json").json


def edited(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    (row,) = [line for line in text.splitlines() if line.startswith("| O2 ")]
    cells = row.split("|")
    cells[4] = " กำลังดำเนินการ "
    edit(
        document,
        ("ณ ห้องประชุม", "ณ หอประชุม"),
        ("แจ้งกำหนดการ", "แจ้งกำหนดการใหม่"),
        (row, "|".join(cells)),
    )


def test_a_dry_run_shows_the_differences_and_writes_nothing(meeting: Cli, document: Path) -> None:
    edited(document)
    before = state(meeting)
    result = meeting.ok("import", str(document), "--dry-run")
    assert result.lines == [
        "place      ห้องประชุม → หอประชุม",
        "agenda 1   ประธาน: แจ้งกำหนดการ → ประธาน: แจ้งกำหนดการใหม่",
        "O2 status  not set → กำลังดำเนินการ",
        "Differences in the meeting 1/2567: 2; in items: 1; left: 0. Nothing was changed.",
    ]
    assert state(meeting) == before


def test_edits_come_back_as_one_change(meeting: Cli, document: Path) -> None:
    edited(document)
    before = state(meeting)
    result = meeting.ok("import", str(document))
    assert result.lines[-1] == "Differences in the meeting 1/2567: 2; in items: 1; left: 0."
    assert meeting.item("O2")["wording"] == "กำลังดำเนินการ"
    assert meeting.ok("meeting", "show", "--json").json["place"] == "หอประชุม"
    again = meeting.ok("import", str(document))
    assert again.lines == [
        "Differences in the meeting 1/2567: 0; in items: 0; left: 0. Nothing was changed."
    ]
    meeting.ok("undo")
    items, whole = state(meeting)
    assert isinstance(items, dict)
    assert [one["state"] for one in items["items"]] == [
        one["state"]
        for one in before[0]["items"]  # type: ignore[index]  # (JSON)
    ]
    assert whole == before[1]


def test_what_is_not_understood_is_left_and_told_with_its_line(
    meeting: Cli, document: Path
) -> None:
    text = document.read_text(encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if one.startswith("| O3 "))
    edit(document, ("อำนาจหน้าที่", "อำนาจอื่น"), ("ณ ห้องประชุม", "ณ หอประชุม"))
    result = meeting("import", str(document))
    assert result.code == 1
    assert f"Line {line}, “O3 อำนาจอื่น”: O3 is “อำนาจหน้าที่” here; the row was left alone." in (
        result.err
    )
    assert "No row speaks of O3." in result.err
    assert meeting.ok("meeting", "show", "--json").json["place"] == "หอประชุม"


def test_json_tells_the_differences(meeting: Cli, document: Path) -> None:
    edited(document)
    found = meeting.ok("import", str(document), "--json").json
    assert set(found) == {"matched", "unmatched", "missing", "applied", "meeting", "changes"}
    assert found["applied"] is True
    assert [one["code"] for one in found["matched"]] == ["O1", "O2", "O3", "O4", "O5"]
    assert (found["meeting"]["id"], found["meeting"]["new"]) == ("2567-03-12", False)
    assert [one["part"] for one in found["meeting"]["changes"]] == ["place", "agenda"]
    (change,) = found["changes"]
    assert (change["code"], change["field"], change["after"]["state"]) == (
        "O2",
        "status",
        "in_progress",
    )


def test_an_empty_folder_begins_with_the_checklist_and_the_meeting(
    meeting: Cli, document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = Cli(tmp_path / "fresh", capsys)
    words = (
        "A new checklist of เทศบาลตัวอย่าง for fiscal year 2567, items: 5, "
        "with the meeting 1/2567; left: 0."
    )
    assert fresh.ok("import", str(document), "--dry-run").lines == [f"{words} Nothing was changed."]
    assert not fresh.folder.exists()
    assert fresh.ok("import", str(document)).lines == [words]
    assert fresh.item("O1")["wording"] == WAITING
    assert fresh.ok("list", "--json").json["revision"] == 1
    first, second = (one("export", "minutes").out for one in (meeting, fresh))
    assert first == second


def test_half_a_table_begins_nothing(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(document, ("| O3 | อำนาจหน้าที่ |", "| O3 |"))
    fresh = Cli(tmp_path / "fresh", capsys)
    for dry in ((), ("--dry-run",)):
        result = fresh("import", str(document), *dry)
        assert (result.code, result.out) == (4, "")
        assert "A new checklist needs all of its items." in result.err
    assert not fresh.folder.exists()


def test_minutes_of_another_year_or_agency_are_refused(meeting: Cli, document: Path) -> None:
    before = state(meeting)
    edit(document, ("fiscal_year: 2567", "fiscal_year: 2568"))
    assert meeting("import", str(document)).code == 2
    edit(document, ("fiscal_year: 2568", "fiscal_year: 2567"), ("เทศบาลตัวอย่าง\\", "เทศบาลอื่น\\"))
    result = meeting("import", str(document))
    assert (result.code, "of เทศบาลอื่น" in result.err) == (2, True)
    assert state(meeting) == before


def test_the_minutes_name_their_year(meeting: Cli, document: Path) -> None:
    meeting.ok("init", "--from-year", "2567", "--year", "2568")
    edit(document, ("ณ ห้องประชุม", "ณ หอประชุม"))
    meeting.ok("import", str(document))
    whole = meeting.ok("meeting", "show", "last", "--json", "--year", "2567").json
    assert whole["place"] == "หอประชุม"


def test_a_new_meeting_comes_with_its_minutes(meeting: Cli, document: Path) -> None:
    edit(document, ('"2567-03-12"', '"2567-03-13"'), ("๑/๒๕๖๗", "๒/๒๕๖๗"))
    result = meeting.ok("import", str(document))
    assert result.lines == ["A new meeting 2/2567; differences in items: 0; left: 0."]
    assert len(meeting.ok("meeting", "list").lines) == 2


@pytest.fixture
def talk(meeting: Cli, tmp_path: Path) -> Path:
    """The exported minutes of a meeting that shows no table."""
    meeting.ok("meeting", "set", "last", "--place", "ห้องประชุม")
    meeting.ok("meeting", "agenda", "last", "4", "--table", "no")
    path = tmp_path / "talk.md"
    assert meeting("export", "minutes", "-o", str(path)).code == 0
    assert "| O1 " not in path.read_text(encoding="utf-8")
    return path


def test_minutes_without_a_table_begin_a_checklist_too(
    talk: Path, meeting: Cli, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = Cli(tmp_path / "fresh", capsys)
    refused = fresh("import", str(talk))
    assert (refused.code, fresh.folder.exists()) == (2, False)
    assert "not those of the list; add --framework FILE" in refused.err
    given = tmp_path / "list.toml"
    same = LIST.replace("2565", "2566").replace("ชุดของเราเอง", "ชุดตัวชี้วัดตัวอย่าง")
    given.write_text(same, encoding="utf-8")
    said = fresh.ok("import", str(talk), "--framework", str(given)).lines[-1]
    assert said == (
        "A new checklist of เทศบาลตัวอย่าง for fiscal year 2567, items: 1, "
        "with the meeting 1/2567; left: 0."
    )
    first, second = (one("export", "minutes").out for one in (meeting, fresh))
    assert first == second


def test_what_begins_a_checklist_is_asked_only_where_it_does(document: Path, meeting: Cli) -> None:
    for option in ("--agency", "--framework"):
        result = meeting("import", str(document), option, "ก")
        assert result.code == 2
        assert "that begin a checklist in an empty folder" in result.err
