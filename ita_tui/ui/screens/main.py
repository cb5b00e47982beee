"""The main screen: the checklist, and everything that can be done from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from ita_tui.i18n import _
from ita_tui.ui.actions import MAIN, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.rows import ItemRow
from ita_tui.ui.screens.meetings import MeetingsView

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets import Input

    from ita_tui.domain.checklist import Checklist
    from ita_tui.services.found import Found
    from ita_tui.services.search import Finder
    from ita_tui.services.upkeep.backups import Restored
    from ita_tui.ui.widgets.filter_input import FilterInput
    from ita_tui.ui.widgets.tree import ChecklistTree


class MainScreen(MeetingsView):
    """Finds, folds, and opens the other screens."""

    ACTIONS = MAIN
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MAIN)]

    _finder: Finder | None = None

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""
        from ita_tui.ui.widgets.filter_input import FilterInput  # noqa: PLC0415 (only now)

        super().refresh_texts()
        for line in self.query(FilterInput):
            line.placeholder = _("code, name, status, unit")

    def welcome(self, *, begun_here: bool) -> None:
        """Say at first which list has just been begun, and what shows the keys."""
        if not begun_here:
            self._said = _("Somebody else has begun this checklist meanwhile."), "accent"
            return
        known = self._checklist
        said = _("Begun with the list of fiscal year {year}; {key} shows every key.")
        if known.framework_year != known.fiscal_year and not self._snapshot.meetings:
            said = _(
                "Begun with the list of fiscal year {year}, the newest that is known here; compare "
                "it with this year's. {key} shows every key."
            )
        key = self._session.keyboard.shown_for("main.help")
        self._said = said.format(year=known.framework_year, key=key), "accent"

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
        self.call_after_refresh(self._find_in, self._checklist)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        self._query = event.value
        finder = self._find_in(self._checklist)
        self._found = finder.matching(event.value) if event.value.strip() else None
        self._show_rows()
        if self._found is not None:
            self._say(_what_was(self._found))
        self._show_in_one_frame()

    def _find_in(self, checklist: Checklist) -> Finder:
        """What finds items of a checklist; made before the first letter is typed, if it can be."""
        from ita_tui.services.search import Finder  # noqa: PLC0415 (not for the first paint)

        if self._finder is None or self._finder.checklist is not checklist:
            self._finder = Finder(checklist)
            self._finder.prepare()
        return self._finder

    def on_filter_input_left(self, event: FilterInput.Left) -> None:
        """Give the list the keyboard; an empty filter goes away."""
        event.stop()
        self._tree.focus()
        if not self._query.strip():
            self.action_clear()

    def action_clear(self) -> None:
        """Clear the marks; when there are none, clear the filter and give the list the keyboard."""
        if self._clear_marks():
            self._show_rows()
            self._say("")
            return
        for line in self.query("#filter"):
            line.remove()
        self._query = ""
        self._found = None
        self._show_rows()
        self._say("")
        self._tree.focus()

    # Leaving the screen

    def action_export(self) -> None:
        """Write the minutes or the table to a file."""
        self._work(self._export())

    async def _export(self) -> None:
        from ita_tui.ui.export_offers import all_offers  # noqa: PLC0415 (only now)
        from ita_tui.ui.screens.export import ExportScreen  # noqa: PLC0415 (as above)

        snapshot = self._read()
        if snapshot is None:
            return
        said = await self.app.push_screen_wait(ExportScreen(all_offers(self._session, snapshot)))
        if said is not None:
            self._say(said, "good")

    def action_import(self) -> None:
        """Take over what a document says."""
        self._work(self._import())

    async def _import(self) -> None:
        from ita_tui.services.importing.documents import (  # noqa: PLC0415 (only now)
            apply_to,
            done_of,
        )
        from ita_tui.ui.screens.importing import ImportScreen  # noqa: PLC0415 (only now)

        session = self._session
        year = self._checklist.fiscal_year
        plan = await self.app.push_screen_wait(ImportScreen(session, year))
        if plan is None:
            return
        async with self._saving:
            outcome = await self._save(partial(apply_to, session.open(), session.actor, plan))
        if outcome is not None and outcome.confirmed:
            self._say(done_of(plan, outcome), "good")

    def action_history(self) -> None:
        """Show who changed what: the item under the cursor, or everything."""
        from ita_tui.ui.screens.history import HistoryScreen  # noqa: PLC0415 (only now)

        row = self._tree.cursor_row
        code = row.item.code if isinstance(row, ItemRow) else None
        snapshot = self._read()
        if snapshot is not None:
            self.app.push_screen(HistoryScreen(snapshot, code, self._session.signs))

    def action_restore(self) -> None:
        """Go back to an earlier version of everything, which can be taken back."""
        self._work(self._restore())

    async def _restore(self) -> None:
        from ita_tui.services.upkeep.backups import restore_version  # noqa: PLC0415 (only now)
        from ita_tui.ui.screens.restore import RestoreScreen  # noqa: PLC0415 (only now)

        session = self._session
        screen = RestoreScreen(session.open(), session.signs, self._damage)
        number = await self.app.push_screen_wait(screen)
        if number is None:
            return
        async with self._saving:
            restored: Restored | None = await self._save(
                partial(restore_version, session.open(), session.actor, number)
            )
        if restored is not None:
            self._say(self._on_restored(restored, number), "good")

    def _on_restored(self, restored: Restored, number: int) -> str:
        """What going back came to."""
        changed = bool(restored.after or restored.meetings)
        sentence = (
            _("Everything is as in version {number}; {key} takes it back.")
            if changed
            else _("Version {number} is in place.")
        )
        said = sentence.format(number=number, key=keyboard_of(self).shown_for("main.undo"))
        if not restored.aside:
            return said
        kept = _("The data file that was in its place is kept as {name}.")
        return f"{said} {kept.format(name=restored.aside)}"

    def action_help(self) -> None:
        """Show every key."""
        from ita_tui.ui.screens.help import HelpScreen  # noqa: PLC0415 (only now)

        self.app.push_screen(HelpScreen(self._session.signs))

    async def action_theme(self) -> None:
        """Change to the next colours."""
        await self.app.run_action("next_colours")

    async def action_quit(self) -> None:
        """Leave, after what is being saved."""
        async with self._saving:
            self.app.exit(0)


def _what_was(found: Found) -> str:
    """How many items a filter has found, and how far they are what was typed."""
    if alike := found.behind.count(1):
        said = _("{count} items match, and {alike} more with the tone marks left aside.")
        return said.format(count=len(found) - alike, alike=alike)
    said = _("{count} items match.")
    if found.is_alike:
        said = _("{count} items match with the tone marks left aside.")
    return said.format(count=len(found))
