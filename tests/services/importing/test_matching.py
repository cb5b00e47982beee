"""Giving rows of minutes to the items that they speak of, and never to a wrong one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from ita_tui.domain.checklist import Item
from ita_tui.domain.status import WORDINGS, State
from ita_tui.minutes.reading import StatusRow, read_status_rows
from ita_tui.services.importing.candidates import SURE
from ita_tui.services.importing.matching import MatchResult, match_rows

DATA = Path(__file__).parents[2] / "data"
DONE, WAITING = "ดำเนินการเรียบร้อยแล้ว", "รอดำเนินการ"


class Truth(NamedTuple):
    """An item, and where it stands in the sample; without line and wording it does not."""

    code: str
    name: str
    line: str
    wording: str


TRUTH = [
    Truth(*line.split("\t"))
    for line in (DATA / "minutes-sample-items.tsv").read_text("utf-8").splitlines()[1:]
]
ITEMS = [Item(truth.code, truth.name, "9.1") for truth in TRUTH]
NAMES = {item.code: item.name for item in ITEMS}
SAMPLE = read_status_rows((DATA / "minutes-sample.txt").read_text("utf-8"))


def row(name: str, wording: str = DONE, *, line: int = 1, code: str = "") -> StatusRow:
    return StatusRow(line, name, "100", wording, code)


def match(*rows: StatusRow, items: list[Item] = ITEMS) -> MatchResult:
    return match_rows(rows, items)


def code_of(name: str, code: str = "", items: list[Item] = ITEMS) -> str:
    """The code that one row is given; empty for none."""
    return next((found.code for found in match(row(name, code=code), items=items).matched), "")


def reason_of(one: StatusRow, items: list[Item] = ITEMS) -> str:
    """Why one row is given to no item."""
    result = match(one, items=items)
    assert result.matched == ()
    (left,) = result.unmatched
    assert left.row == one
    assert left.reason.endswith(".")
    return left.reason


def without(code: str) -> list[Item]:
    return [item for item in ITEMS if item.code != code]


def test_every_row_of_the_sample_finds_its_item() -> None:
    result = match(*SAMPLE)
    assert [(found.row.line, found.code, found.status.wording) for found in result.matched] == [
        (int(truth.line), truth.code, truth.wording) for truth in TRUTH if truth.line
    ]
    assert result.unmatched == ()
    assert result.missing == ("O33",)
    assert all(SURE < found.confidence <= 1 for found in result.matched)


def test_every_row_of_the_sample_finds_its_item_alone_and_in_any_order() -> None:
    expected = {int(truth.line): truth.code for truth in TRUTH if truth.line}
    assert {one.line: code_of(one.name) for one in SAMPLE} == expected
    backwards = match(*reversed(SAMPLE))
    assert {found.row.line: found.code for found in backwards.matched} == expected


def test_a_row_whose_own_item_is_not_in_the_list_is_given_to_no_other() -> None:
    lines = {truth.code: int(truth.line) for truth in TRUTH if truth.line}
    names = {one.line: one.name for one in SAMPLE}
    given_away = {
        (code, text): code_of(text, items=without(code))
        for code, name in NAMES.items()
        for text in (name, f"{name} ประจำปี ๒๕๖๗", names.get(lines.get(code, 0), name))
    }
    assert {key: found for key, found in given_away.items() if found} == {}


TWINS = [
    ("O12", "O37"), ("O23", "O24"), ("O25", "O26"), ("O27", "O28"), ("O28", "O29"),
    ("O27", "O29"), ("O39", "O41"), ("O42", "O43"), ("O14", "O15"), ("O21", "O22"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_are_told_apart(one: str, other: str) -> None:
    assert (code_of(NAMES[one]), code_of(NAMES[other])) == (one, other)


SAME = {
    "a list number": ("O14", "14. คู่มือหรือมาตรฐานการปฏิบัติงาน"),
    "a Thai list number in brackets": ("O1", "(๑) โครงสร้าง"),
    "a number of a list in a list": ("O1", "9.1.1 โครงสร้าง"),
    "a year": ("O36", "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
    "a short year": (
        "O37",
        "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริต ประจำปี 67 รอบ 6 เดือน",
    ),
    "a number called so": ("O1", "ข้อ ๑ โครงสร้าง"),
    "another year": ("O13", "รายงานผลการดำเนินงานประจำปี ๒๕๖๖"),
    "another dash": ("O18", "e – service"),
    "no tone mark": ("O1", "โครงสราง"),
    "no tone marks, and shortened": ("O29", "ขอมูลเชิงสถิติเรืองรองเรียนการทุจริต"),
    "SARA AM in two code points": ("O3", "อํานาจหน้าที่"),
    "a zero-width space": ("O3", "อำนาจ\u200bหน้าที่"),
    "swapped letters": ("O2", "ข้อมูลผู้ริบหาร"),
    "shortened at the end": ("O29", "ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริต"),
    "a word left out": ("O14", "คู่มือมาตรฐานการปฏิบัติงาน"),
}


@pytest.mark.parametrize(("code", "name"), SAME.values(), ids=SAME.keys())
def test_a_name_is_known_with(code: str, name: str) -> None:
    assert code_of(name) == code


OTHERS = [
    "ที่ประชุม", "รับทราบ", "การบริหารและพัฒนาทรัพยากรบุคคล", "การจัดซื้อจัดจ้าง", "โครงสร้างหน่วยงาน",
    "คู่มือหรือมาตรฐานการ", "รายงานผลการดำเนิน", "รายงานผลการป้องกันการทุจริต", "นโยบาย No Gift Policy",
    "แผนการบริหารและพัฒนาทรัพยากรบุคคล", "ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม",
    "รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน", "รายการการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ",
    "รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ 12 เดือน",
    "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ ๙ เดือน",
    "รายงานผลการดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบ",
    "ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "การจัดซื้อจัดจ้างหรือการจัดหาพัสดุ",
    "The committee met in the large room on the second floor", "Q", "ก", "2567", "๑.", "!!",
]  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_another_sentence_or_a_name_between_items_is_given_to_none(name: str) -> None:
    assert code_of(name) == ""


def test_a_name_that_is_not_sure_names_the_nearest_item() -> None:
    assert reason_of(row("โครงสร้างหน่วยงาน")) == (
        "No item has a name like this; the nearest is O1 โครงสร้าง (52 %)."
    )


def test_a_name_between_two_items_names_both() -> None:
    reason = reason_of(row("คู่มือหรือมาตรฐานการ"))
    assert "O14 คู่มือหรือมาตรฐานการปฏิบัติงาน (83 %)" in reason
    assert "O15 คู่มือหรือมาตรฐานการให้บริการ (84 %)" in reason


def test_a_name_that_lost_its_first_word_says_so() -> None:
    assert reason_of(row("ส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")) == (
        f"The name is like O42 {NAMES['O42']} (85 %), but begins with another word."
    )


def test_a_name_cut_off_where_two_items_go_on_names_both() -> None:
    items = [
        Item("O1", "แผนการจัดหาพัสดุของหน่วยงานประจำปี", "9.1"),
        Item("O2", "แผนการจัดหาพัสดุของหน่วยงานในกรณีฉุกเฉินหรือเร่งด่วนตามระเบียบ", "9.1"),
    ]
    reason = reason_of(row("แผนการจัดหาพัสดุของหน่วยงาน"), items=items)
    assert reason.startswith("The name could be O1 ")
    assert " as well as O2 " in reason
    assert code_of("แผนการจัดหาพัสดุของหน่วยงานประจ", items=items) == "O1"
    assert code_of("แผนการจัดหาพัสดุของหน่วยงาน", items=items[:1]) == "O1"


@pytest.mark.parametrize("name", ["", "…", "2567"])
def test_a_row_without_a_name_says_so(name: str) -> None:
    assert reason_of(row(name)).startswith("There is no name")


def test_an_empty_list_has_nothing_to_match() -> None:
    assert reason_of(row("โครงสร้าง"), items=[]).startswith("There is no name")
    assert match(items=[]) == MatchResult((), (), ())


def test_a_list_of_one_item_has_no_twins() -> None:
    assert code_of("โครงสราง", items=ITEMS[:1]) == "O1"


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_wording_gives_its_state(wording: str) -> None:
    (found,) = match(row("โครงสร้าง", wording)).matched
    assert (found.status.state, found.status.wording) == (WORDINGS[wording], wording)


def test_a_wording_is_known_through_wraps_and_encodings() -> None:
    (found,) = match(row("โครงสร้าง", "รอ ดํา\u200bเนินการ")).matched
    assert (found.status.state, found.status.wording) == (State.WAITING, WAITING)


@pytest.mark.parametrize("wording", ["ทำแล้ว", "ไม่" + DONE, DONE + "ครับ", "ดำเนินการ", "done"])
def test_an_unknown_wording_is_not_guessed_and_the_valid_ones_are_named(wording: str) -> None:
    reason = reason_of(row("โครงสร้าง", wording))
    assert reason.startswith(f"“{wording}” for O1 is not a known status")
    assert all(known in reason for known in WORDINGS)


def test_a_long_wording_is_quoted_in_part() -> None:
    assert len(reason_of(row("โครงสร้าง", "ย" * 10_000))) < 400


def test_a_row_of_an_item_already_matched_names_both_lines() -> None:
    result = match(row("โครงสร้าง", line=7), row("โครงสร้าง", WAITING, line=9))
    assert [(found.row.line, found.status.wording) for found in result.matched] == [(7, DONE)]
    assert [left.reason for left in result.unmatched] == [
        "Line 9 is about O1 again, which line 7 has already; keep one."
    ]
    assert len(result.missing) == 42


def test_of_two_rows_for_an_item_the_better_name_is_taken() -> None:
    result = match(row("โครงสราง", line=7), row("โครงสร้าง", WAITING, line=9))
    assert [found.row.line for found in result.matched] == [9]
    assert "Line 7" in result.unmatched[0].reason
    assert "line 9" in result.unmatched[0].reason


def test_a_row_with_an_unknown_wording_takes_no_item() -> None:
    result = match(row("โครงสร้าง", "ทำแล้ว", line=7), row("โครงสร้าง", line=9))
    assert [found.row.line for found in result.matched] == [9]
    assert [left.row.line for left in result.unmatched] == [7]


CODED = {
    "in its own cell": ("O12", "", "O12"),
    "in Thai digits, lower case, with a space": ("o ๑๒", "", "O12"),
    "before the name": ("", "O12 รายงานการกำกับติดตาม", "O12"),
    "before the name, with a point": ("", "o๑. โครงสร้าง", "O1"),
    "before the name, in brackets": ("", "(O40) จริยธรรม", ""),
    "and a shortened name": ("O37", "รายงานการกำกับติดตาม", "O37"),
    "in both places": ("O12", "O12 รายงาน", "O12"),
    "before the name, and a count of rows": ("7", "O12 รายงาน", "O12"),
    "only a count of rows": ("7", "โครงสร้าง", "O1"),
    "words, but no code": ("ข้อ", "โครงสร้าง", "O1"),
    "of a list that has none such": ("O99", "โครงสร้าง", ""),
    "of a list that has none such, before the name": ("", "O99 " + NAMES["O12"], ""),
    "of the twin of the name": ("O37", NAMES["O12"], ""),
    "of the longer twin of the name": ("O43", NAMES["O42"], ""),
    "of something else": ("O1", "ประกาศเจตนารมณ์", ""),
}


@pytest.mark.parametrize(("code", "name", "expected"), CODED.values(), ids=CODED.keys())
def test_a_code(code: str, name: str, expected: str) -> None:
    assert code_of(name, code) == expected


def test_two_codes_are_none() -> None:
    reason = reason_of(row("O37 รายงานการกำกับติดตาม", code="O12"))
    assert reason == "The row gives two codes, O12, O37."


def test_a_code_is_certain() -> None:
    assert match(row("รายงาน", code="O12")).matched[0].confidence == 1


def test_a_code_that_the_name_contradicts_names_both_items() -> None:
    assert reason_of(row("ข่าวประชาสัมพันธ์", code="O1")) == (
        "The code is that of O1 โครงสร้าง (11 %), "
        "but the name is nearest to O7 ข่าวประชาสัมพันธ์ (100 %)."
    )


def test_a_code_beside_a_name_of_nothing_is_not_believed() -> None:
    reason = reason_of(row("zzzzzzzz", code="O1"), items=ITEMS[:1])
    assert reason == "The code is that of O1 โครงสร้าง (5 %), but the name beside it is another."


def test_a_code_that_the_list_lacks_names_the_nearest_item() -> None:
    assert reason_of(row("โครงสร้าง", code="o๙๙")) == (
        "The list has no item O99; going by its name it would be O1 โครงสร้าง (100 %)."
    )


def test_codes_of_another_shape() -> None:
    items = [replace(item, code=f"A.{number}") for number, item in enumerate(ITEMS[:3], 1)]
    assert code_of("", "a.2", items=items) == "A.2"
    assert code_of("โครงสร้าง", "O1", items=items) == "A.1"
