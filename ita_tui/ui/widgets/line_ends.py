"""A text area whose End goes behind the last letter, also where a line is only wrapped.

Such a place is the start of the next line as well: Thai is wrapped where no space stands. So what
the cursor is behind is kept, until it moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import TextArea

from ita_tui.thai import editing
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from textual.widgets.text_area import Location


class LineEnds(TextArea):
    """Tells the end of a wrapped line from the start of the next one."""

    _behind: Location | None = None
    """Where the cursor stands behind the last letter of a wrapped line; None elsewhere."""

    @property
    def is_behind(self) -> bool:
        """Whether the cursor stands behind a wrapped line, not at the start of the next."""
        row, column = self.cursor_location
        wraps = self.wrapped_document.get_offsets(row)
        return self._behind == (row, column) and column in wraps

    @property
    def _draw_cursor(self) -> bool:
        """Whether Textual draws the cursor: it knows only the start of the next line."""
        return super()._draw_cursor and not self.is_behind

    def drawn_behind(self, strip: Strip, y: int) -> Strip:
        """A line as it is drawn, with the cursor behind its last letter if it stands there.

        Args:
            strip: The line.
            y: Its row in what is seen, from 0.
        """
        if not (self.is_behind and super()._draw_cursor):
            return strip
        cells, line = self._end_behind()
        if y != line - self.scroll_offset.y or self._theme is None:
            return strip
        at = cells + self.gutter_width - self.scroll_offset.x
        before, under, after = strip.divide([at, at + 1, strip.cell_length])
        return Strip.join([before, Strip([Segment(under.text, self._theme.cursor_style)]), after])

    def action_cursor_line_end(self, select: bool = False) -> None:
        """Move behind the last letter of the line that is seen."""
        if self.is_behind:
            return
        super().action_cursor_line_end(select)
        row, column = self.cursor_location
        after = editing.right(self.document[row], column)
        if after in self.wrapped_document.get_offsets(row) and self.document[row][column] != " ":
            self.move_cursor((row, after), select=select)
            self._go_behind((row, after))

    def _go_behind(self, location: Location | None) -> None:
        if location != self._behind:
            self._behind = location
            self._line_cache.clear()
            self.refresh()
        if location is not None:  # up and down keep to the column that is seen
            self.navigator.last_x_offset = self._end_behind()[0]

    def _end_behind(self) -> tuple[int, int]:
        """The cell and the line, of all that there are, of the end that the cursor is behind."""
        row, column = self.cursor_location
        before = editing.left(self.document[row], column)
        x, y = self.wrapped_document.location_to_offset((row, before))
        letter = self.document[row][before:column]
        return x + width(letter), y

    def _seen_at(self) -> Location:
        """A place in the line that the cursor is seen in."""
        row, column = self.cursor_location
        return (row, editing.left(self.document[row], column)) if self.is_behind else (row, column)

    def get_cursor_line_start_location(self, smart_home: bool = False) -> Location:
        """The start of the line that is seen."""
        return self.navigator.get_location_home(self._seen_at(), smart_home=smart_home)

    def get_cursor_up_location(self) -> Location:
        """The place above, as it is seen."""
        return self.navigator.get_location_above(self._seen_at())

    def get_cursor_down_location(self) -> Location:
        """The place below, as it is seen."""
        return self.navigator.get_location_below(self._seen_at())
