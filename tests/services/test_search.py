import re
from collections.abc import Callable
from dataclasses import replace
from itertools import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_tui import i18n
from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.status import State, Status
from ita_tui.domain.text import clean
from ita_tui.services.found import Match
from ita_tui.services.search import Finder
from ita_tui.services.wording import state_label
from ita_tui.thai.compare import key, loose_key
from ita_tui.thai.keyboard import other_layout
from ita_tui.thai.words import find_initials

PLAN = Item(
    "O11",
    "แผนดำเนินงานและการใช้งบประมาณประจำปี",
    "9.2",
    status=Status(State.WAITING, "รอดำเนินการ"),
    unit="กองคลัง",
)
REPORT = Item("O12", "รายงานผลการใช้น้ำ รอบ ๖ เดือน", "9.2", unit="กองช่าง")
GIFT = Item("O33", "นโยบาย No Gift Policy", "9.2", status=Status(State.DONE, "ทำเเล้ว"))
LIST = Checklist(
    agency="เทศบาลตัวอย่าง",
    fiscal_year=2567,
    framework_title="OIT",
    framework_year=2566,
    categories=(Category("9.2", "การบริหารงาน"),),
    items=(PLAN, REPORT, GIFT),
)
FINDER = Finder(LIST)


def part(code: str, match: Match) -> str | None:
    """What the match has found in its field, or None."""
    item = next(one for one in LIST.items if one.code == code)
    status = item.status
    fields = {
        "code": item.code,
        "name": item.name,
        "state": state_label(status.state),
        "wording": status.wording,
        "unit": item.unit,
    }
    span = match.find(fields[match.field])
    return None if span is None else fields[match.field][slice(*span)]


FOUND = [
    # By code, however its digits and its letter are typed.
    ("o12", {"O12": ("code", "O12")}),
    ("O๑๒", {"O12": ("code", "O12")}),
    ("๑๒", {"O12": ("code", "12")}),
    ("ข้อ ๑๒", {"O12": ("code", "12")}),
    ("o 1", {"O11": ("code", "O1"), "O12": ("code", "O1")}),
    ("33", {"O33": ("code", "33")}),
    # By what reads the same.
    ("งบประมาณ", {"O11": ("name", "งบประมาณ")}),
    ("รอบ 6", {"O12": ("name", "รอบ ๖")}),
    ("น\u0e4d\u0e49\u0e32", {"O12": ("name", "น้ำ")}),
    ("นำ\u0e49", {"O12": ("name", "น้ำ")}),
    ("ใช\u200b้น", {"O12": ("name", "ใช้น้ำ")}),
    ("no  GIFT", {"O33": ("name", "No Gift")}),
    ("แล้ว", {"O33": ("wording", "เเล้ว")}),
    ("ช่าง", {"O12": ("unit", "ช่าง")}),
    ("waiting", {"O11": ("state", "waiting")}),
    # Then without tone marks: only where nothing has them as they were typed.
    ("การใชงบ", {"O11": ("name", "การใช้งบ")}),
    ("กองช้าง", {"O12": ("unit", "กองช่าง")}),
    ("น้ำ", {"O12": ("name", "น้ำ")}),
    # Then by the first letters of words.
    ("ผดง", {"O11": ("name", "แผนดำเนินงาน")}),
    ("ผ.ด.ง.", {"O11": ("name", "แผนดำเนินงาน")}),
    ("งลกช", {"O11": ("name", "งานและการใช้")}),
    ("งชง", {"O11": ("name", "งานและการใช้งบประมาณ")}),
    ("ngp", {"O33": ("name", "No Gift Policy")}),
    ("NGP", {"O33": ("name", "No Gift Policy")}),
    # Then what was meant with the other layout on.
    ("นๅ/", {"O12": ("code", "O12")}),
    ("เรดะ", {"O33": ("name", "Gift")}),
    ("dki", {"O11": ("name", "การ"), "O12": ("name", "การ")}),
]


@pytest.mark.parametrize(("typed", "found"), FOUND)
def test_what_is_found_and_where(typed: str, found: dict[str, tuple[str, str]]) -> None:
    matches = FINDER.matching(typed)
    assert {code: (one.field, part(code, one)) for code, one in matches.items()} == found


