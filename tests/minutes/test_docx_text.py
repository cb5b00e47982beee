"""All the text of a document is in its Word file, whatever people wrote."""

from __future__ import annotations

import builtins
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_tui.errors import UsageError
from ita_tui.minutes.docx import to_docx
from ita_tui.minutes.style import Digits
from ita_tui.minutes.tokens import safe
from tests.minutes.papers import CHECKLIST, HOSTILE, MINUTES, minutes_with
from tests.minutes.word_file import File, W, bare, text, told, value

LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.mark.parametrize("markdown", [MINUTES, CHECKLIST], ids=["minutes", "checklist"])
def test_all_the_text_is_there_in_its_order(markdown: str) -> None:
    assert bare(File(markdown).blocks) == bare(told(markdown))


def test_no_other_markdown_is_lost() -> None:
    file = File("> อ้าง\n\n3. สาม\n4. สี่\n   - ย่อย\n5.\n\n* * *\n\n```\nโค้ด 1\n  โค้ด 2\n```\n\n`x`")
    assert [told for _, told in file.paragraphs] == [
        "อ้าง", "3. สาม", "4. สี่", "• ย่อย", "5. ", "", "โค้ด 1", "  โค้ด 2", "x",
    ]  # fmt: skip
    indents = [value(one, "pPr/ind", "left") for one in file.body.findall(f"{W}p")]
    assert indents == ["567", "567", "567", "1134", "567", None, None, None, None]


def test_a_link_leads_to_its_address() -> None:
    file = File("[ก](http://example.go.th) <https://example.go.th/ข> <ftp://example.go.th>")
    targets = {
        one.get("Id"): (one.get("Target"), one.get("TargetMode"))
        for one in file.part("word/_rels/document.xml.rels")
    }
    links = [(text(one), targets[one.get(LINK)]) for one in file.body.iter(f"{W}hyperlink")]
    assert links == [
        ("ก", ("http://example.go.th", "External")),
        ("https://example.go.th/ข", ("https://example.go.th/%E0%B8%82", "External")),
    ]
    assert file.blocks == ["ก https://example.go.th/ข <ftp://example.go.th>"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_minutes_is_shown_and_no_more(hostile: str) -> None:
    markdown = minutes_with(hostile)
    shown = bare(File(markdown, hostile).blocks)
    assert shown == bare(told(markdown))
    assert bare([safe(Digits.THAI.prose(hostile))]) in shown


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters() | st.sampled_from("ก<>&*_`[]()|#-\n\t\x00\x0c\ufffe\uffff\ud800")))
def test_any_text_makes_a_file(any_text: str) -> None:
    markdown = minutes_with(any_text)
    assert bare(File(markdown, any_text).blocks) == bare(told(markdown))


def test_a_sign_for_a_control_character_is_shown_as_one() -> None:
    assert File("&#12;ก&#x202e;").blocks == ["␌ก‹U+202E›"]


@pytest.mark.parametrize("missing", ["docx", "lxml"])
def test_without_the_extra_it_says_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget(monkeypatch, missing)
    with pytest.raises(UsageError, match=r'pip install "ita-tui\[docx\]"') as caught:
        to_docx("ก", "ชื่อ")
    assert caught.value.exit_code == 2


def test_another_missing_module_is_no_matter_of_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forget(monkeypatch, "markdown_it")
    with pytest.raises(ModuleNotFoundError, match="markdown_it"):
        to_docx("ก", "ชื่อ")


def forget(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """As if a package were not installed."""
    for name in list(sys.modules):
        if name.partition(".")[0] in {package, "docx"} or name.startswith("ita_tui.minutes.word"):
            monkeypatch.delitem(sys.modules, name)
    find = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return find(name, *rest)  # type: ignore[arg-type]  # (whatever the statement says)

    monkeypatch.setattr(builtins, "__import__", without)
