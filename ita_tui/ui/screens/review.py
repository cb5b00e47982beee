"""The review: the committee goes through the list, one item at a time, on a projector."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from ita_tui.domain.status import CYCLE, Status
from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services import reviews, undo
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.meetings.agendas import RESOLUTIONS
from ita_tui.services.meetings.edits import MeetingConflictError
from ita_tui.services.meetings.holding import MeetingOutcome
from ita_tui.services.reviews import Scope
from ita_tui.services.statuses import Edit, Outcome
from ita_tui.services.wording import unconfirmed
from ita_tui.ui.actions import REVIEW, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.screens.choose_status import ChooseStatusScreen
from ita_tui.ui.screens.conflict import ConflictScreen
from ita_tui.ui.screens.prompt import PromptScreen
from ita_tui.ui.screens.review_view import ReviewView
from ita_tui.ui.screens.write_text import WriteTextScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from textual.binding import BindingType

    from ita_tui.domain.checklist import Item

OutcomeT = TypeVar("OutcomeT", Outcome, MeetingOutcome)

RESOLUTION_DRAFT = "resolution "
"""What a resolution that was being written is kept under, before the meeting's id and the code."""


class ReviewScreen(ReviewView):
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

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(job, group="review")

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
            if await self._change(Edit("status", status), seen or self._item()):
                self._step(1)

    def action_remark(self) -> None:
        """Write the meeting's remark on the item."""
        self._work(self._remark())

    async def _remark(self) -> None:
        item = self._item()
        question = _("Remark on {code} {name}").format(code=item.code, name=item.name)

        def keep(text: str) -> None:
            self._session.keep_draft(item, {"remark": text})

        text = await self.app.push_screen_wait(WriteTextScreen(question, item.remark, keep))
        if text is not None and text != item.remark:
            async with self._saving:
                await self._change(Edit("remark", text), item)

    async def _change(self, edit: Edit, item: Item) -> bool:
        """Keep a decision; when a colleague was faster, ask. Whether it is settled.

        Args:
            edit: What was decided.
            item: The item as the meeting saw it.
        """
        session = self._session
        while True:
            decide = partial(
                reviews.decide, session.open(), session.actor, self._meeting_id, item, edit
            )
            try:
                await self._save(decide)
            except FieldConflictError as conflict:
                self._snapshot = session.read()
                choice = await self.app.push_screen_wait(ConflictScreen(conflict))
                if choice != "yours":
                    self._show()
                    return choice == "theirs"
                item = conflict.shown_beside(item)
            except ItaError as error:
                self._say(error.message, "bad")
                return False
            else:
                return True

    def action_resolve(self) -> None:
        """Write what the meeting resolves on the item."""
        self._work(self._resolve())

    async def _resolve(self) -> None:
        item = self._item()
        before = reviews.resolution_on(self._meeting, item.code)
        question = _("Resolution on {code} {name}").format(code=item.code, name=item.name)
        key = f"{RESOLUTION_DRAFT}{self._meeting_id} {item.code}"
        kept = self._session.kept_texts(key).get("text", "")

        def keep(text: str) -> None:
            self._session.keep_texts(key, {"text": text})

        screen = WriteTextScreen(question, before, keep, RESOLUTIONS, typed=kept or before)
        text = await self.app.push_screen_wait(screen)
        if text is None or text == before:
            return
        async with self._saving:
            if await self._keep_resolution(item, text, before):
                self._session.discard_draft(key)

    async def _keep_resolution(self, item: Item, text: str, seen: str) -> bool:
        """Keep a resolution; when a colleague was faster, ask. Whether it is settled."""
        session = self._session
        while True:
            resolve = partial(
                reviews.resolve,
                session.open(),
                session.actor,
                self._meeting_id,
                item,
                text,
                seen=seen,
            )
            try:
                await self._save(resolve)
            except MeetingConflictError as conflict:
                self._snapshot = session.read()
                choice = await self.app.push_screen_wait(ConflictScreen(conflict))
                if choice != "yours":
                    self._show()
                    return choice == "theirs"
                seen = reviews.resolution_on(conflict.there, item.code)
            except ItaError as error:
                self._say(error.message, "bad")
                return False
            else:
                return True

    async def _save(self, change: Callable[[], OutcomeT]) -> OutcomeT:
        outcome = await asyncio.to_thread(change)
        if outcome.snapshot is not None:
            self._snapshot = outcome.snapshot
        self._say("" if outcome.confirmed else unconfirmed())
        self._show()
        return outcome

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
