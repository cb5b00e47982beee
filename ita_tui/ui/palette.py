"""What the palette says when no command has the name that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import Hit, Provider

from ita_tui.i18n import _

if TYPE_CHECKING:
    from textual.command import Hits


class NothingFound(Provider):
    """Answers only when the commands of the screen do not."""

    async def search(self, query: str) -> Hits:
        """One line that says so; Enter on it only closes the palette.

        Args:
            query: What was typed.
        """
        matcher = self.matcher(query)
        titles = (command.title for command in self.app.get_system_commands(self.screen))
        if not any(matcher.match(title) for title in titles):
            yield Hit(1, _("No command has this name."), _nothing)


def _nothing() -> None:
    """Do nothing."""
