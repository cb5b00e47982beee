"""`import`: a plan with --dry-run, one change that is undone as one without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

HEAD = "| หัวข้อการประเมิน | คะแนน 2566 | ผลการดำเนินงานปี 2567 |\n| :-- | --: | :-- |\n"
ALL = HEAD + (
    "| โครงสร้าง | 100 | ดำเนินการเรียบร้อยแล้ว |\n"
    "| ข้อมูลผู้บริหาร | 100 | ระหว่างดำเนินการ |\n"
    "| อำนาจหน้าที่ | 100 | รอดำเนินการ |\n"
    "| แผนดำเนินงาน | 100 | กำลังดำเนินการ |\n"
)
STRANGE = "| การประกวดร้องเพลง | 100 | รอดำเนินการ |\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.md"
    path.write_text(ALL, encoding="utf-8")
    return path


def states(cli: Cli) -> list[str]:
    return [item["state"] for item in cli.ok("list", "--json").json["items"]]


def test_a_file_is_found_by_the_very_name_that_it_has(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "รายงานประจ\u0e4d\u0e32ปี.md"
    path.write_text(ALL, encoding="utf-8")
    assert cli("import", str(path), "--dry-run").code == 0


def test_a_dry_run_writes_nothing(cli: Cli, document: Path) -> None:
    cli.ok("set", "O1", "done")
    before = cli.ok("list", "--json").json
    result = cli("import", str(document), "--dry-run")
    assert result.code == 0
    assert result.lines == [
        "O2  not set → ระหว่างดำเนินการ",
        "O3  not set → รอดำเนินการ",
        "O4  not set → กำลังดำเนินการ",
        "Rows matched: 4; items that would change: 3; rows left: 0. Nothing was changed.",
    ]
    assert result.err == "No row speaks of O5.\n"
    assert cli.ok("list", "--json").json == before


def test_an_import_is_one_change_that_is_undone_as_one(cli: Cli, document: Path) -> None:
    cli.ok("set", "O1", "done")
    result = cli("import", str(document))
    assert result.code == 0
    assert result.lines == [
        "O2  status  not set → ระหว่างดำเนินการ",
        "O3  status  not set → รอดำเนินการ",
        "O4  status  not set → กำลังดำเนินการ",
        "Rows matched: 4; items changed: 3; rows left: 0.",
    ]
    assert states(cli) == ["done", "in_progress", "waiting", "in_progress", "unset"]
    assert cli.item("O4")["wording"] == "กำลังดำเนินการ"
    assert len(cli.ok("undo").lines) == 3
    assert states(cli) == ["done", "unset", "unset", "unset", "unset"]


def test_what_is_so_already_is_not_recorded(cli: Cli, document: Path) -> None:
    cli("import", str(document))
    revision = cli.ok("list", "--json").json["revision"]
    result = cli("import", str(document))
    assert result.lines == ["Rows matched: 4; items changed: 0; rows left: 0."]
    assert cli.ok("list", "--json").json["revision"] == revision


def test_rows_that_are_left_are_told_and_the_others_applied(cli: Cli, document: Path) -> None:
    document.write_text(ALL + STRANGE, encoding="utf-8")
    result = cli("import", str(document))
    assert result.code == 1
    assert result.lines[-1] == "Rows matched: 4; items changed: 4; rows left: 1."
    assert "Line 7, “การประกวดร้องเพลง”: " in result.err
    assert states(cli)[0] == "done"


NO_TABLE = (
    "There is no table of results in {file}: its heading needs หัวข้อการประเมิน and ผลการดำเนินงาน, "
    "and each row below a topic and its status. Nothing was changed."
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + STRANGE, "No row in {file} gives an item its status; nothing was changed."),
        ("ไม่มีตารางในนี้\n", NO_TABLE),
        ("O1\tโครงสร้าง\tดำเนินการเรียบร้อยแล้ว\n", NO_TABLE),
    ],
    ids=["no item", "no table", "no heading"],
)
def test_nothing_matched_writes_nothing(cli: Cli, document: Path, text: str, said: str) -> None:
    document.write_text(text, encoding="utf-8")
    result = cli("import", str(document))
    assert result.code == 1
    assert result.lines == [said.format(file=document)]
    assert cli.ok("list", "--json").json["revision"] == 1


@pytest.mark.parametrize(
    ("dry", "applied"), [((), True), (("--dry-run",), False)], ids=["applied", "dry"]
)
def test_json_has_stable_keys(
    cli: Cli, document: Path, dry: tuple[str, ...], applied: bool
) -> None:
    document.write_text(ALL + STRANGE, encoding="utf-8")
    result = cli("import", str(document), "--json", *dry)
    assert (result.code, result.err) == (1, "")
    found = result.json
    assert set(found) == {"matched", "unmatched", "missing", "applied"}
    assert found["matched"][0] == {
        "line": 3,
        "text": "โครงสร้าง",
        "code": "O1",
        "state": "done",
        "wording": "ดำเนินการเรียบร้อยแล้ว",
        "confidence": 1.0,
    }
    (left,) = found["unmatched"]
    assert (set(left), left["line"]) == ({"line", "text", "reason"}, 7)
    assert left["text"] == "การประกวดร้องเพลง"
    assert (found["missing"], found["applied"]) == (["O5"], applied)


def test_json_of_a_document_without_rows(cli: Cli, document: Path) -> None:
    document.write_text("ไม่มีตารางในนี้\n", encoding="utf-8")
    result = cli("import", str(document), "--json")
    assert result.code == 1
    assert result.json["applied"] is False


def test_a_file_that_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    for name in ("missing.txt", "empty.txt", "picture.txt", "."):
        result = cli("import", str(tmp_path / name))
        assert (result.code, result.out) == (4, "")
        assert str(tmp_path) in result.err
    assert cli.ok("list", "--json").json["revision"] == 1
