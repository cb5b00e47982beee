"""Going on from an earlier version where the data file is damaged or gone; damage is kept."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError, DataError, NewerDataError
from ita_tui.i18n import _
from ita_tui.store.backups import newest_good, numbered_anew
from ita_tui.store.files import is_there, reason
from ita_tui.store.held import Held
from ita_tui.store.setting_aside import aside, put_aside, put_segments_aside
from ita_tui.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from ita_tui.store.snapshot import Snapshot
    from ita_tui.store.transaction import Transaction

RECOVERED = "recovered"
"""The field of the event that says that the data file was of no use, and where it is kept."""

REMADE = "remade"
"""The field of the event that says that the data file was gone."""


class RecoveringStore(Store):
    """A data file on its way back to an earlier version.

    Where the file is damaged or gone, a transaction changes the newest good version that is kept
    instead. Its commit leaves a damaged file beside the new one, and an event says so. The
    version gets a number above all that are kept, so that none of them is replaced later.
    """

    _goes_back = True
    _aside: Path | None = None
    _is_gone = False

    @classmethod
    def of(cls, store: Store) -> RecoveringStore:
        """The same data file, opened in this way."""
        return cls(store.path, store._clock, store._time_limit, store._kept)

    @contextmanager
    def transaction(
        self, actor: Actor, *, creating: bool = False, accepting: bool = False
    ) -> Iterator[Transaction]:
        """As `Store.transaction`, save that a damaged or missing file does not end it.

        Raises:
            DamagedDataError: The file is damaged or gone, and no good version is kept.
            BusyError, NoChecklistError, DataError, ConflictError: As `Store.transaction`.
        """
        with super().transaction(actor, creating=creating, accepting=accepting) as transaction:
            if self._is_gone:
                transaction.record(REMADE, None, "")
            elif self._aside is not None:
                transaction.record(RECOVERED, None, self._aside.name)
            yield transaction

    def _must_be_there(self) -> None:
        with suppress(DamagedDataError):  # it is dealt with under the lock
            super()._must_be_there()

    def _base(self) -> tuple[Held | None, Snapshot]:
        self._aside = None
        try:
            return super()._base()
        except DamagedDataError as error:
            found = newest_good(self.path)
            if found is None:
                raise
            word = "newer" if isinstance(error, NewerDataError) else "damaged"
        try:
            self._is_gone = not is_there(self.path)
            self._aside = aside(self.path, self._clock(), word)
        except OSError as error:
            raise DataError(
                _("The data folder {folder} cannot be read ({reason}).").format(
                    folder=self.path.parent, reason=reason(error)
                )
            ) from error
        return self._damaged(), numbered_anew(found[1], commits=1)

    def _damaged(self) -> Held | None:
        """The damaged file, held open; None where there is none that can be read at all."""
        try:
            return Held.open(self.path)
        except (FileNotFoundError, DataError):
            return None

    def _keep(self, before: Snapshot) -> None:
        if self._aside is None:
            super()._keep(before)
            return
        suffix = self._aside.name.removeprefix(self.path.name)
        put_segments_aside(before, lambda path: path.with_name(path.name + suffix))
        if is_there(self.path):
            put_aside(self.path, self._aside)
