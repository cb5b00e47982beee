"""The App: a shell that wires the screens together."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand

from ita_tui import assets
from ita_tui.errors import NoChecklistError
from ita_tui.i18n import _
from ita_tui.services.identity import acting, program_session
from ita_tui.services.workspace import Workspace
from ita_tui.ui.actions import MAIN
from ita_tui.ui.screens.main import MainScreen
from ita_tui.ui.session import KeepsDraft, Session
from ita_tui.ui.signs import ASCII, UNICODE
from ita_tui.ui.themes import DARK, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from ita_tui.services.settings import Settings


class ItaApp(App[int]):
    """Opens the checklist, or the start page where there is none."""

    CSS_PATH = sorted(assets.folder("styles").glob("*.tcss"))
    TITLE = "ita-tui"
    ENABLE_SELECT_AUTO_SCROLL = False

    def __init__(self, session: Session) -> None:
        """Wire a session; the data are read when the program is mounted."""
        super().__init__()
        self._session = session
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK.name
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of the styles in a theme that does not set them."""
        return DARK.variables

    def on_mount(self) -> None:
        """Show the checklist, or the start page."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end, number)
        self.open_checklist()

    def _end(self, number: int) -> None:
        """Leave on a signal; what is being typed is kept first."""
        for screen in self.screen_stack:
            if isinstance(screen, KeepsDraft):
                with suppress(OSError):  # the line is gone, and nobody there to be told
                    screen.keep_draft()
        self.exit(128 + number)

    def open_checklist(self) -> None:
        """Show the checklist of the session's year, or the start page in an empty folder."""
        try:
            snapshot = self._session.read()
        except NoChecklistError:
            from ita_tui.ui.screens.start import StartScreen  # noqa: PLC0415 (only then)

            self.push_screen(StartScreen(self._session), self._opened)
        else:
            self.push_screen(MainScreen(self._session, snapshot))

    def _opened(self, begun: bool | None) -> None:
        if begun:
            self.open_checklist()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The actions of the main screen, for the palette."""
        if not isinstance(screen, MainScreen):
            return
        for action in MAIN:
            if action.id not in {"command_palette", "clear"}:
                call = partial(screen.run_action, action.id)
                yield SystemCommand(_(action.label), _(action.help), call)


def session_for(settings: Settings) -> Session:
    """A session as the settings say."""
    return Session(
        workspace=Workspace(settings.data),
        actor=acting(settings.name, session=program_session()),
        year=settings.year,
        signs=ASCII if settings.ascii else UNICODE,
    )


def run_screen(settings: Settings) -> int:
    """Run the screen until the person leaves; the exit code.

    Raises:
        ItaError: The data cannot be opened; the terminal is as it was.
    """
    session = session_for(settings)
    with suppress(NoChecklistError):
        session.read()
    app = ItaApp(session)
    code = app.run()
    return code if code is not None else app.return_code or 0
