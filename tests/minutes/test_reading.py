"""Reading the rows of results out of minutes that somebody else wrote."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.status import WORDINGS
from ita_tui.minutes.reading import StatusRow, read_status_rows
from ita_tui.thai.compare import key

DATA = Path(__file__).parent.parent / "data"
SAMPLE = (DATA / "minutes-sample.txt").read_text("utf-8")

HEADING = "หัวข้อการประเมิน\tคะแนน ๒๕๖๖\tผลการดำเนินงานปี ๒๕๖๗"
DONE, WAITING = "ดำเนินการเรียบร้อยแล้ว", "รอดำเนินการ"
TEXT = "การประชุมตัวอย่างเริ่มเวลา ๐๙.๓๐ น."


def rows(*lines: str) -> list[tuple[int | str, ...]]:
    """The rows in some lines: line, name, score, wording, code, remark; empty ends left out."""
    found = [list(astuple(row)) for row in read_status_rows("\n".join(lines))]
    for row in found:
        while row[-1] == "":
            row.pop()
    return [tuple(row) for row in found]


def test_the_sample_gives_every_row_of_both_parts_and_none_of_the_slides() -> None:
    expected = [
        tuple(line.split("\t"))
        for line in (DATA / "minutes-sample-items.tsv").read_text("utf-8").splitlines()[1:]
    ]
    found = read_status_rows(SAMPLE)
    assert [(str(row.line), row.wording) for row in found] == [
        (line, wording) for _code, _name, line, wording in expected if line
    ]
    assert {row.score for row in found} == {"๑๐๐"}
    assert len(found) == 42


def test_a_wrapped_name_keeps_its_letters_and_single_spaces() -> None:
    found = {row.line: row.name for row in read_status_rows(SAMPLE)}
    assert found[114] == "แผนงานยุทธศาสตร์หรือ แผนพัฒนาหน่วยงาน"
    assert found[131] == "สรุปผลการจัดซื้อจัดจ้างหรือการ จัดหาพัสด\u0941\u0930ายเดือน"  # not Thai


TABLES: dict[str, tuple[list[str], list[tuple[int | str, ...]]]] = {
    "tabs": (
        [TEXT, HEADING, f" แผน  งาน \t๑๐๐\t{DONE} ", f"โครงสร้าง\t\t{WAITING}"],
        [(3, "แผน งาน", "๑๐๐", DONE), (4, "โครงสร้าง", "", WAITING)],
    ),
    "tabs, more than one between columns": (
        [HEADING, f"โครงสร้าง\t\t\t๑๐๐\t{DONE}"],
        [(2, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "tabs, the heading has more than one between columns": (
        [HEADING.replace("\t", "\t\t"), f"โครงสร้าง\t๑๐๐\t{DONE}"],
        [(2, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "tabs, the heading on a new page": (
        [f"\f{HEADING}", f"โครงสร้าง\t๑๐๐\t{DONE}"],
        [(2, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "tabs, a row on a new page": (
        [HEADING, f"\fโครงสร้าง\t๑๐๐\t{DONE}"],
        [(2, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "a tab before text kept in its layout": (
        ["\tหัวข้อการประเมิน   คะแนน   ผลการดำเนินงาน", f"\tโครงสร้าง       ๑๐๐    {DONE}"],
        [(2, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "short years": (
        ["หัวข้อ\tผลการดำเนินงานปี ๖๗\tผลการดำเนินงาน ปี 66", f"ก\t{WAITING}\t{DONE}"],
        [(2, "ก", "", WAITING)],
    ),
    "an unknown wording is a row as well": (
        [HEADING, "โครงสร้าง\t๑๐๐\tทำแล้ว", "ข้อมูล\t๑๐๐\tเสร็จ 50%"],
        [(2, "โครงสร้าง", "๑๐๐", "ทำแล้ว"), (3, "ข้อมูล", "๑๐๐", "เสร็จ 50%")],
    ),
    "a status without a name is a row as well": (
        [HEADING, f"\t๑๐๐\t{DONE}"],
        [(2, "", "๑๐๐", DONE)],
    ),
    "no row: nothing, a dash or a number for a status": (
        [HEADING, "ก\t๑๐๐\t", "ข\t๑๐๐", "ค\t๑๐๐\t-", "ง\t๑๐๐\t–", "จ\t๑๐๐\t๙๘.๑๒", "ฉ"],
        [],
    ),
    "columns in another order, a code and a remark": (
        [
            "ข้อ\tผลการดำเนินงาน\tหัวข้อ\tหมายเหตุ\tระดับคะแนน",
            f"O12\t{DONE}\tรายงาน\tรอสิ้นรอบ\t100.00",
            f"O13\t{DONE}\tแผน\t-\t-",
        ],
        [(2, "รายงาน", "100.00", DONE, "O12", "รอสิ้นรอบ"), (3, "แผน", "", DONE, "O13")],
    ),
    "the newest results and scores count": (
        [
            "รหัส\tหัวข้อ\tคะแนน ๒๕๖๖\tคะแนน ๒๕๖๕\tผลการดำเนินงานปี ๒๕๖๗\tผลการดำเนินงานปี 66",
            f"O1\tโครงสร้าง\t๑๐๐\t๕๐\t{WAITING}\t{DONE}",
        ],
        [(2, "โครงสร้าง", "๑๐๐", WAITING, "O1")],
    ),
    "years of the common era": (
        [
            "หัวข้อการประเมิน\tผลการดำเนินงาน 2024\tผลการดำเนินงาน 2566",
            f"โครงสร้าง\t{WAITING}\t{DONE}",
        ],
        [(2, "โครงสร้าง", "", WAITING)],
    ),
    "an empty cell of the newest results is not filled from an older one": (
        [
            "หัวข้อการประเมิน\tผลการดำเนินงาน ปี 2566\tระดับคะแนน\tผลการดำเนินงาน ปี 2567",
            f"โครงสร้าง\t{DONE}\t100.00\t",
        ],
        [],
    ),
    "the later of two columns without a year": (
        ["หัวข้อการประเมิน\tผลการดำเนินงาน\tผลการดำเนินการ", f"ก\t{DONE}\t{WAITING}"],
        [(2, "ก", "", WAITING)],
    ),
    "what a meeting replaced is no result": (
        ["หัวข้อการประเมิน\tผลการดำเนินงานเดิม\tแก้ไขเป็น", f"โครงสร้าง\t{WAITING}\t{DONE}"],
        [],
    ),
    "a heading with a letter in two code points, and wrapped": (
        ["หัวข้อ การประเมิน\tคะแนน\tผลการดํา\u200bเนินงาน", f"โครงสร้าง\t๑๐๐\t{DONE}"],
        [(2, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "over the page: heading again": (
        [HEADING, f"ก\t1\t{DONE}", "", "ต่อ...", "", "ผู้ช่วยเลขานุการ", HEADING, "ข\t2\tอื่น"],
        [(2, "ก", "1", DONE), (8, "ข", "2", "อื่น")],
    ),
    "over the page: no heading, and no other table": (
        [HEADING, f"ก\t1\t{DONE}", "- ๒ -", f"ข\t2\t{WAITING}", "ค\t3\tอื่น", TEXT, "1\tก\tข"],
        [(2, "ก", "1", DONE), (4, "ข", "2", WAITING), (5, "ค", "3", "อื่น")],
    ),
    "a blank line interrupts nothing": (
        [HEADING, f"ก\t1\t{DONE}", "", "ข\t2\tอื่น"],
        [(2, "ก", "1", DONE), (4, "ข", "2", "อื่น")],
    ),
    "a heading without results ends the table": (
        [HEADING, "หัวข้อการประเมิน\t\tระดับคะแนน\t", f"ก\t1\t{DONE}"],
        [],
    ),
    "words of a heading in prose are none": (
        [TEXT, "หัวข้อการประเมิน...", "หัวข้อการประเมิน  และผลการดำเนินงาน", f"ก\t1\t{DONE}"],
        [],
    ),
    "Markdown": (
        [
            "| ข้อ | หัวข้อการประเมิน | คะแนน ๒๕๖๖ | ผลการดำเนินงานปี ๒๕๖๗ | หมายเหตุ |",
            "| :-- | :-- | --: | :-- | :-- |",
            f"| O1 | โครง\\|สร้าง | ๑๐๐ | {DONE} | - |",
            f"| O2 | \\*ข้อมูล\\* Q&amp;A | - | {WAITING} | ดู https://example.go.th/a_b |",
            "| O3 | อำนาจหน้าที่ | ๑๐๐ | - | - |",
        ],
        [
            (3, "โครง|สร้าง", "๑๐๐", DONE, "O1"),
            (4, "*ข้อมูล* Q&A", "", WAITING, "O2", "ดู https://example.go.th/a_b"),
        ],
    ),
    "Markdown with emphasis, a break and no outer pipes": (
        [
            "**หัวข้อการประเมิน** | **ผลการดำเนินงาน**",
            "--- | ---",
            f"แผน<br>งาน และ `O4` | **{DONE}**",
        ],
        [(3, "แผน งาน และ O4", "", DONE)],
    ),
    "Markdown in a list and a quotation": (
        [
            "> - | หัวข้อการประเมิน | ผลการดำเนินงาน |",
            ">   |---|---|",
            f">   | โครงสร้าง | {DONE} |",
        ],
        [(3, "โครงสร้าง", "", DONE)],
    ),
    "Markdown in a list whose mark stands before the heading alone": (
        ["1. | หัวข้อการประเมิน | ผลการดำเนินงาน |", "|---|---|", f"| โครงสร้าง | {DONE} |"],
        [(3, "โครงสร้าง", "", DONE)],
    ),
    "a Markdown table ends at a line without cells": (
        ["| หัวข้อการประเมิน | ผลการดำเนินงาน |", "|---|---|", "", f"| โครงสร้าง | {DONE} |"],
        [],
    ),
    "layout": (
        [
            "  หัวข้อการประเมิน            คะแนน ๒๕๖๖     ผลการดำเนินงานปี ๒๕๖๗",
            f"  โครงสร้าง                    ๑๐๐         {DONE}",
            f"  ข้อมูลผู้บริหาร                             {WAITING}",
            "  อำนาจหน้าที่                ๑๐๐",
            f"  แผน  งาน                               {WAITING}",
            f"                                       {WAITING}",
        ],
        [
            (2, "โครงสร้าง", "๑๐๐", DONE),
            (3, "ข้อมูลผู้บริหาร", "", WAITING),
            (5, "แผน", "งาน", WAITING),
        ],
    ),
    "layout with a form feed, hard spaces and tabs": (
        [
            "\fหัวข้อการประเมิน          คะแนน     ผลการดำเนินงาน",
            f"โครงสร้าง\u00a0\u00a0\u00a0๑๐๐\u00a0\u00a0{DONE}",
            f"แผน\t\t๑๐๐\t\t{WAITING}",
            f"รายงาน\t\t\t\t{WAITING}",
        ],
        [(2, "โครงสร้าง", "๑๐๐", DONE), (3, "แผน", "๑๐๐", WAITING), (4, "รายงาน", "", WAITING)],
    ),
    "layout with wrapped names": (
        [
            "หัวข้อการประเมิน              คะแนน     ผลการดำเนินงาน",
            f"แผนงานยุทธศาสตร์หรือ          ๑๐๐      {DONE}",
            "แผนพัฒนา",
            "หน่วยงาน",
            "9.2 การบริหารงาน",
            f"รายงาน                     ๑๐๐      {WAITING}",
            "ต่อหน้าถัดไป...",
            f"รายงาน                     ๑๐๐      {DONE}",
            "การประชุมตัวอย่างนี้ยาวเลยช่องของชื่อ",
        ],
        [
            (2, "แผนงานยุทธศาสตร์หรือ แผนพัฒนา หน่วยงาน", "๑๐๐", DONE),
            (6, "รายงาน", "๑๐๐", WAITING),
            (8, "รายงาน", "๑๐๐", DONE),
        ],
    ),
    "layout with a wrapped heading": (
        [
            "หัวข้อการประเมิน          คะแนน     ผลการดำเนินงาน",
            "                       ๒๕๖๖      ปี ๒๕๖๗",
            f"โครงสร้าง               ๑๐๐       {DONE}",
        ],
        [(3, "โครงสร้าง", "๑๐๐", DONE)],
    ),
    "ruled with signs": (
        [
            "+-----------+-----------+",
            "| หัวข้อการประเมิน | ผลการดำเนินงาน |",
            "+===========+===========+",
            f"| โครงสร้าง | {DONE} |",
            "+-----------+-----------+",
            f"| แผน | {WAITING} |",
        ],
        [(4, "โครงสร้าง", "", DONE), (6, "แผน", "", WAITING)],
    ),
    "what a terminal obeys is made visible": (
        [HEADING, f"โครง\x1b[31mสร้าง\t๑๐๐\t{DONE}"],
        [(2, "โครง␛[31mสร้าง", "๑๐๐", DONE)],
    ),
    "no table": ([TEXT, f"ก\t1\t{DONE}"], []),
}


@pytest.mark.parametrize(("lines", "expected"), TABLES.values(), ids=TABLES.keys())
def test_rows_of(lines: list[str], expected: list[tuple[int | str, ...]]) -> None:
    assert rows(*lines) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_count_as_in_an_editor(end: str) -> None:
    text = end.join(["\ufeffก\u2028ข\x0bค\x85ง", HEADING, f"โครง\x0bสร้าง\t๑๐๐\t{DONE}"])
    assert read_status_rows(text) == (StatusRow(3, "โครง สร้าง", "๑๐๐", DONE),)


def test_a_very_long_line_is_no_heading() -> None:
    assert rows(HEADING + " " * 2_000, f"ก\t1\t{DONE}") == []


def test_customary_wordings_are_their_own_keys() -> None:
    assert [key(wording) for wording in WORDINGS] == list(WORDINGS)


@given(st.text(st.sampled_from("กa|\\\t  -\n*<&"), max_size=80))
def test_no_text_breaks_it_and_every_row_has_a_status(text: str) -> None:
    pipes = "| หัวข้อการประเมิน | คะแนน | ผลการดำเนินงาน |"
    for heading in (HEADING, pipes, HEADING.replace("\t", "    ")):
        lines = f"{heading}\n{text}".split("\n")
        found = read_status_rows("\n".join(lines))
        assert all(row.wording.strip() and 1 < row.line <= len(lines) for row in found)
        assert [row.line for row in found] == sorted({row.line for row in found})


@given(st.lists(st.text(st.sampled_from("กขำ้ a|\\*_`&<[-"), min_size=1, max_size=12), max_size=6))
def test_names_come_back_whatever_signs_are_in_them(names: list[str]) -> None:
    plain = [f"ก{' '.join(name.split())}ข" for name in names]
    lines = [f"{name}\t๑๐๐\t{DONE}" for name in plain]
    assert [row[1] for row in rows(HEADING, *lines)] == plain
