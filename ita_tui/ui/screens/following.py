"""A screen on a meeting that lets the changes of colleagues arrive."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.screen import Screen

from ita_tui.errors import ItaError
from ita_tui.store import Store

if TYPE_CHECKING:
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session

LOOK_EVERY = 0.5
"""How often, in seconds, the disk is asked whether a colleague has changed something."""


class FollowingView(Screen[None]):
    """Looks for changes of colleagues; what they mean here, the screen says."""

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Begin with a version of the data that was just read."""
        super().__init__()
        self._session = session
        self._snapshot = snapshot
        self._saving = asyncio.Lock()
        # The list below looks for changes too; what it has seen is new here all the same.
        self._watch = Store(session.open().path)

    def on_mount(self) -> None:
        """Look for changes from now on."""
        self.set_interval(LOOK_EVERY, self._look)

    def on_unmount(self) -> None:
        """Let go of the data file."""
        self._watch.close()

    def _look(self) -> None:
        if self._saving.locked() or not self._watch.changed():
            return
        try:
            snapshot = self._watch.read()
        except ItaError as error:
            self._say(error.message, "bad")
            return
        self._meet(snapshot)

    def _meet(self, snapshot: Snapshot) -> None:
        """Show a version of the data that has arrived."""
        raise NotImplementedError

    def _say(self, text: str, role: str = "muted") -> None:
        """Say a sentence where this screen says such."""
        raise NotImplementedError
