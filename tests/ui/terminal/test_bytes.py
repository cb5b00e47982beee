"""How many bytes the program sends: what a slow line has to carry."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

import pytest

from tests.ui.terminal.conftest import SIXTEEN, TRUECOLOUR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.ui.driver import Colleague
    from tests.ui.process import Terminal
    from tests.ui.terminal.conftest import Open

QUIET = 0.3
"""How many seconds without a byte end what a key has caused."""

AT_REST = 2.5
"""How many seconds nothing may come: longer than the slowest of the program's clocks."""

DOWN = "\x1b[B"
COLOURS = [
    pytest.param(SIXTEEN, 12_000, 500, 300, id="16"),
    pytest.param(TRUECOLOUR, 12_000, 800, 400, id="truecolour"),
]


def sent(terminal: Terminal, keys: str) -> int:
    """How many bytes come after some keys."""
    terminal.type(keys)
    return len(terminal.rests(QUIET))


def to_first_item(terminal: Terminal) -> None:
    """Move from the heading of the first category to its first item."""
    terminal.rests(QUIET)
    terminal.type(DOWN)
    terminal.sees("O1 ·")
    terminal.rests(QUIET)


@pytest.mark.parametrize(("colours", "start", "move", "space"), COLOURS)
def test_a_person_at_work(
    opened: Open, colours: Mapping[str, str], start: int, move: int, space: int
) -> None:
    terminal = opened(**colours)
    terminal.rests(QUIET)
    assert len(terminal.output) <= start
    to_first_item(terminal)
    moves = [sent(terminal, DOWN) for _ in range(12)]
    assert 0 < statistics.median(moves) <= move, moves
    spaces = [sent(terminal, " ") for _ in range(6)]
    terminal.sees("Saved: O12")
    assert 0 < statistics.median(spaces) <= space, spaces


def test_a_colleague_costs_little(terminal: Terminal, colleague: Colleague) -> None:
    to_first_item(terminal)
    before = len(terminal.output)
    colleague.sets("O12", "remark", "รอสิ้นรอบ 6 เดือน")
    terminal.sees("O12 ")
    terminal.sees(colleague.actor.name)
    terminal.rests(QUIET)
    assert 0 < len(terminal.output) - before < 600


def test_a_colleague_at_the_row_under_the_cursor_costs_little(
    terminal: Terminal, colleague: Colleague
) -> None:
    to_first_item(terminal)
    before = len(terminal.output)
    colleague.sets("O1", "unit", "สำนักปลัดเทศบาล")
    terminal.sees("สำนักปลัดเทศบาล")
    terminal.rests(QUIET)
    assert 0 < len(terminal.output) - before < 600


def test_nothing_comes_while_nothing_changes(terminal: Terminal) -> None:
    terminal.rests(QUIET)
    assert terminal.rests(AT_REST) == b""


def test_nothing_comes_while_somebody_rests_in_a_field(terminal: Terminal) -> None:
    terminal.type("/")
    terminal.sees("ode, name, status, unit")
    terminal.rests(QUIET)
    assert terminal.rests(AT_REST) == b""


def test_a_key_that_changes_nothing_costs_nothing(terminal: Terminal) -> None:
    terminal.rests(QUIET)
    assert sent(terminal, "\x1b[A") == 0
