"""The minutes editor as a person uses it: opening it, finding a part, looking at the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.store import Snapshot, Store
from ita_tui.ui.screens.minutes import MinutesScreen
from ita_tui.ui.widgets.cursor_list import CursorList
from ita_tui.ui.widgets.document import DocumentPane
from ita_tui.ui.widgets.part_form import PartForm

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting
    from ita_tui.domain.meeting_parts import Path
    from tests.ui.driver import Driver


async def editing(ui: Driver) -> MinutesScreen:
    """Open the editor on the newest meeting."""
    await ui.press("m")
    await ui.until(lambda: isinstance(ui.app.screen, MinutesScreen), "the editor should open")
    await ui.settle()
    return screen(ui)


def screen(ui: Driver) -> MinutesScreen:
    """The editor."""
    return next(one for one in ui.app.screen_stack if isinstance(one, MinutesScreen))


def saved(ui: Driver, place: int = -1) -> Meeting:
    """A meeting as the file has it now, the newest one at first."""
    return data(ui).meetings[place]


def data(ui: Driver) -> Snapshot:
    """What is on the disk."""
    store = Store(ui.path)
    try:
        return store.read()
    finally:
        store.close()


def rows(ui: Driver) -> list[str]:
    """All rows of the parts, as they are drawn."""
    parts = screen(ui).query_one(CursorList)
    return ["".join(text for text, _role in row.line(200)).strip() for row in parts.rows]


def path(ui: Driver) -> Path:
    """The part under the cursor."""
    row = screen(ui).query_one(CursorList).cursor_row
    assert row is not None
    found: Path = row.key
    return found


def document(ui: Driver) -> str:
    """The document, as far as it was made."""
    lines = screen(ui).query_one(DocumentPane).lines
    return "\n".join("".join(text for text, _role in line) for line in lines)


async def go_to(ui: Driver, *place: str | int) -> None:
    """Put the cursor on a part."""
    screen(ui).query_one(CursorList).move_to(place)
    await ui.until(lambda: path(ui) == place, f"the cursor should be on {place}")
    await ui.settle()


async def opens_form(ui: Driver, key: str = "enter") -> PartForm:
    """Press a key that opens a form, and wait for it."""
    await ui.press(key)
    await ui.until(lambda: screen(ui).query(PartForm), f"{key} should open a form")
    await ui.settle()
    return screen(ui).query_one(PartForm)


async def shuts(ui: Driver) -> None:
    """Wait until the form is closed."""
    await ui.until(lambda: not screen(ui).query(PartForm), "the form should be closed")
    await ui.settle()


async def says(ui: Driver, text: str) -> None:
    """Wait until the line below the panes has these words."""
    await ui.until(lambda: text in screen(ui).said, f"{text!r} should be said")
