"""Writing the parts of a meeting: every change is on the disk as soon as it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.meeting_parts import Path, found_again
from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.meetings.fields import FieldError
from ita_tui.services.meetings.following_up import certifications
from ita_tui.services.meetings.holding import meeting_before
from ita_tui.services.meetings.neighbours import meetings_before
from ita_tui.services.meetings.people import known_people
from ita_tui.ui.meeting_forms import ONLY, form_of, value_of
from ita_tui.ui.outside import Outside
from ita_tui.ui.part_drafts import Writing, as_texts, from_texts
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.holding import Holding
from ita_tui.ui.screens.minutes_saving import MinutesSaving
from ita_tui.ui.session import MINUTES_DRAFT
from ita_tui.ui.widgets.part_form import PartForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ita_tui.domain.meeting import Meeting
    from ita_tui.store import Snapshot
    from ita_tui.ui.session import Session


class MinutesWriting(MinutesSaving, Holding[None]):
    """Opens the form of a part, and keeps what was typed into it."""

    _writing: Writing | None = None
    _outside: Outside | None = None

    def __init__(
        self, session: Session, snapshot: Snapshot, meeting: Meeting, *, goes_on: bool = False
    ) -> None:
        """Show a meeting of a version of the data that was just read.

        Args:
            session: Who writes, and where.
            snapshot: The data.
            meeting: One of its meetings.
            goes_on: Whether the person has agreed to go on with what they were typing when the
                line dropped; else they are asked.
        """
        super().__init__(session, snapshot, meeting)
        self._goes_on = goes_on

    def on_mount(self) -> None:
        """Go on with what was being typed when the line dropped."""
        self._work(self._go_on())

    # The form

    @property
    def _form(self) -> PartForm | None:
        return next(iter(self.query(PartForm)), None)

    async def _open(
        self, writing: Writing, texts: Mapping[str, str] | None = None
    ) -> PartForm | None:
        """Open the form of a part; None while nothing can be written.

        Args:
            writing: Which part.
            texts: What was typed before.
        """
        if self._is_closed() or self._form is not None:
            return None
        self._say("")
        self._writing = writing
        known = known_people(self._snapshot)
        sentences = self._certifications(writing)
        asked = form_of(writing.base, writing.path, known, sentences)
        form = PartForm(asked, texts)
        await self.query_one("#minutes-parts").mount(form)
        self.add_class("-writing")
        self._parts.can_focus = self._document.can_focus = False
        self._show_lines()
        self._show_document_soon()
        return form

    def _certifications(self, writing: Writing) -> tuple[str, ...]:
        """What may certify the minutes of the meeting before, as far as that one is known."""
        year = self._snapshot.checklist.fiscal_year
        every = (*meetings_before(self._beside, year), *self._snapshot.meetings)
        last = meeting_before(every, self._meeting)
        if last is None and any(one.problem for one in self._beside if one.year < year):
            return ()
        return certifications(writing.base, writing.path, last)

    async def _go_on(self) -> None:
        kept = self._session.kept_texts(MINUTES_DRAFT + self._meeting.id)
        found = from_texts(self._meeting, kept, self._today) if kept else None
        if found is not None and (self._goes_on or await self.app.push_screen_wait(_go_on())):
            await self._open(*found)

    async def _shut(self, cursor: Path | None = None) -> None:
        """Take the form away, and give the parts the keyboard."""
        self._writing = None
        self._session.discard_draft(MINUTES_DRAFT + self._meeting.id)
        self.remove_class("-writing")
        self._parts.can_focus = self._document.can_focus = True
        self._parts.focus()
        await self.query(PartForm).remove()
        self._show(cursor or self._path)

    def _as_typed(self) -> Meeting:
        """The meeting with what is being typed, as far as it can be read."""
        form, writing = self._form, self._writing
        if form is None or writing is None:
            return self._meeting
        try:
            return writing.after(self._value(writing, form.texts))
        except FieldError:
            return self._meeting

    def _value(self, writing: Writing, texts: Mapping[str, str]) -> object:
        return value_of(writing.base, writing.path, texts, self._today)

    @property
    def _today(self) -> date:
        return self._session.now().astimezone().date()

    def on_part_form_changed(self) -> None:
        """Let the document follow what is typed, and say at once what is wrong with it."""
        self._show_document_soon()
        self._hold_soon()
        form, writing = self._form, self._writing
        if form is not None and writing is not None and form.typed:
            form.warn(self._wrong_with(writing, form.texts))

    def _wrong_with(self, writing: Writing, texts: Mapping[str, str]) -> str:
        """What is wrong with a part that could be saved so; nothing where nothing stands there."""
        if not any(texts.values()):
            return ""
        try:
            after = writing.after(self._value(writing, texts))
        except FieldError:  # said when it is to be saved
            return ""
        return " ".join(one.sentence for one in self._problems(after) if one.path == writing.path)

    async def on_part_form_saved(self) -> None:
        """Keep what was typed; keys typed meanwhile wait, so that they find the form gone."""
        form, writing = self._form, self._writing
        if form is None or writing is None:
            return
        if not form.typed:
            await self._shut()
            return
        try:
            value = self._value(writing, form.texts)
        except FieldError as error:
            form.complain(error.message, ONLY)
            return
        if await self._save(writing.seen, writing.after(value), self._shut):
            await self._shut(found_again(self._meeting, writing.path, value))
        else:
            form.complain(self.said)

    async def on_part_form_left(self) -> None:
        """Go back; what was typed is given up only when the person says so."""
        form = self._form
        if form is not None and form.typed:
            self._work(self._ask_to_give_up())
        else:
            await self._shut()

    async def _ask_to_give_up(self) -> None:
        if await self.app.push_screen_wait(ConfirmScreen(_("Give up what you typed?"))):
            await self._shut()

    # The editor of one's own

    def on_part_form_outside(self, event: PartForm.Outside) -> None:
        """Open the person's editor on a field."""
        self._write_outside(event.name)

    def _write_outside(self, name: str) -> bool:
        """Write a field in the person's editor; whether it was changed there."""
        form = self._form
        if form is None:
            return False
        before = form.texts[name]
        self._outside = Outside(before, self._session.private_folder)
        try:
            text = self._outside.edit(self.app)
        except ItaError as error:
            form.complain(error.message, name)
            return False
        finally:
            self._outside = None
        form.put(name, text)
        return text != before

    # Drafts

    def hold(self) -> None:
        """Keep what was typed aside; when all is as before again, nothing is kept."""
        form = self._form
        if form is not None and form.typed:
            self._keep(held=True)
        elif form is not None:
            self._session.discard_draft(MINUTES_DRAFT + self._meeting.id)

    def keep_draft(self) -> None:
        """Keep what was typed for the next time; the line has dropped."""
        self._keep(held=False)

    def _keep(self, *, held: bool) -> None:
        form, writing = self._form, self._writing
        if form is None or writing is None:
            return
        texts = dict(form.typed)
        if self._outside is not None:
            texts[form.last] = self._outside.written()
            self._outside.take_away()
        if texts:
            kept = as_texts(writing, texts, form.first)
            self._session.keep_texts(MINUTES_DRAFT + self._meeting.id, kept, held=held)


def _go_on() -> ConfirmScreen:
    question = _("You were typing in these minutes when the line dropped. Go on with it?")
    return ConfirmScreen(question, comes_unasked=True)
