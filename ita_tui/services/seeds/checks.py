"""What a seed file must keep to beyond the kinds of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ita_tui.domain.status import WORDINGS, State, Status
from ita_tui.i18n import _
from ita_tui.thai.months import FIRST_BE_YEAR, LAST_BE_YEAR

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ita_tui.services.seeds.toml_border import TomlFile
    from ita_tui.services.seeds.toml_shapes import Loc

YEARS = range(FIRST_BE_YEAR, LAST_BE_YEAR + 1)
"""Years that can be meant in the Buddhist era; those of the common era are none."""

HIGHEST_SCORE = 100


class Coded(Protocol):
    """Anything that a code names."""

    @property
    def code(self) -> str:
        """The code."""


def check_year(file: TomlFile, loc: Loc, year: int) -> None:
    """Refuse a year that is not of the Buddhist era.

    Raises:
        DataError: It is not.
    """
    if year not in YEARS:
        raise file.error(
            loc, _("a year of the Buddhist era is expected, not {year}").format(year=year)
        )


def check_texts(file: TomlFile, loc: Loc, table: object, *fields: str) -> None:
    """Refuse a table in which one of these texts is empty.

    Raises:
        DataError: One is.
    """
    for field in fields:
        if not getattr(table, field):
            raise file.error((*loc, field), _("the text must not be empty"))


def check_rows(file: TomlFile, name: str, rows: Sequence[object]) -> None:
    """Refuse a list that is empty.

    Raises:
        DataError: It is.
    """
    if not rows:
        raise file.error((name,), _("the list must not be empty"))


def check_codes(file: TomlFile, loc: Loc, rows: Sequence[Coded]) -> None:
    """Refuse a code that is empty, has a space in it, or stands twice (small or capital).

    Raises:
        DataError: One is or does.
    """
    seen: dict[str, int] = {}
    for number, row in enumerate(rows):
        if row.code.split() != [row.code]:
            raise file.error((*loc, number, "code"), _("a code without spaces is expected"))
        first = seen.setdefault(row.code.upper(), number)
        if first != number:
            raise file.error(
                (*loc, number, "code"),
                _("the code {code} stands in table {first} already").format(
                    code=row.code, first=first + 1
                ),
            )


def check_known(file: TomlFile, loc: Loc, value: str | int, known: Collection[str | int]) -> None:
    """Refuse a value that is none of those that are known.

    Raises:
        DataError: It is none; the message names them.
    """
    if value not in known:
        names = ", ".join(str(one) for one in known)
        raise file.error(
            loc, _("one of {names} is expected, not {value}").format(names=names, value=value)
        )


def check_score(file: TomlFile, loc: Loc, score: float) -> None:
    """Refuse a score outside 0 to 100.

    Raises:
        DataError: It is.
    """
    if not 0 <= score <= HIGHEST_SCORE:
        raise file.error(
            loc, _("a score from 0 to 100 is expected, not {score}").format(score=score)
        )


def settle_status(file: TomlFile, loc: Loc, state: State | None, wording: str) -> Status:
    """The status that a table states.

    A customary wording is enough by itself, and so is a state; another wording needs its state
    beside it. Neither of them is the status unset.

    Args:
        file: The file, for messages.
        loc: The table.
        state: None when the table does not state it.
        wording: Empty when the table does not state it.

    Raises:
        DataError: The wording is not known and has no state, or both contradict each other.
    """
    if not wording:
        return Status.of(state or State.UNSET)
    status = Status.from_wording(wording)
    if status is None and state is None:
        raise file.error(
            (*loc, "wording"),
            _(
                'the wording "{wording}" is not known; give its state beside it, or one of {names}'
            ).format(wording=wording, names=", ".join(WORDINGS)),
        )
    if state is None and status is not None:
        return status
    if state is State.UNSET or (status is not None and status.state is not state):
        raise file.error(
            (*loc, "state"),
            _('"{state}" contradicts the wording "{wording}"').format(state=state, wording=wording),
        )
    return Status(state or State.UNSET, status.wording if status else wording)
