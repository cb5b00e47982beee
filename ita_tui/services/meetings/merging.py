"""Two people's changes of one meeting as one, part by part down to a field of a row."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from ita_tui.domain.meeting import AgendaItem, Attendee, Decision, Meeting, Signature
from ita_tui.domain.meeting_parts import Path
from ita_tui.domain.meeting_texts import joined
from ita_tui.domain.status import Status
from ita_tui.services.meetings.rows_merging import side_by_side

if TYPE_CHECKING:
    from collections.abc import Hashable


_TOGETHER = {
    Meeting: (("number", "year"),),
    Attendee: (("attendance", "reason"), ("office", "name", "acting_for")),
}
"""Fields that say one thing only together."""


class Side(Enum):
    """Whose value stands where both changed one."""

    THEIRS = "theirs"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that two people gave different values.

    Attributes:
        path: Where: fields, and the places in lists, in yours where it is there still.
        seen: The value that both saw; None where one took the row out, here and below.
        theirs: The value that is there now.
        yours: The value that was to be written.
    """

    path: Path
    seen: object
    theirs: object
    yours: object


@dataclass(frozen=True, slots=True)
class Merged:
    """A meeting with the changes of both.

    Attributes:
        meeting: Where they clash, it has the value of the side that was asked for.
        clashes: In the order in which they were met.
    """

    meeting: Meeting
    clashes: tuple[Clash, ...]


def merge(seen: Meeting, theirs: Meeting, yours: Meeting, prefer: Side) -> Merged:
    """Merge two versions of a meeting that both come from a third.

    Lists are merged row by row: an agenda item goes by its title, a person by the office, a
    signature by its task. Two fields of one row are merged too, save where they say one thing
    only together, as absence and its reason do. A row that one took out and the other changed is
    a clash; so is an order that both changed. On one item there is one decision: what both said on
    it is kept, and two statuses are a clash.

    Args:
        seen: The version that both saw.
        theirs: The version that is there now.
        yours: The version that is to be written.
        prefer: Whose value stands where they clash.
    """
    clashes: list[Clash] = []
    merged = _Merging(prefer, clashes).value((), seen, theirs, yours)
    if not isinstance(merged, Meeting):  # a meeting merges by its fields
        raise TypeError(merged)
    return Merged(merged, tuple(clashes))


@dataclass(frozen=True, slots=True)
class _Merging:
    """One walk through three versions; clashes are collected on the way."""

    prefer: Side
    clashes: list[Clash]

    def value(self, path: Path, seen: object, theirs: object, yours: object) -> object:
        """What a place is to have; None for a row that goes."""
        if yours in (seen, theirs):
            return theirs
        if theirs == seen:
            return yours
        versions = (seen, theirs, yours)
        if all(isinstance(one, tuple) for one in versions):
            return self._rows(path, versions)
        if seen is None and isinstance(theirs, Decision) and isinstance(yours, Decision):
            return self._decisions(path, theirs, yours)
        if _merges_by_field(versions):
            return self._fields(path, versions)
        return self._clash(path, versions)

    def _clash(self, path: Path, versions: tuple[Any, Any, Any]) -> object:
        seen, theirs, yours = versions
        self.clashes.append(Clash(path, seen, theirs, yours))
        return theirs if self.prefer is Side.THEIRS else yours

    def _decisions(self, path: Path, theirs: Decision, yours: Decision) -> Decision:
        """What both decided on one item at once: one decision, with what both have said."""
        after: Any = self.value((*path, "after"), theirs.before, theirs.after, yours.after)
        return replace(theirs, after=after, remark=joined(theirs.remark, yours.remark))

    def _fields(self, path: Path, versions: tuple[Any, Any, Any]) -> object:
        kind = type(versions[0])
        together = [*_TOGETHER.get(kind, ())]
        grouped = {name for group in together for name in group}
        groups = [*((one.name,) for one in fields(kind) if one.name not in grouped), *together]
        values: dict[str, Any] = {}
        for group in groups:
            if len(group) == 1:
                (name,) = group
                values[name] = self.value((*path, name), *(getattr(one, name) for one in versions))
            else:
                values |= self._group(path, group, versions)
        return replace(versions[2], **values)

    def _group(
        self, path: Path, group: tuple[str, ...], versions: tuple[Any, Any, Any]
    ) -> dict[str, Any]:
        """The values of fields that stay together; a clash is told at the first that differs."""
        seen, theirs, yours = (tuple(getattr(one, name) for name in group) for one in versions)
        if yours in (seen, theirs) or theirs == seen:
            chosen = theirs if yours in (seen, theirs) else yours
        else:
            at = next(at for at in range(len(group)) if theirs[at] != yours[at])
            self.clashes.append(Clash((*path, group[at]), seen[at], theirs[at], yours[at]))
            chosen = theirs if self.prefer is Side.THEIRS else yours
        return dict(zip(group, chosen, strict=True))

    def _rows(self, path: Path, versions: tuple[Any, Any, Any]) -> object:
        sides = side_by_side(*versions, _goes_by, _stands_once)
        if not sides.in_order:
            return self._clash(path, versions)
        kept = (
            self.value((*path, row.place), row.base, row.theirs, row.yours) for row in sides.rows
        )
        return tuple(one for one in kept if one is not None)


def _merges_by_field(versions: tuple[object, ...]) -> bool:
    """Whether three versions are one thing whose fields may come from different people."""
    kind = type(versions[0])
    if not is_dataclass(kind) or kind is Status or any(type(one) is not kind for one in versions):
        return False
    offices = {one.office for one in versions if isinstance(one, Attendee)}
    return len(offices) <= 1  # another office is another person


def _goes_by(row: object) -> Hashable:
    match row:
        case AgendaItem():
            return row.title
        case Attendee():
            return row.office
        case Signature():
            return row.task
        case Decision():
            return row.code
        case _:
            return None


def _stands_once(row: object) -> Hashable:
    return row.code if isinstance(row, Decision) else None
