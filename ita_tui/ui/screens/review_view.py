"""The view of a review: the item, the meeting, the clock, and what colleagues change."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.services.resuming import Place, resumed_at
from ita_tui.services.reviews import Scope, decided_before, decision_on, stood
from ita_tui.ui.actions import REVIEW
from ita_tui.ui.review_lines import Page, review_lines
from ita_tui.ui.sayings import in_lines, told_since
from ita_tui.ui.screens.following import FollowingView
from ita_tui.ui.widgets.keybar import KeyBar
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session

CLOCK_EVERY = 60.0
PLACE_KEY = "review "
"""What the kept place of a review is kept under, before the meeting's id."""


class ReviewView(FollowingView):
    """Shows the item under review as it is on the disk, and keeps the place."""

    AUTO_FOCUS = ""

    def __init__(
        self, session: Session, snapshot: Snapshot, meeting_id: str, *, goes_on: str = ""
    ) -> None:
        """Begin, or go on, where the person left the review of this meeting.

        Args:
            session: The running screen.
            snapshot: The data as they were just read.
            meeting_id: The meeting in which the review is held.
            goes_on: The code of the item whose resolution was being typed; empty for none.
        """
        super().__init__(session, snapshot)
        self._meeting_id = meeting_id
        self._scope = Scope()
        self._codes = self._scope.codes(snapshot.checklist)
        kept = Place.of_texts(session.kept_texts(PLACE_KEY + meeting_id))
        self._goes_on = goes_on
        self._code = goes_on or resumed_at(snapshot, meeting_id, session.actor, kept, self._codes)
        self.said = ""
        """The sentence below the page; empty when nothing is to be said."""

    def compose(self) -> ComposeResult:
        """The page, what was said, and the keys."""
        yield LinesPane(id="page", margin=2)
        yield LinesPane(id="said", margin=2)
        yield KeyBar(REVIEW, id="keys")

    def on_mount(self) -> None:
        """Follow the clock."""
        # The clock changes with the minute, and paints only then.
        left = CLOCK_EVERY - self._session.now().timestamp() % CLOCK_EVERY
        self.set_timer(left, self._start_clock)

    def _start_clock(self) -> None:
        self._show()
        self.set_interval(CLOCK_EVERY, self._show)

    def on_unmount(self) -> None:
        """Keep the place: the review goes on here next time."""
        with suppress(OSError):  # the next review goes on behind the last decision then
            self.keep_draft()

    def keep_draft(self) -> None:
        """Keep the place: the review is left, or the line has dropped."""
        self._keep_place(synced=True)

    def _keep_place(self, *, synced: bool) -> None:
        place = Place.at(self._code, self._snapshot)
        self._session.keep_texts(PLACE_KEY + self._meeting_id, place.texts, synced=synced)

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
            decision=decision_on(meeting, self._code),
            earlier=decided_before(self._snapshot.meetings, self._meeting_id, self._code),
            stood=stood(self._snapshot.meetings, self._meeting_id, self._code),
            place=self._codes.index(self._code) + 1,
            count=len(self._codes),
            decided=0 if meeting is None else len(meeting.decisions),
            scope=self._scope_words(),
            title=title,
            clock=self._clock(),
        )

    def _clock(self) -> str:
        """The time of day, and how long the meeting has been going on, in hours and minutes."""
        now = self._session.now().astimezone()
        meeting = self._meeting
        begun = None if meeting is None else meeting.start
        if meeting is None or begun is None or meeting.held_on != now.date():
            return f"{now:%H:%M}"
        minutes = now.hour * 60 + now.minute - begun.hour * 60 - begun.minute
        return (
            f"{now:%H:%M} ({minutes // 60}:{minutes % 60:02})" if minutes >= 0 else f"{now:%H:%M}"
        )

    def _scope_words(self) -> str:
        scope = self._scope
        words = [_("undone only")] if scope.undone else []
        return ", ".join([*words, *(one for one in (scope.category, scope.unit) if one)])

    def _say(self, text: str, role: str = "muted") -> None:
        self.said = text
        pane = self.query_one("#said", LinesPane)
        pane.show([[(part, role)] for part in in_lines(text, pane.cells)])

    def _meet(self, snapshot: Snapshot) -> None:
        self._tell_of_others(snapshot)
        self._take(snapshot)
        self._show()

    def _take(self, snapshot: Snapshot) -> None:
        """Go by another version of the data; an item that was taken out by hand is left."""
        self._snapshot = snapshot
        place, known = self._codes.index(self._code), snapshot.checklist.item
        self._codes = tuple(code for code in self._codes if known(code) is not None)
        if not self._codes:
            self._scope = Scope()
            self._codes = self._scope.codes(snapshot.checklist)
        if known(self._code) is None:
            said = _("There is no item {code} in this checklist any more.")
            self._say(said.format(code=self._code), "bad")
            self._code = self._codes[min(place, len(self._codes) - 1)]

    def _tell_of_others(self, snapshot: Snapshot) -> None:
        newest = next(self._snapshot.events(), None)
        known = 0 if newest is None else newest.seq
        said = told_since(known, snapshot, self._session.actor)
        if said:
            self._say(said, "accent")

    def _go(self, code: str) -> None:
        self._code = code
        self._show()
        with suppress(OSError):  # as when the review is left
            self._keep_place(synced=False)

    def _narrow(self, scope: Scope) -> None:
        codes = scope.codes(self._snapshot.checklist)
        if not codes:
            self._say(_("There is no such item left."), "good")
            return
        self._scope, self._codes = scope, codes
        self._go(self._code if self._code in codes else codes[0])
