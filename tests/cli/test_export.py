"""`export`: a document on standard output or in a file, never over another by accident."""

from __future__ import annotations

import csv
import io
import json
import stat
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist
    from ita_tui.domain.event import Actor
    from tests.cli.conftest import Cli

OLDER = Meeting("a", "คณะกรรมการตัวอย่าง", 1, 2567, date(2024, 1, 10))
NEWER = Meeting("b", "คณะกรรมการตัวอย่าง", 2, 2567, date(2024, 2, 10))


@pytest.fixture
def met(empty: Cli, checklist: Checklist, actor: Actor) -> Cli:
    """A checklist with two meetings."""
    Workspace(empty.folder).create(checklist, (NEWER, OLDER), actor)
    return empty


def test_the_checklist_goes_to_standard_output(cli: Cli) -> None:
    cli.ok("set", "O2", "done")
    out = cli.ok("export", "checklist").out
    assert out.startswith("# ")
    assert "| O2 | ข้อมูลผู้บริหาร | - | ดำเนินการเรียบร้อยแล้ว | - |" in out
    assert "๒๕๖๗" in out
    assert "2567" in cli.ok("export", "checklist", "--digits", "arabic", "-o", "-").out


def test_standard_output_is_utf8_whatever_it_says(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert cli("export", "checklist").code == 0
    assert "ข้อมูลผู้บริหาร" in raw.getvalue().decode()


def test_a_file_is_written_and_named(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "แบบตรวจ.md"
    assert cli.ok("export", "checklist", "-o", str(target)).lines == [f"Wrote {target}."]
    assert target.read_text(encoding="utf-8") == cli.ok("export", "checklist").out
    assert not stat.S_IMODE(target.stat().st_mode) & 0o007


def test_a_file_is_replaced_with_force_only(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "x.md"
    target.write_text("mine")
    result = cli("export", "checklist", "-o", str(target))
    assert (result.code, result.out) == (4, "")
    assert result.err == (
        f"{target} is there already; give another name such as "
        f"{target.with_stem(target.stem + '-2')}, or --force to replace it.\n"
    )
    assert target.read_text() == "mine"
    cli.ok("export", "checklist", "-o", str(target), "--force")
    assert target.read_text(encoding="utf-8").startswith("# ")


def test_a_missing_folder_is_one_sentence_with_another_name(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = cli("export", "checklist", "-o", str(tmp_path / "nowhere" / "x.md"))
    assert (result.code, result.out) == (4, "")
    assert result.err == (
        f"There is no folder {tmp_path / 'nowhere'} to write x.md into; "
        f"make it first, or write {tmp_path / 'x.md'}.\n"
    )
    cli.ok("export", "checklist", "-o", str(tmp_path / "x.md"))


@pytest.mark.parametrize(
    ("arguments", "number"),
    [
        ((), "๒/๒๕๖๗"),
        (("--meeting", "1/2567"), "๑/๒๕๖๗"),
        (("--meeting", "๑/๒๕๖๗"), "๑/๒๕๖๗"),
        (("--meeting", "a"), "๑/๒๕๖๗"),
    ],
)
def test_the_minutes_of_the_meeting_that_is_meant(
    met: Cli, arguments: tuple[str, ...], number: str
) -> None:
    result = met("export", "minutes", *arguments)
    assert result.code == 0
    assert f"ครั้งที่ {number}" in result.out
    assert "Note: The place of the meeting is missing.\n" in result.err


def test_a_meeting_that_is_not_there_names_those_that_are(met: Cli) -> None:
    result = met("export", "minutes", "--meeting", "9/2567")
    assert result.code == 2
    assert result.err == "There is no meeting 9/2567; there are 2/2567 (b), 1/2567 (a).\n"


def test_two_meetings_of_one_number_are_told_apart_by_id(
    empty: Cli, checklist: Checklist, actor: Actor
) -> None:
    Workspace(empty.folder).create(checklist, (OLDER, replace(OLDER, id="c")), actor)
    result = empty("export", "minutes", "--meeting", "1/2567")
    assert result.code == 2
    assert "1/2567 (a), 1/2567 (c)" in result.err
    assert empty("export", "minutes", "--meeting", "c").code == 0


def test_without_a_meeting_there_are_no_minutes(cli: Cli) -> None:
    result = cli("export", "minutes")
    assert result.code == 2
    assert "`ita-tui meeting new`" in result.err


def test_the_history_as_csv_opens_in_a_spreadsheet(cli: Cli) -> None:
    cli.ok("set", "O2", "--remark", "=1+1", "--as", "@บุคคล")
    out = cli.ok("export", "history", "--format", "csv").out
    assert out.startswith("\ufeff")
    first, *_others = csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))
    assert (first["seq"], first["code"], first["field"]) == ("2", "O2", "remark")
    assert (first["after"], first["by"]) == ("'=1+1", "'@บุคคล")
    assert (first["undoes"], first["batch"]) == ("", "2")


def test_the_history_as_json_is_that_of_the_command(cli: Cli) -> None:
    cli.ok("set", "O2", "done")
    document = json.loads(cli.ok("export", "history", "--format", "json").out)
    assert document == cli.ok("history", "--json").json


def test_the_history_as_markdown(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting", "--remark", "ข้อ 5 | หน้า 2", "--as", "กองคลัง")
    lines = cli.ok("export", "history").lines
    assert lines[0] == "# History of the checklist of เทศบาลตัวอย่าง, fiscal year ๒๕๖๗"
    assert "| กองคลัง | O2 | remark | empty | ข้อ ๕ \\| หน้า ๒ |" in lines[4]
    assert lines[5].endswith("| O2 | status | not set | รอดำเนินการ |")


def test_the_ending_of_the_file_tells_the_format(cli: Cli, tmp_path: Path) -> None:
    for ending in ("csv", "JSON", "md", "txt"):
        cli.ok("export", "history", "-o", str(tmp_path / f"x.{ending}"))
    assert (tmp_path / "x.csv").read_text(encoding="utf-8").startswith("\ufeffseq,")
    assert (tmp_path / "x.JSON").read_text(encoding="utf-8").startswith("{")
    for ending in ("md", "txt"):
        assert (tmp_path / f"x.{ending}").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("minutes", "--format", "csv"), "minutes cannot be written as csv, only as md"),
        (("checklist", "--format", "csv"), "checklist cannot be written as csv"),
        (("checklist", "--meeting", "1/2567"), "--meeting goes with `export minutes` only."),
        (("history", "--digits", "roman"), "roman"),
        (("everything",), "everything"),
        ((), "required"),
    ],
)
def test_wrong_use(met: Cli, arguments: tuple[str, ...], words: str) -> None:
    result = met("export", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
