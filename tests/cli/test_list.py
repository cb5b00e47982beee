"""`list`: every item on one line, in columns, or as JSON with stable keys."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from ita_tui.cli import output
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from tests.cli.conftest import Cli

KEYS = {
    "code", "category", "name", "state", "wording", "remark", "unit", "due", "evidence",
    "previous_score", "revision", "updated_at", "updated_by",
}  # fmt: skip


def codes(cli: Cli, *arguments: str) -> list[str]:
    return [item["code"] for item in cli.ok("list", "--json", *arguments).json["items"]]


@pytest.fixture
def filled(cli: Cli) -> Cli:
    cli.ok("set", "O2", "done", "--unit", "กองคลัง")
    cli.ok("set", "O4", "waiting", "--unit", "กองช่าง")
    return cli


def test_items_stand_under_their_categories_with_progress(filled: Cli) -> None:
    assert filled.ok("list").lines == [
        "ITA 2567 · เทศบาลตัวอย่าง",
        "",
        "9.1  ข้อมูลพื้นฐาน  1/3",
        "  –  O1  โครงสร้าง       not set",
        "  ●  O2  ข้อมูลผู้บริหาร     done     ดำเนินการเรียบร้อยแล้ว",
        "  –  O3  อำนาจหน้าที่      not set",
        "",
        "9.2  การบริหารงาน  0/2",
        "  ◔  O4  แผนดำเนินงาน    waiting  รอดำเนินการ",
        "  –  O5  คู่มือการให้บริการ  not set",
        "",
        "Finished 1/5 (20 %)  ● done 1  ◔ waiting 1  – not set 3",
    ]


def test_states_begin_in_one_column(filled: Cli) -> None:
    rows = [line for line in filled.ok("list").lines if line.startswith("  ")]
    words = ("not set", "done", "waiting")
    starts = {width(row[: row.index(word)]) for row in rows for word in words if word in row}
    assert len(rows) == 5
    assert len(starts) == 1


def test_ascii_draws_with_ascii_signs(filled: Cli) -> None:
    out = filled.ok("list", "--ascii").out
    assert "[x]  O2" in out
    assert not set("●◔–·…") & set(out)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--state", "done"), ["O2"]),
        (("--state", "รอดำเนินการ"), ["O4"]),
        (("--state", "unset"), ["O1", "O3", "O5"]),
        (("--category", "9.2"), ["O4", "O5"]),
        (("--category", "๙.๒"), ["O4", "O5"]),
        (("--unit", "กองคลัง"), ["O2"]),
        (("--unit", "คลัง"), ["O2"]),
        (("--unit", ""), ["O1", "O3", "O5"]),
        (("--unit", "กอง", "--state", "waiting"), ["O4"]),
        (("--unit", "สำนักปลัด"), []),
    ],
)
def test_filters_let_through(filled: Cli, arguments: tuple[str, ...], found: list[str]) -> None:
    assert codes(filled, *arguments) == found


def test_a_filtered_list_says_so_and_keeps_the_totals(filled: Cli) -> None:
    lines = filled.ok("list", "--category", "9.2").lines
    assert "9.1  ข้อมูลพื้นฐาน  1/3" not in lines
    assert lines[-2:] == [
        "Shown are 2 of 5 items.",
        "Finished 1/5 (20 %)  ● done 1  ◔ waiting 1  – not set 3",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--state", "finished"), "not_started, waiting, in_progress, done, current"),
        (("--category", "11.1"), "There is no category 11.1; the categories are 9.1, 9.2."),
    ],
)
def test_an_unknown_filter_names_the_known_values(
    cli: Cli, arguments: tuple[str, ...], words: str
) -> None:
    result = cli("list", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_json_has_stable_keys(filled: Cli) -> None:
    document = filled.ok("list", "--json").json
    assert set(document) == {"agency", "fiscal_year", "revision", "items"}
    assert (document["agency"], document["fiscal_year"]) == ("เทศบาลตัวอย่าง", 2567)
    assert document["revision"] == 3
    assert all(set(item) == KEYS for item in document["items"])


def test_json_of_an_item_that_nobody_changed(cli: Cli) -> None:
    assert cli.item("O1") == {
        "code": "O1",
        "category": "9.1",
        "name": "โครงสร้าง",
        "state": "unset",
        "wording": "",
        "remark": "",
        "unit": "",
        "due": None,
        "evidence": [],
        "previous_score": None,
        "revision": 0,
        "updated_at": "",
        "updated_by": "",
    }


def test_json_where_the_encoding_lacks_thai_is_still_json(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert cli("list", "--json").code == 0
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    assert json.loads(written.getvalue())["agency"] == "เทศบาลตัวอย่าง"


@pytest.mark.parametrize("cells", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(
    filled: Cli, monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    filled.ok("set", "O1", "--wording", "ข้อความยาวที่เขียนเองในตารางของรายงานการประชุม" * 2)
    monkeypatch.setattr(output, "terminal_cells", lambda: cells)
    monkeypatch.setattr("ita_tui.cli.commands.listing.terminal_cells", lambda: cells)
    lines = filled.ok("list").lines
    assert max(map(width, lines)) <= cells
    assert any("…" in line for line in lines)


def test_a_column_that_is_narrow_already_grows_no_wider(
    filled: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However narrow the terminal is, the names keep their place before the states."""
    wide = [line for line in filled.ok("list").lines if " O2 " in line]
    monkeypatch.setattr(output, "terminal_cells", lambda: 20)
    narrow = [line for line in filled.ok("list").lines if " O2 " in line]
    assert [line.index("done") for line in narrow] == [line.index("done") for line in wide]


def test_what_is_cut_off_in_ascii_ends_in_ascii(
    filled: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ok("set", "O1", "--wording", "ข้อความยาวที่เขียนเองในตารางของรายงานการประชุม")
    monkeypatch.setattr(output, "terminal_cells", lambda: 60)
    (line,) = (line for line in filled.ok("list", "--ascii").lines if " O1 " in line)
    assert line.endswith(">")


def test_the_total_drops_its_words_where_they_do_not_fit(
    filled: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_tui.cli.commands.listing.terminal_cells", lambda: 40)
    assert filled.ok("list").lines[-1] == "Finished 1/5 (20 %)  ● 1  ◔ 1  – 3"
