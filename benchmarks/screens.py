"""The screen from outside: one run of a program for each group of figures."""

from __future__ import annotations

import signal
import statistics
from typing import TYPE_CHECKING

from benchmarks.programs import AHEAD, DOWN, FIRST, HOME, Program, environment
from benchmarks.terminal import Terminal

if TYPE_CHECKING:
    from benchmarks.figures import Figures

_KEYS = 20
_TOGGLES = 10
_BURST = 200
_QUERY = "รายงาน"
_PAUSE = 0.4
"""Seconds between two keys of the filter: its first sign of life is the letter, not the list."""


def run(program: Program, figures: Figures, *, truecolour: bool = True) -> None:
    """Start, settle, use the keys one by one and many at once, and quit."""
    name = program.name if truecolour else f"{program.name}, 16 colours"
    with Terminal(program.command, environment(truecolour=truecolour)) as terminal:
        _start(terminal, figures, name)
        _press(terminal, DOWN, 3)  # so that the toggles fall on an item in either list
        _keys(terminal, DOWN, figures, f"{name}: cursor key", _KEYS)
        _keys(terminal, program.toggle, figures, f"{name}: toggle", _TOGGLES)
        terminal.press(HOME)
        burst = terminal.press(DOWN * _BURST, _PAUSE)
        figures.add(f"{name}: burst", burst.seconds)
        ending = terminal.leave(b"q")
    figures.add(f"{name}: quit", ending.seconds)
    figures.add(f"{name}: left tidy", ending.restored)


def interact(program: Program, figures: Figures, last: signal.Signals = signal.SIGTERM) -> None:
    """Start with keys already typed until they show, and end by a signal."""
    with Terminal(program.command, environment(truecolour=True), AHEAD) as terminal:
        seconds = terminal.wait_until(lambda screen: screen.marks(program.ahead))
        figures.add(f"{program.name}: interactive", seconds)
        terminal.settle()
        ending = terminal.leave(last)
    figures.add(f"{program.name}: {last.name}", ending.seconds)
    figures.add(f"{program.name}: left tidy", ending.restored)


def grown(program: Program, figures: Figures, *, filtered: bool = False) -> None:
    """Start with much data, move, toggle, and type a filter."""
    name = program.name
    with Terminal(program.command, environment(truecolour=True)) as terminal:
        _start(terminal, figures, name)
        _press(terminal, DOWN, 3)
        _keys(terminal, DOWN, figures, f"{name}: cursor key", _KEYS // 2)
        _keys(terminal, program.toggle, figures, f"{name}: toggle", _TOGGLES // 2)
        if filtered:
            _filter(terminal, figures, name)


def write(program: Program, figures: Figures) -> None:
    """Open the minutes, and type in the name of the meeting while the document follows.

    What was typed is thrown away in the end: the next run would be asked about it.
    """
    with Terminal(program.command, environment(truecolour=True)) as terminal:
        terminal.wait_until(lambda screen: screen.shows(FIRST))
        terminal.settle(_PAUSE)
        for key in (b"m", b"\r", b"x"):
            terminal.press(key, 2 * _PAUSE)
        pressed = [terminal.press(b"x", _PAUSE).seconds for _ in range(_TOGGLES)]
        figures.add(f"{program.name}: key, p50", statistics.median(pressed))
        for key in (b"\x1b", b"y"):
            terminal.press(key, 2 * _PAUSE)


def _start(terminal: Terminal, figures: Figures, name: str) -> None:
    painted = terminal.wait_until(lambda screen: screen.shows(FIRST))
    figures.add(f"{name}: first paint", painted)
    terminal.settle(_PAUSE)
    figures.add(f"{name}: start bytes", terminal.sent())
    figures.add(f"{name}: start CPU", terminal.cpu())
    figures.add(f"{name}: memory", terminal.memory())


def _press(terminal: Terminal, key: bytes, times: int) -> None:
    for _ in range(times):
        terminal.press(key)


def _keys(terminal: Terminal, key: bytes, figures: Figures, name: str, times: int) -> None:
    """The same key several times: the usual and the slow latency, and the usual size."""
    pressed = [terminal.press(key) for _ in range(times)]
    figures.add(f"{name}, p50", statistics.median(one.seconds for one in pressed))
    figures.add(f"{name}, p95", slow([one.seconds for one in pressed]))
    figures.add(f"{name}, bytes", statistics.median(one.size for one in pressed))


def _filter(terminal: Terminal, figures: Figures, name: str) -> None:
    """Type a filter key by key: the slow latency and the usual one."""
    terminal.press(b"/")
    seconds = [terminal.press(letter.encode(), _PAUSE).seconds for letter in _QUERY]
    figures.add(f"{name}: filter key, p95", slow(seconds))
    figures.add(f"{name}: filter key, p50", statistics.median(seconds))


def slow(seconds: list[float]) -> float:
    """The 95th percentile."""
    return sorted(seconds)[round(0.95 * (len(seconds) - 1))]
