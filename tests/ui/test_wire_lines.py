"""What goes to the terminal: SARA AM in two characters, in every kind of colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from ita_tui.domain.event import Actor
from ita_tui.services.workspace import Workspace
from ita_tui.ui.app import ItaApp
from ita_tui.ui.session import Session
from ita_tui.ui.signs import ASCII, UNICODE, Signs
from ita_tui.ui.widgets.tree import ChecklistTree
from ita_tui.ui.wire_lines import WireLines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
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


async def test_a_pane_draws_its_lines_as_they_are_sent(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    await ui.open("O12")
    tree = ui.app.screen.query_one(ChecklistTree)
    crop = tree.size.region
    applied: list[object] = []
    with monkeypatch.context() as terminal:
        terminal.setattr(ItaApp, "is_headless", False)
        tree.refresh()
        shown = "".join(strip.text for strip in tree.render_lines(crop))
        terminal.setattr(Strip, "apply_filter", lambda *given: applied.append(given))
        tree.render_lines(crop)
    assert "รายงานการก\u0e4d\u0e32กับ" in shown
    assert applied == []


@pytest.mark.parametrize(
    "size", [(20, 5), (40, 10), (60, 15), (80, 24), (100, 30), (120, 40), (200, 60), (300, 80)]
)
async def test_the_panes_cover_what_is_not_painted(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as ui:
        screen = ui.app.screen
        places = [pane.region for pane in screen.query("#summary, #tree, #details, #status, #keys")]
        everywhere = ((x, y) for y in range(size[1]) for x in range(size[0]))
        assert all(any(place.contains(x, y) for place in places) for x, y in everywhere)
