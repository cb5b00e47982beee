"""The store: read, transaction, changed. Everything else about the disk is behind these three."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.errors import (
    ConflictError,
    DamagedDataError,
    DataError,
    NewerDataError,
    NoChecklistError,
)
from ita_tui.i18n import _
from ita_tui.store import backups
from ita_tui.store.document import Document, decode, empty_tables, encode
from ita_tui.store.files import (
    check_size,
    discard,
    is_there,
    reason,
    sweep,
    sync_folder,
    write_temporary,
)
from ita_tui.store.held import Held, unreadable
from ita_tui.store.lines import Lines
from ita_tui.store.lock import TIME_LIMIT, locked
from ita_tui.store.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store.transaction import Transaction


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


class Store:
    """One data file: a fiscal year of one agency.

    Attributes:
        path: The data file.
        tidies_later: Whether somebody else calls `tidy` when nobody waits; else each commit does.
        is_untidy: Whether `tidy` has something to do, perhaps.
    """

    _goes_back = False
    """Whether a transaction may go on from an earlier file that was put in place."""

    def __init__(
        self,
        path: Path,
        clock: Callable[[], datetime] = utc_now,
        time_limit: float = TIME_LIMIT,
        kept: int | None = None,
    ) -> None:
        """Name the file; nothing is opened yet.

        Args:
            path: The data file.
            clock: Tells the time of an event.
            time_limit: How many seconds a transaction waits for another.
            kept: How many of the last versions are kept; `backups.KEPT` when None.
        """
        self.path = path
        self._clock = clock
        self._time_limit = time_limit
        self._kept = kept
        self._seen: Held | None = None
        self._known: tuple[bytes, Snapshot] | None = None
        self._lines = Lines()
        self.tidies_later = self.is_untidy = False

    def read(self) -> Snapshot:
        """The version that is on the disk now; readers take no lock.

        Raises:
            NoChecklistError: There is no data file.
            DamagedDataError: The file is not what the program wrote, nor a valid edit of it, or
                a newer program wrote it, or it is gone; the message offers the newest good
                version that is kept.
            DataError: The file cannot be read.
        """
        held = self._hold()
        self.close()
        self._seen = held
        return self._load(held)

    def changed(self) -> bool:
        """Whether the file on the disk is another than the one read last; costs one stat.

        A file that is gone, or that cannot be looked at any more, is another: reading says why.
        """
        try:
            return self._seen is None or not self._seen.is_at(self.path)
        except OSError:
            return True

    def close(self) -> None:
        """Let go of the version read last."""
        if self._seen is not None:
            self._seen.close()
            self._seen = None

    @contextmanager
    def transaction(
        self, actor: Actor, *, creating: bool = False, accepting: bool = False
    ) -> Iterator[Transaction]:
        """Change the data: locked, freshly read, and written as one when the block ends well.

        It may run in another thread than `read` and `changed`.

        Args:
            actor: Who acts.
            creating: Whether a new checklist is made; the file must then be missing.
            accepting: Whether a change made by hand is accepted with this transaction.

        Raises:
            BusyError: Somebody else is writing, longer than the time limit.
            NoChecklistError: There is no data file.
            DataError: The data cannot be read or written, or was edited by hand and not yet
                accepted; nothing was written.
            ConflictError: The file was replaced by another program meanwhile.
        """
        from ita_tui.store.transaction import Transaction  # noqa: PLC0415 (TinyDB, to write only)

        if not creating:
            self._must_be_there()
        with locked(self.path, _holder(actor), self._time_limit), ExitStack() as resources:
            if creating:
                self._must_be_missing()
                transaction = Transaction(actor, None, empty_tables(), self._clock())
                seen = None
            else:
                seen, before = self._base()
                if seen is not None:
                    resources.callback(seen.close)
                before = self._accepted(before, accepting=accepting)
                transaction = Transaction(actor, before, dict(before.tables), self._clock())
            yield transaction
            if transaction.changed:
                self._commit(transaction, seen)
                self.is_untidy = True
                if not self.tidies_later:
                    self.tidy()

    def tidy(self) -> None:
        """Drop the versions that are outdated, in any thread: it takes as long as a commit."""
        self.is_untidy = False
        backups.drop_outdated(self.path, self._kept)

    def _hold(self) -> Held:
        try:
            return Held.open(self.path)
        except FileNotFoundError as error:
            self._must_be_new()
            raise NoChecklistError(
                _("There is no checklist in {folder}; make one with `ita-tui init`.").format(
                    folder=self.path.parent
                )
            ) from error
        except DamagedDataError as error:
            raise self._offering(error) from error

    def _must_be_there(self) -> None:
        self._hold().close()

    def _must_be_new(self) -> None:
        """Refuse to take a file that is gone for one that never was: versions of it are kept."""
        if backups.kept_numbers(self.path):
            gone = _("The data file {path} is gone.").format(path=self.path)
            raise self._offering(DamagedDataError(gone))

    def _offering(self, damage: DamagedDataError) -> DamagedDataError:
        """A damage, with the newest good version that is kept as the way out."""
        newer = isinstance(damage, NewerDataError)
        return type(damage)(damage.what, backups.offer(self.path, newer=newer))

    def _load(self, held: Held) -> Snapshot:
        try:
            content = held.read()
        except OSError as error:
            raise unreadable(self.path, reason(error)) from error
        try:
            version = self._decoded(content)
        except DamagedDataError as error:
            raise self._offering(error) from error
        version.instead_of = backups.newer_than(self.path, version.generation)
        return version

    def _decoded(self, content: bytes) -> Snapshot:
        """The version with this content; the one decoded last where not a byte is different."""
        known = self._known
        if known is not None and known[0] == content:
            return known[1]
        like = None if known is None else known[1]
        snapshot = Snapshot(decode(content, self.path), self.path, like)
        if not snapshot.edited_by_hand:  # what is taken on trust depends on nothing else
            self._known = (content, snapshot)
            self._lines.learn(content, snapshot.tables)
        return snapshot

    def _base(self) -> tuple[Held | None, Snapshot]:
        """The file in place, held open, if there is one; and the version that is changed."""
        held = self._hold()
        try:
            return held, self._load(held)
        except DataError:
            held.close()
            raise

    def _accepted(self, before: Snapshot, *, accepting: bool) -> Snapshot:
        """The version to go on from, where that may be done.

        An earlier one that was put in place gets a number above all that are kept.
        """
        goes_back = self._goes_back and not before.edited_by_hand
        if before.instead_of is None or not (accepting or goes_back):
            if not accepting:
                before.must_be_trusted()
            return before
        version = backups.numbered_anew(before, commits=0)
        version.instead_of = before.instead_of
        return version

    def _must_be_missing(self) -> None:
        try:
            there = is_there(self.path)
        except OSError as error:
            raise unreadable(self.path, reason(error)) from error
        if there:
            raise DataError(
                _("{path} is there already; nothing was changed.").format(path=self.path)
            )
        self._must_be_new()

    def _commit(self, transaction: Transaction, seen: Held | None) -> None:
        """Write the new version; the rename is the moment from which it counts."""
        from ita_tui.store import history  # noqa: PLC0415 (to write only)

        tables = transaction.tables()
        try:
            sweep(self.path.parent, self.path.name)
            tables["history"] = history.spill(self.path, tables["history"])
            content = encode(tables, lines=self._lines)
            check_size(self.path, len(content))
            temporary = write_temporary(self.path, content, self.path)
            try:
                self._replace(temporary, transaction, seen)
            except BaseException:
                discard(temporary)
                raise
        except OSError as error:
            raise DataError(
                _("{path} could not be written ({reason}); nothing was changed.").format(
                    path=self.path, reason=reason(error)
                )
            ) from error
        document = Document(tables, intact=True)
        transaction.committed = Snapshot(document, self.path, transaction.before)
        self._known = (content, transaction.committed)
        try:
            sync_folder(self.path.parent)
        except OSError:
            transaction.confirmed = False

    def _replace(self, temporary: Path, transaction: Transaction, seen: Held | None) -> None:
        if transaction.before is not None:
            if seen is not None and not seen.is_at(self.path):
                raise ConflictError(
                    _("{path} was replaced by another program; nothing was written.").format(
                        path=self.path
                    )
                )
            self._keep(transaction.before)
        temporary.replace(self.path)

    def _keep(self, before: Snapshot) -> None:
        """Keep the file that is about to be replaced."""
        if before.instead_of is not None:
            from ita_tui.store import setting_aside  # noqa: PLC0415 (hardly ever)

            name = partial(setting_aside.aside, now=self._clock(), word="replaced")
            setting_aside.put_segments_aside(before, name)
        backups.keep(self.path, before.generation)


def _holder(actor: Actor) -> str:
    return f"{actor.shown} ({actor.unix_user}@{actor.origin}, {os.getpid()})"
