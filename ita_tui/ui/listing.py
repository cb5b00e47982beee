"""The rows of the tree from top to bottom, made where they are looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress, count
from typing import TYPE_CHECKING, NamedTuple, overload

from ita_tui.services.found import both
from ita_tui.ui.rows import AlikeRow, CategoryRow, ItemRow, Row

if TYPE_CHECKING:
    from collections.abc import Collection

    from ita_tui.services.found import Choice


class Stretch(NamedTuple):
    """What is shown of one category.

    Attributes:
        heading: The row above its items; None below the heading of what is only alike.
        codes: The codes of all its items.
        rows: A row for each of them.
        chosen: Which of them are shown.
    """

    heading: CategoryRow | AlikeRow | None
    codes: tuple[str, ...] = ()
    rows: tuple[ItemRow, ...] = ()
    chosen: Choice = b""

    @property
    def key(self) -> str:
        """The key of its heading; empty without one."""
        return "" if self.heading is None else self.heading.key

    @property
    def length(self) -> int:
        """How many rows it has, its heading included."""
        return (self.heading is not None) + self.chosen.count(1)

    def shown(self) -> list[str]:
        """The keys of its rows."""
        return [*filter(None, [self.key]), *compress(self.codes, self.chosen)]

    def stands_as(self, other: Stretch) -> bool:
        """Whether the same rows are shown, whatever has changed in them."""
        return (self.key, self.chosen, self.codes) == (other.key, other.chosen, other.codes)


class Listing(Sequence[Row]):
    """Rows, of which only those of a category that is looked at are made.

    Attributes:
        first: How many rows stand before the heading of what is only alike; all, without one.
        code_cells: How many cells the widest code takes, of rows that are not shown too, so that
            the columns stay where they are while a filter is typed.
    """

    def __init__(
        self,
        stretches: Sequence[Stretch] = (),
        code_cells: int = 0,
        marked: Collection[str] = frozenset(),
    ) -> None:
        """Show categories.

        Args:
            stretches: The categories, from top to bottom.
            code_cells: The attribute.
            marked: The codes of the items that are marked.
        """
        self._stretches = stretches
        self._marked = marked
        self._starts = [*accumulate((stretch.length for stretch in stretches), initial=0)]
        self._made: dict[int, tuple[Row, ...]] = {}
        aside = (isinstance(stretch.heading, AlikeRow) for stretch in stretches)
        self.first = next(compress(self._starts, aside), len(self))
        self.code_cells = code_cells

    def __len__(self) -> int:
        """How many rows there are."""
        return self._starts[-1]

    @overload
    def __getitem__(self, y: int) -> Row: ...
    @overload
    def __getitem__(self, y: slice) -> Sequence[Row]: ...
    def __getitem__(self, y: int | slice) -> Row | Sequence[Row]:
        """A row by its place, or several."""
        if isinstance(y, slice):
            return [self[place] for place in range(*y.indices(len(self)))]
        y = range(len(self))[y]
        number = self._number(y)
        return self._rows_of(number)[y - self._starts[number]]

    def __iter__(self) -> Iterator[Row]:
        """All rows."""
        for number in range(len(self._stretches)):
            yield from self._rows_of(number)

    def keys(self) -> list[str]:
        """The key of every row."""
        return [key for stretch in self._stretches for key in stretch.shown()]

    def stands_as(self, other: Listing) -> bool:
        """Whether the same rows are shown at the same places, whatever has changed in them."""
        if len(self._stretches) != len(other._stretches):
            return False
        pairs = zip(self._stretches, other._stretches, strict=True)
        return all(one.stands_as(two) for one, two in pairs)

    def nearest(self, old: Listing, place: int) -> int | None:
        """Where the row stands that had a place in another listing, or else the nearest above it.

        What goes behind the rest does not take the cursor along.

        Args:
            old: The other listing.
            place: The row's place there; there is such a row.

        Returns:
            None where neither it nor any row above it is shown.
        """
        if place >= old.first:
            return self._by_keys(old.keys()[place::-1], len(self))
        number = old._number(place)
        here = {stretch.key: n for n, stretch in enumerate(self._stretches) if stretch.key}
        end: int | None = old._item_at(number, place)
        for stretch in reversed(old._stretches[: number + 1]):
            if stretch.key in here:
                mine = here[stretch.key]
                now = self._stretches[mine]
                if now.codes != stretch.codes:
                    return self._by_keys(old.keys()[place::-1], self.first)
                at = both(stretch.chosen, now.chosen).rfind(1, 0, end)
                return self._starts[mine] + now.chosen.count(1, 0, at + 1)
            end = None
        return None

    def place_of(self, key: str) -> int | None:
        """Where the row with a key stands; None where it is not shown."""
        return self._by_keys([key], len(self))

    def _by_keys(self, keys: Sequence[str], end: int) -> int | None:
        """Where the first of some keys stands that is shown before a place."""
        places = dict(zip(self.keys()[:end], count(), strict=False))
        return next((places[key] for key in keys if key in places), None)

    def _number(self, y: int) -> int:
        """In which stretch a row stands."""
        return bisect_right(self._starts, y) - 1

    def _item_at(self, number: int, y: int) -> int:
        """How many items of a stretch there are down to a row of it, shown or not."""
        shown = y - self._starts[number]
        if not shown:
            return 0
        chosen = self._stretches[number].chosen
        return [*compress(range(len(chosen)), chosen)][shown - 1] + 1

    def _rows_of(self, number: int) -> tuple[Row, ...]:
        made = self._made.get(number)
        if made is None:
            stretch, marked = self._stretches[number], self._marked
            heading = () if stretch.heading is None else (stretch.heading,)
            rows = tuple(compress(stretch.rows, stretch.chosen))
            if marked:
                rows = tuple([_with_mark(row) if row.key in marked else row for row in rows])
            made = self._made[number] = (*heading, *rows)
        return made


def _with_mark(row: ItemRow) -> ItemRow:
    return ItemRow(row.item, marked=True)
