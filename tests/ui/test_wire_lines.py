"""What goes to the terminal: SARA AM in two characters, in every kind of colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from ita_tui.domain.event import Actor
from ita_tui.services.workspace import Workspace
from ita_tui.ui.app import ItaApp
from ita_tui.ui.session import Session
from ita_tui.ui.signs import ASCII, UNICODE, Signs
from ita_tui.ui.wire_lines import WireLines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driver import Driver

BLACK = Color(0, 0, 0)


@pytest.mark.parametrize("signs", [UNICODE, ASCII], ids=["unicode", "ascii"])
@pytest.mark.parametrize("no_color", [False, True])
def test_a_terminal_gets_two_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signs: Signs, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    session = Session(Workspace(tmp_path), Actor("a", "a", "a", "a"), signs=signs)
    line = [Segment("→ดำ", Style(color="red", bold=True)), Segment(" 12", Style())]
    for one in ItaApp(session).get_line_filters():
        line = one.apply(line, BLACK)
    arrow = ">" if signs is ASCII else "→"
    assert [segment.text for segment in line] == [f"{arrow}ด\u0e4d\u0e32", " 12"]
    style = line[0].style
    assert style is not None
    assert style.bold
    assert (style.color is None) == no_color


async def test_without_a_terminal_the_text_stays_as_it_is(ui: Driver) -> None:
    assert WireLines() not in ui.app.get_line_filters()
    await ui.sees("รายงานการกำกับติดตาม")


def test_lines_that_were_filtered_are_found_again() -> None:
    assert WireLines() == WireLines()
    assert hash(WireLines()) == hash(WireLines())
    assert WireLines() != object()
