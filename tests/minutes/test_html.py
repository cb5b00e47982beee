"""A document as an HTML file: whole, safe, told to screen readers, and fit for paper."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.minutes.html import to_html
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tokens import parse, plain, safe
from tests.minutes.papers import CHECKLIST, HOSTILE, MINUTES, minutes_with

EMPTY = {"br", "col", "hr", "meta"}

ATTRIBUTES = {
    "html": {"lang"}, "head": set(), "title": set(), "style": set(), "body": set(), "main": set(),
    "meta": {"charset", "name", "content", "http-equiv"}, "section": {"class"}, "p": {"class"},
    "span": {"class"}, "br": set(), "hr": set(), "strong": set(), "em": set(), "code": {"class"},
    "pre": set(), "ul": set(), "ol": {"start"}, "li": set(), "blockquote": set(), "a": {"href"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    "table": {"aria-labelledby"}, "colgroup": set(), "col": {"style"}, "thead": set(),
    "tbody": set(), "tr": set(), "th": {"scope", "style"}, "td": {"style"},
}  # fmt: skip
"""Everything that may stand in a file, with its attributes."""


SIGNS = st.text(st.sampled_from("ก1a <>&\"'/\\*_`[](){}!|#-=:;.~\n\t\x00\ufffe\ud800"))


class Reader(HTMLParser):
    """Reads a file as a browser does, and insists that each element is known and closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = ET.Element("document")
        self._open = [self.root]
        self.feed(text)
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= ATTRIBUTES[tag], (tag, attrs)
        values = {name: value or "" for name, value in attrs}
        element = ET.SubElement(self._open[-1], tag, values)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        above = self._open[-1]
        if len(above):
            above[-1].tail = (above[-1].tail or "") + data
        else:
            above.text = (above.text or "") + data

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")


def read(markdown: str, title: str = "ชื่อ", digits: Digits = Digits.THAI) -> ET.Element:
    """The main part of a document's file."""
    main = Reader(to_html(markdown, title, digits)).root.find(".//main")
    assert main is not None
    return main


def shown(element: ET.Element) -> str:
    """The text of an element, each white space a blank."""
    return " ".join("".join(element.itertext()).split())


def told(markdown: str) -> str:
    """The text of Markdown, as the parser has it."""
    parts = [
        plain(token) if token.type == "inline" else token.content
        for token in parse(markdown)
        if token.type in {"inline", "fence", "code_block"}
    ]
    return "".join("\n".join(parts).split())


def without_space(text: str) -> str:
    """A text without white space, and without the signs for line breaks."""
    return "".join(text.replace("⏎", "").split())


@pytest.mark.parametrize("markdown", [MINUTES, CHECKLIST], ids=["minutes", "checklist"])
def test_all_the_text_is_there_in_its_order(markdown: str) -> None:
    assert without_space("".join(read(markdown).itertext())) == told(markdown)


def test_the_file_says_its_language_and_its_title() -> None:
    root = Reader(to_html("ก", "รายงาน <b> & “อื่น”\n\x00")).root
    assert [element.get("lang") for element in root.iter("html")] == ["th"]
    assert [element.text for element in root.iter("title")] == ["รายงาน <b> & “อื่น” ␀"]
    assert "utf-8" in [element.get("charset") for element in root.iter("meta")]


def test_the_front_matter_is_left_out() -> None:
    assert "fiscal_year" not in to_html(MINUTES, "ชื่อ")
    assert shown(read("---\nformat: 1\n---\n\n# หัว\n\n---\n\nท้าย")) == "หัว ท้าย"


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = to_html(MINUTES, "ชื่อ")
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|<script|<link|<img|src=", text)


def test_a_table_is_named_by_the_heading_above_it() -> None:
    main = read(MINUTES)
    headings = {element.get("id"): shown(element) for element in main.iter() if element.get("id")}
    names = [headings[table.attrib["aria-labelledby"]] for table in main.iter("table")]
    assert names[:3] == [
        "ผู้มาประชุม",
        "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน",
        "ตัวชี้วัดย่อยที่ ๙.๒ การบริหารงาน",
    ]
    assert {cell.get("scope") for cell in main.iter("th")} == {"col"}
    assert "aria-labelledby" not in read("| ก |\n| - |\n| ข |")[0].attrib


