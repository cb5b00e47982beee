"""The first page in an empty data folder."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Label, OptionList

from ita_tui.errors import ItaError
from ita_tui.i18n import _
from ita_tui.services.beginning import begin, begin_sample, framework_of
from ita_tui.services.fields import parse_year
from ita_tui.thai.dates import fiscal_year
from ita_tui.ui.actions import DIALOG, START, bindings
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.dialog import hint
from ita_tui.ui.widgets.choices import Choices
from ita_tui.ui.widgets.fields import LineField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ita_tui.ui.session import Session

_SAMPLE, _OWN, _IMPORT, _QUIT = range(4)


class StartScreen(Screen[bool]):
    """Offers the sample municipality, or one's own agency.

    Returns whether a checklist was begun here; False where a colleague has done so meanwhile.
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 (declared by Screen)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(DIALOG),
        *bindings(START),
    ]

    def __init__(self, session: Session) -> None:
        """Begin with a session whose folder is empty."""
        super().__init__()
        self._session = session
        self._is_beginning = False

    def compose(self) -> ComposeResult:
        """What this is, and the choices; the form for one's own agency is hidden at first."""
        with Vertical(classes="dialog start"):
            yield Prose(_("The OIT checklist of a public agency"), classes="dialog-title")
            where = _("There is no checklist yet in {folder}.")
            yield Prose(where.format(folder=self._session.workspace.folder), classes="dialog-text")
            yield Choices(
                _("Open the sample: a municipality in fiscal year 2567"),
                _("Begin a checklist of my own agency"),
                _("Take over exported minutes"),
                _("Leave"),
            )
            with Vertical(id="own"):
                yield Label(literal(_("Name of the agency")))
                yield LineField(id="agency")
                yield Label(literal(_("Fiscal year (Buddhist era)")))
                year = str(fiscal_year(self._session.now().astimezone().date()))
                yield LineField(year, id="year")
                yield hint(self, _("Enter begins, {back} goes back."))
            yield Prose(id="problem", classes="dialog-problem")
            keys = keyboard_of(self)
            said = _("Arrow keys move, Enter chooses, {help} shows every key, {leave} leaves.")
            said = said.format(
                help=keys.shown_for("start.help"), leave=keys.shown_for("start.leave")
            )
            yield Prose(said, id="how", classes="dialog-hint")

    def on_mount(self) -> None:
        """Begin at the choices."""
        self._ask(own=False)

    def _ask(self, *, own: bool) -> None:
        """Show the choices alone, or the form for one's own agency below them too."""
        self.query_one("#own").display = own
        self.query_one("#how").display = not own
        self.query_one("#agency" if own else "OptionList").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        if event.option_index == _QUIT:
            self.action_leave()
        elif event.option_index == _OWN:
            self._ask(own=True)
        elif event.option_index == _IMPORT:
            self.run_worker(self._import(), exclusive=True)
        else:
            session = self._session
            self._begin(partial(begin_sample, session.workspace, session.actor))

    async def _import(self) -> None:
        """Begin with the checklist and the meeting that exported minutes show."""
        from ita_tui.services.importing.documents import apply_document  # noqa: PLC0415 (only now)
        from ita_tui.ui.screens.importing import ImportScreen  # noqa: PLC0415 (only now)

        session = self._session
        plan = await self.app.push_screen_wait(ImportScreen(session))
        if plan is not None:
            self._begin(partial(apply_document, session.workspace, None, session.actor, plan))

    def on_input_submitted(self) -> None:
        """Begin a checklist of one's own."""
        agency = self.query_one("#agency", Input).value
        typed = self.query_one("#year", Input).value
        self._begin(partial(_begin_own, self._session, agency, typed))

    def action_back(self) -> None:
        """Go back to the choices."""
        self._ask(own=False)

    def action_help(self) -> None:
        """Show every key."""
        from ita_tui.ui.screens.help import HelpScreen  # noqa: PLC0415 (only now)

        self.app.push_screen(HelpScreen(self._session.signs))

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def _begin(self, begin: Callable[[], object]) -> None:
        if not self._is_beginning:
            self._is_beginning = True
            self.run_worker(self._try(begin))

    async def _try(self, begin: Callable[[], object]) -> None:
        try:
            # Beside a colleague's checklist, the sample would be one year of their agency.
            if await asyncio.to_thread(self._session.workspace.years):
                self.dismiss(False)
                return
            await asyncio.to_thread(begin)
        except ItaError as error:
            self._is_beginning = False
            self.query_one("#problem", Prose).show(error.message)
        else:
            self.dismiss(True)


def _begin_own(session: Session, agency: str, typed_year: str) -> None:
    year = parse_year(typed_year)
    begin(session.workspace, session.actor, agency, year, framework_of(year, None))
