"""What the main screen asks by itself: an edit made by hand, and text of a dropped line."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.screens.marking import MarkingView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from textual.events import ScreenResume

    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session


ASK_AFTER = 0.3
"""How many seconds after the first paint the person is asked what there is to ask."""


class AskingView(MarkingView):
    """Asks what there is to ask, once the list is there."""

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Begin with a version of the data that was just read."""
        super().__init__(session, snapshot)
        self._in_question = snapshot.is_in_question
        self._asked_at_first = False
        self._questions: list[Callable[[], Awaitable[None]]] = []
        self._is_asking = False

    def on_mount(self) -> None:
        """Ask what there is to ask once the list is there."""
        self.set_timer(ASK_AFTER, self._ask_at_first)

    def on_screen_resume(self, _event: ScreenResume) -> None:
        """Ask what came up while another screen was over the list."""
        self._work(self._ask())

    def _adopt(self, snapshot: Snapshot) -> None:
        """Show another version; one that another program has changed is asked about."""
        super()._adopt(snapshot)
        news = snapshot.is_in_question and not self._in_question
        self._in_question = snapshot.is_in_question
        if news and self._asked_at_first:
            self._questions.append(self._ask_to_accept)
            self._work(self._ask())

    def _ask_at_first(self) -> None:
        self._asked_at_first = True
        if self._in_question:
            self._questions.append(self._ask_to_accept)
        if self._session.kept_drafts():
            self._questions.append(self._offer_drafts)
        self._work(self._ask())

    async def _ask(self) -> None:
        """Ask one question after the other, but never over a form that somebody types into."""
        while self._questions and self.app.screen is self and not self._is_asking:
            self._is_asking = True
            try:
                await self._questions.pop(0)()
            finally:
                self._is_asking = False

    async def _ask_to_accept(self) -> None:
        """Ask whether an edit made outside the program is to count; until then, only read."""
        from ita_tui.services.upkeep.doctor import accept  # noqa: PLC0415 (only now)
        from ita_tui.ui.screens.confirm import ConfirmScreen  # noqa: PLC0415 (only now)

        kept = self._snapshot.instead_of
        question = _(
            "The data file was edited outside this program and is read-only. Accept the edit?"
        )
        if kept is not None:
            question = _(
                "An earlier file was put in place of the data file, which is read-only: the newer "
                "version {kept} is kept, and {key} goes back to it. Go on with the earlier one?"
            ).format(kept=kept, key=keyboard_of(self).shown_for("main.restore"))
        if not await self.app.push_screen_wait(ConfirmScreen(question, comes_unasked=True)):
            return
        session = self._session
        async with self._saving:
            try:
                await asyncio.to_thread(accept, session.open(), session.actor)
            except ItaError as error:
                self._say(error.message, "bad")
                return
            self._look_again()
        self._say(_("The edit is accepted; the history says so."), "good")

    async def _offer_drafts(self) -> None:
        """Offer what was typed when the line dropped; what is not taken up is kept."""
        from ita_tui.ui.screens.confirm import ConfirmScreen  # noqa: PLC0415 (only now)
        from ita_tui.ui.screens.edit import Draft  # noqa: PLC0415 (only now)

        for kept in self._session.kept_drafts():
            item = self._checklist.item(kept.code)
            if item is None:
                continue
            question = _("You were typing for {code} when the line dropped. Go on with it?")
            asked = ConfirmScreen(question.format(code=kept.code), comes_unasked=True)
            if await self.app.push_screen_wait(asked):
                draft = Draft.of_texts(kept.fields)
                seen: dict[str, Any] = {name: kept.seen[name] for name in draft.texts}
                await self._edit_fields(replace(item, **seen), draft)
