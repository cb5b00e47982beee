from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item
from ita_tui.domain.status import State, Status
from ita_tui.services.found import Found, Match
from ita_tui.ui.outline import build, outline
from ita_tui.ui.rows import ALIKE, AlikeRow, CategoryRow, ItemRow

CATEGORIES = ("9.1", "9.2", "10.1")
ITEMS = tuple(Item(f"O{n}", "ข้อ", CATEGORIES[n * n % 3 - 1]) for n in range(1, 9))
LIST = Checklist(
    "เทศบาล", 2567, "OIT", 2566, tuple(Category(one, one) for one in CATEGORIES), ITEMS
)
CODES = tuple(item.code for item in ITEMS)
PLACES = {code: place for place, code in enumerate(CODES)}
CHOICE = st.binary(min_size=8, max_size=8).map(lambda some: bytes(one % 2 for one in some))
SOME = st.sets(st.sampled_from(CODES))


def found_of(first: bytes, behind: bytes) -> Found:
    """What a filter has found so."""
    hits = [
        (first, Match("name", lambda _text: None)),
        (behind, Match("name", lambda _text: None, alike=True)),
    ]
    return Found(CODES, PLACES, hits)


@given(SOME, st.sets(st.sampled_from(CATEGORIES)))
def test_every_row_stands_below_its_category(marked: set[str], closed: set[str]) -> None:
    listing = build(outline(LIST), closed, None, marked)
    wanted: list[str] = []
    for category in CATEGORIES:
        wanted.append(f"category {category}")
        if category not in closed:
            wanted += [item.code for item in LIST.items_of(category)]
    assert listing.keys() == [row.key for row in listing] == wanted
    assert all(row.marked == (row.key in marked) for row in listing if isinstance(row, ItemRow))
    headings = [row for row in listing if isinstance(row, CategoryRow)]
    assert [row.progress.total for row in headings] == [
        len(LIST.items_of(category)) for category in CATEGORIES
    ]


@given(CHOICE, CHOICE, SOME)
def test_a_filter_lets_through_what_it_has_found(
    first: bytes, behind: bytes, marked: set[str]
) -> None:
    found = found_of(first, behind)
    listing = build(outline(LIST), set(CATEGORIES), found, marked)
    places = [PLACES[code] for code in found]
    assert listing.keys() == [row.key for row in listing]
    shown = [row for row in listing if isinstance(row, ItemRow)]
    assert sorted(PLACES[row.key] for row in shown) == sorted(places)
    assert all(row.marked == (row.key in marked) for row in shown)
    alike = [place for place, row in enumerate(listing) if isinstance(row, AlikeRow)]
    assert bool(alike) == any(found.behind)
    if alike:
        below = {row.key for row in listing[alike[0] + 1 :]}
        assert below == {code for code, one in found.items() if one.alike}
        assert listing.keys()[alike[0]] == ALIKE


def test_a_filter_finds_in_a_list_that_has_become_another() -> None:
    found = found_of(bytes([1] * 8), bytes(8))
    fewer = outline(replace(LIST, items=ITEMS[2:4]))
    assert {"O3", "O4"} < set(build(fewer, (), found).keys())
    assert not set(build(fewer, (), found).keys()) & {"O1", "O2", "O5"}


def other(item: Item, what: int) -> Item:
    """The same item, or with another state, code or category."""
    match what:
        case 1:
            return replace(item, status=Status.of(State.DONE))
        case 2:
            return replace(item, remark="เพิ่ม", revision=item.revision + 1)
        case 3:
            return replace(item, code=f"X{item.code}")
        case 4:
            return replace(item, category=CATEGORIES[0])
        case _:
            return item


@given(st.lists(st.lists(st.integers(0, 5), min_size=8, max_size=9), min_size=1, max_size=3))
def test_an_outline_that_was_changed_is_as_one_made_anew(versions: list[list[int]]) -> None:
    shown, items = outline(LIST), ITEMS
    for changes in versions:
        more = items if len(changes) == len(items) else (*items, *ITEMS)[: len(changes)]
        items = tuple(other(item, what) for item, what in zip(more, changes, strict=True))
        version = replace(LIST, items=items)
        shown = outline(version, shown)
        assert shown == outline(version)
        assert shown.progress() == version.progress()


def test_an_outline_keeps_what_is_the_same() -> None:
    before = outline(LIST)
    changed = replace(ITEMS[0], status=Status.of(State.DONE))
    after = outline(replace(LIST, items=(changed, *ITEMS[1:])), before)
    same = [one is two for one, two in zip(before.groups, after.groups, strict=True)]
    assert sorted(same) == [False, True, True]
    group = after.groups[same.index(False)]
    rows = before.groups[same.index(False)].rows
    assert [one is two for one, two in zip(rows, group.rows, strict=True)].count(False) == 1
    assert outline(replace(LIST, categories=LIST.categories[::-1]), before) != before
