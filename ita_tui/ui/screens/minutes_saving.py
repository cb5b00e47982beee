"""Keeping changes of a meeting: each is on the disk before the next key is looked at."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from ita_tui.domain.meeting_parts import first_difference
from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services import undo
from ita_tui.services.meetings import holding as meetings
from ita_tui.services.meetings.edits import MeetingConflictError, edit_meeting
from ita_tui.services.wording import field_label, unconfirmed
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.meeting_rows import row_of
from ita_tui.ui.screens.conflict import ConflictScreen
from ita_tui.ui.screens.minutes_view import MinutesView

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from typing import Any

    from ita_tui.domain.meeting import Meeting
    from ita_tui.domain.meeting_parts import Path
    from ita_tui.store import Snapshot


class MinutesSaving(MinutesView):
    """Writes changes through the services, one after the other."""

    def _work(self, job: Coroutine[Any, Any, None]) -> None:
        self.run_worker(job, group="minutes")

    def _is_closed(self) -> bool:
        """Whether nothing can be changed; if so, it is said."""
        closed = self._meeting.frozen is not None
        if closed:
            said = _("This meeting is closed; {key} opens it again.")
            self._say(said.format(key=keyboard_of(self).shown_for("minutes.close")), "accent")
        return closed

    async def _change(self, make: Callable[[Meeting, Path], tuple[Meeting, Path]]) -> None:
        """Change the meeting as it is, at the part under the cursor, when the turn has come.

        Args:
            make: Gives the meeting as it is to be, and where the cursor is to stand in it; it
                raises LookupError where nothing can be changed.
        """
        if self._is_closed():
            return
        seen = self._meeting
        try:
            after, cursor = make(seen, self._path)
        except LookupError:
            return
        if after != seen and await self._save(seen, after):
            self._show(cursor)

    async def _save(
        self,
        seen: Meeting,
        after: Meeting,
        when_settled: Callable[[], Awaitable[None]] | None = None,
    ) -> bool:
        """Write a change; whether it is on the disk. When a colleague was faster, ask.

        Args:
            seen: The meeting as the person saw it.
            after: The same as it is to be.
            when_settled: What follows once a question was answered with a choice.
        """
        try:
            async with self._saving:
                await self._write(seen, after)
        except MeetingConflictError as conflict:
            self._read_again()
            self._say(conflict.message, "bad")
            self._work(self._settle(conflict, when_settled))
            return False
        except ItaError as error:
            self._read_again()
            self._say(error.message, "bad")
            return False
        return True

    async def _write(self, seen: Meeting, after: Meeting) -> None:
        session = self._session
        change = partial(edit_meeting, session.open(), session.actor, seen, after)
        wrong = self._wrong()
        outcome = await asyncio.to_thread(change)
        self._adopt_saved(outcome.snapshot, confirmed=outcome.confirmed)
        news = [one for one in self._wrong() if one not in wrong]
        if news:
            self._say(" ".join([self.said, *news]), "bad")

    def _wrong(self) -> list[str]:
        """What is wrong with what stands in a row, each as a sentence."""
        rows = self._parts.rows
        return [row.problem for row in rows if row.problem and not row.is_heading]

    def _adopt_saved(self, snapshot: Snapshot | None, *, confirmed: bool) -> None:
        if snapshot is not None:
            self._adopt(snapshot)
        if confirmed:
            self._say(_("Saved."), "good")
        else:
            self._say(unconfirmed(), "bad")

    async def _settle(
        self, conflict: MeetingConflictError, when_settled: Callable[[], Awaitable[None]] | None
    ) -> None:
        choice = await self.app.push_screen_wait(ConflictScreen(conflict))
        if choice is None:
            return
        after = conflict.with_yours if choice == "yours" else conflict.with_theirs
        if await self._save(conflict.there, after, when_settled) and when_settled is not None:
            await when_settled()

    def _read_again(self) -> None:
        """Show what is there now, if it can be read."""
        try:
            self._adopt(self._session.read())
        except ItaError as error:
            self._say(error.message, "bad")

    # Taking back

    async def action_undo(self) -> None:
        """Take back one's own last change."""
        await self._take_back("undo")

    async def action_redo(self) -> None:
        """Take back one's own last undo."""
        await self._take_back("redo")

    async def _take_back(self, what: str) -> None:
        session = self._session
        change = partial(getattr(undo, what), session.open(), session.actor)
        try:
            async with self._saving:
                seen = self._meeting  # with the change before, which may have been on its way
                outcome = await asyncio.to_thread(change)
        except ItaError as error:
            self._read_again()
            self._say(error.message, "bad")
            return
        self._adopt_saved(outcome.snapshot, confirmed=outcome.confirmed)
        if self._is_gone:  # its beginning was taken back
            self.dismiss(None)
            return
        self._show(self._changed_since(seen))
        fields = ", ".join(dict.fromkeys(field_label(one.field) for one in outcome.events))
        if outcome.confirmed:
            said = _("Taken back: {what}.") if what == "undo" else _("Brought back: {what}.")
            self._say(said.format(what=fields), "good")

    def _changed_since(self, seen: Meeting) -> Path | None:
        """The row of the first part that is another than the person saw; None for none."""
        path = first_difference(seen, self._meeting)
        rows = [row.path for row in self._parts.rows]
        return None if path is None else rows[row_of(path, rows)]

    # Closing

    async def _turn_over(self) -> None:
        """Close the meeting, or open it again."""
        session = self._session
        closed = self._meeting.frozen is not None
        change = meetings.reopen if closed else meetings.close
        try:
            async with self._saving:
                await asyncio.to_thread(change, session.open(), session.actor, self._meeting.id)
        except ItaError as error:
            self._say(error.message, "bad")
            return
        self._read_again()
        self._say(_("The meeting is open.") if closed else _("The meeting is closed."), "good")
