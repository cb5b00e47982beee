"""The main screen: the tree, the details of its row, and what can be done with them."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.screen import Screen

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.wording import state_label
from ita_tui.ui.actions import MAIN, TREE, bindings
from ita_tui.ui.details import details
from ita_tui.ui.keybar import key_line
from ita_tui.ui.rows import ItemRow, build
from ita_tui.ui.summary import summary
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from ita_tui.domain.checklist import Checklist, Item
    from ita_tui.services.statuses import Edit, Outcome
    from ita_tui.store import Snapshot
    from ita_tui.ui.screens.edit import Draft
    from ita_tui.ui.session import Session
    from ita_tui.ui.widgets.filter_input import FilterInput

LOOK_EVERY = 0.5
"""How often, in seconds, the disk is asked whether a colleague has changed something."""


class MainScreen(Screen[None]):
    """Shows a checklist and changes it through the services."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MAIN)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 (declared by Screen)
    AUTO_FOCUS = "ChecklistTree"

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Begin with a version of the data that was just read."""
        super().__init__()
        self._session = session
        self._checklist: Checklist = snapshot.checklist
        self._newest = _newest_event(snapshot)
        self._folded: set[str] = set()
        self._query = ""
        self._matches: dict[str, tuple[int, int] | None] | None = None
        self._saving = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """The panes, from top to bottom."""
        yield LinesPane(id="summary")
        with Container(id="body"):
            yield ChecklistTree(signs=self._session.signs, id="tree")
            yield LinesPane(id="details")
        yield LinesPane(id="status")
        yield LinesPane(id="keys")

    def on_mount(self) -> None:
        """Show the data, and look for changes of colleagues from now on."""
        self._tree = self.query_one(ChecklistTree)
        self._tree.show(build(self._checklist, self._folded, None))
        self.set_interval(LOOK_EVERY, self._look)

    # Showing

    def on_lines_pane_resized(self) -> None:
        """Compose the lines again for their new width."""
        self._show_lines()

    def on_checklist_tree_moved(self) -> None:
        """Let the details follow the cursor."""
        self._show_details()

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""
        self._tree.refresh()
        self._show_lines()

    def _show_lines(self) -> None:
        session = self._session
        top = self.query_one("#summary", LinesPane)
        top.show(summary(self._checklist, session.actor.shown, top.cells, session.signs))
        keys = self.query_one("#keys", LinesPane)
        keys.show([key_line((*TREE, *MAIN), keys.cells)])
        self._show_details()

    def _show_details(self) -> None:
        row = self._tree.cursor_row
        pane = self.query_one("#details", LinesPane)
        if row is None:
            pane.show([[(_("Nothing matches; Esc clears the filter."), "muted")]])
            return
        short = self.has_class("-narrow")
        pane.show(details(row, self._checklist, pane.cells, self._session.signs, short=short))

    def _show_rows(self) -> None:
        codes = None if self._matches is None else self._matches.keys()
        found = {code: span for code, span in (self._matches or {}).items() if span is not None}
        self._tree.show(build(self._checklist, self._folded, codes), found)

    def _say(self, text: str, role: str = "muted") -> None:
        self.query_one("#status", LinesPane).show([[(text, role)]])

    # Data

    def _adopt(self, snapshot: Snapshot) -> None:
        """Show another version of the data; only what differs is painted."""
        self._newest = _newest_event(snapshot)
        self._checklist = snapshot.checklist
        self._show_rows()
        self._show_lines()

    def _look(self) -> None:
        """See whether a colleague, or another window, has changed something."""
        if self._saving.locked() or not self._session.open().changed():
            return
        known = self._newest
        try:
            snapshot = self._session.read()
        except ItaError as error:
            self._say(error.message, "bad")
            return
        self._adopt(snapshot)
        self._tell_of_others(snapshot, known)

    def _tell_of_others(self, snapshot: Snapshot, known: int) -> None:
        for event in snapshot.events():
            if event.seq <= known:
                return
            item = snapshot.checklist.item(event.code)
            if item is not None and event.session != self._session.actor.session:
                self._say(_told(event.by, item), "accent")
                return

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(job, group="actions")

    async def _save(self, change: Callable[[], Outcome]) -> Outcome | None:
        """Do a change in a thread; the screen shows it when it is on the disk."""
        try:
            outcome = await asyncio.to_thread(change)
        except ItaError as error:
            self._look_again()
            self._say(error.message, "bad")
            return None
        if outcome.snapshot is not None:
            self._adopt(outcome.snapshot)
        if not outcome.confirmed:
            self._say(_("Saved, but the disk has not confirmed it yet."), "bad")
        return outcome

    def _look_again(self) -> None:
        """After a refusal: show what is there now, if it can be read."""
        try:
            self._adopt(self._session.read())
        except ItaError as error:
            self._say(error.message, "bad")

    def _item(self, code: str) -> Item:
        item = self._checklist.item(code)
        if item is None:
            raise LookupError(code)
        return item

    async def _edit(self, code: str, edits: list[Edit], seen: Item) -> Outcome | None:
        from ita_tui.services import statuses  # noqa: PLC0415 (not needed for the first paint)

        session = self._session
        change = partial(statuses.edit, session.open(), session.actor, code, edits, seen=seen)
        return await self._save(change)

    # Status

    def on_checklist_tree_pressed(self, event: ChecklistTree.Pressed) -> None:
        """Give the item its next state, in the order in which the key was pressed."""
        self._work(self._press(event.row.item.code))

    async def _press(self, code: str) -> None:
        from ita_tui.services.statuses import Edit  # noqa: PLC0415 (as above)

        async with self._saving:
            item = self._item(code)
            if await self._edit(code, [Edit("status", item.status.next())], item):
                self._say(_told(_("Saved"), self._item(code)))

    def action_choose(self) -> None:
        """Choose a state or a wording for the item under the cursor."""
        row = self._tree.cursor_row
        if isinstance(row, ItemRow):
            self._work(self._choose(row.item))

    async def _choose(self, item: Item) -> None:
        from ita_tui.services.statuses import Edit  # noqa: PLC0415 (as above)
        from ita_tui.ui.screens.choose_status import ChooseStatusScreen  # noqa: PLC0415

        screen = ChooseStatusScreen(item, self._checklist, self._session.signs)
        status = await self.app.push_screen_wait(screen)
        if status is None or status == item.status:
            return
        async with self._saving:
            if await self._edit(item.code, [Edit("status", status)], item):
                self._say(_told(_("Saved"), self._item(item.code)))

    # The other fields

    def action_edit(self) -> None:
        """Edit the item under the cursor; a category opens or closes."""
        row = self._tree.cursor_row
        if isinstance(row, ItemRow):
            self._work(self._edit_fields(row.item))
        elif row is not None:
            self._tree.action_press()

    async def _edit_fields(self, item: Item) -> None:
        from ita_tui.ui.screens.edit import EditScreen  # noqa: PLC0415 (not for the first paint)

        draft: Draft | None = None
        problem = ""
        while True:
            screen = EditScreen(item, draft, problem, self._session.now())
            draft = await self.app.push_screen_wait(screen)
            if draft is None or not draft.edits:
                return
            async with self._saving:
                if await self._edit(item.code, list(draft.edits), item):
                    self._say(_told(_("Saved"), self._item(item.code)))
                    return
            # Somebody else was faster, or the disk refused: what was typed stays, and from now
            # on the other's value counts as seen.
            problem = self._status_text()
            item = self._item(item.code)

    def _status_text(self) -> str:
        return "".join(
            text for line in self.query_one("#status", LinesPane).lines for text, _r in line
        )

    # Undo

    def action_undo(self) -> None:
        """Take back one's own last change."""
        self._work(self._take_back("undo"))

    def action_redo(self) -> None:
        """Take back one's own last undo."""
        self._work(self._take_back("redo"))

    async def _take_back(self, what: str) -> None:
        from ita_tui.services import undo  # noqa: PLC0415 (not needed for the first paint)

        session = self._session
        async with self._saving:
            change = partial(getattr(undo, what), session.open(), session.actor)
            outcome = await self._save(change)
        if outcome is not None and outcome.after:
            self._tree.move_to(outcome.after[0].code)
            self._say(_told(_("Taken back"), outcome.after[0], more=len(outcome.after) - 1))

    # Finding and folding

    def on_checklist_tree_folded(self, event: ChecklistTree.Folded) -> None:
        """Open or close a category."""
        (self._folded.discard if event.opened else self._folded.add)(event.code)
        self._show_rows()

    def action_toggle_all(self) -> None:
        """Close all categories, or open them all when all are closed."""
        codes = {category.code for category in self._checklist.categories}
        self._folded = set() if self._folded == codes else codes
        self._show_rows()

    def action_filter(self) -> None:
        """Open the line in which the filter is typed."""
        from ita_tui.ui.widgets.filter_input import FilterInput  # noqa: PLC0415 (only now)

        found = self.query(FilterInput)
        if found:
            found.first().focus()
            return
        line = FilterInput(_("code, name, status, unit"), id="filter")
        self.mount(line, before="#status")
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        from ita_tui.services.search import matching  # noqa: PLC0415 (not for the first paint)

        self._query = event.value
        self._matches = matching(self._checklist, event.value) if event.value.strip() else None
        self._show_rows()
        self._show_details()
        if self._matches is not None:
            self._say(_("{count} items match.").format(count=len(self._matches)))

    def on_filter_input_left(self, event: FilterInput.Left) -> None:
        """Give the list the keyboard; an empty filter goes away."""
        event.stop()
        self._tree.focus()
        if not self._query.strip():
            self.action_clear()

    def action_clear(self) -> None:
        """Clear the filter and give the list the keyboard."""
        for line in self.query("#filter"):
            line.remove()
        self._query = ""
        self._matches = None
        self._show_rows()
        self._say("")
        self._tree.focus()

    # Leaving the screen

    def action_export(self) -> None:
        """Write the minutes or the table to a file."""
        self._work(self._export())

    async def _export(self) -> None:
        from ita_tui.ui.screens.export import ExportScreen  # noqa: PLC0415 (only now)

        said = await self.app.push_screen_wait(ExportScreen(self._session.read()))
        if said is not None:
            self._say(said, "good")

    def action_help(self) -> None:
        """Show every key."""
        from ita_tui.ui.screens.help import HelpScreen  # noqa: PLC0415 (only now)

        self.app.push_screen(HelpScreen(self._session.signs))

    def action_theme(self) -> None:
        """Change between the light and the dark theme."""
        self.app.theme = "ita-light" if self.app.theme == "ita-dark" else "ita-dark"

    async def action_quit(self) -> None:
        """Leave, after what is being saved."""
        async with self._saving:
            self.app.exit(0)


def _newest_event(snapshot: Snapshot) -> int:
    newest = next(snapshot.events(), None)
    return 0 if newest is None else newest.seq


def _told(what: str, item: Item, more: int = 0) -> str:
    status = item.status
    text = f"{what}: {item.code} {status.wording or state_label(status.state)}"
    return text + (_(" and {count} more").format(count=more) if more else "")
