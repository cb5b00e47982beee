"""What the main screen changes: statuses, fields, and taking changes back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.ui.rows import ItemRow
from ita_tui.ui.screens.checklist_view import ChecklistView, told
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from ita_tui.domain.checklist import Item
    from ita_tui.services.statuses import Edit, Outcome
    from ita_tui.ui.screens.edit import Draft
    from ita_tui.ui.widgets.tree import ChecklistTree


class ChangingView(ChecklistView):
    """Changes a checklist through the services, one change after the other."""

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
                self._say(told(_("Saved"), self._item(code)))

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
                self._say(told(_("Saved"), self._item(item.code)))

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
                    self._say(told(_("Saved"), self._item(item.code)))
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
            self._say(told(_("Taken back"), outcome.after[0], more=len(outcome.after) - 1))
