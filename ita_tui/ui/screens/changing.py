"""What the main screen changes: statuses, fields, and taking changes back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.wording import unconfirmed
from ita_tui.ui.rows import ItemRow
from ita_tui.ui.sayings import told
from ita_tui.ui.screens.live_checklist import LiveChecklist

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

    from ita_tui.domain.checklist import Item
    from ita_tui.services.statuses import Edit, Outcome
    from ita_tui.store import Snapshot
    from ita_tui.ui.screens.edit import Draft
    from ita_tui.ui.session import Session
    from ita_tui.ui.widgets.tree import ChecklistTree


OutcomeT = TypeVar("OutcomeT", bound="Outcome")


class ChangingView(LiveChecklist):
    """Changes a checklist through the services, one change after the other."""

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Begin with a version of the data that was just read."""
        super().__init__(session, snapshot)
        self._unsaved: dict[str, tuple[Item, Mapping[str, str]]] = {}
        """What was typed for items and is on its way to the disk, its form being gone."""

    def keep_draft(self) -> None:
        """Keep what was typed and is not on the disk yet; the line has dropped."""
        for item, texts in self._unsaved.values():
            self._session.keep_draft(item, dict(texts))

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(job, group="actions")

    async def _save(self, change: Callable[[], OutcomeT]) -> OutcomeT | None:
        """Do a change in a thread; the screen shows it when it is on the disk.

        Raises:
            FieldConflictError: A colleague changed the same field; nothing was written.
        """
        try:
            outcome = await asyncio.to_thread(change)
        except FieldConflictError:
            self._look_again()
            raise
        except ItaError as error:
            self._look_again()
            self._say(error.message, "bad")
            return None
        if outcome.snapshot is not None:
            self._adopt(outcome.snapshot)
        if not outcome.confirmed:
            self._say(unconfirmed(), "bad")
        return outcome

    async def _edit(
        self, code: str, make: Callable[[Item], list[Edit]], seen: Item | None = None
    ) -> Item | None:
        """Change fields of an item, and ask when a colleague was faster.

        Args:
            code: The item's code.
            make: Gives the edits for the item as it is when its turn has come.
            seen: The item as the person saw it; as it is shown when None.

        Returns:
            None when it is settled: saved, or left to the colleague on purpose. Otherwise the
            item as the person has seen it by now.
        """
        from ita_tui.services import statuses  # noqa: PLC0415 (not needed for the first paint)

        session = self._session
        edits: list[Edit] | None = None
        dropped: set[str] = set()
        while True:
            async with self._saving:
                item = seen or self._item(code)
                edits = make(item) if edits is None else edits
                change = partial(
                    statuses.edit, session.open(), session.actor, code, edits, seen=item
                )
                try:
                    outcome = await self._save(change)
                except FieldConflictError as error:
                    conflict = error
                else:
                    self._tell_saved(code, outcome, dropped)
                    return item if outcome is None else None
            choice = await self._settle(conflict)
            seen = conflict.shown_beside(item)
            if choice is None:
                return seen
            if choice == "theirs":
                dropped.add(conflict.field)
                edits = [one for one in edits if one.field != conflict.field]

    def _tell_saved(self, code: str, outcome: Outcome | None, dropped: set[str]) -> None:
        """Say what has been written, and what has been left to a colleague."""
        if outcome is None or not outcome.confirmed:
            return
        item = self._item(code)
        if outcome.events or not dropped:
            self._say(told(_("Saved"), item, [event.field for event in outcome.events]))
        else:
            self._say(told(_("Nothing written, the other value stays"), item, sorted(dropped)))

    async def _settle(self, conflict: FieldConflictError) -> str | None:
        from ita_tui.ui.screens.conflict import ConflictScreen  # noqa: PLC0415 (only now)

        return await self.app.push_screen_wait(ConflictScreen(conflict))

    # Status

    def on_checklist_tree_pressed(self, event: ChecklistTree.Pressed) -> None:
        """Give the item its next state, in the order in which the key was pressed."""
        self._work(self._press(event.row.item.code))

    async def _press(self, code: str) -> None:
        from ita_tui.services.statuses import Edit  # noqa: PLC0415 (as above)

        await self._edit(code, lambda item: [Edit("status", item.status.next())])

    def action_choose(self) -> None:
        """Choose a state or a wording for the item under the cursor."""
        row = self._tree.cursor_row
        if isinstance(row, ItemRow):
            self._work(self._choose(row.item))

    async def _choose(self, item: Item) -> None:
        from ita_tui.services.statuses import Edit  # noqa: PLC0415 (as above)
        from ita_tui.ui.screens.choose_status import (  # noqa: PLC0415 (only now)
            ChooseStatusScreen,
        )

        screen = ChooseStatusScreen(item, self._checklist, self._session.signs)
        status = await self.app.push_screen_wait(screen)
        if status is not None and status != item.status:
            await self._edit(item.code, lambda _item: [Edit("status", status)], seen=item)

    # The other fields

    def action_edit(self) -> None:
        """Edit the item under the cursor; a category opens or closes."""
        row = self._tree.cursor_row
        if isinstance(row, ItemRow):
            self._work(self._edit_fields(row.item))
        elif row is not None:
            self._tree.action_press()

    async def _edit_fields(self, item: Item, draft: Draft | None = None) -> None:
        from ita_tui.ui.screens.edit import EditScreen  # noqa: PLC0415 (not for the first paint)

        problem = ""
        while True:
            screen = EditScreen(item, self._session, draft, problem)
            draft = await self.app.push_screen_wait(screen)
            if draft is None or not draft.edits:
                break
            make = partial(as_typed, list(draft.edits))
            self._unsaved[item.code] = item, draft.texts
            unsettled = await self._edit(item.code, make, seen=item)
            del self._unsaved[item.code]
            if unsettled is None:
                break
            # What was typed stays beside what was seen there; all else follows the item.
            problem = self.said
            typed = {name: getattr(unsettled, name) for name in draft.texts}
            there = self._checklist.item(item.code)  # it may have been taken out by hand
            item = unsettled if there is None else replace(there, **typed)
        self._session.discard_draft(item.code)

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
            item = outcome.after[0]
            self._tree.move_to(item.code)
            fields = [event.field for event in outcome.events if event.code == item.code]
            word = _("Taken back") if what == "undo" else _("Brought back")
            self._say(told(word, item, fields, more=len(outcome.after) - 1))


def as_typed(edits: list[Edit], _item: Item) -> list[Edit]:
    """What was typed, whatever the item has become."""
    return edits
