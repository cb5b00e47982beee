"""A municipality's way through the program, from an empty folder to the minutes in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Cli

MINUTES = str(Path(__file__).parents[1] / "data" / "minutes-sample.txt")


def states(cli: Cli) -> dict[str, str]:
    return {item["code"]: item["state"] for item in cli.ok("list", "--json").json["items"]}


def test_ones_own_agency_takes_over_the_minutes_it_has(empty: Cli) -> None:
    empty.ok("init", "--agency", "เทศบาลตำบลเพชรเมืองทอง", "--year", "2567")
    blank = states(empty)
    assert set(blank.values()) == {"unset"}

    plan = empty("import", MINUTES, "--dry-run", "--json")
    assert (plan.code, len(plan.json["matched"]), plan.json["unmatched"]) == (0, 42, [])
    assert (plan.json["missing"], plan.json["applied"]) == (["O33"], False)
    assert states(empty) == blank

    taken = empty("import", MINUTES)
    assert taken.code == 0
    assert taken.lines[-1] == "Rows matched: 42; items changed: 42; rows left: 0."
    assert taken.err == "No row speaks of O33.\n"
    after = states(empty)
    counted = [list(after.values()).count(state) for state in (
        "done", "current", "in_progress", "waiting", "not_started", "unset"
    )]  # fmt: skip
    assert counted == [22, 2, 5, 2, 11, 1]
    assert after["O33"] == "unset"
    assert empty.item("O30")["wording"] == "ดำเนินการแล้วบางส่วน"

    empty.ok("undo")
    assert states(empty) == blank
    empty.ok("redo")
    assert states(empty) == after


def test_the_sample_municipality_writes_its_minutes(empty: Cli, tmp_path: Path) -> None:
    empty.ok("init", "--seed")
    again = empty("import", MINUTES)
    assert again.lines[-1] == "Rows matched: 42; items changed: 0; rows left: 0."

    empty.ok("set", "O12", "done", "--remark", "ลงเว็บไซต์แล้ว", "--as", "กองคลัง")
    line = empty.ok("history", "O12").lines[0]
    assert "กองคลัง  O12" in line

    target = tmp_path / "รายงาน.md"
    written = empty("export", "minutes", "-o", str(target))
    assert (written.code, written.lines) == (0, [f"Wrote {target}."])
    assert "Note: The meeting has no number." in written.err
    text = target.read_text(encoding="utf-8")
    assert "ครั้งที่ -/๒๕๖๖" in text
    assert "| O12 | " in text
    assert "| ลงเว็บไซต์แล้ว |" in text

    refused = empty("export", "minutes", "-o", str(target))
    assert (refused.code, refused.out) == (4, "")
    assert target.read_text(encoding="utf-8") == text
    assert empty("export", "minutes", "--digits", "arabic", "-o", str(target), "--force").code == 0
    assert "ครั้งที่ -/2566" in target.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "รายงาน.md"]

    assert all(line.startswith("ok ") for line in empty.ok("doctor").lines)
