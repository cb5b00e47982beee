"""The parts of a meeting by their places: what stands there, and the meeting with it changed.

A place is a path of names and numbers, such as `("agenda", 0, "statements", 2)`. The number and
the year of a meeting are one part, `NUMBER`, since people write them as one. Every function
leaves the meeting as it is and gives another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ita_tui.domain.meeting import AgendaItem, Attendance, Attendee, Signature, Statement

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting

Path = tuple[str | int, ...]
"""Where a part stands: names of fields, and places in lists, from 0."""

LISTS = ("attendees", "agenda", "problems", "next_steps", "signatures")
"""The fields of a meeting that are lists of parts."""

NUMBER = "number"
"""The number of a meeting with its year, as one part: a pair."""

_FORM = ("name", NUMBER, "held_on", "place", "start", *LISTS[:4], "end", "signatures")
"""The fields of a meeting that people write, in the order of the form."""


def part_at(meeting: Meeting, path: Path) -> object:
    """What stands at a place.

    Raises:
        LookupError: There is no such place, or no longer.
    """
    if path == (NUMBER,):
        return meeting.number, meeting.year
    node: Any = meeting
    for step in path:
        if isinstance(step, int):
            node = node[_checked(node, step)]
        elif hasattr(node, step):
            node = getattr(node, step)
        else:
            raise LookupError(step)
    found: object = node
    return found


def with_part(meeting: Meeting, path: Path, value: object) -> Meeting:
    """The meeting with something else at a place.

    Raises:
        LookupError: There is no such place.
    """
    if path == (NUMBER,):
        pair: Any = value
        return replace(meeting, number=pair[0], year=pair[1])
    changed: Meeting = _put(meeting, path, value)
    return changed


def inserted(meeting: Meeting, path: Path, value: object) -> Meeting:
    """The meeting with a new part in a list; a place beyond its end is its end.

    Args:
        meeting: The meeting.
        path: Where the part is to stand; ends with a place in a list.
        value: The part.
    """
    parts, at = _list(meeting, path)
    return with_part(meeting, path[:-1], (*parts[:at], value, *parts[at:]))


def without(meeting: Meeting, path: Path) -> Meeting:
    """The meeting without a part of a list.

    Raises:
        LookupError: There is no such place.
    """
    part_at(meeting, path)
    parts, at = _list(meeting, path)
    return with_part(meeting, path[:-1], (*parts[:at], *parts[at + 1 :]))


def moved(meeting: Meeting, path: Path, by: int) -> tuple[Meeting, Path]:
    """The meeting with a part of a list one place further, and where the part then stands.

    A person changes places with the next one of the same attendance list; a statement at the
    edge of its agenda item goes over to the next item. At the end of everything nothing moves.

    Args:
        meeting: The meeting.
        path: Where the part stands.
        by: 1 for down, -1 for up.

    Raises:
        LookupError: There is no such place.
    """
    part = part_at(meeting, path)
    target = _neighbour(meeting, path, by)
    if target is None:
        return meeting, path
    if target[:-1] != path[:-1]:
        return inserted(without(meeting, path), target, part), target
    other = part_at(meeting, target)
    return with_part(with_part(meeting, path, other), target, part), target


def found_again(meeting: Meeting, path: Path, part: object) -> Path | None:
    """Where a part stands that stood at a place before others changed the meeting.

    Args:
        meeting: The meeting as it is now.
        path: Where the part stood.
        part: What it was.

    Returns:
        Its place; None when it was changed or taken out.
    """
    try:
        if part_at(meeting, path) == part:
            return path
    except LookupError:
        pass
    if not isinstance(path[-1], int):
        return None
    try:
        parts, _at = _list(meeting, path)
    except LookupError:
        return None
    return (*path[:-1], parts.index(part)) if part in parts else None


def new_below(meeting: Meeting, path: Path) -> tuple[Path, object] | None:
    """An empty part, and where it is to stand: below another, and of its kind.

    Args:
        meeting: The meeting.
        path: The other part, or a list, such as `("problems",)` or `("attendees", "absent")`,
            at whose beginning it is to stand. Below an item of the agenda stands a statement.

    Returns:
        None where nothing can be added.
    """
    match path:
        case ("attendees", int(place)):
            attendance = meeting.attendees[place].attendance
            return ("attendees", place + 1), Attendee("", attendance=attendance)
        case ("attendees", str(which)):
            end = len(meeting.attendees)
            return ("attendees", end), Attendee("", attendance=Attendance(which))
        case ("agenda", int(item), *rest):
            last = len(meeting.agenda[item].statements)
            return ("agenda", item, "statements", _after(rest[1:], last)), Statement("", "")
        case ("agenda" | "problems" | "next_steps" | "signatures" as name, *rest):
            return (name, _after(rest, 0)), _EMPTY[name]
        case _:
            return None


def first_difference(before: Meeting, after: Meeting) -> Path | None:
    """The first part, in the order of the form, that is another in a newer version of a meeting.

    Args:
        before: The older version.
        after: The newer one.

    Returns:
        The place in the newer version; where the last part of a list is gone, the one that is
        the last now, or the list itself. None where no part differs.
    """
    for name in _FORM:
        old, new = part_at(before, (name,)), part_at(after, (name,))
        if old != new:
            return _difference((name,), old, new) if name in LISTS else (name,)
    return None


def _difference(path: Path, old: Any, new: Any) -> Path:  # noqa: ANN401 (two lists of parts)
    pairs = enumerate(zip(old, new, strict=False))
    at = next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))
    if not new:
        return path
    if not (at < len(old) == len(new) and isinstance(new[at], AgendaItem)):
        return (*path, min(at, len(new) - 1))
    item: Path = (*path, at)
    if old[at].statements != new[at].statements:
        found = _difference((*item, "statements"), old[at].statements, new[at].statements)
        return found if new[at].statements else item
    return (*item, "resolution") if old[at].resolution != new[at].resolution else item


_EMPTY: dict[str, object] = {
    "agenda": AgendaItem(""),
    "problems": "",
    "next_steps": "",
    "signatures": Signature("", ""),
}


def _after(rest: list[str | int], otherwise: int) -> int:
    return rest[0] + 1 if rest and isinstance(rest[0], int) else otherwise


def _list(meeting: Meeting, path: Path) -> tuple[tuple[object, ...], int]:
    """The list that a place is in, and the place, at most its end."""
    parts: Any = part_at(meeting, path[:-1])
    at: Any = path[-1]
    return parts, min(at, len(parts))


def _neighbour(meeting: Meeting, path: Path, by: int) -> Path | None:
    parts, at = _list(meeting, path)
    near: Any = range(at + by, len(parts) if by > 0 else -1, by)
    if path[0] == "attendees":
        people: Any = parts
        near = [one for one in near if people[one].attendance is people[at].attendance]
    if near:
        return (*path[:-1], near[0])
    match path:
        case ("agenda", int(item), "statements", int()) if 0 <= item + by < len(meeting.agenda):
            there = meeting.agenda[item + by].statements
            return ("agenda", item + by, "statements", 0 if by > 0 else len(there))
    return None


def _put(node: Any, path: Path, value: object) -> Any:  # noqa: ANN401 (a part of any type)
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        at = _checked(node, step)
        return (*node[:at], _put(node[at], tuple(rest), value), *node[at + 1 :])
    return replace(node, **{step: _put(getattr(node, step), tuple(rest), value)})


def _checked(parts: tuple[object, ...], at: int) -> int:
    if not 0 <= at < len(parts):
        raise LookupError(at)
    return at
