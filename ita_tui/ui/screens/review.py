"""The review: the committee goes through the list, one item at a time, on a projector."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from ita_tui.domain.status import CYCLE, Status
from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services import undo
from ita_tui.services.reviews import Scope
from ita_tui.services.statuses import Edit
from ita_tui.ui.actions import REVIEW, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.screens.choose_status import ChooseStatusScreen
from ita_tui.ui.screens.prompt import PromptScreen
from ita_tui.ui.screens.review_writing import ReviewWriting

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from ita_tui.domain.checklist import Item


class ReviewScreen(ReviewWriting):
    """Goes through the items; every decision is kept at once."""

    ACTIONS = REVIEW
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW)]

    # Moving

    def _step(self, by: int) -> None:
        place = self._codes.index(self._code) + by
        if 0 <= place < len(self._codes):
            self._go(self._codes[place])
        elif by > 0:
            said = _("That was the last item; {key} leaves the review.")
            self._say(said.format(key=keyboard_of(self).shown_for("review.leave")), "good")

    def action_next(self) -> None:
        """Leave the item as it is and go on."""
        self._work(self._next())

    async def _next(self) -> None:
        async with self._saving:
            self._say("")
            self._step(1)

    def action_back(self) -> None:
        """Go back to the item before."""
        self._work(self._back())

    async def _back(self) -> None:
        async with self._saving:
            self._step(-1)

    def action_go_to(self) -> None:
        """Go to the item with a code."""
        self._work(self._go_to())

    async def _go_to(self) -> None:
        from ita_tui.services.typed import find_item  # noqa: PLC0415 (only now)

        typed = await self.app.push_screen_wait(PromptScreen(_("Code of the item"), ""))
        if not typed:
            return
        try:
            item = find_item(self._snapshot.checklist, typed)
        except ItaError as error:
            self._say(error.message, "bad")
            return
        if item.code not in self._codes:
            self._narrow(Scope())
        self._go(item.code)

    # Which items

    def action_undone(self) -> None:
        """Review only what is not done, or everything."""
        self._work(self._only(lambda scope, _item: replace(scope, undone=not scope.undone)))

    def action_category(self) -> None:
        """Review only the category of this item, or every category."""
        self._work(
            self._only(
                lambda scope, item: replace(scope, category="" if scope.category else item.category)
            )
        )

    def action_unit(self) -> None:
        """Review only the responsible unit of this item, or every unit."""
        self._work(
            self._only(lambda scope, item: replace(scope, unit="" if scope.unit else item.unit))
        )

    async def _only(self, narrow: Callable[[Scope, Item], Scope]) -> None:
        async with self._saving:
            self._narrow(narrow(self._scope, self._item()))

    # Deciding

    def action_decide(self, place: int) -> None:
        """Set a state of the cycle and go on to the next item."""
        self._work(self._decide(Status.of(CYCLE[place])))

    def action_choose(self) -> None:
        """Choose a wording, or none, and go on to the next item."""
        self._work(self._choose())

    async def _choose(self) -> None:
        item = self._item()
        screen = ChooseStatusScreen(item, self._snapshot.checklist, self._session.signs)
        status = await self.app.push_screen_wait(screen)
        if status is not None:
            await self._decide(status, item)

    async def _decide(self, status: Status, seen: Item | None = None) -> None:
        """Decide on the item that is shown when this decision's turn has come."""
        async with self._saving:
            if await self._change(Edit("status", status), seen or self._item()) is None:
                self._step(1)

    def action_undo(self) -> None:
        """Take back the last decision and go to its item."""
        self._work(self._undo())

    async def _undo(self) -> None:
        async with self._saving:
            try:
                outcome = await self._save(
                    partial(undo.undo, self._session.open(), self._session.actor)
                )
            except ItaError as error:
                self._say(error.message, "bad")
                return
        if outcome.after and outcome.after[0].code in self._codes:
            self._go(outcome.after[0].code)

    def action_help(self) -> None:
        """Show every key."""
        from ita_tui.ui.screens.help import HelpScreen  # noqa: PLC0415 (only then)

        self.app.push_screen(HelpScreen(self._session.signs, REVIEW))

    def action_leave(self) -> None:
        """Go back to the list; the review goes on at this item."""
        self.dismiss(None)
