"""A list of items from its TOML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.framework import Framework
from ita_tui.i18n import _
from ita_tui.services.seeds.checks import (
    check_codes,
    check_known,
    check_rows,
    check_texts,
    check_year,
)
from ita_tui.services.seeds.toml_border import TomlFile

if TYPE_CHECKING:
    from pathlib import Path

CADENCES = ("yearly", "six_months", "monthly", "previous_year")
"""How often an item may be due (see `FrameworkItem`)."""


def load_framework(path: Path) -> Framework:
    """The list that a file states: the fields of `Framework` as TOML.

    Raises:
        DataError: The file cannot be read, or is wrong; the message names the place.
    """
    file = TomlFile.read(path)
    framework = file.build(Framework)
    check_texts(file, (), framework, "title", "agency_kind")
    check_year(file, ("fiscal_year",), framework.fiscal_year)
    _check_categories(file, framework)
    _check_items(file, framework)
    return framework


def _check_categories(file: TomlFile, framework: Framework) -> None:
    check_rows(file, "categories", framework.categories)
    check_codes(file, ("categories",), framework.categories)
    used = {item.category for item in framework.items}
    for number, category in enumerate(framework.categories):
        check_texts(file, ("categories", number), category, "name")
        if framework.items and category.code not in used:
            raise file.error(("categories", number), _("the category has no items"))


def _check_items(file: TomlFile, framework: Framework) -> None:
    check_rows(file, "items", framework.items)
    check_codes(file, ("items",), framework.items)
    categories = [category.code for category in framework.categories]
    for number, item in enumerate(framework.items):
        loc = ("items", number)
        check_texts(file, loc, item, "name")
        check_known(file, (*loc, "category"), item.category, categories)
        check_known(file, (*loc, "cadence"), item.cadence, CADENCES)
