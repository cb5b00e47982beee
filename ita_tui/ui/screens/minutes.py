"""The minutes editor: the parts of a meeting beside the document that they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from ita_tui.domain.meeting import AgendaItem, Attendance, Attendee
from ita_tui.domain.meeting_parts import (
    LISTS,
    Path,
    inserted,
    moved,
    new_below,
    part_at,
    with_part,
    without,
)
from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.documents import find_meeting
from ita_tui.thai.cells import truncate
from ita_tui.ui.actions import bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.meeting_rows import row_of
from ita_tui.ui.minutes_actions import MINUTES
from ita_tui.ui.part_drafts import Writing
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.minutes_writing import MinutesWriting

if TYPE_CHECKING:
    from textual.binding import BindingType

    from ita_tui.domain.meeting import Meeting
    from ita_tui.ui.action import Action
    from ita_tui.ui.meeting_rows import MeetingRow

_NEXT = {
    Attendance.PRESENT: Attendance.ABSENT,
    Attendance.ABSENT: Attendance.OTHER,
    Attendance.OTHER: Attendance.PRESENT,
}


_SHOWN = 60
"""How many cells of a part a question shows."""


class MinutesScreen(MinutesWriting):
    """What the keys do on the parts of a meeting."""

    ACTIONS: tuple[Action, ...] = MINUTES
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MINUTES)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 (Textual's own signature)
        """While a form is open, its keys are its own."""
        return self._form is None or action not in _OF_THE_PARTS

    # Writing

    async def action_edit(self) -> None:
        """Write the part under the cursor; on the heading of a list, a new one."""
        path = self._path
        if isinstance(path[-1], str) and path[0] in LISTS and path[-1] != "resolution":
            await self.action_add()
        else:
            await self._open(Writing(self._meeting, self._meeting, path))

    async def action_add(self) -> None:
        """Add a part below the cursor, of the same kind."""
        new = new_below(self._meeting, self._path)
        if self._is_closed():
            return
        if new is None:
            self._say(_("Nothing can be added here."))
        else:
            await self._open_new(*new)

    async def action_add_item(self) -> None:
        """Add an item to the agenda after the one with the cursor, else at its end."""
        match self._path:
            case ("agenda", int(here), *_):
                at = here + 1
            case _:
                at = len(self._meeting.agenda)
        await self._open_new(("agenda", at), AgendaItem(""))

    async def _open_new(self, path: Path, part: object) -> None:
        await self._open(Writing(self._meeting, inserted(self._meeting, path, part), path))

    async def action_outside(self) -> None:
        """Write the part in the person's own editor, and keep it."""
        await self.action_edit()
        form = self._form
        if form is not None:
            self._write_outside(form.last)
            form.action_save()

    # Changing without a form

    async def action_shift(self, by: int) -> None:
        """Move the part under the cursor up or down."""
        if isinstance(self._path[-1], int):
            await self._change(lambda meeting, path: moved(meeting, path, by))

    async def action_turn(self) -> None:
        """Give a person the next list, or an agenda item the table, or take it away."""
        await self._change(_turned)

    def action_remove(self) -> None:
        """Take out the part under the cursor, after a question."""
        row = self._parts.cursor_row
        if row is not None and isinstance(row.path[-1], int) and not self._is_closed():
            self._work(self._remove(row))

    async def _remove(self, row: MeetingRow) -> None:
        question = _("Take out “{what}”? {key} brings it back.")
        text = truncate(row.text or row.label, _SHOWN)
        key = keyboard_of(self).shown_for("minutes.undo")
        if await self.app.push_screen_wait(ConfirmScreen(question.format(what=text, key=key))):
            await self._change(lambda meeting, _path: (without(meeting, row.path), row.path))

    # The meeting

    def action_missing(self) -> None:
        """Go to the next part that is still open, and say what it lacks."""
        self._look_beside()
        found = self._problems()
        if not found:
            self._say(_("Nothing is open; the minutes can be handed in."), "good")
            return
        rows = [row.path for row in self._parts.rows]
        places = [row_of(one.path, rows) for one in found]
        here = rows.index(self._path) if self._path in rows else -1
        number = next((n for n, place in enumerate(places) if place > here), 0)
        self._parts.move_to(rows[places[number]])
        self._say(f"{number + 1}/{len(found)} {found[number].sentence}", "bad")

    def action_close(self) -> None:
        """Close the meeting, or open it again, after a question."""
        self._work(self._close())

    async def _close(self) -> None:
        closed = self._meeting.frozen is not None
        question = _("Close the meeting? Its table stays as it is now.")
        if closed:
            question = _("Open the meeting again? Its table follows the list from then on.")
        self._look_beside()
        found = () if closed else self._problems()
        if found:
            open_parts = " ".join(one.sentence for one in found)
            question += "\n\n" + _("Still open: {parts}").format(parts=open_parts)
        if await self.app.push_screen_wait(ConfirmScreen(question)):
            await self._turn_over()

    def action_choose(self) -> None:
        """Choose another meeting, or begin a new one."""
        self._work(self._choose())

    async def _choose(self) -> None:
        from ita_tui.ui.screens.choose_meeting import (  # noqa: PLC0415 (only then)
            ChooseMeetingScreen,
        )

        screen = ChooseMeetingScreen(self._session, self._snapshot, closed_too=True)
        chosen = await self.app.push_screen_wait(screen)
        if chosen is None:
            return
        try:
            snapshot = self._session.read()
            self._meeting = find_meeting(snapshot.meetings, chosen)
        except ItaError as error:  # it was there a moment ago
            self._say(error.message, "bad")
            return
        self._say("")
        self._adopt(snapshot, ("name",))

    def action_export(self) -> None:
        """Write the minutes of this meeting to a file."""
        self._work(self._export())

    async def _export(self) -> None:
        from ita_tui.ui.export_offers import all_offers  # noqa: PLC0415 (only then)
        from ita_tui.ui.screens.export import ExportScreen  # noqa: PLC0415 (as above)

        screen = ExportScreen(all_offers(self._session, self._snapshot, self._meeting.id))
        said = await self.app.push_screen_wait(screen)
        if said is not None:
            self._say(said, "good")

    # The screen

    def action_pane(self) -> None:
        """Go to the document and back."""
        if self.has_class("-narrow"):
            self.toggle_class("-reading")
        if self._document.has_focus:
            self._parts.focus()
        else:
            # A pane that was hidden has its size only after the next layout.
            self.call_after_refresh(self._enter_document)

    def _enter_document(self) -> None:
        self._show_document()
        self._document.focus()

    def action_help(self) -> None:
        """Show every key."""
        from ita_tui.ui.screens.help import HelpScreen  # noqa: PLC0415 (only then)

        self.app.push_screen(HelpScreen(self._session.signs, MINUTES))

    async def action_leave(self) -> None:
        """Go back to the list, after what is being saved; from the document, to the parts."""
        if self._document.has_focus:
            self.action_pane()
            return
        async with self._saving:
            self.dismiss(None)


def _turned(meeting: Meeting, path: Path) -> tuple[Meeting, Path]:
    part = part_at(meeting, path)
    if isinstance(part, Attendee):
        part = replace(part, attendance=_NEXT[part.attendance])
    elif isinstance(part, AgendaItem):
        part = replace(part, shows_checklist=not part.shows_checklist)
    return with_part(meeting, path, part), path


_OF_THE_PARTS = {action.method.partition("(")[0] for action in MINUTES}
