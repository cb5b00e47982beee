"""The view of a review: the item, the meeting, the clock, and what colleagues change."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.screen import Screen

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.reviews import Scope
from ita_tui.store import Store
from ita_tui.ui.actions import REVIEW
from ita_tui.ui.review_lines import Page, review_lines
from ita_tui.ui.widgets.keybar import KeyBar
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.meeting import Decision, Meeting
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session

LOOK_EVERY = 0.5
CLOCK_EVERY = 60.0
PLACE_KEY = "review "
"""What the kept place of a review is kept under, before the meeting's id."""


class ReviewView(Screen[None]):
    """Shows the item under review as it is on the disk, and keeps the place."""

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
        # The list below looks for changes too; what it has seen is new here all the same.
        self._watch = Store(session.open().path)
        kept = session.kept_place(PLACE_KEY + meeting_id)
        self._code = kept if kept in self._codes else self._codes[0]

    def compose(self) -> ComposeResult:
        """The page, what was said, and the keys."""
        yield LinesPane(id="page", margin=2)
        yield LinesPane(id="said", margin=2)
        yield KeyBar(REVIEW, id="keys")

    def on_mount(self) -> None:
        """Show the item, and follow the colleagues and the clock."""
        self.set_interval(LOOK_EVERY, self._look)
        self.set_interval(CLOCK_EVERY, self._show)

    def on_unmount(self) -> None:
        """Let go of the data file."""
        self._watch.close()

    def on_lines_pane_resized(self) -> None:
        """Compose the page for the new size."""
        self._show()

    # Showing

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""
        self._say("")
        self._show()

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
        if self._saving.locked() or not self._watch.changed():
            return
        try:
            self._snapshot = self._watch.read()
        except ItaError as error:
            self._say(error.message, "bad")
            return
        self._show()

    def _go(self, code: str) -> None:
        self._code = code
        self._session.keep_place(PLACE_KEY + self._meeting_id, code)
        self._show()

    def _narrow(self, scope: Scope) -> None:
        codes = scope.codes(self._snapshot.checklist)
        if not codes:
            self._say(_("There is no such item left."), "good")
            return
        self._scope, self._codes = scope, codes
        self._go(self._code if self._code in codes else codes[0])


def _decision_on(meeting: Meeting | None, code: str) -> Decision | None:
    decisions = () if meeting is None else meeting.decisions
    return next((one for one in decisions if one.code == code), None)
