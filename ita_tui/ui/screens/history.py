"""The history of an item or of the whole checklist, the newest change first."""

from __future__ import annotations

import asyncio
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical

from ita_tui.errors import ItaError
from ita_tui.i18n import _, language
from ita_tui.services.events import describe_event
from ita_tui.services.history_forms import Part
from ita_tui.thai.cells import pad, truncate, width
from ita_tui.thai.compare import finder
from ita_tui.thai.dates import short_moment
from ita_tui.ui.actions import HISTORY, bindings
from ita_tui.ui.export_offers import history_offer
from ita_tui.ui.literal import shown
from ita_tui.ui.screens.dialog import Dialog
from ita_tui.ui.widgets.filter_input import FilterInput
from ita_tui.ui.widgets.keybar import KeyBar
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.painting import Line, highlighted, line_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from ita_tui.domain.event import Event
    from ita_tui.store import Snapshot
    from ita_tui.ui.export_offers import Offer
    from ita_tui.ui.signs import Signs

AT_ONCE = 300
"""How many events are read at a time; more follow as the person scrolls."""

_BY_CELLS = 18
"""How wide the column of names becomes at most."""

_CODE_CELLS = 4


class HistoryScreen(Dialog[None]):
    """Shows who changed what, and when."""

    ACTIONS = HISTORY
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY)]

    def __init__(self, snapshot: Snapshot, code: str | None, signs: Signs) -> None:
        """Show the history of a version of the data.

        Args:
            snapshot: The version.
            code: The item whose history is shown at first; all items' when None.
            signs: What to draw with.
        """
        super().__init__()
        self._snapshot = snapshot
        self._item_code = code
        self._code = code
        self._signs = signs
        self._query = ""
        self._events: list[Event] = []
        self._source: Iterator[Event] = iter(())
        self._more = True
        self._problem = ""
        self._said = ""

    def compose(self) -> ComposeResult:
        """The title, the events, the filter and the keys."""
        with Vertical(classes="dialog full"):
            yield LinesPane(id="history-title", margin=0)
            pane = LinesPane(id="events", margin=0)
            pane.can_focus = True
            yield pane
            yield FilterInput(_("words, a name, a code or a date"), id="history-filter")
            yield KeyBar(HISTORY, id="history-keys", margin=0)

    def on_mount(self) -> None:
        """Begin with the newest events."""
        self.query_one("#events").focus()
        self._begin()

    def on_lines_pane_resized(self) -> None:
        """Compose the lines for the new width."""
        self._show()

    def refresh_texts(self) -> None:
        """Show everything again, in the language in use."""
        self.query_one("#history-filter", FilterInput).placeholder = _(
            "words, a name, a code or a date"
        )
        self._show()

    def on_lines_pane_near_end(self) -> None:
        """Read older events when the person comes near the last that is shown."""
        self._read_more()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show only events with these words in them."""
        self._query = event.value.strip()
        self._begin()

    def on_filter_input_left(self) -> None:
        """Give the list the keyboard."""
        self.query_one("#events").focus()

    def action_search(self) -> None:
        """Type words to look for."""
        self.query_one("#history-filter").focus()

    def action_all_items(self) -> None:
        """Change between the item's history and everything."""
        self._code = None if self._code is not None else self._item_code
        self._begin()

    @work
    async def action_export(self) -> None:
        """Write what is shown to a file, or everything."""
        from ita_tui.ui.screens.export import ExportScreen  # noqa: PLC0415 (only now)

        said = await self.app.push_screen_wait(ExportScreen(self._offers()))
        if said is not None:
            self._said = said
            self._show()

    def _offers(self) -> tuple[Offer, ...]:
        everything = history_offer(self._snapshot)
        find = finder(self._query) if self._query else None
        told = [_("changes of {code}").format(code=self._code)] if self._code else []
        if self._query:
            told.append(_("changes with “{words}” in them").format(words=self._query))
        if not told:
            return (everything,)
        part = Part(lambda event: self._wanted(event, find), ", ".join(told))
        return history_offer(self._snapshot, part, self._code or ""), everything

    def _begin(self) -> None:
        self._said = ""
        self._source = self._snapshot.events()
        self._events = []
        self._more = True
        self._problem = ""
        self._read_more()

    @work(exclusive=True)
    async def _read_more(self) -> None:
        """Read the next events in a thread, since older ones lie in other files."""
        if not self._more:
            return
        find = finder(self._query) if self._query else None
        source = (event for event in self._source if self._wanted(event, find))
        found, self._problem = await asyncio.to_thread(_read, source)
        self._more = len(found) == AT_ONCE
        self._events += found
        self._show()

    def _wanted(self, event: Event, find: Callable[[str], object] | None) -> bool:
        if self._code is not None and event.code != self._code:
            return False
        return find is None or find(_plain(event, self._signs)) is not None

    def _show(self) -> None:
        title = self.query_one("#history-title", LinesPane)
        what = _("the whole checklist") if self._code is None else self._code
        head = (_("History of {what}").format(what=what), "accent")
        if self._said:
            head = (self._said, "good")
        title.show([[(self._problem, "bad") if self._problem else head]])
        pane = self.query_one("#events", LinesPane)
        names = min(max((width(event.by) for event in self._events), default=0), _BY_CELLS)
        lines = [event_line(event, names, pane.cells, self._signs) for event in self._events]
        if self._query:
            find = finder(self._query)
            lines = [highlighted(line, find) for line in lines]
        pane.show(lines or [[(_("No changes."), "muted")]], keep_place=True)


def _read(source: Iterator[Event]) -> tuple[list[Event], str]:
    """The next events, and what keeps older ones from being read; empty when nothing does."""
    found: list[Event] = []
    try:
        for event in islice(source, AT_ONCE):
            found.append(event)
    except ItaError as error:
        return found, error.message
    return found, ""


def event_line(event: Event, names: int, cells: int, signs: Signs) -> Line:
    """An event as one line.

    Args:
        event: The event.
        names: How wide the column of names is.
        cells: How wide the line may be.
        signs: What to draw with.
    """
    line: Line = [
        (short_moment(event.at, language()) + "  ", "muted"),
        (pad(event.by, names) + "  ", "value"),
        (pad(event.code, _CODE_CELLS) + "  ", "accent"),
    ]
    room = cells - line_width(line)
    return [*line, (truncate(_change(event, signs), max(room, 0)), "value")]


def _change(event: Event, signs: Signs) -> str:
    change = describe_event(event)
    undone = _(" (takes back change {number})").format(number=event.undoes) if event.undoes else ""
    words = f"{shown(change.before)} {signs.arrow} {shown(change.after)}{undone}"
    # A status is known by its words; they would be cut off on a screen of 80 columns.
    return words if event.field == "status" else f"{change.field}: {words}"


def _plain(event: Event, signs: Signs) -> str:
    """Everything of an event that a person might look for."""
    when = short_moment(event.at, language())
    what = (describe_event(event).field, _change(event, signs))
    return " ".join((when, event.by, event.unix_user, event.origin, event.code, *what))
