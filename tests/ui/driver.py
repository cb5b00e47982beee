"""Drives the screen in a person's words: keys go in, lines of text come out."""

from __future__ import annotations

import asyncio
import time
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual import events
from textual.keys import KEY_NAME_REPLACEMENTS
from textual.widgets import OptionList, TextArea

from ita_tui.domain.event import Actor
from ita_tui.services import statuses, undo
from ita_tui.store import Store
from ita_tui.thai.keyboard import thai_twin
from ita_tui.ui.typeahead import ComesUnasked
from ita_tui.ui.widgets.tree import ChecklistTree
from tests.ui.seeing import Seeing, code_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_tui.services.statuses import Outcome

PATIENCE = 10.0
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


class Driver(Seeing):
    """One person in front of one screen.

    Attributes:
        app: The program.
        pilot: Textual's own driver.
        path: The data file.
    """

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, faster than the program can answer, then wait for it.

        A dialog that has come up unasked takes keys after a pause only; that is waited for.
        """
        await self.until(self._may_type, "what is shown should take keys")
        for key in keys:
            self.app.post_message(key_event(key))
        await self.settle()

    def _may_type(self) -> bool:
        screen = self.app.screen
        return not isinstance(screen, ComesUnasked) or screen.takes_keys

    async def settle(self) -> None:
        """Let what was typed have its effect, and be drawn."""
        heard = asyncio.Event()
        self.app.call_later(heard.set)
        await self.until(
            lambda: not self.app.is_running or (heard.is_set() and self.app.has_caught_up),
            "what was typed should have its effect",
        )
        for _ in range(_STATIONS):
            await self.pilot.pause(0)

    async def rests(self) -> None:
        """Wait until nothing is being saved, and every refusal has been said."""
        await self.until(lambda: not len(self.app.workers), "nothing should be under way")

    async def press_thai(self, *keys: str) -> None:
        """Press the same physical keys while the Thai layout is on."""
        await self.press(*(thai_key(key) for key in keys))

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def open(self, code: str) -> None:
        """Put the cursor on the row of an item or a category, at one go."""
        await self.until(lambda: self.main.query(ChecklistTree), "the list should be there")
        await self.until(lambda: code in map(code_of, self.tree.rows), f"{code} should be listed")
        self.tree.move_to(next(row.key for row in self.tree.rows if code_of(row) == code))
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
        await self.until(
            lambda: self.dialog == "MainScreen" and self.main.query(ChecklistTree),
            "the dialog should be closed",
        )

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

    async def is_as_high_as(self, lines: int) -> None:
        """Wait until the screen has so many lines."""
        await self.until(lambda: len(self.screen_text()) == lines, f"there should be {lines} lines")

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
