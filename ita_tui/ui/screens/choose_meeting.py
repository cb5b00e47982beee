"""Choosing the meeting to go on with, or beginning today's."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical

from ita_tui.errors import ItaError
from ita_tui.i18n import _, language
from ita_tui.services.meetings.agendas import AGENDAS, FOLLOW_UP
from ita_tui.services.meetings.fields import written_number
from ita_tui.services.meetings.holding import begin, next_meeting
from ita_tui.services.meetings.neighbours import meetings_after, meetings_before, neighbours
from ita_tui.thai.dates import short_date
from ita_tui.ui.meeting_titles import told_apart
from ita_tui.ui.screens.dialog import Dialog, hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import OptionList

    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session


class ChooseMeetingScreen(Dialog[str | None]):
    """Returns the id of an open meeting; None when the person goes back."""

    def __init__(self, session: Session, snapshot: Snapshot, *, closed_too: bool = False) -> None:
        """Offer the meetings that can be gone on with, and today's where it is not begun.

        Args:
            session: Where a new one is kept.
            snapshot: The meetings that there are.
            closed_too: Whether closed ones are offered too, and a second one on one day.
        """
        super().__init__()
        self._session = session
        self._closed_too = closed_too
        self._is_beginning = False
        today = session.now().astimezone().date()
        there = [one for one in reversed(snapshot.meetings) if closed_too or one.frozen is None]
        year = snapshot.checklist.fiscal_year
        beside = neighbours(session.workspace, year)
        self._unread = " ".join(one.problem for one in beside if one.problem)
        earlier, later = meetings_before(beside, year), meetings_after(beside, year)
        schemes = [None] if snapshot.meetings or earlier else [*AGENDAS]
        new = [next_meeting(snapshot, today, scheme, earlier, later=later) for scheme in schemes]
        if closed_too and snapshot.meetings:
            self._offered, self._new = [*there, *new], new
        elif any(one.held_on == today for one in there):
            self._offered, self._new = there, []
        else:
            self._offered, self._new = [*new, *there], new

    def compose(self) -> ComposeResult:
        """The meetings, those that are not begun yet among them."""
        question = _("Which meeting?") if self._closed_too else _("Review in which meeting?")
        with Vertical(classes="dialog"):
            yield Prose(question, classes="dialog-title")
            lines = [self._line(one) for one in self._offered]
            yield Choices(*told_apart(self._offered, lines))
            yield Prose(self._unread, id="problem", classes="dialog-problem")
            yield hint(self, _("Enter chooses, {back} goes back."))

    def on_mount(self) -> None:
        """Begin at the first choice."""
        self.query_one(Choices).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return a meeting; a new one is begun first."""
        meeting = self._offered[event.option_index]
        if self._is_beginning:  # and then it is there by now
            return
        if meeting in self._new:
            self._is_beginning = True
            self.run_worker(self._begin(meeting))
        else:
            self.dismiss(meeting.id)

    async def _begin(self, meeting: Meeting) -> None:
        session = self._session
        try:
            await asyncio.to_thread(partial(begin, session.open(), session.actor, meeting))
        except ItaError as error:
            self._is_beginning = False
            self.query_one("#problem", Prose).show(error.message)
        else:
            self.dismiss(meeting.id)

    def _line(self, meeting: Meeting) -> str:
        what = _("Begin today's") if meeting in self._new else _("Go on with")
        if meeting.frozen is not None:
            what = _("Closed:")
        day = "" if meeting.held_on is None else f", {short_date(meeting.held_on, language())}"
        titles = [one.title for one in meeting.agenda]
        scheme = f" ({FOLLOW_UP})" if len(self._new) > 1 and FOLLOW_UP in titles else ""
        return f"{what} {written_number(meeting)}{day}{scheme}"
