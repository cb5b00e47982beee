"""Writing a document to a file."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Input, Label, OptionList

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.documents import form_of
from ita_tui.services.outfile import NotWrittenError, free_name, write_file
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.dialog import Dialog, hint, hint_text
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.fields import LineField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ita_tui.ui.export_offers import Offer


class ExportScreen(Dialog[str | None]):
    """Asks what to write and where to; returns a sentence on what was written, or None."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        """Offer some documents, the likeliest first."""
        super().__init__()
        self._offers = offers
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """What to write above the name of the file."""
        with Vertical(classes="dialog"):
            yield Prose(_("Export a document"), classes="dialog-title")
            yield Choices(*(one.title for one in self._offers))
            yield Label(literal(_("File")))
            yield LineField(id="file")
            yield Prose(id="missing", classes="dialog-text")
            yield Prose(id="problem", classes="dialog-problem")
            yield hint(self, self._hint(self._offers[0]))

    def on_mount(self) -> None:
        """Begin at the choices."""
        self.query_one(Choices).focus()

    @property
    def _file(self) -> Input:
        return self.query_one("#file", Input)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Propose a name that is still free."""
        offer = self._offers[event.option_index]
        self._file.value = _free_name(offer.name)
        self.query_one("#missing", Prose).show(offer.missing())
        self.query_one(".dialog-hint", Prose).show(hint_text(self, self._hint(offer)))

    def _hint(self, offer: Offer) -> str:
        return f"{offer.endings} " + _("Enter goes on and writes, {back} goes back.")

    def on_option_list_option_selected(self) -> None:
        """Go on to the name of the file."""
        self._file.focus()

    def on_input_submitted(self) -> None:
        """Write the file, after a question if there is one of that name."""
        if self._is_writing:  # and then it may be there by now
            return
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
        offer = self._offers[self.query_one(Choices).highlighted or 0]
        try:
            document = await asyncio.to_thread(offer.make, form_of(offer.kind, target))
            await asyncio.to_thread(write_file, target, document.content, force=force)
        except ItaError as error:
            self._is_writing = False
            self._complain(error.message)
            self._offer_instead(error)
            return
        said = _("Written to {file}.").format(file=target)
        missing = _("Still missing: {parts}").format(parts=" ".join(document.notes))
        self.dismiss(f"{said} {missing}" if document.notes else said)

    def _offer_instead(self, error: ItaError) -> None:
        """Put the name that the sentence tells of into the field; the sentence has the other.

        A folder that is not there may be misspelt, and is left to be mended.
        """
        if isinstance(error, NotWrittenError) and error.offered and not error.no_folder:
            self._file.value = str(error.offered)
            self._file.action_end()


def _free_name(stem: str) -> str:
    """The stem as the name of a Markdown file that is not there yet."""
    name, number = f"{stem}.md", 2
    while os.path.lexists(name):
        name, number = f"{stem}-{number}.md", number + 1
    return name
