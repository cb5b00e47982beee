"""The people in minutes, read back: the attendance lists and the signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance, Attendee, Signature
from ita_tui.domain.text import clean
from ita_tui.i18n import _
from ita_tui.minutes.attendance import COLUMNS, NOBODY, ORDER
from ita_tui.minutes.markdown import NOTHING, from_cell
from ita_tui.minutes.parsing.blocks import Paragraph, Table
from ita_tui.minutes.parsing.heading import opened
from ita_tui.minutes.parsing.parsed import Part
from ita_tui.minutes.parsing.tables import not_expected, rows_of
from ita_tui.minutes.rendering import TO_SIGN, UNSIGNED
from ita_tui.minutes.style import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_tui.minutes.parsing.blocks import Block
    from ita_tui.minutes.parsing.parsed import Notes

_FIELDS = {ORDER: "order", **{heading: field for heading, field, _always in COLUMNS}}
_OFFICE = next(heading for heading, field, _always in COLUMNS if field == "office")
_EMPTY = frozenset({BLANK, NOBODY, NOTHING})
_TO_SIGN = re.compile(r"\(ลงชื่อ\)[\s….]*")
_SHORT, _LONG = 2, 3
"""The lines of a signature without and with a name."""


def read_people(
    attendance: Attendance, blocks: Sequence[Block], notes: Notes
) -> tuple[Attendee, ...]:
    """One attendance list; their running numbers count for nothing."""
    part = Part(attendance.value)
    people: list[Attendee] = []
    for block in blocks:
        if isinstance(block, Table):
            people += _people(attendance, block, notes)
        elif block.text not in _EMPTY:
            not_expected(block, notes, part)
    return tuple(people)


def _people(attendance: Attendance, table: Table, notes: Notes) -> Iterator[Attendee]:
    for _row, texts in rows_of(table, _FIELDS, (_OFFICE,), notes, Part(attendance.value)):
        told = {field: from_cell(text) for field, text in texts.items()}
        yield Attendee(
            office=told["office"],
            role=told.get("role", ""),
            name=told.get("name", ""),
            attendance=attendance,
            reason=told.get("reason", ""),
            acting_for=told.get("acting_for", ""),
        )


def read_signatures(blocks: Sequence[Block], notes: Notes) -> tuple[Signature, ...]:
    """The signatures; none where only the open lines of the form stand."""
    found: list[Signature] = []
    for block in blocks:
        signature = _signature(block) if isinstance(block, Paragraph) else None
        if signature is None:
            reason = _("This is no signature in the form's three lines; it was left out.")
            notes.add(block.line, block.text, reason, Part.SIGNATURES)
        else:
            found.append(signature)
    return () if tuple(found) == UNSIGNED else tuple(found)


def _signature(block: Paragraph) -> Signature | None:
    """The task behind the line to sign, the name or the office in brackets, the office below."""
    lines = [clean(line.text) for line in block.lines]
    to_sign = _TO_SIGN.match(lines[0])
    if to_sign is None or not _SHORT <= len(lines) <= _LONG:
        return None
    in_brackets = re.fullmatch(r"\((.*)\)", lines[1])
    if in_brackets is None:
        return None
    exact = lines[0].startswith(TO_SIGN)
    task = opened(lines[0].removeprefix(TO_SIGN) if exact else lines[0][to_sign.end() :])
    if len(lines) == _SHORT:
        return Signature(task, opened(in_brackets[1]))
    return Signature(task, opened(lines[2]), in_brackets[1].strip())
