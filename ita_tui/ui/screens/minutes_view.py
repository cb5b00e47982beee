"""The view of the minutes: the parts of a meeting, the document, and what colleagues change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from ita_tui.domain.meeting_parts import Path, found_again, part_at
from ita_tui.i18n import _
from ita_tui.minutes.finding import block_of
from ita_tui.minutes.rendering import minutes_blocks
from ita_tui.minutes.style import Digits
from ita_tui.services.meetings.fields import problems_of, written_number
from ita_tui.services.meetings.neighbours import neighbours
from ita_tui.services.names import learn_names
from ita_tui.thai.cells import truncate
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.meeting_rows import MeetingRow, meeting_rows
from ita_tui.ui.minutes_actions import MINUTES, PART
from ita_tui.ui.sayings import in_lines, told_of
from ita_tui.ui.screens.following import FollowingView
from ita_tui.ui.widgets.cursor_list import CursorList
from ita_tui.ui.widgets.document import DocumentPane
from ita_tui.ui.widgets.keybar import KeyBar
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.painting import Line, spread

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.domain.meeting import Meeting
    from ita_tui.minutes.missing import Missing
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session

WIDE = 100
"""From how many columns on the parts and the document stand side by side."""

SHOW_AFTER = 0.1
"""How many seconds after a key in the form the document follows; keys between share one."""


class MinutesView(FollowingView):
    """Shows the parts of a meeting and its minutes as they are on the disk."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 (declared by Screen)
    AUTO_FOCUS = "CursorList"

    def __init__(self, session: Session, snapshot: Snapshot, meeting: Meeting) -> None:
        """Show a meeting of a version of the data that was just read."""
        super().__init__(session, snapshot)
        self._meeting = meeting
        self._look_beside()
        learn_names(snapshot)  # before anything is laid out, however soon after the start
        self._is_gone = False
        """Whether the meeting is not in the data any more."""
        self._is_due = False
        self._blocks: list[str] = []
        self.said = ""
        """The sentence below the panes; empty when nothing is to be said."""

    def compose(self) -> ComposeResult:
        """The title, the parts beside the document, what was said, and the keys."""
        yield LinesPane(id="minutes-title")
        with Horizontal(id="minutes-body"):
            with Vertical(id="minutes-parts"):
                parts: CursorList[MeetingRow] = CursorList(signs=self._session.signs, id="parts")
                yield parts
            document = DocumentPane(id="document")
            document.can_focus = True
            yield document
        yield LinesPane(id="minutes-said")
        yield KeyBar(MINUTES, id="keys")
        yield KeyBar(PART, id="form-keys")

    def on_mount(self) -> None:
        """Show the meeting."""
        self._show()

    def on_lines_pane_resized(self) -> None:
        """Compose the lines again for their new width."""
        self._show_lines()
        self._show_document()

    def on_cursor_list_moved(self) -> None:
        """Let the document follow the cursor."""
        self._follow()

    # Showing

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""
        self._show(self._path)

    @property
    def _parts(self) -> CursorList[MeetingRow]:
        parts: CursorList[MeetingRow] = self.query_one("#parts", CursorList)
        return parts

    @property
    def _document(self) -> DocumentPane:
        return self.query_one("#document", DocumentPane)

    @property
    def _path(self) -> Path:
        """The part under the cursor."""
        row = self._parts.cursor_row
        return ("name",) if row is None else row.path

    @property
    def is_reading(self) -> bool:
        """Whether the document is to be seen."""
        # The pane has a size before the screen knows that there is no room for it.
        fits = self.size.width >= WIDE or self.has_class("-reading")
        return fits and self._document.size.width > 0

    def _as_typed(self) -> Meeting:
        """The meeting as the document is to show it."""
        return self._meeting

    def _look_beside(self) -> None:
        """Learn the numbers of the meetings of the fiscal years beside this one."""
        year = self._snapshot.checklist.fiscal_year
        self._beside = neighbours(self._session.workspace, year)

    def _problems(self, meeting: Meeting | None = None) -> tuple[Missing, ...]:
        """What is to be mended, in the meeting as it is or as it is to be."""
        return problems_of(meeting or self._meeting, self._snapshot.meetings, self._beside)

    def _show(self, cursor: Path | None = None) -> None:
        self._parts.show(meeting_rows(self._meeting, self._problems()), cursor)
        self._show_lines()
        self._show_document()

    def _show_lines(self) -> None:
        title = self.query_one("#minutes-title", LinesPane)
        title.show([self._title(title.cells)])

    def _title(self, cells: int) -> Line:
        meeting = self._meeting
        count = len(self._problems())
        right: Line = [(_("nothing open"), "good")]
        if count:
            right = [(_("{count} still open").format(count=count), "bad")]
        if meeting.frozen is not None:
            right += [("  ", ""), (_("closed"), "accent")]
        what = _("Minutes {number}").format(number=written_number(meeting))
        left = [(f"{what}  ", "title"), (truncate(meeting.name, max(cells - 40, 0)), "muted")]
        return spread(left, right, cells)

    def _show_document(self) -> None:
        """Show the document as it is now; while it is out of sight it is not made."""
        self._is_due = False
        if not self.is_reading:
            return
        meeting = self._as_typed()
        self._blocks = minutes_blocks(meeting, self._snapshot.checklist, Digits.THAI)
        self._document.show_blocks(self._blocks)
        self._follow()

    def _show_document_soon(self) -> None:
        """Show it a moment later, once for all the keys until then."""
        if not self._is_due:
            self._is_due = True
            self.set_timer(SHOW_AFTER, self._show_document)

    def _follow(self) -> None:
        """Bring the part under the cursor in sight in the document."""
        if self.is_reading and not self._document.has_focus:
            found = block_of(self._blocks, self._as_typed(), self._path, Digits.THAI)
            self._document.reveal(found)

    def _say(self, text: str, role: str = "muted") -> None:
        self.said = text
        pane = self.query_one("#minutes-said", LinesPane)
        pane.show([[(part, role)] for part in in_lines(text, pane.cells)])

    # Following the data

    def _adopt(self, snapshot: Snapshot, cursor: Path | None = None) -> None:
        """Show another version of the data; the cursor stays on its part, wherever it went.

        A meeting that is not in it any more stays in sight as it was: if the screen left by
        itself, the keys of whoever is typing would act on the list.
        """
        meeting = next((one for one in snapshot.meetings if one.id == self._meeting.id), None)
        self._is_gone = meeting is None
        if meeting is None:
            said = _("The meeting was taken out meanwhile; nothing can be saved. {key} goes back.")
            key = keyboard_of(self).shown_for("minutes.leave")
            self._say(said.format(key=key), "bad")
            return
        cursor = cursor or self._where_now(meeting)
        self._snapshot, self._meeting = snapshot, meeting
        learn_names(snapshot)
        self._show(cursor)

    def _where_now(self, after: Meeting) -> Path:
        """Where the part under the cursor stands in another version of the meeting."""
        path = self._path
        try:
            part = part_at(self._meeting, path)
        except LookupError:  # the heading of an attendance list is no part
            return path
        return found_again(after, path, part) or path

    def _meet(self, snapshot: Snapshot) -> None:
        if snapshot.generation == self._snapshot.generation:
            return
        self._tell_of_others(snapshot)
        self._adopt(snapshot)

    def _tell_of_others(self, snapshot: Snapshot) -> None:
        newest = next(snapshot.events(), None)
        if newest is not None and newest.session != self._session.actor.session:
            self._say(told_of(newest), "accent")
