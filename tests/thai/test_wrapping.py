import importlib.util
import re
import sys
from collections.abc import Callable
from itertools import accumulate, pairwise
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ita_tui.thai
from ita_tui.thai import breaks, wrapping
from ita_tui.thai.cells import clusters, width
from ita_tui.thai.wrapping import editing_starts, engine, line_starts, prepare, wrap

PROSE = (
    "ประกาศเทศบาลตำบลตัวอย่าง เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
    "ประจำปีงบประมาณ พ.ศ. 2567 ให้เจ้าหน้าที่ผู้รับผิดชอบดำเนินการเผยแพร่ข้อมูลต่าง ๆ ให้ครบถ้วน "
    "ที่ https://www.example.go.th/ita/2567/o12?page=1 ภายในวันที่ 30 เมษายน 2567 ฯลฯ"
)
WORDS = ["ภาษา", "ไทย", "เทศบาล", "ประกาศ", "ต่าง ๆ", "น้ำ", "O12", "(ข้อ", "1)", "https://a.go.th/b"]
ODD = ["\0", "\ufdd0", "\ud800", "\u200b", "\u200d", "\u00a0", "\u00ad", "👩", "漢", "\u0301", "\t"]
PIECES = (
    st.sampled_from(WORDS)
    | st.sampled_from([chr(code) for code in range(0x0E01, 0x0E5C)])
    | st.sampled_from(ODD)
    | st.sampled_from([" ", "  ", "\n", "a", "7", "-", ".", "/"])
)
TEXT = st.lists(PIECES, max_size=60).map("".join)


@pytest.fixture
def new_process(monkeypatch: pytest.MonkeyPatch) -> Callable[[], ModuleType]:
    """Imports the module as a new process does: no engine loaded, no words added."""

    def load() -> ModuleType:
        for name in ("breaks", "wrapping"):
            # Put back afterwards, in both places where an import leaves a module.
            monkeypatch.setattr(ita_tui.thai, name, getattr(ita_tui.thai, name))
            monkeypatch.delitem(sys.modules, f"ita_tui.thai.{name}")
        return importlib.import_module("ita_tui.thai.wrapping")

    return load


@pytest.fixture(params=["package", "part"])
def without_library(
    monkeypatch: pytest.MonkeyPatch,
    new_process: Callable[[], ModuleType],
    request: pytest.FixtureRequest,
) -> ModuleType:
    if request.param == "package":
        monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    else:
        monkeypatch.setitem(sys.modules, "thaibreak.core", None)
    return new_process()


def test_lines_end_at_word_ends() -> None:
    assert engine() == "thaibreak"
    assert wrap("ประกาศโรงเรียนอำเภอตัวอย่าง เรื่อง มาตรการส่งเสริมคุณธรรม", 14) == [
        "ประกาศโรงเรียน",
        "อำเภอตัวอย่าง",
        "เรื่อง มาตรการ",
        "ส่งเสริมคุณธรรม",
    ]


