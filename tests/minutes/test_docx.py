"""A document as a Word file, read back as the XML that Word reads."""

from __future__ import annotations

import pytest

from ita_tui.minutes.docx import to_docx
from ita_tui.minutes.style import Digits
from tests.minutes.papers import MINUTES
from tests.minutes.word_file import File, W, has, style, text, value

FONT = "TH Sarabun New"
CM = 567


@pytest.fixture(scope="module")
def minutes() -> File:
    """The minutes of the sample meeting."""
    return File(MINUTES)


def test_the_page_is_that_of_an_official_letter(minutes: File) -> None:
    section = minutes.body.find(f"{W}sectPr")
    assert section is not None
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    assert [int(size.attrib[W + side]) for side in ("w", "h")] == [11906, 16838]
    sides = {side: int(margins.attrib[W + side]) for side in ("left", "right", "top", "bottom")}
    wanted = {"left": 3, "right": 2, "top": 2.5, "bottom": 2}
    assert sides == pytest.approx({side: cm * CM for side, cm in wanted.items()}, abs=1)


@pytest.mark.parametrize(
    ("digits", "form"), [(Digits.THAI, "thaiNumbers"), (Digits.ARABIC, "decimal")]
)
def test_every_page_but_the_first_has_its_number_above(digits: Digits, form: str) -> None:
    file = File("ก", digits=digits)
    section = file.body.find(f"{W}sectPr")
    assert section is not None
    assert has(section, "titlePg")
    assert value(section, "pgNumType", "fmt") == form
    assert value(section, "headerReference", "type") == "default"
    header = next(name for name in file.archive.namelist() if name.startswith("word/header"))
    (paragraph,) = file.part(header).iter(f"{W}p")
    assert text(paragraph) == f"- {digits.prose('2')} -"
    (field,) = paragraph.iter(f"{W}fldSimple")
    assert (field.get(f"{W}instr"), text(field)) == (" PAGE ", digits.prose("2"))
    assert value(file.style(style(paragraph)), "pPr/jc") == "center"


def test_thai_letters_have_the_font_and_the_size_too(minutes: File) -> None:
    defaults = minutes.part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault")
    assert defaults is not None
    for where in (defaults, minutes.style("Normal")):
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            assert value(where, "rPr/rFonts", script) == FONT
        assert (value(where, "rPr/sz"), value(where, "rPr/szCs")) == ("32", "32")
        assert value(where, "rPr/lang", "bidi") == "th-TH"


def test_what_changes_latin_letters_changes_thai_ones(minutes: File) -> None:
    file = File("**หนา**bold *เอน*")
    roots = [minutes.body, file.body, minutes.part("word/styles.xml")]
    settings_of = [run for root in roots for run in root.iter(f"{W}rPr")]
    for latin, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
        assert any(has(run, latin) for run in settings_of)
        assert all(has(run, latin) == has(run, thai) for run in settings_of)


def test_runs_with_thai_are_told_from_latin_ones() -> None:
    runs = [
        (text(run), has(run, "rPr/cs"))
        for run in File("(๑) ตาม O12 และ “E-Service” ของปี 2567, ก").body.iter(f"{W}r")
    ]
    assert runs == [
        ("(", False),
        ("๑) ตาม", True),
        (" O12 ", False),
        ("และ", True),
        (" “E-Service” ", False),
        ("ของปี", True),
        (" 2567, ", False),
        ("ก", True),
    ]


def test_each_part_has_its_style(minutes: File) -> None:
    found = minutes.paragraphs
    assert found[0][0] == "Heading1"
    assert found[1:4] == [
        ("TitleLine", "ครั้งที่ -/๒๕๖๖"),
        ("TitleLine", "เมื่อวันอังคารที่ ๓๑ ตุลาคม ๒๕๖๖ เวลา ๐๙.๓๐ น."),
        ("TitleLine", "ณ ห้องประชุมเทศบาลตำบลเพชรเมืองทอง ชั้น ๒"),
    ]
    assert ("Heading2", "ระเบียบวาระที่ ๓ เรื่องเพื่อทราบ") in found
    assert ("Heading3", "สรุปความก้าวหน้า") in found
    assert ("Speaker", "ประธานกรรมการ") in found
    assert ("Labelled", "มติที่ประชุม รับทราบ") in found
    assert ("Labelled", "หน่วยงาน เทศบาลตำบลเพชรเมืองทอง") in found
    assert ("BodyText", "ไม่มี") in found


