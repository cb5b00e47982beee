"""One version of a data file, as the rest of the program sees it."""

from __future__ import annotations

from functools import cached_property
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

from ita_tui.errors import DataError
from ita_tui.i18n import _
from ita_tui.store.records import checklist_from_record, item_from_record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.domain.event import Event
    from ita_tui.domain.meeting import Meeting
    from ita_tui.store.document import Document
    from ita_tui.store.records import Record


class _Rows(NamedTuple):
    """The records of the items.

    Attributes:
        given: Their ids, as the table has them.
        order: The same in order.
        records: The records in this order.
    """

    given: tuple[str, ...]
    order: tuple[str, ...]
    records: tuple[Record, ...]


class Snapshot:
    """One version of a checklist, its meetings and its history; it never changes.

    Attributes:
        tables: The TinyDB tables; to be read only.
        path: The data file that it was read from.
        generation: Counts the commits of the file.
        edited_by_hand: Whether another program changed the file since; then it is read-only
            until somebody accepts the change.
        instead_of: The number of the newest version that is kept, where that is newer: then an
            earlier file was put in place, and it is read-only likewise; None where it is not so.
    """

    def __init__(self, document: Document, path: Path, like: Snapshot | None = None) -> None:
        """Wrap a document that was read from a data file.

        Args:
            document: Its tables.
            path: The data file.
            like: Another version, most of whose items are the same: those are not made again.
        """
        self.tables = document.tables
        self.path = path
        self.generation: int = document.header["generation"]
        self.edited_by_hand = not document.intact
        self.instead_of: int | None = None
        self._like = like if like is not None and "checklist" in vars(like) else None
        if like is not None and "meetings" in vars(like):
            self._take_meetings_over(like)

    @cached_property
    def checklist(self) -> Checklist:
        """The checklist with the state of every item."""
        like, self._like = self._like, None
        records = self.tables["items"]
        if like is None or like._rows.given != tuple(records):
            known = {} if like is None else like._made()
            keys = self._rows.order
            items = [_item(records[key], *known.get(key, (None, None))) for key in keys]
        else:
            items = self._changed_from(like)
        return checklist_from_record(self.tables["checklist"]["1"], tuple(items))

    @cached_property
    def _rows(self) -> _Rows:
        """The records of the items."""
        records = self.tables["items"]
        order = tuple(sorted(records, key=int))
        return _Rows(tuple(records), order, tuple(map(records.__getitem__, order)))

    def _changed_from(self, like: Snapshot) -> list[Item]:
        """The items, where another version has records of the same ids.

        What is known of the other version is looked through in C: most of it is the same.
        """
        given, order, before = like._rows
        records = tuple(map(self.tables["items"].__getitem__, order))
        self._rows = _Rows(given, order, records)
        items = list(like.checklist.items)
        are_named_alike = True
        for place in compress(count(), map(is_not, records, before)):
            was = items[place]
            items[place] = _item(records[place], before[place], was)
            are_named_alike = are_named_alike and items[place].code == was.code
        if are_named_alike and "places" in vars(like):
            self.places = like.places
        return items

    def _made(self) -> dict[str, tuple[Record, Item]]:
        """Each item with the record that it was made from, by the record's id."""
        rows = self._rows
        pairs = zip(rows.records, self.checklist.items, strict=True)
        return dict(zip(rows.order, pairs, strict=True))

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each item stands in the checklist, by its code."""
        return {item.code: place for place, item in enumerate(self.checklist.items)}

    def _take_meetings_over(self, like: Snapshot) -> None:
        if like.tables["meetings"] == self.tables["meetings"]:
            self.meetings = like.meetings

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings, in the order in which they were made."""
        from ita_tui.store.meeting_records import (  # noqa: PLC0415 (a list shows no meeting)
            meeting_from_record,
        )

        records = self.tables["meetings"]
        return tuple(meeting_from_record(records[key]) for key in sorted(records, key=int))

    @property
    def is_in_question(self) -> bool:
        """Whether another program put this version in place, and nobody has accepted it yet."""
        return self.edited_by_hand or self.instead_of is not None

    def must_be_trusted(self) -> None:
        """Refuse a version that another program put in place and that is not yet accepted.

        Raises:
            DataError: It is such a version.
        """
        if self.edited_by_hand:
            raise DataError(
                _(
                    "{path} was edited outside this program and is read-only until "
                    "`ita-tui doctor --accept` accepts the edit."
                ).format(path=self.path)
            )
        if self.instead_of is not None:
            raise DataError(
                _(
                    "{path} is version {here}, but the newer version {kept} is kept: an earlier "
                    "file was put in its place, and is read-only until `ita-tui doctor --accept` "
                    "accepts that; `ita-tui restore --backup {kept}` opens the newer one."
                ).format(path=self.path, here=self.generation, kept=self.instead_of)
            )

    def events(self) -> Iterator[Event]:
        """All events, the newest first; older ones are read from disk as the caller goes on.

        Raises:
            DamagedDataError: An older part of the history cannot be read.
        """
        from ita_tui.store import history  # noqa: PLC0415 (a list shows no event)

        return history.newest_first(self.path, self.tables["history"])


def _item(record: Record, before: Record | None, item: Item | None) -> Item:
    """The item of a record; the one that is known, where its record was the same."""
    return item if item is not None and before == record else item_from_record(record)
