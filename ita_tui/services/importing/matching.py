"""Which item of the list a row of somebody's minutes speaks of; never a silent guess.

Names in minutes are wrapped, shortened and mistyped. A row is given to an item only where its
name is like that item's and clearly less like any other's; all else is handed back with the
reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.status import WORDINGS, Status
from ita_tui.i18n import _
from ita_tui.minutes.reading import StatusRow
from ita_tui.services.importing.candidates import Catalogue
from ita_tui.thai.compare import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.checklist import Item

WORDING_SHOWN = 80
"""How many characters of a wording a reason quotes at most."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A row that speaks of an item.

    Attributes:
        row: The row.
        code: The item's code.
        status: The status that the row gives it.
        confidence: How like the names are, from 0 to 1; 1 where the row gives the code.
    """

    row: StatusRow
    code: str
    status: Status
    confidence: float


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A row that was given to no item.

    Attributes:
        row: The row.
        reason: Why, as a sentence in the language in use.
    """

    row: StatusRow
    reason: str


@dataclass(frozen=True, slots=True)
class MatchResult:
    """What became of the rows.

    Attributes:
        matched: In the order of the rows; no code twice.
        unmatched: In the order of the rows.
        missing: The codes of the items that no row was given to, in the order of the list.
    """

    matched: tuple[Matched, ...]
    unmatched: tuple[Unmatched, ...]
    missing: tuple[str, ...]


def match_rows(rows: Sequence[StatusRow], items: Sequence[Item]) -> MatchResult:
    """Give each row to the item that it speaks of, each item to one row at most.

    A code in the row decides, unless the name beside it contradicts it; without a code the name
    does. The wording must be one in customary use; spaces and encoding aside, the whole of it. Of
    several rows for one item the one with the greatest confidence is taken, the first among
    equals.
    """
    catalogue = Catalogue(items)
    outcomes = [_placed(row, catalogue) for row in rows]
    best: dict[str, Matched] = {}
    for outcome in outcomes:
        if isinstance(outcome, Matched):
            rival = best.setdefault(outcome.code, outcome)
            if outcome.confidence > rival.confidence:
                best[outcome.code] = outcome
    final = [_unless_repeated(outcome, best) for outcome in outcomes]
    return MatchResult(
        matched=tuple(outcome for outcome in final if isinstance(outcome, Matched)),
        unmatched=tuple(outcome for outcome in final if isinstance(outcome, Unmatched)),
        missing=tuple(item.code for item in items if item.code not in best),
    )


def _unless_repeated(outcome: Matched | Unmatched, best: dict[str, Matched]) -> Matched | Unmatched:
    if isinstance(outcome, Unmatched) or best[outcome.code] is outcome:
        return outcome
    return Unmatched(
        outcome.row,
        _("Line {line} is about {code} again, which line {other} has already; keep one.").format(
            line=outcome.row.line, code=outcome.code, other=best[outcome.code].row.line
        ),
    )


def _placed(row: StatusRow, catalogue: Catalogue) -> Matched | Unmatched:
    chosen = catalogue.choose(row)
    if isinstance(chosen, str):
        return Unmatched(row, chosen)
    status = Status.from_wording(key(row.wording))
    if status is None:
        reason = _("“{wording}” for {code} is not a known status; known are: {known}.")
        return Unmatched(
            row,
            reason.format(
                wording=row.wording[:WORDING_SHOWN],
                code=chosen.item.code,
                known=", ".join(WORDINGS),
            ),
        )
    return Matched(row, chosen.item.code, status, chosen.likeness)
