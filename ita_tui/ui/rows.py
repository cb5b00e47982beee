"""The rows of the tree as data: what stands where, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Checklist, Item, Progress
from ita_tui.domain.status import State

if TYPE_CHECKING:
    from collections.abc import Collection


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


Row = CategoryRow | ItemRow


def build(
    checklist: Checklist,
    closed: Collection[str],
    matching: Collection[str] | None,
    marked: Collection[str] = frozenset(),
) -> tuple[Row, ...]:
    """The rows of a checklist.

    Args:
        checklist: What to show.
        closed: The codes of the closed categories; a filter opens them.
        matching: The codes of the items that a filter lets through; None without one.
        marked: The codes of the items that are marked.
    """
    rows: list[Row] = []
    grouped: dict[str, list[Item]] = {category.code: [] for category in checklist.categories}
    for item in checklist.items:
        grouped[item.category].append(item)
    for category in checklist.categories:
        items = grouped[category.code]
        shown = items if matching is None else [item for item in items if item.code in matching]
        if matching is not None and not shown:
            continue
        opened = matching is not None or category.code not in closed
        states = tuple(item.status.state for item in items)
        rows.append(CategoryRow(category, Progress.of(items), states, opened))
        if opened:
            rows.extend(ItemRow(item, item.code in marked) for item in shown)
    return tuple(rows)
