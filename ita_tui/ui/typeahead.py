"""Keys in their order: a key that follows another finds the screen as the other one leaves it.

Textual hands every key on at once, and opens a dialog or a field over several messages. Keys that
arrive together, as a slow line sends them, would overtake what the first of them opens, and act on
the list instead of going into it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import events
from textual.app import App, ReturnType

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    _Place = tuple[Screen[object], Widget | None]

ROUNDS = 2
"""How many rounds a key is followed at least: what it posts is a round behind it."""

FOLLOW_AFTER = 0.01
"""After how many seconds a key is followed while no other waits: its effect comes first."""


@runtime_checkable
class ActsAtOnce(Protocol):
    """A widget that does by itself, at once, what some keys ask for."""

    def act(self, key: str) -> bool:
        """Do what a key asks for, if it is one of the widget's own; whether it is."""

    def moves_by(self, key: str) -> bool:
        """Whether all is done then with this key, so that the next one need not wait."""


@runtime_checkable
class ComesUnasked(Protocol):
    """A screen that may come up while somebody types something else."""

    @property
    def takes_keys(self) -> bool:
        """Whether a key is meant for it by now; one that is not has no effect."""

    def overhear(self) -> None:
        """Notice that a key came that was not."""


class Typeahead(App[ReturnType]):
    """An App that takes the next key or paste when the one before has had its effect."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        super().__init__()
        self._ahead: deque[events.Key | events.Paste] = deque()
        self._is_busy = False
        self._unfollowed: tuple[_Place, asyncio.TimerHandle] | None = None

    @property
    def has_caught_up(self) -> bool:
        """Whether everything that was typed has had its effect."""
        return not self._is_busy and not self._ahead

    async def on_event(self, event: events.Event) -> None:
        """Put what was typed in the queue; all else takes its usual way."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._ahead.append(event)
            self._hurry()
            await self._take_next()
        else:
            await super().on_event(event)

    def simulate_key(self, key: str) -> None:
        """Act as if a key had been typed before those that wait."""
        self._ahead.appendleft(events.Key(key, None))
        self._hurry()
        self.call_later(self._take_next)

    async def _take_next(self) -> None:
        while self._ahead and not self._is_busy:
            event = self._ahead.popleft()
            if isinstance(self.screen, ComesUnasked) and not self.screen.takes_keys:
                self.screen.overhear()
                continue
            if isinstance(event, events.Key):
                event = self.meant(event)
                if self._is_settled(event):
                    continue
            place = self._place()
            self._is_busy = True
            try:
                if not self._is_done(event):
                    await super().on_event(event)
            finally:
                self._follow_soon(place)

    def meant(self, event: events.Key) -> events.Key:
        """What a key stands for when its turn has come."""
        return event

    def _is_settled(self, event: events.Key) -> bool:
        """Whether all that a key asks for is done by now: the cursor has moved, and no more."""
        focused = self._acting()
        moves = focused is not None and focused.moves_by(event.key)
        return moves and self._is_done(event)

    def _is_done(self, event: events.Key | events.Paste) -> bool:
        """Whether what has the keyboard has done what a key asks for, without further ado.

        Textual looks a key up in all bindings above it, and hands it on as a message, where it
        is looked up again.
        """
        focused = self._acting()
        return isinstance(event, events.Key) and focused is not None and focused.act(event.key)

    def _acting(self) -> ActsAtOnce | None:
        focused = self.focused
        return focused if self.app_focus and isinstance(focused, ActsAtOnce) else None

    def _place(self) -> _Place:
        return self.screen, self.focused

    def _follow_soon(self, place: _Place) -> None:
        """Follow a key at once if another waits for it, or else when it has had the time."""
        timer = asyncio.get_running_loop().call_later(FOLLOW_AFTER, self._hurry)
        self._unfollowed = place, timer
        if self._ahead:
            self._hurry()

    def _hurry(self) -> None:
        """Follow the key that is not followed yet, if there is one."""
        if self._unfollowed is not None:
            place, timer = self._unfollowed
            self._unfollowed = None
            timer.cancel()
            self._follow(place, 1)

    def _follow(self, place: _Place, number: int) -> None:
        """Go the way of a key, from the widget up to here, behind all that was sent before."""
        screen, focused = place
        start = screen if focused is None else focused
        path = [node for node in (start, *start.ancestors) if node is not self]

        def step(place_on_path: int) -> None:
            for here in range(place_on_path, len(path)):
                if path[here].call_later(step, here + 1):
                    return
            self.call_later(self._arrive, place, number)

        step(0)

    async def _arrive(self, place: tuple[Screen[object], Widget | None], number: int) -> None:
        """A round has ended: once a round changes nothing, the next key may come."""
        now = self._place()
        if number < ROUNDS or now != place:
            self._follow(now, number + 1)
            return
        self._is_busy = False
        await self._take_next()
