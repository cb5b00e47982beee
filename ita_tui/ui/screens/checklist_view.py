"""The view of a checklist: its panes, and how they follow the data and the colleagues."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Container

from ita_tui.errors import DamagedDataError, ItaError
from ita_tui.i18n import N_, _
from ita_tui.startup import passed
from ita_tui.store.files import reason
from ita_tui.ui.actions import MAIN, TREE
from ita_tui.ui.details import details
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.outline import build, outline
from ita_tui.ui.sayings import in_lines, told_since
from ita_tui.ui.screens.first_frame import FirstFrame
from ita_tui.ui.summary import summary, who_is_here
from ita_tui.ui.widgets.keybar import KeyBar
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.services.found import Found
    from ita_tui.store import Snapshot
    from ita_tui.ui.rows import Row
    from ita_tui.ui.session import Session

LOOK_EVERY = 0.5
"""How often, in seconds, the disk is asked whether a colleague has changed something."""

GREET_EVERY = 2.0
"""How often, in seconds, it is asked who else has the checklist open."""

PREPARE_AFTER = 0.3
"""How many seconds after the screen was opened, so after its first paint, words are loaded."""


class Body(Container):
    """Holds the list and its details, which cover it."""

    BLANK = True


class ChecklistView(FirstFrame):
    """Shows a checklist as it is on the disk, whoever changes it.

    The panes cover the screen, so that nothing has to be painted below them.
    """

    BLANK = True

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (declared by Screen)
    AUTO_FOCUS = "ChecklistTree"

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Begin with a version of the data that was just read."""
        super().__init__()
        self._session = session
        self._snapshot = snapshot
        self._checklist: Checklist = snapshot.checklist
        self._outline = outline(self._checklist)
        self._newest = _newest_event(snapshot)
        self._is_prepared = False
        self._folded: set[str] = set()
        self._query = ""
        self._marked: set[str] = set()
        self._found: Found | None = None
        self._saving = asyncio.Lock()
        self._others: tuple[str, ...] = ()
        self._detailed: Row | None = None
        self._said = "", "muted"
        self._complaint = ""
        self._damage = ""
        self._read_only = ""

    def compose(self) -> ComposeResult:
        """The panes, from top to bottom."""
        yield LinesPane(id="summary")
        with Body(id="body"):
            yield ChecklistTree(signs=self._session.signs, id="tree")
            yield LinesPane(id="details")
        yield LinesPane(id="status")
        yield KeyBar((*TREE, *MAIN), id="keys")

    def on_mount(self) -> None:
        """Show the data, and look for changes of colleagues from now on."""
        # Kept, since the last messages come when the panes are taken away already.
        self._tree = self.query_one(ChecklistTree)
        self._top = self.query_one("#summary", LinesPane)
        self._below = self.query_one("#details", LinesPane)
        self._foot = self.query_one("#status", LinesPane)
        self._tree.show(build(self._outline, self._folded, None))
        self._foot.show([[]])  # the room of what will be said, which then has nothing laid out
        self.watch(self._tree, "place", self._show_details, init=False)
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

    # Showing

    @property
    def said(self) -> str:
        """The sentence below the list; empty when nothing is to be said."""
        return self._said[0]

    def on_lines_pane_resized(self) -> None:
        """Compose the lines again for their new width."""
        self._show_lines()
        if self.said:
            self._say(*self._said)
        self.complete(partial(passed, N_("mount and first paint")))

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""
        self._say("")
        self._tree.refresh()
        self._show_lines()

    def _show_lines(self) -> None:
        self._show_summary()
        self._show_details()

    def _show_summary(self) -> None:
        session = self._session
        top = self._top
        who = who_is_here(session.actor.shown, self._others, top.cells // 2, session.signs)
        is_read_only = bool(self._read_only) or self._snapshot.is_in_question
        mark = _("read-only") if is_read_only else ""
        progress = self._outline.progress()
        top.show(summary(self._checklist, progress, who, top.cells, session.signs, mark))

    def _show_details(self) -> None:
        row = self._tree.cursor_row
        pane = self._below
        if row is None:
            key = keyboard_of(self).shown_for("main.clear")
            said = _("Nothing matches; {key} clears the filter.").format(key=key)
            pane.show([[(said, "muted")]])
            self._detailed = None
            return
        short = self.has_class("-narrow")
        lines = details(row, self._checklist, pane.cells, self._session.signs, short=short)
        before, self._detailed = self._detailed, row
        pane.show(lines, keep_place=before is not None and row.key == before.key)

    def _show_rows(self) -> None:
        found = self._found
        self._tree.show(build(self._outline, self._folded, found, self._marked), found)
        row = self._tree.cursor_row
        if row is None or row is not self._detailed:
            self._show_details()

    def _show_in_one_frame(self) -> None:
        """Paint what has changed in all panes together, and with what is being handled now."""
        for pane in (self._top, self._tree, self._below, self._foot):
            pane.paint_soon()

    def _say(self, text: str, role: str = "muted") -> None:
        self._said = text, role
        pane = self._foot
        pane.show([[(part, role)] for part in in_lines(text, pane.cells)])

    # Following the data

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
