"""The palette: everything that can be done on a screen by its name, and colours and languages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Provider

from ita_tui.i18n import N_, _
from ita_tui.thai.keyboard import other_layout
from ita_tui.ui.actions import APP
from ita_tui.ui.keyboard import keyboard_of
from ita_tui.ui.preferences import ShowsTexts
from ita_tui.ui.themes import CONTRAST, DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits
    from textual.screen import Screen

    from ita_tui.ui.action import Action

_COLOURS = (
    (N_("dark colours"), N_("Light text on a dark ground."), DARK.name),
    (N_("light colours"), N_("Dark text on a light ground."), LIGHT.name),
    (N_("high contrast"), N_("White text on black; for weak eyes and projectors."), CONTRAST.name),
)
_LANGUAGES = (("ภาษาไทย (Thai)", "th"), ("English (ภาษาอังกฤษ)", "en"))
"""Both names of each, so that they are found whatever is spoken."""


@runtime_checkable
class HasActions(Protocol):
    """A screen whose actions the palette offers.

    Attributes:
        ACTIONS: The actions.
    """

    ACTIONS: tuple[Action, ...]


class Command(NamedTuple):
    """One line of the palette.

    Attributes:
        title: What it is called.
        help: What it does.
        call: Does it.
    """

    title: str
    help: str
    call: Callable[[], Any]


class Commands(Provider):
    """Finds commands by a part of their name, whatever layout it was typed in."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for title, explained, call in commands(self.screen):
            yield DiscoveryHit(title, call, help=explained)

    async def search(self, query: str) -> Hits:
        """The commands that match, or one line that says that none does.

        Args:
            query: What was typed.
        """
        matchers = [self.matcher(one) for one in dict.fromkeys((query, other_layout(query)))]
        found = False
        for title, explained, call in commands(self.screen):
            score, matcher = max(
                ((one.match(title), one) for one in matchers), key=lambda pair: pair[0]
            )
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(title), call, help=explained)
        if not found:
            yield Hit(1, _("No command has this name."), _nothing)


def commands(screen: Screen[Any]) -> Iterator[Command]:
    """What can be done where a screen is on top."""
    app, keyboard = screen.app, keyboard_of(screen)
    for action in screen.ACTIONS if isinstance(screen, HasActions) else ():
        explained = f"{keyboard.shown(action)}: {_(action.help)}"
        yield Command(_(action.label), explained, partial(screen.run_action, action.method))
    for action in APP:
        if action.id != "app.command_palette":
            explained = f"{keyboard.shown(action)}: {_(action.help)}"
            yield Command(_(action.label), explained, partial(app.run_action, action.method))
    for title, explained, name in _COLOURS:
        yield Command(_(title), _(explained), partial(app.run_action, f"app.colours({name!r})"))
    if isinstance(screen, ShowsTexts):
        for title, language in _LANGUAGES:
            call = partial(app.run_action, f"app.speak({language!r})")
            yield Command(title, _("Show everything in this language."), call)


def _nothing() -> None:
    """Do nothing."""
