"""A checklist as it is on the disk, whoever changes it, and who else has it open."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ita_tui.errors import DamagedDataError, ItaError
from ita_tui.i18n import _
from ita_tui.store.files import reason
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.outline import outline
from ita_tui.ui.sayings import told_since
from ita_tui.ui.screens.checklist_view import ChecklistView

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Item
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session

LOOK_EVERY = 0.5
"""How often, in seconds, the disk is asked whether a colleague has changed something."""

GREET_EVERY = 2.0
"""How often, in seconds, it is asked who else has the checklist open."""

PREPARE_AFTER = 0.3
"""How many seconds after the screen was opened, so after its first paint, words are loaded."""


class LiveChecklist(ChecklistView):
    """Follows the data and the colleagues."""

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Begin with a version of the data that was just read."""
        super().__init__(session, snapshot)
        self._newest = _newest_event(snapshot)
        self._is_prepared = False
        self._saving = asyncio.Lock()
        self._complaint = ""
        self._damage = ""

    def on_mount(self) -> None:
        """Arrive, and look for changes of colleagues from now on."""
        try:
            self._session.arrive()
        except OSError as error:
            sentence = _("Others cannot see that you are here ({reason}).")
            self._say(sentence.format(reason=reason(error)))
        self._see_whether_writable()
        self._session.open().tidies_later = True  # in `_greet`
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(GREET_EVERY, self._greet)
        self.set_timer(PREPARE_AFTER, lambda: self.run_worker(self._prepare()))

    def on_unmount(self) -> None:
        """Let the others see that we are gone."""
        self._session.leave()

    def _adopt(self, snapshot: Snapshot) -> None:
        """Show another version of the data; only what differs is painted."""
        self._newest = _newest_event(snapshot)
        self._snapshot = snapshot
        if snapshot.checklist is not self._checklist:
            self._checklist = snapshot.checklist
            self._outline = outline(self._checklist, self._outline)
        if self._is_prepared:
            self._learn_names()
        detailed = self._detailed
        self._show_rows()
        if self._detailed is detailed:  # the same item, but perhaps not the same list around it
            self._show_details()
        self._show_summary()

    async def _prepare(self) -> None:
        """After the first paint: load what finds the words, in a thread, and use it at once."""
        from ita_tui.thai.wrapping import prepare  # noqa: PLC0415 (after the first paint)

        await asyncio.to_thread(prepare)
        if not self.query("#summary"):  # the person has left meanwhile
            return
        self._is_prepared = True
        self._learn_names()
        self._show_lines()

    def _learn_names(self) -> None:
        """Keep the names in the data whole, in lines that are wrapped from now on."""
        from ita_tui.services.names import learn_names  # noqa: PLC0415 (after the first paint)

        learn_names(self._snapshot)

    def _look(self) -> None:
        """See whether a colleague, or another window, has changed something."""
        if self._saving.locked():
            return
        if not self._complaint and not self._session.open().changed():
            return
        known = self._newest
        snapshot = self._read(again=False)
        if snapshot is None or snapshot is self._snapshot:  # it is what was just written here
            return
        self._adopt(snapshot)
        self._tell_of_others(snapshot, known)

    def _greet(self) -> None:
        """Show who else is here, and whether anything can be written, when that has changed."""
        others = self._session.others()
        if others != self._others:
            self._others = others
            self._show_lines()
        self._see_whether_writable()
        store = self._session.open()
        if store.is_untidy and not self._saving.locked():
            self.run_worker(asyncio.to_thread(store.tidy))

    def _see_whether_writable(self) -> None:
        """Say so where nothing can be written, before anybody types."""
        why = self._session.why_read_only()
        if why == self._read_only:
            return
        was, self._read_only = self._read_only, why
        self._show_lines()
        if why or self.said == was:
            self._say(why, "bad")

    def _tell_of_others(self, snapshot: Snapshot, known: int) -> None:
        said = told_since(known, snapshot, self._session.actor)
        if said:
            self._say(said, "accent")

    def _look_again(self) -> None:
        """After a refusal: show what is there now, if it can be read."""
        snapshot = self._read()
        if snapshot is not None:
            self._adopt(snapshot)

    def _read(self, *, again: bool = True) -> Snapshot | None:
        """The data as they are on the disk now; if they cannot be read, None, and it is said.

        Args:
            again: Whether it is said although it was said before.
        """
        try:
            snapshot = self._session.read()
        except ItaError as error:
            message = self._with_way_out(error)
            if again or message != self._complaint:
                self._say(message, "bad")
            self._complaint = message
            return None
        if self._complaint and self._said[1] == "bad":
            self._say("")
        self._complaint = self._damage = ""
        return snapshot

    def _with_way_out(self, error: ItaError) -> str:
        """What is wrong, and where the data are damaged, the key that leads out of it."""
        if not isinstance(error, DamagedDataError):
            return error.message
        self._damage = error.what
        key = keyboard_of(self).shown_for("main.restore")
        return f"{error.what} " + _("{key} goes back to an earlier version.").format(key=key)

    def _item(self, code: str) -> Item:
        item = self._checklist.item(code)
        if item is None:
            raise LookupError(code)
        return item


def _newest_event(snapshot: Snapshot) -> int:
    newest = next(snapshot.events(), None)
    return 0 if newest is None else newest.seq
