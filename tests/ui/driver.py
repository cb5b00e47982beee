"""Drives the screen in a person's words: keys go in, lines of text come out."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.widgets import Input, OptionList, TextArea

from ita_tui.domain.event import Actor
from ita_tui.domain.text import clean
from ita_tui.services import statuses, undo
from ita_tui.store import Store
from ita_tui.thai.keyboard import thai_twin
from ita_tui.ui.rows import CategoryRow, ItemRow
from ita_tui.ui.screens.main import MainScreen
from ita_tui.ui.widgets.prose import Prose
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen
    from textual.strip import Strip
    from textual.widget import Widget

    from ita_tui.domain.checklist import Item
    from ita_tui.services.statuses import Outcome
    from ita_tui.ui.app import ItaApp

PATIENCE = 5.0
"""How many seconds a condition may take to come true; far more than any should."""

_POLL = 0.02
_CHARACTERS = {"space": " ", "enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f"}
_FIELDS = 12
_STATIONS = 3


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is moved.

    Attributes:
        time: What it tells, in UTC.
    """

    time: datetime = datetime(2024, 3, 12, 3, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time that it tells."""
        return self.time

    def go_on(self, seconds: float) -> None:
        """Let time pass."""
        self.time += timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else who works on the same file.

    Attributes:
        store: The file, opened once more.
        actor: Who it is.
    """

    store: Store
    actor: Actor

    def sets(self, code: str, field: str, value: object) -> Outcome:
        """Change a field of an item."""
        return statuses.edit(self.store, self.actor, code, [statuses.Edit(field, value)])

    def undoes(self) -> Outcome:
        """Take back the last change of their own."""
        return undo.undo(self.store, self.actor)


class Driver:
    """One person in front of one screen.

    Attributes:
        app: The program.
        pilot: Textual's own driver.
        path: The data file.
    """

    def __init__(self, app: ItaApp, pilot: Pilot[int], path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    # The hands

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, faster than the program can answer, then wait for it."""
        for key in keys:
            self.app.post_message(key_event(key))
        await self.settle()

    async def settle(self) -> None:
        """Let what was done pass from the App to the widgets, to the screen, and be drawn."""
        for _ in range(_STATIONS):
            await self.pilot.pause(0)

    async def press_thai(self, *keys: str) -> None:
        """Press the same physical keys while the Thai layout is on."""
        await self.press(*(thai_key(key) for key in keys))

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def open(self, code: str) -> None:
        """Put the cursor on the row of an item or a category, at one go."""
        await self.until(lambda: self.main.query(ChecklistTree), "the list should be there")
        await self.until(lambda: code in map(_code, self.tree.rows), f"{code} should be listed")
        self.tree.move_to(next(row.key for row in self.tree.rows if _code(row) == code))
        await self.settle()
        await self.stands_on(code)

    async def go_to(self, field: str) -> None:
        """Press Tab until a field has the keyboard."""
        for _ in range(_FIELDS):
            if self.focused == field:
                return
            await self.press("tab")
        raise AssertionError(f"Tab does not lead to {field}:\n{self}")

    async def fill(self, field: str, text: str) -> None:
        """Replace what stands in a field: take it out and paste something else in."""
        await self.go_to(field)
        if isinstance(self.app.focused, TextArea):
            await self.press(*["down"] * self.app.focused.document.line_count)
        await self.press("end", *["backspace"] * len(self.value(field)))
        self.app.post_message(events.Paste(text))
        await self.until(lambda: self.value(field) == text, f"{field} should hold the text")

    async def find(self, text: str) -> None:
        """Open the filter, and type into it."""
        await self.press("/")
        await self.until(lambda: self.focused == "filter", "the filter should have the keyboard")
        await self.type(text)

    async def ask(self, key: str, dialog: str) -> None:
        """Press a key that opens a dialog, and wait for the dialog."""
        await self.press(key)
        await self.until(lambda: self.dialog == dialog, f"{key} should open {dialog}")
        await self.settle()

    async def answered(self) -> None:
        """Wait until all dialogs are closed."""
        await self.until(lambda: self.dialog == "MainScreen", "the dialog should be closed")

    async def offers(self, text: str) -> None:
        """Wait until the choice that Enter would take has this text."""
        await self.until(lambda: text in self.choice, f"{text} should be offered")

    async def choose(self, text: str) -> None:
        """Move to the choice with this text, and press Enter."""
        await self.until(lambda: self._choices() is not None, "there should be choices")
        choices = self.app.screen.query_one(OptionList)
        offered = [str(option.prompt).strip() for option in choices.options]
        places = [place for place, prompt in enumerate(offered) if prompt.endswith(text)]
        assert places, f"{text!r} is not offered:\n{self}"
        await self.press("home", *["down"] * places[0], "enter")

    async def ended(self) -> None:
        """Wait until the program has ended."""
        await self.until(lambda: not self.app.is_running, "the program should have ended")

    async def resize(self, cells: int, lines: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(cells, lines)

    # The eyes

    async def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait until something is so.

        Raises:
            AssertionError: It does not come to be so, or the program ends before.
        """
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline or not self.app.is_running:
                raise AssertionError(f"{what}:\n{self}")
            await self.pilot.pause(_POLL)

    async def stands_on(self, code: str) -> None:
        """Wait until the cursor stands on a row, and the details tell of it."""
        await self.until(lambda: self.cursor == code, f"the cursor should stand on {code}")
        await self.until(lambda: code in self.details, "the details should follow")

    async def lists(self, *codes: str) -> None:
        """Wait until the list has just these rows."""
        await self.until(lambda: self.codes() == [*codes], f"the list should be {codes}")

    async def rows(self, count: int) -> None:
        """Wait until the list has so many rows."""
        await self.until(lambda: len(self.codes()) == count, f"there should be {count} rows")

    async def says(self, text: str) -> None:
        """Wait until the status line says just this."""
        await self.until(lambda: self.status_line == text, f"{text!r} should be said")

    async def complains(self, text: str) -> None:
        """Wait until a dialog complains with these words in it, where they can be read."""
        await self.until(lambda: text in self.problem, f"{text!r} should be complained")
        await self.sees(self.problem)

    async def saves(self, code: str, **wanted: object) -> None:
        """Wait until an item on the disk has these values."""
        await self.until(
            lambda: {name: getattr(self.saved(code), name) for name in wanted} == wanted,
            f"{code} should have {wanted} on the disk",
        )

    async def sees(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        await self.until(lambda: self.shows(text), f"the screen should show {text!r}")

    async def misses(self, text: str) -> None:
        """Wait until a text stands on the screen no more."""
        await self.until(lambda: not self.shows(text), f"the screen should not show {text!r}")

    def shows(self, text: str) -> bool:
        """Whether a text stands on the screen, in one line or across lines of a pane."""
        if any(text in line for line in self.screen_text()):
            return True
        squeezed = "".join(text.split())
        panes = self.app.screen.query(".dialog, #details, #status")
        return any(squeezed in "".join("".join(_lines_of(pane)).split()) for pane in panes)

    def screen_text(self) -> list[str]:
        """The rendered screen, a text for each line, without the spaces at its end."""
        return [strip.text.rstrip() for strip in _strips(self.app.screen)]

    def strips(self) -> list[Strip]:
        """The rendered screen with its colours."""
        return _strips(self.app.screen)

    def top_strips(self) -> list[Strip]:
        """What the screen on top has drawn itself, with its colours."""
        area = next(iter(self.app.screen.query(".dialog, #filter, #--container"))).region
        return [strip.crop(area.x, area.right) for strip in self.strips()[area.y : area.bottom]]

    def controls(self) -> set[str]:
        """Every character on the screen that a terminal would obey or that turns text round."""
        return {char for line in self.screen_text() for char in line if clean(char) != char}

    def __str__(self) -> str:
        """The screen with a frame around it."""
        return "\n".join(f"|{line}" for line in self.screen_text())

    def pane(self, selector: str) -> list[str]:
        """The lines of one pane of the main screen, whatever stands over it."""
        return _drawn(self.main.query_one(selector))

    @property
    def main(self) -> MainScreen:
        """The main screen, also below a dialog."""
        return next(one for one in self.app.screen_stack if isinstance(one, MainScreen))

    @property
    def tree(self) -> ChecklistTree:
        """The tree of the main screen."""
        return self.main.query_one(ChecklistTree)

    @property
    def status_line(self) -> str:
        """What the line below the list says, in one piece."""
        return self.main.said

    @property
    def details(self) -> str:
        """The detail pane as one text."""
        return "\n".join(self.pane("#details"))

    def tells(self, text: str) -> bool:
        """Whether the detail pane has a text, in one line or across lines."""
        return "".join(text.split()) in "".join(self.details.split())

    @property
    def cursor(self) -> str:
        """The code of the row under the cursor; empty without rows."""
        row = self.tree.cursor_row
        return "" if row is None else _code(row)

    @property
    def dialog(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def focused(self) -> str:
        """The id, or else the kind, of what has the keyboard; empty when nothing has."""
        widget = self.app.focused
        return "" if widget is None else widget.id or type(widget).__name__

    @property
    def choice(self) -> str:
        """The choice that Enter would take."""
        choices = self._choices()
        option = None if choices is None else choices.highlighted_option
        return "" if option is None else str(option.prompt)

    def _choices(self) -> OptionList | None:
        return next(iter(self.app.screen.query(OptionList)), None)

    @property
    def problem(self) -> str:
        """What a dialog complains about."""
        return self.app.screen.query_one("#problem", Prose).text

    def codes(self) -> list[str]:
        """The codes of all rows of the list, also those out of sight."""
        return [_code(row) for row in self.tree.rows]

    def item(self, code: str) -> Item:
        """An item as the list has it."""
        return next(
            row.item for row in self.tree.rows if isinstance(row, ItemRow) and _code(row) == code
        )

    def row(self, code: str) -> str:
        """The line of an item or a category on the screen; empty when it is out of sight."""
        rows = [_code(row) for row in self.tree.rows]
        if code not in rows:
            return ""
        y = rows.index(code) - self.tree.scroll_offset.y
        lines = _drawn(self.tree)
        return lines[y] if 0 <= y < len(lines) else ""

    def value(self, field: str) -> str:
        """What stands in a field of a dialog."""
        widget = self.app.screen.query_one(f"#{field}")
        if isinstance(widget, TextArea):
            return widget.text
        assert isinstance(widget, Input)
        return widget.value

    # The disk

    def saved(self, code: str) -> Item:
        """An item as the file has it now."""
        return next(item for item in self.all_saved() if item.code == code)

    def all_saved(self) -> tuple[Item, ...]:
        """All items as the file has them now."""
        store = Store(self.path)
        try:
            return store.read().checklist.items
        finally:
            store.close()


def key_event(key: str) -> events.Key:
    """What the terminal's driver makes of a key: a character goes with its name."""
    if len(key) > 1:
        return events.Key(key, _CHARACTERS.get(key))
    if key.isalnum():
        return events.Key(key, key)
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return events.Key(KEY_NAME_REPLACEMENTS.get(name, name), key)


def thai_key(key: str) -> str:
    """The character that a key types with the Thai layout; other keys are what they are."""
    return thai_twin(key) or key


def _code(row: object) -> str:
    return row.category.code if isinstance(row, CategoryRow) else row.item.code  # type: ignore[attr-defined]  # (a row is one of two)


def _strips(screen: Screen[object]) -> list[Strip]:
    # Textual has no public way to the lines of a screen; this is the only place that asks.
    return screen._compositor.render_strips()


def _lines_of(widget: Widget) -> list[str]:
    """The lines of a widget on the screen, without its frame."""
    area = widget.content_region
    lines = _strips(widget.screen)[area.y : area.bottom]
    return [strip.crop(area.x, area.right).text.rstrip() for strip in lines]


def _drawn(widget: Widget) -> list[str]:
    """The lines that a widget draws, whatever stands over it; cheaper than the whole screen."""
    area = widget.content_region.translate(-widget.region.offset)
    strips = widget.render_lines(widget.region.reset_offset)[area.y : area.bottom]
    return [strip.crop(area.x, area.right).text.rstrip() for strip in strips]
