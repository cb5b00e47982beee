"""One version of a data file, as the rest of the program sees it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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

    @cached_property
    def checklist(self) -> Checklist:
        """The checklist with the state of every item."""
        known = {} if self._like is None else self._like._made()
        self._like = None
        items = []
        for key, record in self._item_records():
            before, item = known.get(key, (None, None))
            items.append(item if item and before == record else item_from_record(record))
        return checklist_from_record(self.tables["checklist"]["1"], tuple(items))

    def _item_records(self) -> list[tuple[str, Record]]:
        return sorted(self.tables["items"].items(), key=lambda pair: int(pair[0]))

    def _made(self) -> dict[str, tuple[Record, Item]]:
        """Each item with the record that it was made from, by the record's id."""
        pairs = zip(self._item_records(), self.checklist.items, strict=True)
        return {key: (record, item) for (key, record), item in pairs}

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
