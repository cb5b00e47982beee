"""An input of one line that draws what is in sight, and measures its text once.

Textual's own measures all of it seven times for each key, which a long text makes felt.
"""

from __future__ import annotations

from bisect import bisect_right

from rich.text import Text
from textual.strip import Strip
from textual.widgets import Input

from ita_tui.thai.cells import ends


class LineDrawing(Input):
    """Looks as Textual's own does, save that no mark of a letter out of sight is drawn."""

    _measured: tuple[str, list[int]] = "", []
    """A text, and the cells up to the end of each of its characters."""

    @property
    def _ends(self) -> list[int]:
        if self._measured[0] != self.value:
            self._measured = self.value, ends(self.value)
        return self._measured[1]

    @property
    def content_width(self) -> int:
        """The cells of the text, and one for the cursor."""
        return self._ends[-1] + 1 if self.value else super().content_width

    def _position_to_cell(self, position: int) -> int:
        """The cell of a place in the text, or of its end where that has just become shorter."""
        place = min(position, len(self.value))
        return self._ends[place - 1] if place else 0

    def render_line(self, y: int) -> Strip:
        """The line, or what stands in its place while nothing is typed.

        Args:
            y: Its row in what is seen, from 0; those below are blank.
        """
        return super().render_line(y) if y or not self.value else self._in_sight()

    def _in_sight(self) -> Strip:
        left, room = self.scroll_offset.x, self.scrollable_content_region.width + 1
        first, last = (bisect_right(self._ends, cell) for cell in (left, left + room))
        if self._position_to_cell(last) < left + room:  # only half of a wide letter is in sight
            last += 1
        text = Text(self.value[first:last], no_wrap=True, overflow="ignore", end="")
        if self.has_focus:
            start, end = (max(place - first, 0) for place in sorted(self.selection))
            text.stylize_before(self.get_component_rich_style("input--selection"), start, end)
            if self.cursor_at_end:
                text.pad_right(1)
            if (at := self.cursor_position - first) >= 0:
                text.stylize(self.get_component_rich_style("input--cursor"), at, at + 1)
        left -= self._position_to_cell(first)
        strip = Strip(text.render(self.app.console)).crop(left, left + room)
        return strip.extend_cell_length(room).apply_style(self.rich_style)
