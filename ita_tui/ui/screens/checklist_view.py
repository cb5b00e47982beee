"""The view of a checklist: its panes, and what stands in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Container

from ita_tui.i18n import N_, _
from ita_tui.startup import passed
from ita_tui.ui.actions import MAIN, TREE
from ita_tui.ui.details import details
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.outline import build, outline
from ita_tui.ui.sayings import in_lines
from ita_tui.ui.screens.first_frame import FirstFrame
from ita_tui.ui.summary import summary, who_is_here
from ita_tui.ui.widgets.keybar import KeyBar
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.domain.checklist import Checklist
    from ita_tui.services.found import Found
    from ita_tui.store import Snapshot
    from ita_tui.ui.rows import Row
    from ita_tui.ui.session import Session


class Body(Container):
    """Holds the list and its details, which cover it."""

    BLANK = True


class ChecklistView(FirstFrame):
    """Shows a version of a checklist.

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
        self._folded: set[str] = set()
        self._query = ""
        self._marked: set[str] = set()
        self._found: Found | None = None
        self._others: tuple[str, ...] = ()
        self._detailed: Row | None = None
        self._said = "", "muted"
        self._read_only = ""

    def compose(self) -> ComposeResult:
        """The panes, from top to bottom."""
        # Kept, since the last messages come when the panes are taken away already.
        self._top = LinesPane(id="summary")
        self._tree = ChecklistTree(signs=self._session.signs, id="tree")
        self._below = LinesPane(id="details")
        self._foot = LinesPane(id="status")
        yield self._top
        with Body(id="body"):
            yield self._tree
            yield self._below
        yield self._foot
        yield KeyBar((*TREE, *MAIN), id="keys")

    def on_mount(self) -> None:
        """Show the data."""
        self._tree.show(build(self._outline, self._folded, None))
        self._foot.show([[]])  # the room of what will be said, which then has nothing laid out
        self.watch(self._tree, "place", self._show_details, init=False)

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
