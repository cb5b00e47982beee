"""Choosing the meeting to go on with, or beginning today's."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Vertical

from ita_tui.errors import ItaError
from ita_tui.i18n import _, language
from ita_tui.services.meetings import begin, next_meeting
from ita_tui.thai.dates import short_date
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

    def __init__(self, session: Session, snapshot: Snapshot) -> None:
        """Offer today's meeting and those that are still open."""
        super().__init__()
        self._session = session
        today = session.now().astimezone().date()
        self._new = next_meeting(snapshot, today)
        still_open = [one for one in reversed(snapshot.meetings) if one.frozen is None]
        self._open = still_open
        self._today_is_open = any(one.held_on == today for one in still_open)

    def compose(self) -> ComposeResult:
        """The open meetings, and a new one where today has none yet."""
        with Vertical(classes="dialog"):
            yield Prose(_("Review in which meeting?"), classes="dialog-title")
            options = [_line(_("Go on with"), one) for one in self._open]
            if not self._today_is_open:
                options.insert(0, _line(_("Begin today's"), self._new))
            yield Choices(*options)
            yield Prose("", id="problem", classes="dialog-problem")
            yield hint(self, _("Enter chooses, {back} goes back."))

    def on_mount(self) -> None:
        """Begin at the first choice."""
        self.query_one(Choices).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return an open meeting, or begin today's first."""
        index = event.option_index
        if self._today_is_open:
            self.dismiss(self._open[index].id)
        elif index:
            self.dismiss(self._open[index - 1].id)
        else:
            self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        session = self._session
        try:
            await asyncio.to_thread(partial(begin, session.open(), session.actor, self._new))
        except ItaError as error:
            self.query_one("#problem", Prose).show(error.message)
        else:
            self.dismiss(self._new.id)


def _line(what: str, meeting: Meeting) -> str:
    number = "-" if meeting.number is None else meeting.number
    day = "" if meeting.held_on is None else f", {short_date(meeting.held_on, language())}"
    return f"{what} {number}/{meeting.year}{day}"
