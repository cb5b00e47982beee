"""The App: a shell that wires the screens together."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from ita_tui import assets
from ita_tui.errors import DamagedDataError, ItaError, NoChecklistError
from ita_tui.i18n import N_, _
from ita_tui.services.configuration import configuration_file
from ita_tui.services.identity import acting, program_session
from ita_tui.services.workspace import Workspace
from ita_tui.startup import passed
from ita_tui.ui.actions import APP, LEAVING, bindings
from ita_tui.ui.ascii_lines import AsciiLines
from ita_tui.ui.both_layouts import BothLayouts
from ita_tui.ui.colours import colours_of, fewer
from ita_tui.ui.garbage import BEGIN_AFTER, begin_to_collect
from ita_tui.ui.keymap import keyboard
from ita_tui.ui.preferences import Preferences
from ita_tui.ui.screens.main import MainScreen
from ita_tui.ui.session import KeepsDraft, Session
from ita_tui.ui.signs import ASCII, UNICODE
from ita_tui.ui.terminal.driver import TerminalDriver
from ita_tui.ui.themes import BY_NAME, DARK, THEMES
from ita_tui.ui.wire_lines import WireLines
from ita_tui.ui.wrapping import wrap_content_at_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import FrameType

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.driver import Driver
    from textual.events import Resize
    from textual.filter import LineFilter
    from textual.geometry import Size
    from textual.screen import Screen

    from ita_tui.services.settings import Settings
    from ita_tui.store import Snapshot


LEAVE_WITHIN = 3.0
"""How many seconds after a signal the process ends, whatever holds it up."""


def _commands() -> type[Provider]:
    """What the palette offers; it is loaded when the palette is opened."""
    from ita_tui.ui.palette import Commands  # noqa: PLC0415 (only then)

    return Commands


class ItaApp(BothLayouts[int], Preferences[int], inherit_bindings=False):
    """Opens the checklist, or the start page where there is none."""

    CSS_PATH = sorted(assets.folder("styles").glob("*.tcss"))
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(APP, priority=True),
        *bindings(LEAVING),
    ]
    TITLE = "ita-tui"
    ENABLE_SELECT_AUTO_SCROLL = False

    def __init__(self, session: Session) -> None:
        """Wire a session; the data are read when the program is mounted."""
        super().__init__()
        self.use_keyboard(session.keyboard)
        wrap_content_at_words()
        self.terminal: TerminalDriver | None = None
        """What writes to the terminal; None in tests, which have none."""
        self.failure: ItaError | None = None
        """Why the program has ended without a checklist; None when it has not."""
        self._session = session
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._styled_for = session.theme
        self.stylesheet.set_variables(self.get_css_variables())
        self.configuration = session.configuration
        self._told_size: Size | None = None
        self._colours = colours_of(self)
        self._unopened: ItaError | None = None
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        """The driver that sends only what has changed."""
        return TerminalDriver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, then how signs are drawn and Thai is sent in this terminal."""
        filters = fewer(super().get_line_filters(), self._colours, self.theme)
        if self._session.signs is ASCII:
            filters.append(AsciiLines())
        if not self.is_headless:  # without a terminal nothing is sent
            filters.append(WireLines())
        return filters

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The variables of the styles in a theme that does not set them."""
        return DARK.variables

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew, unless the theme is the one that it is styled for.

        Textual asks for it as soon as it runs, when all styles have just been read for the theme.
        """
        if self.theme != self._styled_for:
            self._styled_for = self.theme
            super().refresh_css(animate)

    def on_resize(self, event: Resize) -> None:
        """Lay out for another size only: the driver tells the first one once more."""
        if event.size == self._told_size:
            event.prevent_default()
        self._told_size = event.size

    def get_default_screen(self) -> Screen[None]:
        """The checklist, if there is one to show: nothing is laid out below it then."""
        try:
            snapshot = self._session.read()
        except (NoChecklistError, DamagedDataError) as error:
            self._unopened = error
            return super().get_default_screen()
        return self._list_of(snapshot)

    def _list_of(self, snapshot: Snapshot) -> MainScreen:
        """The screen for a version of the data, prepared for the size of the terminal."""
        main = MainScreen(self._session, snapshot)
        main.expect(self.size)
        return main

    def on_mount(self) -> None:
        """Show what is to be done without a checklist, where there is none."""
        self._loop_here = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        passed(N_("start of the screen"))
        if self._unopened is not None:
            self.open_checklist()
        self.set_timer(BEGIN_AFTER, begin_to_collect)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        """Leave on a signal; what is being typed is kept first.

        When the line is gone, writing to the terminal may hold the event loop up for ever, so
        this is a plain signal handler, and the process ends within a limit: what is on the disk
        is whole at any moment.
        """
        for screen in self.screen_stack:
            if isinstance(screen, KeepsDraft):
                with suppress(OSError):  # the line is gone, and nobody there to be told
                    screen.keep_draft()
        if not self.is_headless:  # without a terminal nothing can hold it up
            last_resort = threading.Timer(LEAVE_WITHIN, os._exit, (128 + number,))
            last_resort.daemon = True
            last_resort.start()
        self._loop_here.call_soon_threadsafe(self.exit, 128 + number)

    def open_checklist(self, *, begun_here: bool | None = None) -> None:
        """Show the checklist of the session's year, or the start page in an empty folder.

        Args:
            begun_here: Whether it was begun here just now, or else by a colleague, so that there
                is something to be told; None for neither.
        """
        try:
            snapshot = self._session.read()
        except NoChecklistError:
            from ita_tui.ui.screens.start import StartScreen  # noqa: PLC0415 (only then)

            self.push_screen(StartScreen(self._session), self._opened)
        except DamagedDataError as error:
            self.run_worker(self._offer_versions(error))
        else:
            main = self._list_of(snapshot)
            if begun_here is not None:
                main.welcome(begun_here=begun_here)
            self.push_screen(main)

    def _opened(self, begun: bool | None) -> None:
        if begun is not None:
            self.open_checklist(begun_here=begun)

    async def _offer_versions(self, damage: DamagedDataError) -> None:
        """Offer the versions that are kept of a damaged file; without one, leave and say it."""
        from ita_tui.services.upkeep.backups import (  # noqa: PLC0415 (only then)
            restore_version,
            versions_are_kept,
        )
        from ita_tui.ui.screens.restore import RestoreScreen  # noqa: PLC0415 (only then)

        session = self._session
        store = session.open()
        screen = RestoreScreen(store, session.signs, damage.what)
        number = await self.push_screen_wait(screen) if versions_are_kept(store) else None
        if number is None:
            self.failure = damage
            self.exit(damage.exit_code)
            return
        try:
            await asyncio.to_thread(restore_version, store, session.actor, number)
        except ItaError as error:
            self.failure = error
            self.exit(error.exit_code)
        else:
            self.open_checklist()

    def action_command_palette(self) -> None:
        """Open the palette, which asks in the language in use."""
        from ita_tui.ui.screens.command_palette import (  # noqa: PLC0415 (only now)
            CommandPalette,
        )

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette())

    def action_repaint(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        if self.terminal is not None:
            self.terminal.repaint()

    def action_how_to_leave(self) -> None:
        """Say which key leaves: in other programs it is this one."""
        key = self.keyboard.shown_for("main.quit")
        said = _("Press {key} in the list to leave the program.").format(key=key)
        self.notify(said, markup=False)


def session_for(settings: Settings) -> Session:
    """A session as the settings say.

    Raises:
        UsageError: They give keys to actions that cannot be given.
    """
    return Session(
        workspace=Workspace(settings.data, settings.backups),
        actor=acting(settings.name, session=program_session()),
        year=settings.year,
        signs=ASCII if settings.ascii else UNICODE,
        theme=BY_NAME[settings.theme].name,
        keyboard=keyboard(settings.keys, configuration_file()),
        configuration=configuration_file(),
    )


def run_screen(settings: Settings) -> int:
    """Run the screen until the person leaves; the exit code.

    Raises:
        ItaError: The data cannot be opened; the terminal is as it was.
    """
    session = session_for(settings)
    with suppress(NoChecklistError, DamagedDataError):
        session.read()
    passed(N_("reading of the data"))
    app = ItaApp(session)
    code = app.run()
    if app.failure is not None:
        raise app.failure
    return code if code is not None else app.return_code or 0
