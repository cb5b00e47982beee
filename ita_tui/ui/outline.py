"""A checklist by its categories, made once for each of its versions, and what is shown of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import compress, count
from operator import is_not, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item, Progress
from ita_tui.domain.status import State
from ita_tui.thai.cells import width
from ita_tui.ui.listing import Listing, Stretch
from ita_tui.ui.rows import AlikeRow, CategoryRow, ItemRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from ita_tui.services.found import Choice, Found

_CODE = 3
"""How many cells a code takes where there is none."""


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

    def heading(self, *, opened: bool) -> CategoryRow:
        """The row above its items."""
        return CategoryRow(self.category, self.progress, self.states, opened)

    def chosen(self, choice: Choice) -> Choice:
        """Those of its items that are in a choice of the checklist's."""
        if len(self.places) == 1:
            return choice[self.places[0] :][:1]
        return bytes(itemgetter(*self.places)(choice) if self.places else ())

    def changed(self, items: dict[int, Item]) -> Group:
        """The same with other items at some places of the checklist."""
        states, rows, counts = [*self.states], [*self.rows], Counter(self.progress.counts)
        for place, item in items.items():
            at = self.places.index(place)
            counts[states[at]] -= 1
            counts[item.status.state] += 1
            states[at], rows[at] = item.status.state, ItemRow(item)
        progress = Progress(dict(+counts))
        return replace(self, progress=progress, states=tuple(states), rows=tuple(rows))


class Outline(NamedTuple):
    """A checklist by its categories.

    Attributes:
        items: Its items.
        codes: Their codes.
        groups: Its categories with their items.
        code_cells: How many cells the widest code takes.
    """

    items: tuple[Item, ...]
    codes: tuple[str, ...]
    groups: tuple[Group, ...]
    code_cells: int

    def progress(self) -> Progress:
        """How far all items have come."""
        counts = Counter[State]()
        for group in self.groups:
            counts += Counter(group.progress.counts)
        return Progress(dict(counts))

    def changed(self, checklist: Checklist) -> Outline | None:
        """The outline of another version of the checklist; what is the same is kept.

        Returns:
            None where more is different than what people change in an item.
        """
        old, new = self.items, checklist.items
        if len(old) != len(new) or self._categories() != checklist.categories:
            return None
        changed: dict[str, dict[int, Item]] = {}
        for place in compress(count(), map(is_not, old, new)):
            was, item = old[place], new[place]
            if (was.code, was.category) != (item.code, item.category):
                return None
            changed.setdefault(item.category, {})[place] = item
        groups = [
            group.changed(changed[group.category.code]) if group.category.code in changed else group
            for group in self.groups
        ]
        return self._replace(items=new, groups=tuple(groups))

    def _categories(self) -> tuple[Category, ...]:
        return tuple(group.category for group in self.groups)


def outline(checklist: Checklist, like: Outline | None = None) -> Outline:
    """The categories of a checklist with their items.

    Args:
        checklist: The checklist.
        like: The outline of another version, most of whose items are the same.
    """
    return (like and like.changed(checklist)) or _made(checklist)


def _made(checklist: Checklist) -> Outline:
    items = checklist.items
    places: dict[str, list[int]] = {category.code: [] for category in checklist.categories}
    for place, item in enumerate(items):
        places[item.category].append(place)
    codes = tuple([item.code for item in items])
    groups = [_group(one, tuple(places[one.code]), items) for one in checklist.categories]
    return Outline(items, codes, tuple(groups), max(map(width, codes), default=_CODE))


def _group(category: Category, places: tuple[int, ...], all_items: tuple[Item, ...]) -> Group:
    items = [all_items[place] for place in places]
    return Group(
        category,
        Progress.of(items),
        tuple([item.status.state for item in items]),
        tuple([ItemRow(item) for item in items]),
        tuple([item.code for item in items]),
        places,
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
        return Listing(_filtered(outline, found), outline.code_cells, marked)
    stretches: list[Stretch] = []
    for group in outline.groups:
        opened = group.category.code not in closed
        shown = bytes([opened]) * len(group.codes)
        stretches.append(Stretch(group.heading(opened=opened), group.codes, group.rows, shown))
    return Listing(stretches, outline.code_cells, marked)


def _filtered(outline: Outline, found: Found) -> list[Stretch]:
    """What a filter lets through, then what is only alike, below a heading."""
    first, behind = found.among(outline.codes)
    stretches: list[Stretch] = []
    for group in outline.groups:
        chosen = group.chosen(first)
        if any(chosen):
            heading = group.heading(opened=True)
            stretches.append(Stretch(heading, group.codes, group.rows, chosen))
    if any(behind):
        stretches.append(Stretch(AlikeRow(behind.count(1))))
        for group in outline.groups:
            stretches.append(Stretch(None, group.codes, group.rows, group.chosen(behind)))
    return stretches
