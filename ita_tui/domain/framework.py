"""The framework: the list of one fiscal year and kind of agency. Data, never code."""

from __future__ import annotations

from dataclasses import dataclass

from ita_tui.domain.category import Category


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """One item of the list; the same code is another item in another year.

    Attributes:
        code: Its code, such as `O12`.
        name: Its Thai name.
        category: The code of its category.
        cadence: How often it is due: `yearly`, `six_months`, `monthly` or `previous_year`.
    """

    code: str
    name: str
    category: str
    cadence: str = "yearly"


@dataclass(frozen=True, slots=True)
class Framework:
    """The list of one fiscal year for one kind of agency.

    Attributes:
        fiscal_year: The fiscal year of the list, in the Buddhist era.
        title: Its Thai title.
        agency_kind: The kind of agency that answers it.
        categories: In the order of the list.
        items: In the order of the list.
    """

    fiscal_year: int
    title: str
    agency_kind: str
    categories: tuple[Category, ...]
    items: tuple[FrameworkItem, ...]
