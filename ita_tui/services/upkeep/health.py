"""The questions that `doctor` asks of a data file and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.errors import BusyError, DataError
from ita_tui.i18n import _
from ita_tui.services.upkeep.check import Check, Level
from ita_tui.store.backups import backups, backups_folder
from ita_tui.store.lock import locked, must_be_writable
from ita_tui.store.records import field_to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ita_tui.domain.event import Event
    from ita_tui.store import Snapshot, Store

TEMPORARY = ".tmp-"
"""How the names of the store's temporary files begin."""

ACCEPTED = "accepted"
"""The field of the event that accepts an edit made by hand."""


def engine_check() -> Check:
    """Whether the dictionary that finds the ends of Thai words can be used."""
    from ita_tui.thai.wrapping import engine  # noqa: PLC0415 (it loads the dictionary)

    if engine() == "thaibreak":
        return Check(_("Thai words"), Level.OK, _("Lines end where Thai words end."))
    return Check(
        _("Thai words"),
        Level.NOTE,
        _("The dictionary of Thai words cannot be loaded, so lines may end inside a word."),
    )


def leftovers(folders: Iterable[Path]) -> list[Path]:
    """The temporary files and folders of the store."""
    return [
        entry
        for folder in folders
        for entry in folder.iterdir()
        if entry.name.startswith(TEMPORARY)
    ]


def leftovers_check(folders: Iterable[Path]) -> Check:
    """Whether dead processes left temporary files; they do no harm."""
    found = leftovers(folders)
    if not found:
        return Check(_("Leftovers"), Level.OK, _("There are no leftover temporary files."))
    return Check(
        _("Leftovers"),
        Level.NOTE,
        _(
            "Temporary files of a write that is under way or was cut off: {count}; "
            "`ita-tui doctor --repair` removes those that were cut off."
        ).format(count=len(found)),
    )


def lock_check(year: str, store: Store) -> Check:
    """Whether this file system keeps writers apart, and this person may write."""
    name = _("{year} lock").format(year=year)
    try:
        must_be_writable(store.path)
        with locked(store.path, "doctor", time_limit=0):
            return Check(name, Level.OK, _("Only one at a time can write."))
    except BusyError as error:
        return Check(name, Level.OK, error.message)
    except DataError as error:
        return Check(name, Level.FAULT, error.message)


def file_check(year: str, snapshot: Snapshot) -> Check:
    """Whether a file that can be read is as the program wrote it."""
    name = _("{year} data file").format(year=year)
    try:
        snapshot.must_be_trusted()
    except DataError as error:
        return Check(name, Level.FAULT, error.message)
    return Check(
        name,
        Level.OK,
        _("The checksum holds; version {generation}, items: {count}.").format(
            generation=snapshot.generation, count=len(snapshot.checklist.items)
        ),
    )


def history_checks(year: str, snapshot: Snapshot) -> Iterator[Check]:
    """Whether the history has no holes and says what the items say."""
    name = _("{year} history").format(year=year)
    try:
        events = list(snapshot.events())
    except DataError as error:
        yield Check(name, Level.FAULT, error.message)
        return
    expected: int = snapshot.tables["header"]["1"]["next_event"]
    missing = sorted(set(range(1, expected)) - {event.seq for event in events})
    if missing or len(events) != expected - 1:
        yield Check(
            name,
            Level.FAULT,
            _("Of {count} events some are missing or too many; the first such is {number}.").format(
                count=expected - 1, number=missing[0] if missing else events[0].seq
            ),
        )
        return
    yield Check(name, Level.OK, _("Events without a hole: {count}.").format(count=len(events)))
    yield _agreement_check(year, snapshot, events)


def backups_check(year: str, snapshot: Snapshot) -> Check:
    """Whether older versions are kept; a file system without hard links keeps none.

    Their folder is made by the first change on this disk: without it there was none since the
    data file came here, such as out of a backup, and so there is nothing to keep yet.
    """
    name = _("{year} backups").format(year=year)
    kept = len(backups(snapshot.path))
    if kept or not backups_folder(snapshot.path).is_dir():
        return Check(name, Level.OK, _("Older versions that are kept: {count}.").format(count=kept))
    return Check(
        name,
        Level.NOTE,
        _(
            "No older version is kept: this file system has no hard links, or somebody removed "
            "them; copy the data folder from time to time."
        ),
    )


def _agreement_check(year: str, snapshot: Snapshot, events: Sequence[Event]) -> Check:
    """Whether each item is as its newest events say, save what an accepted edit changed."""
    name = _("{year} items").format(year=year)
    accepted = max((event.seq for event in events if event.field == ACCEPTED), default=0)
    newest: dict[tuple[str, str], Event] = {}
    revisions: dict[str, int] = {}
    for event in events:
        if event.code:
            newest.setdefault((event.code, event.field), event)
            revisions.setdefault(event.code, event.revision)
    items = {item.code: item for item in snapshot.checklist.items}
    wrong = {
        code
        for (code, field), event in newest.items()
        if event.seq > accepted
        and (code not in items or field_to_json(getattr(items[code], field)) != event.after)
    }
    if not accepted:
        wrong |= {code for code, item in items.items() if item.revision != revisions.get(code, 0)}
    if wrong:
        return Check(
            name,
            Level.FAULT,
            _("The history tells something else about {codes}.").format(
                codes=", ".join(sorted(wrong))
            ),
        )
    return Check(name, Level.OK, _("Every item is as the history tells."))
