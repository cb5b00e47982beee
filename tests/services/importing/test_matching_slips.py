"""However a name was mistyped, no row is ever given to a wrong item."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ita_tui.domain.checklist import Item
from ita_tui.minutes.reading import StatusRow
from ita_tui.services.importing.candidates import Catalogue
from ita_tui.services.importing.likeness import Name
from ita_tui.services.importing.matching import match_rows

TABLE = Path(__file__).parents[2] / "data" / "minutes-sample-items.tsv"
NAMES = {
    line.split("\t")[0]: line.split("\t")[1] for line in TABLE.read_text("utf-8").splitlines()[1:]
}
ITEMS = [Item(code, name, "9.1") for code, name in NAMES.items()]
CATALOGUES = {
    without: Catalogue([item for item in ITEMS if item.code != without]) for without in ["", *NAMES]
}
TONES = "่้๊๋"
DONE = "ดำเนินการเรียบร้อยแล้ว"


def row(name: str, wording: str = DONE) -> StatusRow:
    return StatusRow(1, name, "100", wording)


def code_of(name: str, *, without: str = "") -> str:
    """The code that one row is given, with an item taken out of the list; empty for none."""
    chosen = CATALOGUES[without].choose(row(name))
    return "" if isinstance(chosen, str) else chosen.item.code


def test_a_name_cut_off_anywhere_is_never_taken_for_another() -> None:
    cuts = {(code, name[:end]) for code, name in NAMES.items() for end in range(1, len(name))}
    assert {(code, cut) for code, cut in cuts if code_of(cut) not in {code, ""}} == set()


def test_a_name_that_lost_its_beginning_is_taken_only_for_the_one_that_is_left() -> None:
    left = {(code, name[start:]) for code, name in NAMES.items() for start in range(1, len(name))}
    wrong = {(rest, code_of(rest)) for code, rest in left if code_of(rest) not in {code, ""}}
    assert {
        (rest, found)
        for rest, found in wrong
        if NAMES[found] not in {rest, rest[1:]} and NAMES[found][1:] != rest
    } == set()


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A code, and its item's name as a hurried hand would have it."""
    code = draw(st.sampled_from(sorted(NAMES)))
    letters = list(NAMES[code])
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(letters) - 2))
        slip = draw(st.sampled_from(["space", "tone", "swap", "other", "lost", "short"]))
        tones = [index for index, char in enumerate(letters) if char in TONES]
        if slip == "space":
            letters.insert(at, draw(st.sampled_from([" ", "  ", "\u200b"])))
        elif slip == "tone" and tones:
            letters.pop(draw(st.sampled_from(tones)))
        elif slip == "swap":
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif slip == "other":
            letters[at] = draw(st.sampled_from("กขคงรลาิ่र3"))
        elif slip == "lost" and len(letters) > 3:
            letters.pop(at)
        elif slip == "short" and len(letters) > 8:
            letters = letters[: draw(st.integers(len(letters) // 2, len(letters)))]
    return code, "".join(letters)


def begins(name: str, code: str) -> bool:
    """Whether a name is, tone marks aside, just the beginning of an item's."""
    full = Name.of(NAMES[code])
    return any(theirs.startswith(ours) for ours in Name.of(name).loose for theirs in full.loose)


@settings(max_examples=400)
@example(("O14", "คู่มือหรือมาตรฐานกา"))
@given(slips())
def test_slips_never_lead_to_a_wrong_item(slip: tuple[str, str]) -> None:
    code, name = slip
    assert code_of(name) in {code, ""}
    # A name cut off where two items still begin alike is the other's as well as its own.
    other = code_of(name, without=code)
    assert other == "" or begins(name, other)


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_spaces_anywhere_change_nothing(code: str, data: st.DataObject) -> None:
    name = NAMES[code]
    at = sorted(data.draw(st.sets(st.integers(1, len(name) - 1), max_size=6)))
    parts = [name[i:j] for i, j in zip([0, *at], [*at, len(name)], strict=True)]
    assert code_of(" ".join(parts)) == code


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_one_lost_tone_mark_changes_nothing(code: str, data: st.DataObject) -> None:
    name = NAMES[code]
    tones = [index for index, char in enumerate(name) if char in TONES]
    if tones:
        at = data.draw(st.sampled_from(tones))
        assert code_of(name[:at] + name[at + 1 :]) == code


@given(
    st.lists(st.builds(row, st.sampled_from([*NAMES.values(), "?"]), st.sampled_from([DONE, "x"])))
)
def test_rows_and_items_are_all_accounted_for(rows: list[StatusRow]) -> None:
    rows = [replace(one, line=line) for line, one in enumerate(rows, 1)]
    result = match_rows(rows, ITEMS)
    lines = [found.row.line for found in result.matched]
    lines += [left.row.line for left in result.unmatched]
    assert sorted(lines) == [one.line for one in rows]
    codes = [found.code for found in result.matched]
    assert len(set(codes)) == len(codes)
    assert {*codes, *result.missing} == set(NAMES)
    assert len(codes) + len(result.missing) == len(NAMES)
