"""The checklist: an agency's framework for one fiscal year with the state of each item."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from ita_tui.domain.category import Category
from ita_tui.domain.score import ScoreCard
from ita_tui.domain.status import State, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_tui.domain.framework import Framework


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an item is published.

    Attributes:
        url: The address on the agency's website.
        text: What a visitor finds there.
        note: A remark for colleagues.
    """

    url: str
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a checklist: what it is, and how the work on it stands.

    Attributes:
        code: Its code, such as `O12`; with the fiscal year, its key.
        name: Its Thai name.
        category: The code of its category.
        cadence: How often it is due (see `FrameworkItem`).
        previous_score: Last year's score, 0 or 100; None when unknown.
        status: State and wording.
        remark: Free text; may have several lines.
        unit: The responsible unit.
        due: The day by which it is to be done.
        evidence: Where it is published.
        revision: Counts the changes of this item, from 0.
        updated_at: When it was last changed, in UTC; None when it never was.
        updated_by: Who changed it last; empty when nobody did.
    """

    code: str
    name: str
    category: str
    cadence: str = "yearly"
    previous_score: float | None = None
    status: Status = field(default_factory=Status)
    remark: str = ""
    unit: str = ""
    due: date | None = None
    evidence: tuple[Evidence, ...] = ()
    revision: int = 0
    updated_at: datetime | None = None
    updated_by: str = ""


EDITABLE_FIELDS = ("status", "remark", "unit", "due", "evidence")
"""The fields of an item that people change; each change of one is an event."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a group of items has come.

    Attributes:
        counts: How many items are in each state; states without items are left out.
    """

    counts: dict[State, int]

    @classmethod
    def of(cls, items: Iterable[Item]) -> Progress:
        """Count the items by state."""
        counts: dict[State, int] = {}
        for item in items:
            counts[item.status.state] = counts.get(item.status.state, 0) + 1
        return cls(counts)

    def count(self, state: State) -> int:
        """How many items are in a state."""
        return self.counts.get(state, 0)

    @property
    def total(self) -> int:
        """How many items there are."""
        return sum(self.counts.values())

    @property
    def finished(self) -> int:
        """How many items count as published."""
        return self.count(State.DONE) + self.count(State.CURRENT)

    @property
    def fraction(self) -> float:
        """The finished part, from 0 to 1; 0 for a group without items."""
        return self.finished / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Checklist:
    """One agency's framework for one fiscal year with the state of each item.

    Attributes:
        agency: The agency's name.
        fiscal_year: In the Buddhist era.
        framework_title: The title of the list that it follows.
        framework_year: The fiscal year of that list; not always the checklist's own.
        categories: In the order of the list.
        items: In the order of the list.
        previous: Last year's published scores; None when unknown.
    """

    agency: str
    fiscal_year: int
    framework_title: str
    framework_year: int
    categories: tuple[Category, ...]
    items: tuple[Item, ...]
    previous: ScoreCard | None = None

    @classmethod
    def from_framework(cls, framework: Framework, agency: str, fiscal_year: int) -> Checklist:
        """A checklist in which every item is unset."""
        return cls(
            agency=agency,
            fiscal_year=fiscal_year,
            framework_title=framework.title,
            framework_year=framework.fiscal_year,
            categories=framework.categories,
            items=tuple(
                Item(item.code, item.name, item.category, item.cadence) for item in framework.items
            ),
        )

    def item(self, code: str) -> Item | None:
        """The item with this code, or None."""
        return next((item for item in self.items if item.code == code), None)

    def items_of(self, category: str) -> tuple[Item, ...]:
        """The items of a category, in order."""
        return tuple(item for item in self.items if item.category == category)

    def progress(self) -> Progress:
        """How far all items have come."""
        return Progress.of(self.items)