def test_what_reads_the_same_stands_before_what_does_so_without_tone_marks() -> None:
    forest = replace(PLAN, code="O1", name="การปลูกป่า")
    items = (forest, replace(PLAN, code="O2", name="ปาล์ม"), replace(forest, code="O3"))
    finder = Finder(replace(LIST, items=items))
    for typed, alike in [("ปา", {"O1": True, "O3": True, "O2": False}), ("ป่า", {"O2": True})]:
        found = finder.matching(typed)
        assert {code: one.alike for code, one in found.items() if code in alike} == alike
        assert [one.alike for one in found.values()] == sorted(one.alike for one in found.values())
        behind = {code for code, is_alike in alike.items() if is_alike}
        assert set(compress(found.codes, found.behind)) == behind
        assert set(compress(found.codes, found.first)) == {"O1", "O2", "O3"} - behind
        assert set(found) == {"O1", "O2", "O3"}
    found = finder.matching("ปลูกปา")
    assert set(found) == {"O1", "O3"} == set(compress(found.codes, found.first))
    assert not any(found.behind), "there is nothing before it"


@pytest.mark.parametrize("typed", ["ไม่มีคำนี้", "o99", "ผงด", "xyz", ".", "\u200b", "แดง"])
def test_what_is_not_found(typed: str) -> None:
    assert FINDER.matching(typed) == {}


def test_state_words_are_those_of_the_language_in_use() -> None:
    i18n.use("th")
    found = FINDER.matching("เสร็จ")
    i18n.use("en")
    assert {code: one.field for code, one in found.items()} == {"O33": "state"}


def test_a_name_with_a_control_character_is_found_as_it_is_shown() -> None:
    odd = replace(PLAN, name="แผน\x1b]0;ดำเนินงาน")
    match = Finder(replace(LIST, items=(odd,))).matching("ดำเนินงาน")["O11"]
    assert match.find(clean(odd.name)) == (7, 16)


def test_a_part_that_has_changed_since_stands_there_no_more() -> None:
    match = FINDER.matching("ช่าง")["O12"]
    assert match.find("กองช่าง") == (3, 7)
    assert match.find("กองคลัง") is None


@given(st.sampled_from(LIST.items), st.data())
def test_every_piece_of_a_name_finds_its_item(item: Item, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(item.name) - 1))
    end = data.draw(st.integers(start + 1, len(item.name)))
    piece = item.name[start:end]
    if piece.strip():
        assert item.code in FINDER.matching(piece)


@given(st.text(min_size=1) | st.text("กขคนำ้่ี เแoO12๑.", min_size=1))
def test_whatever_is_typed_the_part_stands_in_its_field(typed: str) -> None:
    for code, match in FINDER.matching(typed).items():
        assert part(code, match)


def plainly(query: str) -> dict[str, tuple[str, bool]]:
    """What is found, item by item and tier by tier: the field of each, and whether only alike."""
    typed, other = key(query), key(other_layout(query)) if len(query.strip()) > 1 else ""
    letters = typed.replace(".", "").replace(" ", "")
    is_initials = re.fullmatch("[ก-ฮ]{2,}|[a-z]{2,}", letters)
    tiers: list[Callable[[Item], tuple[str, bool] | None]] = [
        lambda item: in_fields(item, typed, key) or in_fields(item, loose_key(query), loose_key),
        lambda item: (
            ("name", False) if is_initials and find_initials(clean(item.name), letters) else None
        ),
        lambda item: in_fields(item, other, key),
    ]
    for tier in tiers:
        found = {item.code: hit for item in LIST.items if (hit := tier(item))}
        if found:
            return dict(sorted(found.items(), key=lambda pair: pair[1][1]))
    return {}


def in_fields(item: Item, wanted: str, key_of: Callable[[str], str]) -> tuple[str, bool] | None:
    """The first field of an item that has a key."""
    is_loose = key_of is loose_key
    typed = "" if is_loose else wanted.replace(" ", "").removeprefix("ข้อ")
    code = item.code.casefold()
    if typed and (code.startswith(typed) or code.lstrip("o").startswith(typed)):
        return "code", False
    status = item.status
    fields = {
        "name": item.name,
        "state": state_label(status.state),
        "wording": status.wording,
        "unit": item.unit,
    }
    having = (name for name, text in fields.items() if wanted and wanted in key_of(clean(text)))
    field = next(having, None)
    return None if field is None else (field, is_loose)


@given(
    st.text("กขคนำ้่ี เแoO12๑.", min_size=1)
    | st.text("ดรบกองชาน้ำ่w aกผลงeti", min_size=1, max_size=4)
    | st.sampled_from([typed for typed, _found in FOUND])
)
def test_the_same_is_found_as_item_by_item(typed: str) -> None:
    found = FINDER.matching(typed)
    assert [(code, (one.field, one.alike)) for code, one in found.items()] == [
        *plainly(typed).items()
    ]
