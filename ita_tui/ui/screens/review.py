"""The review: the committee goes through the list, one item at a time, on a projector."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

from ita_tui.domain.status import CYCLE, Status
from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services import reviews, undo
from ita_tui.services.conflicts import FieldConflictError
from ita_tui.services.reviews import Scope
from ita_tui.services.statuses import Edit
from ita_tui.ui.actions import REVIEW, bindings
from ita_tui.ui.keybar import key_line
from ita_tui.ui.review_lines import Page, review_lines
from ita_tui.ui.screens.choose_status import ChooseStatusScreen
from ita_tui.ui.screens.conflict import ConflictScreen
from ita_tui.ui.screens.prompt import PromptScreen
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.meeting import Decision, Meeting
    from ita_tui.services.statuses import Outcome
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session

LOOK_EVERY = 0.5
CLOCK_EVERY = 60.0
PLACE_KEY = "review "
"""What the kept place of a review is kept under, before the meeting's id."""


class ReviewScreen(Screen[None]):
    """Goes through the items; every decision is kept at once, and so is the place."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(REVIEW)]
    AUTO_FOCUS = ""

    def __init__(self, session: Session, snapshot: Snapshot, meeting_id: str) -> None:
        """Begin, or go on, where the person left the review of this meeting."""
        super().__init__()
        self._session = session
        self._snapshot = snapshot
        self._meeting_id = meeting_id
        self._scope = Scope()
        self._codes = self._scope.codes(snapshot.checklist)
        self._saving = asyncio.Lock()
        kept = session.kept_place(PLACE_KEY + meeting_id)
        self._code = kept if kept in self._codes else self._codes[0]

    def compose(self) -> ComposeResult:
        """The page, what was said, and the keys."""
        yield LinesPane(id="page", margin=2)
        yield LinesPane(id="said", margin=2)
        yield LinesPane(id="keys")

    def on_mount(self) -> None:
        """Show the item, and follow the colleagues and the clock."""
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(CLOCK_EVERY, self._show)

    def on_lines_pane_resized(self) -> None:
        """Compose the page for the new size."""
        self._show()

    # Showing

    @property
    def _meeting(self) -> Meeting | None:
        meetings = self._snapshot.meetings
        return next((one for one in meetings if one.id == self._meeting_id), None)

    def _item(self) -> Item:
        item = self._snapshot.checklist.item(self._code)
        if item is None:
            raise LookupError(self._code)
        return item

    def _show(self) -> None:
        pane = self.query_one("#page", LinesPane)
        lines = review_lines(self._page(), pane.cells, pane.size.height, self._session.signs)
        pane.show(lines)
        keys = self.query_one("#keys", LinesPane)
        keys.show([key_line(REVIEW, keys.cells)])

    def _page(self) -> Page:
        meeting = self._meeting
        number = "-" if meeting is None or meeting.number is None else meeting.number
        title = "" if meeting is None else f"{number}/{meeting.year}  {meeting.name}"
        return Page(
            item=self._item(),
            checklist=self._snapshot.checklist,
            decision=_decision_on(meeting, self._code),
            earlier=self._earlier(),
            place=self._codes.index(self._code) + 1,
            count=len(self._codes),
            decided=0 if meeting is None else len(meeting.decisions),
            scope=self._scope_words(),
            title=title,
            clock=self._session.now().astimezone().strftime("%H:%M"),
        )

    def _earlier(self) -> Decision | None:
        """What the meetings before this one decided on the item last."""
        before: list[Meeting] = []
        for one in self._snapshot.meetings:
            if one.id == self._meeting_id:
                break
            before.append(one)
        found = (_decision_on(one, self._code) for one in reversed(before))
        return next((one for one in found if one is not None), None)

    def _scope_words(self) -> str:
        scope = self._scope
        words = [_("undone only")] if scope.undone else []
        return ", ".join([*words, *(one for one in (scope.category, scope.unit) if one)])

    def _say(self, text: str, role: str = "muted") -> None:
        self.query_one("#said", LinesPane).show([[(text, role)]])

    def _look(self) -> None:
        """Let changes of colleagues arrive."""
        if self._saving.locked() or not self._session.open().changed():
            return
        try:
            self._snapshot = self._session.read()
        except ItaError as error:
            self._say(error.message, "bad")
            return
        self._show()

    # Moving

    def _go(self, code: str) -> None:
        self._code = code
        self._session.keep_place(PLACE_KEY + self._meeting_id, code)
        self._show()

    def _step(self, by: int) -> None:
        place = self._codes.index(self._code) + by
        if 0 <= place < len(self._codes):
            self._go(self._codes[place])
        elif by > 0:
            self._say(_("That was the last item; Esc leaves the review."), "good")

    def action_next(self) -> None:
        """Leave the item as it is and go on."""
        self._work(self._next())

    async def _next(self) -> None:
        async with self._saving:
            self._say("")
            self._step(1)

    def action_back(self) -> None:
        """Go back to the item before."""
        self._step(-1)

    def action_go_to(self) -> None:
        """Go to the item with a code."""
        self._work(self._go_to())

    async def _go_to(self) -> None:
        from ita_tui.services.statuses import find_item  # noqa: PLC0415 (only now)

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
        scope = self._scope
        self._narrow(Scope(not scope.undone, scope.category, scope.unit))

    def action_category(self) -> None:
        """Review only the category of this item, or every category."""
        scope = self._scope
        category = "" if scope.category else self._item().category
        self._narrow(Scope(scope.undone, category, scope.unit))

    def action_unit(self) -> None:
        """Review only the responsible unit of this item, or every unit."""
        scope = self._scope
        unit = "" if scope.unit else self._item().unit
        self._narrow(Scope(scope.undone, scope.category, unit))

    def _narrow(self, scope: Scope) -> None:
        codes = scope.codes(self._snapshot.checklist)
        if not codes:
            self._say(_("There is no such item left."), "good")
            return
        self._scope, self._codes = scope, codes
        self._go(self._code if self._code in codes else codes[0])

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
        screen = ChooseStatusScreen(self._item(), self._snapshot.checklist, self._session.signs)
        status = await self.app.push_screen_wait(screen)
        if status is not None:
            await self._decide(status)

    async def _decide(self, status: Status) -> None:
        """Decide on the item that is shown when this decision's turn has come."""
        async with self._saving:
            if await self._change(Edit("status", status)):
                self._step(1)

    def action_remark(self) -> None:
        """Write the meeting's remark on the item."""
        self._work(self._remark())

    async def _remark(self) -> None:
        item = self._item()
        text = await self.app.push_screen_wait(PromptScreen(_("Remark"), item.remark))
        if text is not None and text != item.remark:
            async with self._saving:
                await self._change(Edit("remark", text))

    async def _change(self, edit: Edit) -> bool:
        """Keep a decision; when a colleague was faster, ask. Whether it is settled."""
        session = self._session
        while True:
            item = self._item()
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
            except ItaError as error:
                self._say(error.message, "bad")
                return False
            else:
                return True

    async def _save(self, change: Callable[[], Outcome]) -> Outcome:
        outcome = await asyncio.to_thread(change)
        if outcome.snapshot is not None:
            self._snapshot = outcome.snapshot
        self._say("" if outcome.confirmed else _("Saved, but the disk has not confirmed it yet."))
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

    def action_leave(self) -> None:
        """Go back to the list; the review goes on at this item."""
        self.dismiss(None)


def _decision_on(meeting: Meeting | None, code: str) -> Decision | None:
    decisions = () if meeting is None else meeting.decisions
    return next((one for one in decisions if one.code == code), None)
