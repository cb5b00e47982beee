"""What the screens share: the data folder, the store in use, and who sits in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ita_tui.domain.event import Actor
from ita_tui.services.workspace import Workspace
from ita_tui.store import Store
from ita_tui.ui.signs import UNICODE, Signs

if TYPE_CHECKING:
    from ita_tui.store import Snapshot


def utc_now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True)
class Session:
    """One running screen.

    Attributes:
        workspace: The data folder.
        actor: Who sits in front.
        store: The store of the fiscal year that is shown; None in an empty folder.
        year: The fiscal year that was asked for; None for the newest.
        signs: What the screen draws with.
        now: Tells the time; tests give their own.
    """

    workspace: Workspace
    actor: Actor
    store: Store | None = None
    year: int | None = None
    signs: Signs = UNICODE
    now: Callable[[], datetime] = field(default=utc_now)

    def open(self) -> Store:
        """The store of the year that was asked for, or of the newest.

        Raises:
            NoChecklistError: The folder has no checklist.
            DataError: The folder cannot be read.
            UsageError: It has no checklist of that year.
        """
        if self.store is None:
            self.store = self.workspace.store(self.year)
        return self.store

    def read(self) -> Snapshot:
        """The data as they are on the disk now.

        Raises:
            DataError: They cannot be read.
        """
        return self.open().read()
