"""Writing the minutes or the table of the checklist to a file."""

from __future__ import annotations

import asyncio
import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Input, Label, OptionList

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.minutes.style import Digits
from ita_tui.services.documents import checklist_document, form_of, minutes_document
from ita_tui.services.meetings.fields import problems_of
from ita_tui.services.meetings.neighbours import neighbours
from ita_tui.services.outfile import free_name, write_file
from ita_tui.thai.dates import short_date
from ita_tui.ui.literal import literal
from ita_tui.ui.meeting_titles import told_apart
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.dialog import Dialog, hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.fields import LineField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.documents import Document
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session


class ExportScreen(Dialog[str | None]):
    """Asks what to write and where to; returns a sentence on what was written, or None."""

    def __init__(self, session: Session, snapshot: Snapshot, meeting: str = "") -> None:
        """Offer what this version of the data holds: the newest meeting's minutes first.

        Args:
            session: The folder that the data are in.
            snapshot: The data.
            meeting: The id of the meeting whose minutes are offered before all others.
        """
        super().__init__()
        self._snapshot = snapshot
        self._beside = neighbours(session.workspace, snapshot.checklist.fiscal_year)
        newest_first = reversed(snapshot.meetings)
        self._meetings = tuple(sorted(newest_first, key=lambda one: one.id != meeting))
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """What to write above the name of the file."""
        table = _("Table of the checklist {year}").format(year=self._snapshot.checklist.fiscal_year)
        with Vertical(classes="dialog"):
            yield Prose(_("Export a document"), classes="dialog-title")
            titles = told_apart(self._meetings, [_title(one) for one in self._meetings])
            yield Choices(*titles, table)
            yield Label(literal(_("File")))
            yield LineField(id="file")
            yield Prose(id="missing", classes="dialog-text")
            yield Prose(id="problem", classes="dialog-problem")
            said = _("Enter goes on and writes, {back} goes back.")
            endings = _("A name in .html or .docx makes a web page or a Word file, else Markdown.")
            yield hint(self, f"{endings} {said}")

    def on_mount(self) -> None:
        """Begin at the choices."""
        self.query_one(Choices).focus()

    @property
    def _file(self) -> Input:
        return self.query_one("#file", Input)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Propose a name that is still free."""
        index = event.option_index
        name = (
            f"minutes-{_slug(self._meetings[index].id)}"
            if index < len(self._meetings)
            else f"checklist-{self._snapshot.checklist.fiscal_year}"
        )
        self._file.value = _free_name(name)
        self.query_one("#missing", Prose).show(self._missing(index))

    def _missing(self, index: int) -> str:
        """What the minutes at this place of the choices still lack, to be read beforehand."""
        if index >= len(self._meetings):
            return ""
        found = problems_of(self._meetings[index], self._snapshot.meetings, self._beside)
        parts = " ".join(one.sentence for one in found)
        return _("Still missing: {parts}").format(parts=parts) if found else ""

    def on_option_list_option_selected(self) -> None:
        """Go on to the name of the file."""
        self._file.focus()

    def on_input_submitted(self) -> None:
        """Write the file, after a question if there is one of that name."""
        typed = self._file.value.strip()
        try:
            target = Path(typed).expanduser()
        except RuntimeError:
            problem = _("There is no home folder for {file}; write the folder out.")
            self._complain(problem.format(file=typed))
            return
        if os.path.isfile(target):  # noqa: PTH113 (Path raises for a name that is too long)
            question = _("{file} is there already. Replace it?").format(file=target)
            self.app.push_screen(ConfirmScreen(question), partial(self._replace_if, target))
        elif os.path.lexists(target) and target.name:
            problem = _("{file} is there already and is no file; give another name.")
            self._complain(problem.format(file=target))
        else:
            self._start(target, force=False)

    def _complain(self, problem: str) -> None:
        self.query_one("#problem", Prose).show(problem)

    def _replace_if(self, target: Path, sure: bool | None) -> None:
        if sure:
            self._start(target, force=True)
        elif (other := free_name(target)) is not None:
            self._file.value = str(other)

    def _start(self, target: Path, *, force: bool) -> None:
        if not self._is_writing:
            self._is_writing = True
            self.run_worker(self._write(target, force=force))

    async def _write(self, target: Path, *, force: bool) -> None:
        index = self.query_one(Choices).highlighted or 0
        try:
            document = await asyncio.to_thread(self._document, index, target)
            await asyncio.to_thread(write_file, target, document.content, force=force)
        except ItaError as error:
            self._is_writing = False
            self._complain(error.message)
            return
        said = _("Written to {file}.").format(file=target)
        missing = _("Still missing: {parts}").format(parts=" ".join(document.notes))
        self.dismiss(f"{said} {missing}" if document.notes else said)

    def _document(self, index: int, target: Path) -> Document:
        """What stands at this place of the choices, in the format that the file's ending names."""
        if index < len(self._meetings):
            form = form_of("minutes", target)
            meeting = self._meetings[index]
            return minutes_document(self._snapshot, meeting, Digits.THAI, form, self._beside)
        form = form_of("checklist", target)
        return checklist_document(self._snapshot, Digits.THAI, form)


def _title(meeting: Meeting) -> str:
    number = "-" if meeting.number is None else meeting.number
    day = "" if meeting.held_on is None else f" · {short_date(meeting.held_on)}"
    return _("Minutes {number}/{year}").format(number=number, year=meeting.year) + day


def _slug(name: str) -> str:
    """A name without anything that leads to another folder."""
    return re.sub(r"[^\w-]+", "-", name)


def _free_name(stem: str) -> str:
    """The stem as the name of a Markdown file that is not there yet."""
    name, number = f"{stem}.md", 2
    while os.path.lexists(name):
        name, number = f"{stem}-{number}.md", number + 1
    return name
