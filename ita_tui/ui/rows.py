"""The rows of the tree as data: what stands where, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item, Progress
from ita_tui.domain.status import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


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


@dataclass(frozen=True, slots=True)
class Group:
    """A category with a row for each of its items: what no fold and no filter changes.

    Attributes:
        category: The category.
        progress: How far all its items have come.
        states: The state of each of its items, in order.
        rows: A row for each of its items, in order.
    """

    category: Category
    progress: Progress
    states: tuple[State, ...]
    rows: tuple[ItemRow, ...]


def grouped(checklist: Checklist) -> tuple[Group, ...]:
    """The categories of a checklist with their items; to be made once for each version of it."""
    items: dict[str, list[Item]] = {category.code: [] for category in checklist.categories}
    for item in checklist.items:
        items[item.category].append(item)
    return tuple(
        Group(
            category,
            Progress.of(items[category.code]),
            tuple(item.status.state for item in items[category.code]),
            tuple(ItemRow(item) for item in items[category.code]),
        )
        for category in checklist.categories
    )


def build(
    groups: Iterable[Group],
    closed: Collection[str],
    matching: Collection[str] | None,
    marked: Collection[str] = frozenset(),
    alike: Collection[str] = frozenset(),
) -> tuple[Row, ...]:
    """The rows of a checklist.

    Args:
        groups: What to show.
        closed: The codes of the closed categories; a filter opens them.
        matching: The codes of the items that a filter lets through; None without one.
        marked: The codes of the items that are marked.
        alike: The codes of the items that a filter lets through behind all others.
    """
    rows: list[Row] = []
    behind: list[ItemRow] = []
    for group in groups:
        shown: Sequence[ItemRow] = group.rows
        if matching is not None:
            behind += _with_marks([row for row in shown if row.item.code in alike], marked)
            shown = [row for row in shown if row.item.code in matching]
            if not shown:
                continue
        opened = matching is not None or group.category.code not in closed
        rows.append(CategoryRow(group.category, group.progress, group.states, opened))
        if opened:
            rows += _with_marks(shown, marked) if marked else shown
    return (*rows, AlikeRow(len(behind)), *behind) if behind else tuple(rows)


def _with_marks(rows: Sequence[ItemRow], marked: Collection[str]) -> list[ItemRow]:
    return [ItemRow(row.item, marked=True) if row.item.code in marked else row for row in rows]
