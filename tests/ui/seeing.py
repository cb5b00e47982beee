"""What a person sees of the program: the screen as text, its panes, and what is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList, TextArea

from ita_tui.domain.text import clean
from ita_tui.store import Store
from ita_tui.ui.rows import CategoryRow, ItemRow
from ita_tui.ui.screens.main import MainScreen
from ita_tui.ui.widgets.prose import Prose
from ita_tui.ui.widgets.tree import ChecklistTree

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.screen import Screen
    from textual.strip import Strip
    from textual.widget import Widget

    from ita_tui.domain.checklist import Item
    from ita_tui.ui.app import ItaApp


class Seeing:
    """Looks at a running program.

    Attributes:
        app: The program.
        pilot: Textual's driver of it.
        path: The data file.
    """

    def __init__(self, app: ItaApp, pilot: Pilot[int], path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    # The hands

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
        return "" if row is None else code_of(row)

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

    @property
    def offered(self) -> list[str]:
        """The lines of the choices as they are drawn."""
        choices = self._choices()
        return [] if choices is None else _lines_of(choices)

    def _choices(self) -> OptionList | None:
        return next(iter(self.app.screen.query(OptionList)), None)

    @property
    def problem(self) -> str:
        """What a dialog complains about; empty while there is none, as between one and the next."""
        return next((one.text for one in self.app.screen.query("#problem").results(Prose)), "")

    def codes(self) -> list[str]:
        """The codes of all rows of the list, also those out of sight."""
        return [code_of(row) for row in self.tree.rows]

    def item(self, code: str) -> Item:
        """An item as the list has it."""
        return next(
            row.item for row in self.tree.rows if isinstance(row, ItemRow) and code_of(row) == code
        )

    def row(self, code: str) -> str:
        """The line of an item or a category on the screen; empty when it is out of sight."""
        rows = [code_of(row) for row in self.tree.rows]
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


def code_of(row: object) -> str:
    if isinstance(row, CategoryRow):
        return row.category.code
    return row.item.code if isinstance(row, ItemRow) else "alike"


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
