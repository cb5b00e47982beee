"""Where a part of a meeting stands among the blocks of its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting import Attendance
from ita_tui.minutes.agenda import AGENDA_ITEM, LISTS, RESOLUTION, statement_blocks
from ita_tui.minutes.attendance import HEADINGS
from ita_tui.minutes.rendering import END, START, TO_SIGN
from ita_tui.minutes.style import Digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.meeting import Meeting
    from ita_tui.domain.meeting_parts import Path


def block_of(blocks: Sequence[str], meeting: Meeting, path: Path, digits: Digits) -> int:
    """The number of the block, from 0, in which a part stands, or else its heading.

    Args:
        blocks: As `minutes_blocks` gives them for this meeting.
        meeting: The meeting.
        path: The place of the part; that of a list, such as `("problems",)`, will do.
        digits: The digits of the blocks.

    Returns:
        0, the heading of everything, for a part that does not show.
    """
    first, *rest = path
    place = rest[0] if rest else None
    match first:
        case "attendees":
            return _attendance(blocks, meeting, place)
        case "agenda" if isinstance(place, int):
            start = _first(blocks, f"## {AGENDA_ITEM} {digits.number(place + 1)} ")
            return _in_agenda(blocks, meeting, path, start)
        case str() if first in _SECTIONS:
            beginnings, offset = _SECTIONS[first]
            found = _first(blocks, *beginnings)
            return found + offset + place if isinstance(place, int) and found else found
        case _:
            return 0


_SECTIONS: dict[str, tuple[tuple[str, ...], int]] = {
    "start": ((f"## {START}",), 0),
    "agenda": ((f"## {AGENDA_ITEM} ",), 0),
    **{field: ((f"## {name}", f"### {name}"), 1) for field, name in LISTS.items()},
    "end": ((f"## {END}",), 0),
    "signatures": ((TO_SIGN,), 0),
}
"""What a section begins with, and how many blocks after that its first part stands."""

_RESOLVED = f"**{RESOLUTION}**"


def _attendance(blocks: Sequence[str], meeting: Meeting, place: object) -> int:
    if isinstance(place, Attendance):
        return _first(blocks, f"## {HEADINGS[place]}")
    if isinstance(place, int) and place < len(meeting.attendees):
        return _first(blocks, f"## {HEADINGS[meeting.attendees[place].attendance]}") + 1
    return 0


def _in_agenda(blocks: Sequence[str], meeting: Meeting, path: Path, start: int) -> int:
    match path:
        case (_, int(item), "statements", int(place)) if item < len(meeting.agenda):
            before = meeting.agenda[item].statements[:place]
            return start + 1 + len(statement_blocks(before, Digits.THAI))
        case (_, _, "resolution") if start:
            marks = (at for at in range(start, len(blocks)) if blocks[at].startswith(_RESOLVED))
            return next(marks, start)
        case _:
            return start


def _first(blocks: Sequence[str], *beginnings: str) -> int:
    found = (at for at, block in enumerate(blocks) if block.startswith(beginnings))
    return next(found, 0)
