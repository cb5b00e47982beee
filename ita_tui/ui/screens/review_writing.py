"""What a review writes: decisions, remarks and resolutions; no text is lost on its way."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services import reviews
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.meetings.agendas import RESOLUTIONS
from ita_tui.services.meetings.edits import MeetingConflictError
from ita_tui.services.meetings.holding import MeetingOutcome
from ita_tui.services.statuses import Edit, Outcome
from ita_tui.services.wording import unconfirmed
from ita_tui.ui.screens.conflict import ConflictScreen
from ita_tui.ui.screens.review_view import ReviewView
from ita_tui.ui.screens.write_text import Keeper, WriteTextScreen
from ita_tui.ui.session import RESOLUTION_DRAFT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from ita_tui.domain.checklist import Item

OutcomeT = TypeVar("OutcomeT", Outcome, MeetingOutcome)

_TYPED, _SEEN = "typed.text", "seen"
"""What a resolution is kept as: what was typed, and what stood there then."""


class ReviewWriting(ReviewView):
    """Keeps what a meeting decides and says; a form comes back until its text is kept."""

    _unsaved: Callable[[], None] | None = None
    """Keeps the text that is on its way to the disk, its form being gone."""

    def keep_draft(self) -> None:
        """Keep a text that is not on the disk yet, and the place."""
        if self._unsaved is not None:
            self._unsaved()
        super().keep_draft()

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(job, group="review")

    def on_mount(self) -> None:
        """Go on with the resolution that was being typed when the line dropped."""
        if self._goes_on:
            self.action_resolve()

    # Decisions and remarks

    async def _change(self, edit: Edit, item: Item) -> Item | None:
        """Keep a decision; when a colleague was faster, ask.

        Args:
            edit: What was decided.
            item: The item as the meeting saw it.

        Returns:
            None when it is settled: kept, or left to the colleague on purpose. Otherwise the
            item as the meeting has seen it by now.
        """
        session = self._session
        while True:
            decide = partial(
                reviews.decide, session.open(), session.actor, self._meeting_id, item, edit
            )
            try:
                await self._save(decide)
            except FieldConflictError as conflict:
                choice = await self._ask_about(conflict)
                item = conflict.shown_beside(item)
                if choice != "yours":
                    return None if choice == "theirs" else item
            except ItaError as error:
                self._say(error.message, "bad")
                return item
            else:
                return None

    def action_remark(self) -> None:
        """Write the meeting's remark on the item."""
        self._work(self._remark())

    async def _remark(self) -> None:
        seen = self._item()
        question = _("Remark on {code} {name}").format(code=seen.code, name=seen.name)

        def keep(text: str, *, held: bool = False) -> None:
            self._session.keep_draft(seen, {"remark": text}, held=held)

        def ask(typed: str | None, problem: str) -> WriteTextScreen:
            return WriteTextScreen(question, seen.remark, keep, typed=typed, problem=problem)

        async def save(text: str) -> bool:
            nonlocal seen
            unsettled = await self._change(Edit("remark", text), seen)
            seen = unsettled or seen
            return unsettled is None

        await self._write(ask, keep, save, seen.remark)
        self._session.discard_draft(seen.code)

    # Resolutions

    def action_resolve(self) -> None:
        """Write what the meeting resolves on the item."""
        self._work(self._resolve())

    async def _resolve(self) -> None:
        item = self._item()
        seen = reviews.resolution_on(self._meeting, item.code)
        question = _("Resolution on {code} {name}").format(code=item.code, name=item.name)
        key = f"{RESOLUTION_DRAFT}{self._meeting_id} {item.code}"
        kept = self._session.kept_texts(key)
        # A colleague's resolution since then has not been seen: saving will ask about it.
        seen = kept.get(_SEEN, seen)

        def keep(text: str, *, held: bool = False) -> None:
            self._session.keep_texts(key, {_TYPED: text, _SEEN: seen}, held=held)

        def ask(typed: str | None, problem: str) -> WriteTextScreen:
            typed = kept.get(_TYPED) if typed is None else typed
            return WriteTextScreen(question, seen, keep, RESOLUTIONS, typed, problem)

        async def save(text: str) -> bool:
            nonlocal seen
            unsettled = await self._keep_resolution(item, text, seen)
            seen = seen if unsettled is None else unsettled
            return unsettled is None

        await self._write(ask, keep, save, seen)
        self._session.discard_draft(key)

    async def _keep_resolution(self, item: Item, text: str, seen: str) -> str | None:
        """Keep a resolution; when a colleague was faster, ask.

        Returns:
            None when it is settled, else the resolution as the person has seen it by now.
        """
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
                choice = await self._ask_about(conflict)
                seen = reviews.resolution_on(conflict.there, item.code)
                if choice != "yours":
                    return None if choice == "theirs" else seen
            except ItaError as error:
                self._say(error.message, "bad")
                return seen
            else:
                return None

    # Both

    async def _write(
        self,
        ask: Callable[[str | None, str], WriteTextScreen],
        keep: Keeper,
        save: Callable[[str], Awaitable[bool]],
        before: str,
    ) -> None:
        """Ask for a text until it is settled, or given up.

        Args:
            ask: Makes the form, from what was typed and from why it comes back.
            keep: Keeps a text when the line drops.
            save: Writes a text; whether it is settled.
            before: The text that stands there.
        """
        typed, problem = None, ""
        while True:
            text = await self.app.push_screen_wait(ask(typed, problem))
            if text is None or (text == before and typed is None):
                return
            self._unsaved = partial(keep, text)
            async with self._saving:
                settled = await save(text)
            self._unsaved = None
            if settled:
                return
            typed, problem = text, self.said

    async def _ask_about(self, conflict: FieldConflictError | MeetingConflictError) -> str | None:
        """Show both values, and what is there now behind them."""
        self._say(conflict.message, "bad")
        try:
            self._take(self._session.read())
        except ItaError as error:
            self._say(error.message, "bad")
        choice = await self.app.push_screen_wait(ConflictScreen(conflict))
        if choice is not None:
            self._say("")
        self._show()
        return choice

    async def _save(self, change: Callable[[], OutcomeT]) -> OutcomeT:
        outcome = await asyncio.to_thread(change)
        if outcome.snapshot is not None:
            self._take(outcome.snapshot)
        self._say("" if outcome.confirmed else unconfirmed())
        self._show()
        return outcome
