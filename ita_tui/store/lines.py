"""The lines of a data file, kept from one version to the next: only what changed is encoded.

A record is never changed in place, so the same one has the same line. The lines are kept in
stretches, which go into the next file as they are while all their records are the same: so a
change of one item among ten thousand encodes the one, and copies the rest in large pieces.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from operator import is_
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.store.records import TABLES

if TYPE_CHECKING:
    from ita_tui.store.records import Record, Tables

JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
"""How a record is written."""

PARTED = b",\n"
"""What stands between two lines, and nowhere in one."""

_begins = bytes.startswith

_STRETCH = 64
"""How many record ids a stretch covers."""


class _Stretch(NamedTuple):
    """Records whose ids are near each other.

    Attributes:
        keys: Their ids, in order.
        records: The records.
        content: Their lines.
    """

    keys: tuple[str, ...]
    records: tuple[Record, ...]
    content: bytes

    def is_of(self, keys: tuple[str, ...], records: tuple[Record, ...]) -> bool:
        """Whether these are its records, and nothing has changed."""
        return keys == self.keys and all(map(is_, records, self.records))

    def lines(self) -> dict[str, tuple[Record, bytes]]:
        """Each record with its line, by its id."""
        lines = self.content.split(PARTED)
        return dict(zip(self.keys, zip(self.records, lines, strict=True), strict=True))


class _Plan(NamedTuple):
    """Where the records of a table stand in its file.

    Attributes:
        given: Their ids, as the table has them.
        order: The same in the order of the file.
        spans: Which of them are in each stretch, by the number of the stretch.
    """

    given: tuple[str, ...]
    order: tuple[str, ...]
    spans: dict[int, slice]

    @classmethod
    def of(cls, given: tuple[str, ...]) -> _Plan:
        """Put ids in order."""
        numbers = sorted(map(int, given))
        order = given if numbers == [*map(int, given)] else tuple(sorted(given, key=int))
        spans: dict[int, slice] = {}
        start = 0
        while start < len(numbers):
            number = numbers[start] // _STRETCH
            end = bisect_left(numbers, (number + 1) * _STRETCH, start)
            spans[number] = slice(start, end)
            start = end
        return cls(given, order, spans)


class Lines:
    """The lines of the tables that were written or read last."""

    def __init__(self) -> None:
        """Begin without lines."""
        self._plans: dict[str, _Plan] = {}
        self._stretches: dict[str, dict[int, _Stretch]] = {}
        self._read: tuple[bytes, Tables] | None = None

    def learn(self, content: bytes, tables: Tables) -> None:
        """Take the lines of a file from its bytes, when they are needed.

        Args:
            content: The bytes of a file that this program wrote.
            tables: What was read from them.
        """
        self._read = content, tables

    def of(self, name: str, records: dict[str, Record]) -> list[bytes]:
        """The records of a table as lines, in the order of their ids; several lines in a piece.

        Args:
            name: The table.
            records: Its records, by their ids.
        """
        self._take_in()
        plan = self._plans.get(name)
        given = tuple(records)
        if plan is None or plan.given != given:
            plan = self._plans[name] = _Plan.of(given)
        values = tuple(map(records.__getitem__, plan.order))
        known = self._stretches.get(name, {})
        self._stretches[name] = now = {
            number: _stretch(plan.order[span], values[span], known.get(number))
            for number, span in plan.spans.items()
        }
        return [stretch.content for stretch in now.values()]

    def _take_in(self) -> None:
        """Part what was read into stretches."""
        if self._read is None:
            return
        (content, tables), self._read = self._read, None
        for name in TABLES[1:]:
            records = tables[name]
            plan = _Plan.of(tuple(records))
            lines = _lines_of(name, plan.given, content)
            if not lines:
                continue
            self._plans[name] = plan
            self._stretches[name] = {
                number: _Stretch(
                    plan.order[span],
                    tuple(map(records.__getitem__, plan.order[span])),
                    PARTED.join(map(lines.__getitem__, plan.order[span])),
                )
                for number, span in plan.spans.items()
            }


def _stretch(
    keys: tuple[str, ...], records: tuple[Record, ...], known: _Stretch | None
) -> _Stretch:
    """The stretch of some records; of the one that is known, what is still so."""
    if known is not None and known.is_of(keys, records):
        return known
    lines = {} if known is None else known.lines()
    content = PARTED.join(
        lines[key][1] if key in lines and lines[key][0] is record else _line(key, record)
        for key, record in zip(keys, records, strict=True)
    )
    return _Stretch(keys, records, content)


def _line(key: str, record: Record) -> bytes:
    return f'"{key}": {JSON.encode(record)}'.encode("utf-8", "replace")


def _lines_of(name: str, keys: tuple[str, ...], content: bytes) -> dict[str, bytes]:
    """The lines of a table in a file, by their ids; none where they do not stand as they should."""
    if not keys:
        return {}
    head = f'"{name}": {{\n'.encode()
    start = content.find(head) + len(head)  # no text in a record has a line end in it
    end = content.find(b"\n}", start)
    lines = content[start:end].split(PARTED) if len(head) <= start <= end else []
    if len(lines) != len(keys):
        return {}
    beginnings = [f'"{key}": {{'.encode() for key in keys]
    return dict(zip(keys, lines, strict=True)) if all(map(_begins, lines, beginnings)) else {}
