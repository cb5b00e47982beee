"""Text from people, rendered as Markdown and read back with a CommonMark parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ita_tui.domain.text import clean, clean_lines
from ita_tui.minutes.markdown import LINE_BREAK, Align, cell, paragraphs, table, text

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable("table")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PLAIN = (
    "รายงานผลการดำเนินงานประจำปี (รอบ ๖ เดือน)",
    "Q&A, E-Service และ No Gift Policy",
    "https://www.example.go.th/data/o_1.pdf?year=2567&page=2",
    "-ไม่มี-",
    "๑. ข้อแรก",
    "3.5 คะแนน",
    "1234567890. ข้อ",
    "####### หัว",
    "น้อยกว่า < 5 แต่ > 2",
    "C:\\งาน",
    "ที่ ๑๕๕/๒๕๖๕",
    "#แท็ก $5 50% ครบ!",
    "ผู้อำนวยการกองคลัง รักษาการแทน ปลัดเทศบาล",
)

ESCAPED = {
    "ก|ข": r"ก\|ข",
    "*ดาว*": r"\*ดาว\*",
    "_ขีด_": r"\_ขีด\_",
    "<b>": r"\<b>",
    "<ก@example.go.th>": r"\<ก@example.go.th>",
    "[ลิงก์](x)": r"\[ลิงก์](x)",
    "`code`": r"\`code\`",
    "~~ขีดฆ่า~~": r"\~\~ขีดฆ่า\~\~",
    "C:\\ita": r"C:\\ita",
    "$x$ ^ก^": r"\$x$ \^ก^",
    "ก {#ข}": r"ก \{#ข}",
    "https://a.go.th/_ก_": r"https\://a.go.th/\_ก\_",
    "www.a.go.th/*": r"www\.a.go.th/\*",
    "&amp; &#33; &#x21;": r"\&amp; \&#33; \&#x21;",
    r"\*": r"\\\*",
    "ท้าย\\": r"ท้าย\\",
    "# หัว": r"\# หัว",
    "###### หัว": r"\###### หัว",
    "#": r"\#",
    "#######": r"\#######",
    "หัว ##": r"หัว \##",
    "> อ้าง": r"\> อ้าง",
    "- ข้อ": r"\- ข้อ",
    "+ ข้อ": r"\+ ข้อ",
    "1. ข้อ": r"1\. ข้อ",
    "12) ข้อ": r"12\) ข้อ",
    "123456789. ข้อ": r"123456789\. ข้อ",
    "1.": r"1\.",
    "---": r"\---",
    "- - -": r"\- - -",
    "===": r"\===",
    ":-:": r"\:-:",
    "  ช่องว่าง \n บรรทัด ": "ช่องว่าง   บรรทัด",
    "\x1b[31m": "␛\\[31m",
    "": "",
}

SIGNS = st.text(
    st.one_of(
        st.sampled_from("*_`[]()<>|~#+-=:.!&;\\/\"'0123456789 \n\tกาิ่ำๆ๑aZ⏎"),
        st.sampled_from("\x00\x1b\r\x0b\x0c\x85\u00a0\u200b\u2028\u2029\u202e\ufeff\u3000"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
MARKUP = (
    *("- ", "1. ", "# ", "> ", "---", "===", ":-:", "| - |", "```", "    x", "<div>", "<!--"),
    *("](", "![", "[a]: b", "&lt;", "<http://x>", "**", "__", "\\", "|", "\n", "\n\n", "ก", " "),
)
PHRASES = st.lists(st.sampled_from(MARKUP), max_size=12).map("".join)
ANY_TEXT = st.one_of(SIGNS, PHRASES)

many = settings(max_examples=400, deadline=None)


def inline_texts(tokens: list[Token]) -> list[str]:
    """What a reader sees of each run of inline text; hard breaks as line feeds."""
    shown = []
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "hardbreak"}
            shown.append("".join("\n" if c.type == "hardbreak" else c.content for c in children))
    return shown


def block_types(tokens: list[Token]) -> list[str]:
    """The types of the tokens, without the closing ones."""
    return [token.type for token in tokens if token.nesting >= 0]


def tidy(value: str) -> str:
    """The documented rule for white space, line by line."""
    return "\n".join(line.strip() for line in clean_lines(value).split("\n")).strip("\n")


@pytest.mark.parametrize("value", PLAIN)
def test_ordinary_text_comes_out_unchanged(value: str) -> None:
    assert text(value) == cell(value) == paragraphs(value) == value


@pytest.mark.parametrize(("value", "expected"), ESCAPED.items(), ids=repr)
def test_only_signs_that_markdown_obeys_are_escaped(value: str, expected: str) -> None:
    assert text(value) == expected


@given(ANY_TEXT)
@example("#")
@example("_ก_")
@many
def test_a_paragraph_shows_the_text_itself(value: str) -> None:
    tokens = PARSER.parse(text(value))
    expected = clean(value).strip()
    assert block_types(tokens) == (["paragraph_open", "inline"] if expected else [])
    assert inline_texts(tokens) == ([expected] if expected else [])


@given(ANY_TEXT)
@many
def test_a_heading_shows_the_text_itself(value: str) -> None:
    tokens = PARSER.parse(f"## {text(value)}")
    assert block_types(tokens) == ["heading_open", "inline"]
    assert inline_texts(tokens) == [clean(value).strip()]


@given(ANY_TEXT)
@many
def test_bold_text_is_bold_from_end_to_end(value: str) -> None:
    shown = clean(value).strip()
    assume(shown)
    (paragraph,) = (t for t in PARSER.parse(f"**{text(value)}** ก") if t.type == "inline")
    children = [child for child in paragraph.children or [] if child.content or child.nesting]
    assert children[0].type == "strong_open"
    assert children[-2].type == "strong_close"
    assert {child.type for child in children[1:-2]} == {"text"}
    assert "".join(child.content for child in children[1:-2]) == shown


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=4))
@many
def test_a_table_keeps_every_cell_in_its_place(rows: list[tuple[str, str]]) -> None:
    columns = (("ข้อ", Align.LEFT), ("หมายเหตุ | อื่น", Align.RIGHT))
    tokens = PARSER.parse(table(columns, rows))
    types = block_types(tokens)
    assert types.count("table_open") == 1
    assert types.count("tr_open") == len(rows) + 1
    assert set(types) <= {
        *("table_open", "thead_open", "tbody_open", "tr_open", "th_open", "td_open", "inline")
    }
    shown = [value for row in rows for value in row]
    assert inline_texts(tokens) == ["ข้อ", "หมายเหตุ | อื่น", *map(in_cell, shown)]


def in_cell(value: str) -> str:
    """What a cell shows: the lines with a sign between them, `-` without any text."""
    lines = clean_lines(value).strip().split("\n")
    signed = re.sub(
        r"(?: *\n *)+",
        lambda run: f" {' '.join(LINE_BREAK * run[0].count(chr(10)))} ",
        "\n".join(line.strip() for line in lines),
    )
    return signed or "-"


@given(ANY_TEXT)
@many
def test_paragraphs_keep_their_lines(value: str) -> None:
    tokens = PARSER.parse(paragraphs(value))
    blocks = [block for block in re.split(r"\n{2,}", tidy(value)) if block]
    assert block_types(tokens) == ["paragraph_open", "inline"] * len(blocks)
    assert inline_texts(tokens) == blocks


@given(ANY_TEXT)
@many
def test_paragraphs_said_again_are_the_same_bytes(value: str) -> None:
    once = paragraphs(value)
    assert paragraphs("\n\n".join(inline_texts(PARSER.parse(once)))) == once


@given(ANY_TEXT)
@many
def test_nothing_is_struck_through_where_readers_know_how(value: str) -> None:
    inline_texts(GITHUB.parse(paragraphs(value)))


@given(ANY_TEXT)
@many
def test_no_html_ever(value: str) -> None:
    for rendered in (text(value), paragraphs(value), table((("ก", Align.LEFT),), [(value,)])):
        html = PARSER.render(rendered)
        assert set(re.findall(r"</?([a-z0-9]+)", html)) <= {
            *("p", "br", "table", "thead", "tbody", "tr", "th", "td")
        }


def test_line_breaks_in_a_cell_are_signs() -> None:
    assert cell(" แรก\nสอง\n\nสาม ") == "แรก ⏎ สอง ⏎ ⏎ สาม"


def test_a_table_as_it_is_written() -> None:
    columns = (("ข้อ", Align.LEFT), ("คะแนน", Align.RIGHT), ("ผล", Align.CENTER))
    assert table(columns, [("O1", "๑๐๐", "ก|ข"), ("O2", "", "-")]) == (
        "| ข้อ | คะแนน | ผล |\n| :-- | --: | :-: |\n| O1 | ๑๐๐ | ก\\|ข |\n| O2 | - | - |"
    )
