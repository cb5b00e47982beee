"""The rows of the tree as data: what stands where, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from ita_tui.domain.category import Category
from ita_tui.domain.checklist import Item, Progress
from ita_tui.domain.status import State

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
