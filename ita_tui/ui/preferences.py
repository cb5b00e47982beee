"""What each person chooses for themselves, language and colours; the configuration keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import App, ReturnType

from ita_tui.errors import DataError
from ita_tui.i18n import use
from ita_tui.ui.themes import BY_NAME, following
from ita_tui.ui.widgets.keybar import renew_bars

if TYPE_CHECKING:
    from pathlib import Path


@runtime_checkable
class ShowsTexts(Protocol):
    """A screen that can be shown in another language while it is open."""

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""


class Preferences(App[ReturnType]):
    """An App that shows itself as a person chooses, and at the next start too."""

    configuration: Path | None = None
    """The file that keeps the choices; None for keeping none."""

    def action_speak(self, language: str) -> None:
        """Show every screen in a language, from here on.

        Args:
            language: One of `ita_tui.i18n.LANGUAGES`.
        """
        use(language)
        for screen in self.screen_stack:
            if isinstance(screen, ShowsTexts):
                screen.refresh_texts()
        renew_bars(self.screen_stack)
        self._keep("lang", language)

    def action_next_colours(self) -> None:
        """Change to the colours that follow."""
        self.action_colours(following(self.theme))

    def action_colours(self, theme: str) -> None:
        """Change to some colours.

        Args:
            theme: The name of one of the themes.
        """
        self.theme = theme
        name = next(name for name, known in BY_NAME.items() if known.name == theme)
        self._keep("theme", name)

    def _keep(self, key: str, value: str) -> None:
        """Keep a choice at once, so that of two the later one stays."""
        from ita_tui.services.remembering import remember  # noqa: PLC0415 (only now)

        if self.configuration is None:
            return
        try:
            remember(self.configuration, key, value)
        except DataError as error:
            self.notify(error.message, severity="warning", markup=False)
