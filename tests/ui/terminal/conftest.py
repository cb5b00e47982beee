"""The program on the sample municipality, in a pseudo-terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.ui.process import Terminal

if TYPE_CHECKING:
    from pathlib import Path

Open = Callable[..., Terminal]

TRUECOLOUR = {"COLORTERM": "truecolor"}
SIXTEEN = {"TERM": "xterm"}
"""A line that forwards no COLORTERM, on a terminal that promises no more than 16 colours."""


@pytest.fixture
def opened(folder: Path) -> Iterator[Open]:
    """Opens the program and waits for the list: `opened(TERM="xterm")`."""
    terminals: list[Terminal] = []

    def begin(**variables: str) -> Terminal:
        terminal = Terminal(folder, variables=variables)
        terminals.append(terminal)
        terminal.sees("O12")
        terminal.sees("quit")
        return terminal

    yield begin
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def terminal(opened: Open) -> Terminal:
    """The program with the list on its screen."""
    return opened()
