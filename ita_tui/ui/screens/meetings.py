"""The way from the list into a meeting: its review, its minutes, and what was being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.i18n import _
from ita_tui.ui import session
from ita_tui.ui.screens.asking import AskingView

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import KeptDraft


class MeetingsView(AskingView):
    """Opens the screens of a meeting."""

    def action_review(self) -> None:
        """Review the list in a meeting: the open one, or a new one."""
        self._work(self._review())

    async def _review(self) -> None:
        meeting = await self._chosen(closed_too=False)
        if meeting is not None:
            await self._review_in(meeting)

    async def _review_in(self, meeting_id: str, *, goes_on: str = "") -> None:
        from ita_tui.ui.screens.review import ReviewScreen  # noqa: PLC0415 (only now)

        snapshot = self._read()
        if snapshot is None:
            return
        screen = ReviewScreen(self._session, snapshot, meeting_id, goes_on=goes_on)
        await self.app.push_screen_wait(screen)
        self._look_again()

    async def _chosen(self, *, closed_too: bool) -> str | None:
        """The id of the meeting that the person chooses, or begins."""
        from ita_tui.ui.screens.choose_meeting import (  # noqa: PLC0415 (only now)
            ChooseMeetingScreen,
        )

        snapshot = self._read()
        if snapshot is None:
            return None
        screen = ChooseMeetingScreen(self._session, snapshot, closed_too=closed_too)
        return await self.app.push_screen_wait(screen)

    def action_minutes(self) -> None:
        """Write the minutes: of the meeting that is open, else of the newest, else of a new one."""
        self._work(self._minutes())

    async def _minutes(self) -> None:
        from ita_tui.services.meetings.holding import open_meeting  # noqa: PLC0415 (only now)

        snapshot = self._read()
        if snapshot is None:
            return
        meeting = open_meeting(snapshot.meetings) or next(reversed(snapshot.meetings), None)
        wanted = await self._chosen(closed_too=True) if meeting is None else meeting.id
        if wanted is not None:
            await self._write_minutes(wanted)

    async def _write_minutes(self, meeting_id: str, *, goes_on: bool = False) -> None:
        from ita_tui.ui.screens.minutes import MinutesScreen  # noqa: PLC0415 (only now)

        snapshot = self._read()
        meetings: tuple[Meeting, ...] = () if snapshot is None else snapshot.meetings
        meeting = next((one for one in meetings if one.id == meeting_id), None)
        if snapshot is None or meeting is None:
            return
        screen = MinutesScreen(self._session, snapshot, meeting, goes_on=goes_on)
        await self.app.push_screen_wait(screen)
        self._look_again()

    async def _offer_drafts(self) -> None:
        """Offer what was typed when the line dropped, in a meeting too."""
        await super()._offer_drafts()
        offered = [await self._offer_of_meeting(kept) for kept in self._session.kept_drafts()]
        if not all(offered):
            said = _(
                "What you typed for something that is gone or closed by now is kept; "
                "`ita-tui drafts` shows it."
            )
            self._say(said, "accent")

    async def _offer_of_meeting(self, kept: KeptDraft) -> bool:
        """Offer a text of a meeting; False for what nobody can go on with."""
        kind, *rest = kept.code.split()
        match f"{kind} ", rest:
            case (session.MINUTES_DRAFT, [meeting_id]):
                return await self._offer_minutes(meeting_id)
            case (session.RESOLUTION_DRAFT, [meeting_id, code]):
                return await self._offer_resolution(meeting_id, code)
            case (_, []):
                return self._checklist.item(kind) is not None
            case _:  # where a review goes on
                return True

    async def _offer_minutes(self, meeting_id: str) -> bool:
        if all(one.id != meeting_id for one in self._snapshot.meetings):
            return False
        question = _("You were typing in the minutes {id} when the line dropped. Go on?")
        if await self._goes_on(question.format(id=meeting_id)):
            await self._write_minutes(meeting_id, goes_on=True)
        return True

    async def _offer_resolution(self, meeting_id: str, code: str) -> bool:
        meetings = self._snapshot.meetings
        is_open = any(one.id == meeting_id and one.frozen is None for one in meetings)
        if not is_open or self._checklist.item(code) is None:
            return False
        question = _("You were typing a resolution on {code} when the line dropped. Go on?")
        if await self._goes_on(question.format(code=code)):
            await self._review_in(meeting_id, goes_on=code)
        return True

    async def _goes_on(self, question: str) -> bool:
        from ita_tui.ui.screens.confirm import ConfirmScreen  # noqa: PLC0415 (only now)

        sure = await self.app.push_screen_wait(ConfirmScreen(question, comes_unasked=True))
        return bool(sure)
