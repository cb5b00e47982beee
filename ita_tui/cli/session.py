"""What a command works with: the data folder and the person in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.services.meetings.neighbours import Neighbour
    from ita_tui.services.settings import Settings
    from ita_tui.store import Snapshot, Store


def workspace(settings: Settings) -> Workspace:
    """The data folder of this run."""
    return Workspace(settings.data, settings.backups)


def store(settings: Settings) -> Store:
    """The checklist of the year asked for, or of the newest.

    Raises:
        NoChecklistError: The folder has none.
        UsageError: It has none of that year.
        DataError: The folder cannot be read.
    """
    return workspace(settings).store(settings.year)


def read(settings: Settings) -> Snapshot:
    """The checklist as it is on the disk now.

    Raises:
        NoChecklistError, UsageError, DataError: As `store`; or it cannot be read.
    """
    source = store(settings)
    try:
        return source.read()
    finally:
        source.close()


def beside(settings: Settings, snapshot: Snapshot) -> tuple[Neighbour, ...]:
    """The meetings of the fiscal years beside that of a snapshot, as far as they can be read."""
    from ita_tui.services.meetings.neighbours import (  # noqa: PLC0415 (meetings only)
        neighbours,
    )

    return neighbours(workspace(settings), snapshot.checklist.fiscal_year)


def actor(settings: Settings) -> Actor:
    """The person in front."""
    from ita_tui.services.identity import acting  # noqa: PLC0415 (who only reads is nobody)

    return acting(settings.name)
