"""Taking a document over: its name, then what would change, then the answer."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Label
from textual.widgets.option_list import Option

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.importing.documents import (
    DocumentPlan,
    changes_anything,
    left_alone,
    lines_of,
    plan_document,
    summary_of,
)
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.dialog import Dialog, hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.fields import LineField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input

    from ita_tui.ui.session import Session


class ImportScreen(Dialog[DocumentPlan | None]):
    """Asks for a document and shows what it would change; returns the plan to carry out."""

    def __init__(self, session: Session, year: int | None = None) -> None:
        """Ask for a document.

        Args:
            session: The folder that it is to be taken into.
            year: The fiscal year of the checklist; None in an empty folder.
        """
        super().__init__()
        self._session = session
        self._year = year
        self._plan: DocumentPlan | None = None

    def compose(self) -> ComposeResult:
        """The name of the file above what it would change."""
        with Vertical(classes="dialog wide"):
            yield Prose(_("Take over a document"), classes="dialog-title")
            yield Label(literal(_("File")))
            yield LineField(id="file")
            yield Choices()
            yield Prose(id="problem", classes="dialog-problem")
            yield hint(self, _("Enter reads the file, and then takes it over. {back} goes back."))

    def on_mount(self) -> None:
        """Begin at the name of the file."""
        self.query_one(Choices).display = False
        self.query_one(LineField).focus()

    def on_input_changed(self) -> None:
        """Forget what another file would change."""
        self._plan = None
        self.query_one(Choices).display = False
        self.query_one("#problem", Prose).show("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the file."""
        self.run_worker(self._read(event.value.strip()), exclusive=True)

    async def _read(self, name: str) -> None:
        workspace = self._session.workspace
        problem = self.query_one("#problem", Prose)
        try:
            file = Path(name).expanduser()
            plan = await asyncio.to_thread(partial(plan_document, workspace, self._year, file))
        except ItaError as error:
            problem.show(error.message)
        except RuntimeError:
            problem.show(
                _("There is no home folder for {file}; write the folder out.").format(file=name)
            )
        else:
            self._show(plan)

    def _show(self, plan: DocumentPlan) -> None:
        """Show what would change, and what would be left."""
        arrow = self._session.signs.arrow
        lines = [f"{one.what}  {one.before} {arrow} {one.after}" for one in lines_of(plan)]
        choices = self.query_one(Choices)
        choices.clear_options()
        shown = (summary_of(plan), *lines, *left_alone(plan))
        for line in shown:
            choices.add_option(Option(literal(line)))
        choices.display = True
        choices.action_first()
        choices.focus()
        self._plan = plan

    def on_option_list_option_selected(self) -> None:
        """Return the plan, if there is anything in it to carry out."""
        if self._plan is None:
            return
        if changes_anything(self._plan):
            self.dismiss(self._plan)
        else:
            self.query_one("#problem", Prose).show(_("There is nothing to take over."))
