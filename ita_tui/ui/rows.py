"""The rows of the tree as data: what stands where, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item, Progress
from ita_tui.domain.status import State
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ita_tui.services.found import Choice, Found

_CODE = 3
"""How many cells a code takes where there is none."""

ALIKE = "alike"
"""The key of the row above what is only alike."""


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A heading.

    Attributes:
        category: The category.
        progress: How far all its items have come, hidden ones too.
        states: The state of each of its items, in order.
        opened: Whether its items stand below.
    """

    category: Category
    progress: Progress
    states: tuple[State, ...]
    opened: bool

    @property
    def key(self) -> str:
        """What tells this row from the others, whatever changes in it."""
        return f"category {self.category.code}"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item.

    Attributes:
        item: The item.
        marked: Whether it is one of several that the next key changes together.
    """

    item: Item
    marked: bool = False

    @property
    def key(self) -> str:
        """What tells this row from the others, whatever changes in it."""
        return self.item.code


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """The heading of what a filter has found only without tone marks; it stands below the rest.

    Attributes:
        count: How many items stand below it.
    """

    count: int

    @property
    def key(self) -> str:
        """What tells this row from the others, whatever changes in it."""
        return ALIKE


Row = CategoryRow | ItemRow | AlikeRow


class Listing(NamedTuple):
    """Rows from top to bottom.

    Attributes:
        rows: All rows, also those out of sight.
        keys: The key of each row, so that two listings are compared at once.
        code_cells: How many cells the widest code takes, of rows that are not shown too, so that
            the columns stay where they are while a filter is typed.
    """

    rows: tuple[Row, ...]
    keys: tuple[str, ...]
    code_cells: int


@dataclass(frozen=True, slots=True)
class Group:
    """A category with a row for each of its items: what no fold and no filter changes.

    Attributes:
        category: The category.
        progress: How far all its items have come.
        states: The state of each of its items, in order.
        rows: A row for each of its items, in order.
        codes: The code of each of its items, in order.
        places: Where each of its items stands in the checklist.
    """

    category: Category
    progress: Progress
    states: tuple[State, ...]
    rows: tuple[ItemRow, ...]
    codes: tuple[str, ...]
    places: tuple[int, ...]

    def chosen(self, choice: Choice) -> Sequence[int]:
        """For each of its items, whether it is in a choice of the checklist's."""
        if len(self.places) == 1:
            return [choice[self.places[0]]]
        chosen: tuple[int, ...] = itemgetter(*self.places)(choice) if self.places else ()
        return chosen


class Outline(NamedTuple):
    """A checklist by its categories.

    Attributes:
        codes: The codes of its items, in the order of the checklist.
        groups: Its categories with their items.
        code_cells: How many cells the widest code takes.
    """

    codes: tuple[str, ...]
    groups: tuple[Group, ...]
    code_cells: int


def outline(checklist: Checklist) -> Outline:
    """The categories of a checklist with their items; to be made once for each version of it."""
    places: dict[str, list[int]] = {category.code: [] for category in checklist.categories}
    for place, item in enumerate(checklist.items):
        places[item.category].append(place)
    codes = tuple([item.code for item in checklist.items])
    groups = [_group(checklist, one, places[one.code]) for one in checklist.categories]
    return Outline(codes, tuple(groups), max(map(width, codes), default=_CODE))


def _group(checklist: Checklist, category: Category, places: list[int]) -> Group:
    items = [checklist.items[place] for place in places]
    return Group(
        category,
        Progress.of(items),
        tuple([item.status.state for item in items]),
        tuple([ItemRow(item) for item in items]),
        tuple([item.code for item in items]),
        tuple(places),
    )


def build(
    outline: Outline,
    closed: Collection[str],
    found: Found | None,
    marked: Collection[str] = frozenset(),
) -> Listing:
    """The rows of a checklist.

    Args:
        outline: What to show.
        closed: The codes of the closed categories; a filter opens them.
        found: What a filter lets through; None without one.
        marked: The codes of the items that are marked.
    """
    if found is not None:
        return _filtered(outline, found, marked)
    rows: list[Row] = []
    keys: list[str] = []
    for group in outline.groups:
        opened = group.category.code not in closed
        _add_heading(group, rows, keys, opened=opened)
        if opened:
            rows += _with_marks(group.rows, marked)
            keys += group.codes
    return Listing(tuple(rows), tuple(keys), outline.code_cells)


def _filtered(outline: Outline, found: Found, marked: Collection[str]) -> Listing:
    """The rows that a filter lets through, then those that are only alike, below a heading."""
    first, behind = found.among(outline.codes)
    rows: list[Row] = []
    keys: list[str] = []
    for group in outline.groups:
        chosen = group.chosen(first)
        if any(chosen):
            _add_heading(group, rows, keys, opened=True)
            rows += _with_marks(compress(group.rows, chosen), marked)
            keys += compress(group.codes, chosen)
    if any(behind):
        heading = AlikeRow(behind.count(1))
        rows.append(heading)
        keys.append(heading.key)
        for group in outline.groups:
            chosen = group.chosen(behind)
            rows += _with_marks(compress(group.rows, chosen), marked)
            keys += compress(group.codes, chosen)
    return Listing(tuple(rows), tuple(keys), outline.code_cells)


def _add_heading(group: Group, rows: list[Row], keys: list[str], *, opened: bool) -> None:
    heading = CategoryRow(group.category, group.progress, group.states, opened)
    rows.append(heading)
    keys.append(heading.key)


def _with_marks(rows: Iterable[ItemRow], marked: Collection[str]) -> Iterable[ItemRow]:
    if not marked:
        return rows
    return [ItemRow(row.item, marked=True) if row.item.code in marked else row for row in rows]
