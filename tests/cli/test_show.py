"""`show`: everything about one item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


@pytest.mark.parametrize("code", ["O2", "o2", "2", "๒", "o๒", "ข้อ ๒", "O 2", "น/"])
def test_an_item_is_found_however_its_code_is_typed(cli: Cli, code: str) -> None:
    assert cli.ok("show", code).lines[0] == "O2  ข้อมูลผู้บริหาร"


def test_every_field_is_shown(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting", "--remark", "บรรทัดแรก\nบรรทัดที่สอง", "--as", "กองคลัง")
    cli.ok("set", "O2", "--unit", "กองช่าง", "--due", "30 เม.ย. 67", "--as", "กองคลัง")
    cli.ok("evidence", "O2", "add", "https://example.go.th/a", "ประกาศ", "--as", "กองคลัง")
    lines = cli.ok("show", "O2").lines
    assert lines[:-1] == [
        "O2  ข้อมูลผู้บริหาร",
        "Status            ◔ waiting · รอดำเนินการ",
        "Category          9.1 ข้อมูลพื้นฐาน",
        "Score of 2566     -",
        "How often         once a year",
        "Responsible unit  กองช่าง",
        "Due date          30 Apr 2567",
        "Remark            บรรทัดแรก",
        "                  บรรทัดที่สอง",
        "Evidence          1. https://example.go.th/a  ประกาศ",
    ]
    assert lines[-1].startswith("Last change       ")
    assert lines[-1].endswith(" by กองคลัง (revision 5)")


def test_empty_fields_have_a_dash(cli: Cli) -> None:
    lines = cli.ok("show", "O1").lines
    assert lines[1] == "Status            – not set"
    assert [line.split()[0] for line in lines if line.endswith(" -")] == [
        "Score", "Responsible", "Due", "Remark", "Evidence", "Last",
    ]  # fmt: skip


def test_json_is_the_item_of_the_list(cli: Cli) -> None:
    cli.ok("set", "O2", "done", "--due", "2024-04-30")
    cli.ok("evidence", "O2", "add", "https://example.go.th/a", "ประกาศ")
    item = cli.item("O2")
    assert item == cli.ok("list", "--json").json["items"][1]
    assert (item["state"], item["wording"]) == ("done", "ดำเนินการเรียบร้อยแล้ว")
    assert item["due"] == "2024-04-30"
    assert item["evidence"] == [{"url": "https://example.go.th/a", "text": "ประกาศ", "note": ""}]
    assert item["updated_at"].endswith("Z")
    assert "T" in item["updated_at"]


def test_an_unknown_code_is_refused(cli: Cli) -> None:
    result = cli("show", "O99")
    assert (result.code, result.out) == (2, "")
    assert result.err == "There is no item O99 in fiscal year 2567; the codes go from O1 to O5.\n"
