"""The start: styles are read once, the screen is laid out for its size at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.css.stylesheet import Stylesheet

from ita_tui.ui.app import ItaApp
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Start


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[type, str], list[object]]:
    """Counts the calls of a method, which goes on working."""

    def count(owner: type, name: str) -> list[object]:
        calls: list[object] = []
        method = getattr(owner, name)

        def call(itself: object, *arguments: object, **named: object) -> object:
            calls.append(itself)
            return method(itself, *arguments, **named)

        monkeypatch.setattr(owner, name, call)
        return calls

    return count


async def test_the_styles_are_read_once(
    start: Start, counted: Callable[[type, str], list[object]]
) -> None:
    read_again = counted(Stylesheet, "reparse")
    async with start() as ui:
        assert read_again == []
        await ui.press("t")
        await ui.settle()
        assert len(read_again) == 1
        await ui.press("t")
        await ui.settle()
        assert len(read_again) == 2


@pytest.mark.parametrize(("columns", "layout"), [(80, "-narrow"), (99, "-narrow"), (100, "-wide")])
async def test_the_first_layout_is_that_of_the_width(
    start: Start, columns: int, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ita_tui.ui.screens.main import MainScreen

    changes: list[dict[str, bool]] = []
    change = MainScreen.update_classes

    def changed(self: MainScreen, classes: dict[str, bool], **options: bool) -> None:
        changes.append({name: on for name, on in classes.items() if on != self.has_class(name)})
        change(self, classes, **options)

    monkeypatch.setattr(MainScreen, "update_classes", changed)
    async with start(size=(columns, 30)) as ui:
        assert ui.main.has_class(layout)
        assert [one for one in changes if one] == []
        await ui.resize(80 if columns >= 100 else 120, 30)
        await ui.until(lambda: any(changes), "the layout should follow the width")


@pytest.mark.parametrize("columns", [80, 120])
async def test_the_first_frame_has_everything_in_it(
    start: Start, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[dict[str, bool]] = []

    def look(app: ItaApp) -> None:
        panes = app.screen.query(LinesPane)
        frames.append({str(pane.id): any(pane.lines) for pane in panes if pane.id != "status"})

    monkeypatch.setattr(ItaApp, "post_display_hook", look)
    async with start(size=(columns, 30)) as ui:
        await ui.settle()
    assert frames[0] == {"summary": True, "details": True, "keys": True}


async def test_nothing_is_laid_out_below_the_list(start: Start) -> None:
    async with start() as ui:
        assert [type(screen).__name__ for screen in ui.app.screen_stack] == ["MainScreen"]


async def test_no_draft_loads_no_form(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "ita_tui.ui.screens.edit", None)
    async with start() as ui:
        await ui.pilot.pause(0.5)
        assert ui.app.is_running
        assert ui.dialog == "MainScreen"
