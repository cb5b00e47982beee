from hypothesis import given
from hypothesis import strategies as st

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Item, Progress
from ita_tui.ui.listing import Listing, Stretch
from ita_tui.ui.rows import ALIKE, AlikeRow, CategoryRow, ItemRow

SIZES = (3, 1, 4)
CODES = [tuple(f"O{group}{n}" for n in range(size)) for group, size in enumerate(SIZES)]


ALL, FEWER, TURNED = slice(None), slice(2), slice(None, None, -1)
"""Which items a category has, and in which order."""


def stretch(group: int, chosen: bytes, *, headed: bool = True, codes: slice = ALL) -> Stretch:
    """Some of the items of a category."""
    code = f"9.{group}"
    heading = CategoryRow(Category(code, code), Progress({}), (), opened=True) if headed else None
    known = CODES[group][codes]
    rows = tuple(ItemRow(Item(one, "ข้อ", code)) for one in known)
    return Stretch(heading, known, rows, chosen[: len(known)])


def choice(group: int) -> st.SearchStrategy[bytes]:
    """Some of the items of a category."""
    size = SIZES[group]
    return st.lists(st.booleans(), min_size=size, max_size=size).map(bytes)


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    """Some categories, with some items, and some behind the rest."""
    shown = [
        stretch(group, draw(choice(group)), codes=draw(st.sampled_from([ALL, ALL, FEWER, TURNED])))
        for group in range(3)
        if draw(st.booleans())
    ]
    if draw(st.booleans()):
        taken = {code for one in shown for code in one.shown()}
        shown.append(Stretch(AlikeRow(1)))
        for group in range(3):
            chosen = [code not in taken for code in CODES[group]]
            shown.append(stretch(group, bytes(chosen), headed=False))
    return Listing(shown, marked={"O00", "O22"})


@given(listings())
def test_a_listing_is_a_sequence_of_its_rows(listing: Listing) -> None:
    rows = [*listing]
    assert [listing[y] for y in range(len(listing))] == rows == [*listing[:]]
    assert listing.keys() == [row.key for row in rows]
    assert all(
        row.marked == (row.key in {"O00", "O22"}) for row in rows if isinstance(row, ItemRow)
    )
    keys = listing.keys()
    assert listing.first == (keys.index(ALIKE) if ALIKE in keys else len(keys))
    assert all(listing.place_of(key) == place for place, key in enumerate(keys))
    assert listing.place_of("O99") is None
    if rows:
        assert listing[-1] == rows[-1]


@given(listings(), listings())
def test_what_stands_alike_shows_the_same_rows(one: Listing, two: Listing) -> None:
    assert one.stands_as(one)
    assert not one.stands_as(two) or one.keys() == two.keys()


def test_another_row_stands_otherwise() -> None:
    listing = Listing([stretch(0, b"\1\0\1")])
    others = [
        [stretch(0, b"\1\1\0")],
        [stretch(0, b"\1\0\1", headed=False)],
        [stretch(0, b"\1\0\1", codes=FEWER)],
        [stretch(0, b"\1\0\1", codes=TURNED)],
        [stretch(0, b"\1\0\1"), stretch(1, b"\1")],
    ]
    assert not any(listing.stands_as(Listing(other)) for other in others)
    assert listing.stands_as(Listing([stretch(0, b"\1\0\1")], marked={"O00"}))


@given(listings(), listings(), st.data())
def test_the_cursor_stays_on_its_row_or_the_nearest_above(
    old: Listing, new: Listing, data: st.DataObject
) -> None:
    if not old:
        return
    place = data.draw(st.integers(0, len(old) - 1))
    before = old.keys()[place::-1]
    end = len(new) if ALIKE in before else new.first
    shown = new.keys()[:end]
    wanted = next((shown.index(key) for key in before if key in shown), None)
    assert new.nearest(old, place) == wanted
