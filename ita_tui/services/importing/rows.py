"""The rows of our own minutes' table beside the items that they speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_tui.domain.status import DEFAULT_WORDING, State, Status
from ita_tui.i18n import _
from ita_tui.minutes.parsing.minutes import Problem
from ita_tui.thai.compare import key
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.meeting import FrozenItem
    from ita_tui.minutes.parsing.minutes import ReadRow


@dataclass(frozen=True, slots=True)
class ItemChange:
    """A field of an item that a row gives another value.

    Attributes:
        code: The item's code.
        field: `status` or `remark`.
        before: The value that it has.
        after: The value that the row gives it.
        line: The number of the row's line in the document.
    """

    code: str
    field: str
    before: Status | str
    after: Status | str
    line: int


@dataclass(frozen=True, slots=True)
class RowChanges:
    """What became of the rows of a document.

    Attributes:
        changes: In the order of the rows.
        problems: What was left alone, in the order of the rows.
        missing: The codes that no row speaks of, in the order of the list.
    """

    changes: tuple[ItemChange, ...]
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]


def row_changes(
    rows: Iterable[ReadRow],
    shown: Iterable[ReadRow],
    kept: Mapping[str, Item] | Mapping[str, FrozenItem],
) -> RowChanges:
    """What rows change, and what in them is left alone.

    A row whose name is another one is left alone, since it may mean another item; so is a wording
    that tells no state, unless it stands there already.

    Args:
        rows: The rows of the document.
        shown: The rows as they would be without any change, with Arabic digits.
        kept: What is kept, by code.
    """
    there = {row.code: row for row in shown}
    unsaid = dict.fromkeys(there)
    changes: list[ItemChange] = []
    problems: list[Problem] = []
    for row in rows:
        known = there.get(row.code) or there.get(to_arabic(row.code).upper())
        reason = _other_item(row, known)
        if known is None or reason:
            problems.append(_problem(row, reason))
            continue
        unsaid.pop(known.code, None)
        changes += _changes(row, known, kept[known.code])
        problems += [_problem(row, reason) for reason in _left_alone(row, known)]
    return RowChanges(tuple(changes), tuple(problems), tuple(unsaid))


def _problem(row: ReadRow, reason: str) -> Problem:
    return Problem(row.line, f"{row.code} {row.name}".strip(), reason)


def _other_item(row: ReadRow, known: ReadRow | None) -> str:
    """Why a row is not of an item that is known; empty where it is."""
    if known is None:
        return _("There is no item {code} here; the row was left alone.").format(code=row.code)
    if key(row.name) != key(known.name):
        return _("{code} is “{name}” here; the row was left alone.").format(
            code=known.code, name=known.name
        )
    return ""


def _changes(row: ReadRow, known: ReadRow, kept: Item | FrozenItem) -> Iterator[ItemChange]:
    status = _meant(row.status)
    if row.status != known.status and status is not None and status != kept.status:
        yield ItemChange(kept.code, "status", kept.status, status, row.line)
    if to_arabic(row.remark) != known.remark:
        yield ItemChange(kept.code, "remark", kept.remark, row.remark, row.line)


def _left_alone(row: ReadRow, known: ReadRow) -> Iterator[str]:
    """Why something in the row of a known item is not taken over."""
    if row.status != known.status and _meant(row.status) is None:
        yield _(
            "“{wording}” tells no state; write one behind it in brackets, such as ({state})."
        ).format(wording=row.status.wording, state=DEFAULT_WORDING[State.IN_PROGRESS])
    if row.previous_score != known.previous_score:
        yield _("The score of {code} is not changed by minutes.").format(code=known.code)


def _meant(status: Status) -> Status | None:
    """The status that a row gives; None for words that tell none.

    Words with a state in brackets have it. So does an unset status with customary words: only
    the brackets make it one. Other words may still be customary ones in another encoding.
    """
    told = status.state is not State.UNSET or not status.wording
    if told or Status.from_wording(status.wording) is not None:
        return status
    return Status.from_wording(key(status.wording))
