"""A checklist with its statuses and last year's scores from its TOML file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Checklist, Evidence
from ita_tui.domain.score import ScoreCard
from ita_tui.domain.status import State
from ita_tui.i18n import _
from ita_tui.services.seeds.checks import (
    HIGHEST_SCORE,
    check_codes,
    check_known,
    check_rows,
    check_score,
    check_texts,
    check_year,
    settle_status,
)
from ita_tui.services.seeds.toml_border import TomlFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.framework import Framework


@dataclass(frozen=True, slots=True)
class _Row:
    """What a file says of one item; the fields of `Item`, save what its list states."""

    code: str
    previous_score: float | None = None
    wording: str = ""
    state: State | None = None
    remark: str = ""
    unit: str = ""
    due: date | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _ChecklistFile:
    """The file of a checklist; the fields of `Checklist`, save what its list states."""

    agency: str
    fiscal_year: int
    framework_year: int
    items: tuple[_Row, ...]
    previous: ScoreCard | None = None


def load_checklist(path: Path, frameworks: Sequence[Framework]) -> Checklist:
    """The checklist that a file states, with every item at revision 0.

    A table of `items` has `code` and, where there is something to say, `previous_score`,
    `wording`, `state`, `remark`, `unit`, `due` and `evidence`. A customary wording is its own
    state; another one needs `state` beside it. An item without a table is unset.

    Args:
        path: The file.
        frameworks: The lists of which the file names one by its year, `framework_year`.

    Raises:
        DataError: The file cannot be read, or is wrong; the message names the place.
    """
    file = TomlFile.read(path)
    stated = file.build(_ChecklistFile)
    check_texts(file, (), stated, "agency")
    check_year(file, ("fiscal_year",), stated.fiscal_year)
    years = {framework.fiscal_year: framework for framework in reversed(frameworks)}
    check_known(file, ("framework_year",), stated.framework_year, sorted(years))
    framework = years[stated.framework_year]
    if stated.framework_year > stated.fiscal_year:
        raise file.error(("framework_year",), _("the list is newer than the checklist"))
    check_rows(file, "items", stated.items)
    check_codes(file, ("items",), stated.items)
    codes = [item.code for item in framework.items]
    for number, row in enumerate(stated.items):
        check_known(file, ("items", number, "code"), row.code, codes)
    if stated.previous is not None:
        _check_scores(file, stated.previous, stated.fiscal_year)
    rows = {row.code: (number, row) for number, row in enumerate(stated.items)}
    empty = Checklist.from_framework(framework, stated.agency, stated.fiscal_year)
    items = tuple(
        _filled(file, item, *rows[item.code]) if item.code in rows else item for item in empty.items
    )
    return replace(empty, items=items, previous=stated.previous)


def _filled(file: TomlFile, item: Item, number: int, row: _Row) -> Item:
    loc = ("items", number)
    if row.previous_score not in {None, 0, HIGHEST_SCORE}:
        raise file.error(
            (*loc, "previous_score"),
            _("0 or 100 is expected, not {score}").format(score=row.previous_score),
        )
    for place, one in enumerate(row.evidence):
        if not one.url.startswith(("http://", "https://")):
            raise file.error(
                (*loc, "evidence", place, "url"),
                _("an address that begins with https:// or http:// is expected"),
            )
    return replace(
        item,
        previous_score=row.previous_score,
        status=settle_status(file, loc, row.state, row.wording),
        remark=row.remark,
        unit=row.unit,
        due=row.due,
        evidence=row.evidence,
    )


def _check_scores(file: TomlFile, card: ScoreCard, fiscal_year: int) -> None:
    check_year(file, ("previous", "fiscal_year"), card.fiscal_year)
    if card.fiscal_year >= fiscal_year:
        raise file.error(
            ("previous", "fiscal_year"),
            _("a year before {year} is expected").format(year=fiscal_year),
        )
    check_score(file, ("previous", "overall"), card.overall)
    for table, scores in (("indicators", card.indicators), ("instruments", card.instruments)):
        check_codes(file, ("previous", table), scores)
        for number, score in enumerate(scores):
            check_texts(file, ("previous", table, number), score, "name")
            check_score(file, ("previous", table, number, "value"), score.value)