def test_a_word_that_is_made_of_others_is_cut_only_where_it_is_wider_than_the_line() -> None:
    text = "ให้หน่วยงานดำเนินการ"
    assert wrap(text, 11) == ["ให้หน่วยงาน", "ดำเนินการ"]
    assert wrap(text, 8) == ["ให้", "หน่วยงาน", "ดำเนินการ"]
    assert wrap(text, 5) == ["ให้", "หน่วย", "งาน", "ดำเนิน", "การ"]


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("abc", 3, ["abc"]),
        ("abc   ", 3, ["abc"]),
        ("one two", 5, ["one", "two"]),
        ("one   two", 6, ["one", "two"]),
        ("one\n\ntwo\n", 5, ["one", "", "two", ""]),
        ("  one two", 5, ["  one", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("x abcdefgh", 3, ["x", "abc", "def", "gh"]),
        ("abcdefgh x", 3, ["abc", "def", "gh", "x"]),
        ("ab", 0, ["a", "b"]),
        ("ab", -5, ["a", "b"]),
        ("\1\2", -5, ["\1\2"]),
        ("น้ำ", 1, ["น้ำ"]),
        ("a (b)", 3, ["a", "(b)"]),
        ("a ( b", 3, ["a", "( b"]),
        ("เเเเเ", 2, ["เเ", "เเ", "เ"]),
    ],
)
def test_lines(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


def test_the_repetition_sign_stays_with_its_word() -> None:
    for cells in range(6, 20):
        assert not any(line.startswith("ๆ") for line in wrap("ข้อมูลต่าง ๆ ของหน่วยงานต่าง ๆ", cells))


@pytest.mark.parametrize("cells", range(16, 90))
def test_prose_has_no_bad_line_end(cells: int) -> None:
    whole = PROSE.replace(" https://www.example.go.th/ita/2567/o12?page=1", "")
    lines = wrap(whole, cells)
    assert not any(line[0] in "ะาำๅๆฯ" or line[-1] in "เแโใไ" for line in lines)
    assert max(map(width, lines)) <= cells
    assert re.sub(" ", "", "".join(lines)) == whole.replace(" ", "")


def _check(module: ModuleType, text: str, cells: int) -> None:
    lines, starts = module.wrap(text, cells), module.line_starts(text, cells)
    # Nothing lost, nothing added: the lines stand in the text, with spaces or a line feed between.
    for line, start, end in zip(lines, starts, [*starts[1:], len(text)], strict=True):
        assert text.startswith(line, start)
        assert re.fullmatch(r" *\n?", text[start + len(line) : end])
        assert width(line) <= cells or len(clusters(line)) == 1
        assert "\n" not in line
    assert starts[0] == 0
    # No line begins inside a cluster.
    begins = {0}
    for paragraph in re.split("(\n)", text):
        for cluster in clusters(paragraph):
            begins.add(max(begins) + len(cluster))
    assert begins.issuperset(starts)


@given(TEXT, st.integers(1, 30))
def test_wrapping_keeps_the_characters_and_the_width(text: str, cells: int) -> None:
    _check(wrapping, text, cells)


@given(TEXT.map(lambda text: text.replace("\n", "")), st.integers(1, 30))
def test_in_a_field_every_character_can_be_seen(text: str, cells: int) -> None:
    starts = editing_starts(text, cells)
    lines = [text[a:b] for a, b in pairwise([*starts, len(text)])]
    assert "".join(lines) == text
    assert all(line or not text for line in lines)
    for line in lines:
        assert width(line.rstrip(" ")) <= cells or len(clusters(line.rstrip(" "))) == 1
        assert width(line) <= cells + 1 or len(clusters(line.rstrip(" "))) == 1
    assert {0, *accumulate(map(len, clusters(text)))}.issuperset(starts)


@given(TEXT.filter(bool), st.integers(1, 30))
def test_wrapped_lines_wrap_to_themselves(text: str, cells: int) -> None:
    for line in wrap(text, cells):
        if width(line) <= cells:
            assert wrap(line, cells) == [line]


def test_line_starts_are_offsets_in_the_text() -> None:
    assert line_starts("one two\nthree", 5) == [0, 4, 8]


def test_added_words_are_not_cut(new_process: Callable[[], ModuleType]) -> None:
    fresh = new_process()
    text = "ตั้งอยู่ที่บ้านหนองแม่นาในเขต"
    whole = "บ้านหนองแม่นา"
    widths = range(width(whole), width(text))
    assert not all(any(whole in line for line in fresh.wrap(text, cells)) for cells in widths)
    fresh.add_words(["บ้านหนอง", whole, "ภูทับเบิก สะเดาะพง", ""])
    fresh.add_words([whole])
    for cells in widths:
        assert any(whole in line for line in fresh.wrap(text, cells))
    # A name that is wider than the line is cut at its words, as if it had not been added.
    assert fresh.wrap(whole, 6) == wrap(whole, 6)
    assert fresh.wrap("ภูทับเบิก สะเดาะพง", 8) == ["ภูทับเบิก", "สะเดาะพง"]


def test_the_library_is_loaded_for_a_long_text_only(
    new_process: Callable[[], ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = new_process()
    for name in ("thaibreak", "thaibreak.core"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert fresh.wrap("ภาษาไทย   ", 7) == ["ภาษาไทย"]
    assert "thaibreak" not in sys.modules
    assert fresh.wrap("ภาษาไทย", 5) == ["ภาษา", "ไทย"]
    assert "thaibreak.core" in sys.modules
    assert not hasattr(sys.modules["thaibreak"], "__version__")  # which takes long to find out


def test_without_the_library_lines_end_between_clusters(without_library: ModuleType) -> None:
    assert without_library.engine() == "clusters"
    for cells in range(6, 60):
        _check(without_library, PROSE, cells)
        thai = [line for line in without_library.wrap(PROSE, cells) if not line.isascii()]
        assert not any(line[0] in "ะาำๅๆฯ" or line[-1] in "เแโใไ" for line in thai)


def test_without_the_library_added_words_are_not_cut(without_library: ModuleType) -> None:
    without_library.add_words(["ตัวอย่าง"])
    assert without_library.wrap("เทศบาลตัวอย่าง", 9) == ["เทศบาล", "ตัวอย่าง"]


def test_a_package_without_its_binary_counts_as_missing(
    monkeypatch: pytest.MonkeyPatch, new_process: Callable[[], ModuleType]
) -> None:
    broken = SimpleNamespace(lines=lambda text, _marker: text)
    monkeypatch.setitem(sys.modules, "thaibreak.core", broken)
    assert new_process().engine() == "clusters"


def test_what_was_prepared_compiles_nothing_for_the_first_text() -> None:
    re.purge()
    breaks._all_cuts.cache_clear()
    prepare()
    with pytest.MonkeyPatch.context() as patch:
        compiled: list[str] = []
        patch.setattr("re._compiler.compile", compiled.append)
        lines = wrap(PROSE, 40)
    assert len(lines) > 1
    assert not compiled
