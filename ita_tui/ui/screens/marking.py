"""Items that are marked and then changed together, as one change that is taken back as one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import compress
from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.rows import AlikeRow, CategoryRow, ItemRow
from ita_tui.ui.screens.changing import ChangingView, as_typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ita_tui.domain.checklist import Item
    from ita_tui.services.statuses import Edit, Outcome
    from ita_tui.ui.screens.edit import Draft
    from ita_tui.ui.widgets.tree import ChecklistTree

SHARED_FIELDS = ("unit", "due")
"""What several items are given together; a remark and evidence are of one item each."""


class MarkingView(ChangingView):
    """Marks items; while some are marked, the keys that change an item change all of them."""

    def action_mark(self) -> None:
        """Mark the item under the cursor and go down, or all that is shown of a category."""
        row = self._tree.cursor_row
        if isinstance(row, ItemRow):
            self._marked ^= {row.item.code}
            self._tree.action_down()
        elif isinstance(row, CategoryRow):
            code = row.category.code
            self._mark_all(one for one in self._shown() if one.category == code)
        elif isinstance(row, AlikeRow):
            self._mark_all(self._shown(alike=True))
        self._show_rows()
        self._say(self._on_marks())

    def _mark_all(self, items: Iterable[Item]) -> None:
        codes = {item.code for item in items}
        self._marked = self._marked - codes if codes <= self._marked else self._marked | codes

    def _shown(self, *, alike: bool = False) -> tuple[Item, ...]:
        """What the filter lets through at first, or of that which is alike; without one, all."""
        items = self._checklist.items
        if self._found is None:
            return items
        first, behind = self._found.among(self._outline.codes)
        return tuple(compress(items, behind if alike else first))

    def _on_marks(self) -> str:
        if not self._marked:
            return ""
        sentence = _(
            "Marked: {count}. {next}, {choose} and {edit} change all of them, {clear} unmarks them."
        )
        shown = keyboard_of(self).shown_for
        return sentence.format(
            count=len(self._marked),
            next=shown("tree.press"),
            choose=shown("main.choose"),
            edit=shown("main.edit"),
            clear=shown("main.clear"),
        )

    def _clear_marks(self) -> bool:
        """Take the marks away; whether there were any."""
        had, self._marked = bool(self._marked), set()
        return had

    def _marked_items(self) -> dict[str, Item]:
        """The marked items as they are shown, in the order of the list."""
        return {item.code: item for item in self._checklist.items if item.code in self._marked}

    # The keys that change one item, or all that are marked

    def on_checklist_tree_pressed(self, event: ChecklistTree.Pressed) -> None:
        """Give each of the marked items its next state; without marks, the other view does it."""
        if self._marked:
            event.prevent_default()
            self._work(self._press_marked())

    async def _press_marked(self) -> None:
        from ita_tui.services.statuses import Edit  # noqa: PLC0415 (not for the first paint)

        await self._edit_marked(lambda item: [Edit("status", item.status.next())])

    def action_choose(self) -> None:
        """Choose a state or a wording for the marked items, or the one under the cursor."""
        items = self._marked_items()
        if items:
            self._work(self._choose_marked(items))
        else:
            super().action_choose()

    async def _choose_marked(self, seen: dict[str, Item]) -> None:
        from ita_tui.services.statuses import Edit  # noqa: PLC0415 (as above)
        from ita_tui.ui.screens.choose_status import (  # noqa: PLC0415 (only now)
            ChooseStatusScreen,
        )

        first = _as_one(seen)
        screen = ChooseStatusScreen(first, self._checklist, self._session.signs)
        status = await self.app.push_screen_wait(screen)
        if status is not None:
            await self._edit_marked(lambda _item: [Edit("status", status)], seen)

    def action_edit(self) -> None:
        """Edit unit and due date of the marked items, or the item under the cursor."""
        items = self._marked_items()
        if items:
            self._work(self._edit_fields_of_marked(items))
        else:
            super().action_edit()

    async def _edit_fields_of_marked(self, seen: dict[str, Item]) -> None:
        from ita_tui.ui.screens.edit import EditScreen  # noqa: PLC0415 (not for the first paint)

        blank = replace(_as_one(seen), unit="", due=None)
        draft: Draft | None = None
        problem = ""
        while True:
            screen = EditScreen(blank, self._session, draft, problem, fields=SHARED_FIELDS)
            draft = await self.app.push_screen_wait(screen)
            if draft is None or not draft.edits:
                break
            self._unsaved[blank.code] = blank, draft.texts
            unsettled = await self._edit_marked(partial(as_typed, list(draft.edits)), seen)
            del self._unsaved[blank.code]
            if unsettled is None:
                break
            seen, problem = unsettled, self.said
        self._session.discard_draft(blank.code)

    async def _edit_marked(
        self, make: Callable[[Item], list[Edit]], seen: dict[str, Item] | None = None
    ) -> dict[str, Item] | None:
        """Change the marked items as one, and ask for each that a colleague was faster with.

        Returns:
            None when it is settled; otherwise the items as the person has seen them by now.
        """
        from ita_tui.services import statuses  # noqa: PLC0415 (not for the first paint)

        session = self._session
        wanted: list[tuple[str, Edit]] | None = None
        while wanted is None or wanted:
            async with self._saving:
                seen = self._marked_items() if seen is None else seen
                if wanted is None:
                    wanted = [(item.code, edit) for item in seen.values() for edit in make(item)]
                change = partial(
                    statuses.edit_many, session.open(), session.actor, wanted, seen=seen
                )
                try:
                    outcome = await self._save(change)
                except FieldConflictError as error:
                    conflict = error
                else:
                    self._tell_saved_together(outcome)
                    return seen if outcome is None else None
            choice = await self._settle(conflict)
            seen = {**seen, conflict.code: conflict.shown_beside(seen[conflict.code])}
            if choice is None:
                return seen
            if choice == "theirs":
                of_theirs = (conflict.code, conflict.field)
                wanted = [one for one in wanted if (one[0], one[1].field) != of_theirs]
        return None

    def _tell_saved_together(self, outcome: Outcome | None) -> None:
        if outcome is not None and outcome.confirmed:
            count = len({event.code for event in outcome.events})
            said = _("Saved together: {count}; {key} takes all of it back.")
            key = keyboard_of(self).shown_for("main.undo")
            self._say(said.format(count=count, key=key), "good")


def _as_one(items: dict[str, Item]) -> Item:
    """The first of several items under a name that tells of all."""
    first = next(iter(items.values()))
    if len(items) == 1:
        return first
    return replace(first, name=_("and {count} more that are marked").format(count=len(items) - 1))