def test_headings_go_down_step_by_step() -> None:
    levels = [int(e.tag[1]) for e in read(MINUTES).iter() if re.fullmatch(r"h\d", e.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_paragraphs_are_told_apart() -> None:
    classes = [(p.get("class"), shown(p)) for p in read(MINUTES).iter("p")]
    assert classes[0] == ("title", "ครั้งที่ -/๒๕๖๖")
    assert classes[2] == ("title", "ณ ห้องประชุมเทศบาลตำบลเพชรเมืองทอง ชั้น ๒")
    assert classes[3] == ("text", "ไม่มี")
    assert ("speaker", "ประธานกรรมการ") in classes
    assert ("label", "มติที่ประชุม รับทราบ") in classes


def test_the_signatures_stand_together_at_the_end() -> None:
    *_, last = read(MINUTES)
    assert (last.tag, last.get("class")) == ("section", "signatures")
    assert [shown(paragraph) for paragraph in last] == [
        "(ลงชื่อ) ………………………………………… ผู้จดรายงานการประชุม (ผู้ช่วยเลขานุการ)",
        "(ลงชื่อ) ………………………………………… ผู้ตรวจรายงานการประชุม (ประธานกรรมการ)",
    ]
    assert {paragraph.get("class") for paragraph in last} == {"signature"}


def test_only_the_last_paragraphs_are_signatures() -> None:
    main = read("(ลงชื่อ) …… ก\n\nคั่น\n\n(ลงชื่อ) …… ข")
    assert [element.get("class") for element in main] == ["text", "text", "signatures"]
    main = read("(ลงชื่อ) …… ก\n\n* * *\n\n(ลงชื่อ) …… ข")
    assert [element.get("class") for element in main] == ["text", None, "signatures"]


def test_each_line_of_running_text_begins_as_a_paragraph_does() -> None:
    (paragraph,) = read("หนึ่ง\\\nสอง")
    assert [part.tag for part in paragraph] == ["br", "span"]
    assert shown(paragraph) == "หนึ่ง สอง"


def test_signs_for_line_breaks_break_the_lines_of_cells() -> None:
    (cell,) = read("| ก |\n| - |\n| **ก** ข ⏎ ⏎ ค |").iter("td")
    assert [part.tag for part in cell] == ["strong", "br", "br"]
    assert "".join(cell.itertext()) == "ก ข\n\nค"
    assert shown(read("ก ⏎ ข")) == "ก ⏎ ข"


def test_tables_with_the_same_headings_have_the_same_columns() -> None:
    columns = [[col.get("style") for col in table.iter("col")] for table in read(CHECKLIST)]
    assert len({tuple(widths) for widths in columns if widths}) == 1


@pytest.mark.parametrize(
    ("markdown", "address"),
    [
        ("<https://example.go.th/ก?a=1&b=2>", "https://example.go.th/%E0%B8%81?a=1&b=2"),
        ('[ก](http://example.go.th "คำ")', "http://example.go.th"),
        ("[ก](javascript:alert(1))", None),
        ("[ก](data:text/html,x)", None),
        ("[ก](//example.go.th)", None),
        ("[ก](mailto:a@example.go.th)", None),
        ("<file:///etc/passwd>", None),
        ("https://example.go.th", None),
        ("![ก](https://example.go.th/x.png)", "https://example.go.th/x.png"),
    ],
)
def test_only_web_addresses_are_links(markdown: str, address: str | None) -> None:
    links = [link.get("href") for link in read(markdown).iter("a")]
    assert links == ([] if address is None else [address])


@pytest.mark.parametrize(("digits", "name"), [(Digits.THAI, "thai"), (Digits.ARABIC, "decimal")])
def test_pages_are_numbered_in_the_digits_of_the_document(digits: Digits, name: str) -> None:
    text = to_html("ก", "ชื่อ", digits)
    assert f'content: "- " counter(page, {name}) " -";' in text
    assert "@page :first" in text
    assert "PAGE_DIGITS" not in text


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_in_minutes_is_shown_and_no_more(value: str) -> None:
    markdown = minutes_with(value)
    text = without_space("".join(read(markdown, value).itertext()))
    assert text == without_space(told(markdown))
    assert without_space(safe(Digits.THAI.prose(value))) in text


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_markdown_gives_known_elements_only(value: str) -> None:
    assert without_space("".join(read(value).itertext())) == without_space(told(value))


@settings(max_examples=60, deadline=None)
@given(value=SIGNS | st.text())
def test_any_text_in_minutes_is_shown_and_no_more(value: str) -> None:
    markdown = minutes_with(value)
    assert without_space("".join(read(markdown, value).itertext())) == without_space(told(markdown))


@settings(max_examples=150, deadline=None)
@given(SIGNS)
def test_any_markdown_gives_known_elements_only(markdown: str) -> None:
    assert without_space("".join(read(markdown).itertext())) == without_space(told(markdown))