def test_every_style_in_use_is_defined() -> None:
    file = File(f"{MINUTES}\n\n<https://example.go.th>\n\n* * *\n")
    known = {one.get(f"{W}styleId") for one in file.part("word/styles.xml").iter(f"{W}style")}
    kinds = ("pStyle", "rStyle", "tblStyle")
    used = {one.get(f"{W}val") for kind in kinds for one in file.body.iter(W + kind)}
    assert {"BodyText", "Rule", "Hyperlink", "TableGrid"} <= used <= known


def test_headings_are_headings_and_stay_with_what_follows(minutes: File) -> None:
    for level in (1, 2, 3):
        heading = minutes.style(f"Heading{level}")
        assert value(heading, "name") == f"heading {level}"
        assert value(heading, "pPr/outlineLvl") == str(level - 1)
        assert has(heading, "pPr/keepNext")
    assert File("##### ห้า").paragraphs == [("Heading3", "ห้า")]


def test_the_signatures_stay_together(minutes: File) -> None:
    assert minutes.paragraphs[-5:] == [
        ("Heading2", "เลิกประชุมเวลา ๑๑.๓๐ น."),
        ("SignatureLine", "(ลงชื่อ) \tผู้จดรายงานการประชุม"),
        ("Signer", "(ผู้ช่วยเลขานุการ)"),
        ("SignatureLine", "(ลงชื่อ) \tผู้ตรวจรายงานการประชุม"),
        ("Signer", "(ประธานกรรมการ)"),
    ]
    for name in ("SignatureLine", "Signer"):
        found = minutes.style(name)
        assert has(found, "pPr/keepNext")
        assert has(found, "pPr/keepLines")
    assert value(minutes.style("SignatureLine"), "pPr/tabs/tab", "leader") == "dot"


def test_tables_repeat_their_headings_and_keep_their_rows_whole(minutes: File) -> None:
    tables = minutes.body.findall(f"{W}tbl")
    assert len(tables) == MINUTES.count("| --: |")
    for table in tables:
        first, *others = table.findall(f"{W}tr")
        assert has(first, "trPr/tblHeader")
        assert not any(has(row, "trPr/tblHeader") for row in others)
        assert all(has(row, "trPr/cantSplit") for row in (first, *others))
        assert all(has(paragraph, "pPr/keepNext") for paragraph in first.iter(f"{W}p"))
        assert all(has(run, "rPr/bCs") for run in first.iter(f"{W}r"))
    assert value(tables[0], "tblPr/tblCaption") == "ผู้มาประชุม"


def test_columns_fill_the_line_and_agree_with_their_cells(minutes: File) -> None:
    alike = set()
    for table in minutes.body.findall(f"{W}tbl"):
        grid = [int(column.attrib[f"{W}w"]) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) == pytest.approx(16 * CM, abs=5)
        assert value(table, "tblPr/tblLayout", "type") == "fixed"
        for row in table.findall(f"{W}tr"):
            cells = [int(value(cell, "tcPr/tcW", "w") or 0) for cell in row.iter(f"{W}tc")]
            assert cells == grid
        if len(grid) == 5:
            alike.add(tuple(grid))
    ((code, topic, score, result, remark),) = alike
    assert code < score < result < topic
    assert remark < topic


def test_cells_are_aligned_and_broken_as_the_text_says() -> None:
    file = File("| ก | ข | ค | ง |\n| :-- | --: | :-: | - |\n| 1 ⏎ 2 | 3 | 4 | 5 |")
    cells = list(file.body.iter(f"{W}p"))[4:]
    assert [value(cell, "pPr/jc") for cell in cells] == ["left", "right", "center", None]
    assert text(cells[0]) == "1\n2"


def test_tables_without_a_word_between_stay_two() -> None:
    file = File("| ก |\n| - |\n\n| ข |\n| - |")
    assert [part.tag for part in file.body][:3] == [f"{W}tbl", f"{W}p", f"{W}tbl"]


def test_each_line_of_running_text_begins_as_a_paragraph_does() -> None:
    assert File("หนึ่ง\\\nสอง\nสาม").paragraphs == [("BodyText", "หนึ่ง"), ("BodyText", "สอง สาม")]


def test_the_file_says_its_title_and_nothing_of_its_making() -> None:
    file = File("ก", "รายงาน <1>\x01" + "ก" * 300)
    names = sorted(name for name in file.archive.namelist() if "rels" not in name)
    assert names == [
        "[Content_Types].xml", "docProps/core.xml", "word/document.xml", "word/header1.xml",
        "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    said = "".join(file.part("docProps/core.xml").itertext())
    assert "รายงาน <1>␁ก" in said
    assert "python" not in said
    assert "2013" not in said


def test_the_same_text_gives_the_same_bytes() -> None:
    assert to_docx("ก", "ชื่อ") == to_docx("ก", "ชื่อ")
    assert {part.date_time for part in File("ก").archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
