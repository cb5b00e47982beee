"""Textual's palette, with a line that is edited like every other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import command, on
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Input, LoadingIndicator

from ita_tui.i18n import _
from ita_tui.ui.widgets.choices import SignedOptions
from ita_tui.ui.widgets.line_editing import LineEditing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.await_complete import AwaitComplete


class Sign(command.SearchIcon):
    """What stands before the line: a sign that every font has."""

    icon = var(">")


class CommandLine(command.CommandInput, LineEditing):
    """The line in which the name of a command is typed. Its cursor does not blink.

    Styles know it by its first base, which the palette looks for.
    """

    def __init__(self) -> None:
        """Begin empty, and ask in the language in use."""
        placeholder = _("Type part of a command's name")
        super().__init__(placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False


class FoundCommands(command.CommandList, SignedOptions):
    """The commands that were found, with a sign before the one that Enter runs."""


class CommandPalette(command.CommandPalette):
    """Finds a command by part of its name."""

    def __init__(self) -> None:
        """Ask for a command of the screen below."""
        super().__init__(id="--command-palette")
        self._is_leaving = False

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close the palette, and look for no more commands: soon there is no list for them."""
        self._is_leaving = True
        self.workers.cancel_node(self)
        return super().dismiss(result)

    @on(Input.Changed)
    def _ignore_what_comes_late(self, event: Input.Changed) -> None:
        """Look for nothing when a key arrives behind the one that closes the palette."""
        if self._is_leaving:
            event.stop()
            event.prevent_default()

    def compose(self) -> ComposeResult:
        """The line above what it finds; the names are those that Textual looks for."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield Sign()
                yield CommandLine()
            with Vertical(id="--results"):
                yield FoundCommands()
                yield LoadingIndicator()
