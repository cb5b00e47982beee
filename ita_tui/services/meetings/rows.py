"""The rows of a meeting's lists: found by number or by text, added, changed, moved, taken out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting, Signature, Statement
from ita_tui.domain.text import clean, clean_lines
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.thai.compare import key
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MAKES: dict[str, tuple[str, Callable[[str], Any]]] = {
    "attendees": ("office", Attendee),
    "agenda": ("title", AgendaItem),
    "statements": ("text", lambda text: Statement("", text)),
    "problems": ("text", str),
    "next_steps": ("text", str),
    "signatures": ("task", lambda text: Signature(text, "")),
}
"""For each list the field that a row goes by, and what makes a new row of such a text."""


@dataclass(frozen=True, slots=True)
class RowEdit:
    """What is to become of one row.

    Attributes:
        row: Its number from 1, in either digits, or the text that it goes by; a text that no row
            has makes a new one.
        values: Its fields, each with the new value; a row that is a text has `text`.
        to: The number that it is to have, from 1; None where it is.
        remove: Whether it is taken out.
    """

    row: str
    values: Mapping[str, Any] = field(default_factory=dict)
    to: int | None = None
    remove: bool = False


def edited(meeting: Meeting, part: str, edit: RowEdit) -> Meeting:
    """A meeting with one row added, changed, moved or taken out.

    Args:
        meeting: The meeting.
        part: `attendees`, `agenda`, `problems`, `next_steps` or `signatures`.
        edit: What is to become of the row.

    Raises:
        UsageError: There is no row of that number, or more than one of that text, or none to take
            out, or no such place.
    """
    values: dict[str, Any] = {part: _edited(getattr(meeting, part), part, edit)}
    return replace(meeting, **values)


def edited_statement(meeting: Meeting, item: str, edit: RowEdit) -> Meeting:
    """A meeting with one statement under an agenda item added, changed, moved or taken out.

    Args:
        meeting: The meeting.
        item: The number of the agenda item, or its title.
        edit: What is to become of the statement; it goes by its text.

    Raises:
        UsageError: There is no such agenda item; or as `edited` says.
    """
    place = _find(meeting.agenda, "agenda", item)
    if place is None:
        raise UsageError(_no_row(item, len(meeting.agenda)))
    statements = _edited(meeting.agenda[place].statements, "statements", edit)
    agenda = list(meeting.agenda)
    agenda[place] = replace(agenda[place], statements=statements)
    return replace(meeting, agenda=tuple(agenda))


def _edited(rows: tuple[Any, ...], part: str, edit: RowEdit) -> tuple[Any, ...]:
    place = _find(rows, part, edit.row)
    if place is None and edit.remove:
        raise UsageError(_no_row(edit.row, len(rows)))
    if place is None:
        row, others = _MAKES[part][1](clean_lines(edit.row).strip()), list(rows)
    else:
        row, others = rows[place], [*rows[:place], *rows[place + 1 :]]
    if edit.remove:
        return tuple(others)
    default = len(others) if place is None else place
    others.insert(default if edit.to is None else _checked(edit.to, len(others) + 1), None)
    changed = _changed(row, edit.values)
    return tuple(changed if one is None else one for one in others)


def _changed(row: Any, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a row of any list)
    if isinstance(row, str):
        return values.get("text", row)
    return replace(row, **values)


def _find(rows: Sequence[Any], part: str, wanted: str) -> int | None:
    """The place of a row, from 0; None for a text that no row goes by."""
    typed = to_arabic(wanted).strip()
    if typed.isascii() and typed.isdigit():
        number = int(typed)
        if not 1 <= number <= len(rows):
            raise UsageError(_no_row(typed, len(rows)))
        return number - 1
    if not typed:
        raise UsageError(_("Name the row by its number or its text."))
    name = _MAKES[part][0]
    texts = [one if isinstance(one, str) else getattr(one, name) for one in rows]
    found = [place for place, text in enumerate(texts) if key(text) == key(wanted)]
    if len(found) > 1:
        numbers = ", ".join(str(place + 1) for place in found)
        raise UsageError(
            _("“{text}” stands in the rows {numbers}; name one by its number.").format(
                text=clean(wanted), numbers=numbers
            )
        )
    return found[0] if found else None


def _checked(number: int, most: int) -> int:
    if not 1 <= number <= most:
        raise UsageError(
            _("There is no place {number}; the places go from 1 to {most}.").format(
                number=number, most=most
            )
        )
    return number - 1


def _no_row(wanted: str, count: int) -> str:
    return _("There is no row {row}; there are {count}.").format(row=clean(wanted), count=count)
