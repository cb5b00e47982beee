"""An input of several lines that is edited by Thai letters and words, and wrapped at words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.widgets.text_area import Selection

from ita_tui.domain.text import clean_lines
from ita_tui.thai import editing, words
from ita_tui.thai.cells import width
from ita_tui.ui.widgets.cursor import whole
from ita_tui.ui.widgets.line_ends import LineEnds
from ita_tui.ui.widgets.pasting import fits
from ita_tui.ui.wrapping import wrap_text_areas_at_words

if TYPE_CHECKING:
    from textual.events import Click, MouseEvent, Paste
    from textual.geometry import Region
    from textual.strip import Strip
    from textual.widgets.text_area import Location

wrap_text_areas_at_words()

_TWICE = 2


class TextEditing(LineEnds):
    """Its cursor steps over a letter with its marks; Backspace takes one mark.

    Words are those of the dictionary, for the jumps and for a double click.
    """

    _cursor_at = Offset(-1, -1)
    """Where the cursor stands in what is seen, when the lines were drawn last."""

    def clamp_visitable(self, location: Location) -> Location:
        """Within the text, and never inside a letter with its marks."""
        row, column = super().clamp_visitable(location)
        return row, editing.ceiling(self.document[row], column)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines that are seen, after a look at where the cursor stands among them."""
        x, y = self.wrapped_document.location_to_offset(self.cursor_location)
        self._cursor_at = Offset(x + self.gutter_width, y) - self.scroll_offset
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line; its cursor covers a whole letter."""
        strip = self.drawn_behind(super().render_line(y), y)
        row, column = self.cursor_location
        line = self.document[row]
        if self.is_behind or y != self._cursor_at.y or column == len(line) or not self.has_focus:
            return strip
        letter = line[column : editing.right(line, column)]
        return whole(strip, self._cursor_at.x, width(letter))

    # Moving

    def get_cursor_left_location(self) -> Location:
        """One letter to the left, or the end of the line above."""
        row, column = self.cursor_location
        if column:
            return row, editing.left(self.document[row], column)
        return super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """One letter to the right, or the start of the line below."""
        row, column = self.cursor_location
        if column < len(self.document[row]):
            return row, editing.right(self.document[row], column)
        return super().get_cursor_right_location()

    def get_cursor_word_left_location(self) -> Location:
        """The start of a word, or the end of the line above."""
        row, column = self.cursor_location
        if column:
            return row, words.previous_word(self.document[row], column)
        return super().get_cursor_word_left_location()

    def get_cursor_word_right_location(self) -> Location:
        """The start of the next word, or of the line below."""
        row, column = self.cursor_location
        if column < len(self.document[row]):
            return row, words.next_word(self.document[row], column)
        return super().get_cursor_word_right_location()

    def get_target_document_location(self, event: MouseEvent) -> Location:
        """The letter under the mouse."""
        return self._floor(super().get_target_document_location(event))

    def move_cursor(
        self,
        location: Location,
        select: bool = False,
        center: bool = False,
        record_width: bool = True,
    ) -> None:
        """Move the cursor to a letter, also where a jump leads inside one.

        Args:
            location: Row and column.
            select: Whether what lies between is selected.
            center: Whether the view is centred there.
            record_width: Whether up and down keep to this column from now on.
        """
        super().move_cursor(self._floor(location), select, center, record_width)
        self._go_behind(None)

    def on_click(self, event: Click) -> None:
        """Select the word that was clicked twice, or the line at a third click."""
        row, column = self.get_target_document_location(event)
        if event.chain == _TWICE:
            start, end = words.word_at(self.document[row], column)
            self.selection = Selection((row, start), (row, end))
        elif event.chain > _TWICE:
            self.select_line(row)

    # Deleting and pasting

    def action_delete_left(self) -> None:
        """Take out one mark to the left, or a letter without any, or what is selected."""
        row, column = self.cursor_location
        if self.read_only or not column or not self.selection.is_empty:
            super().action_delete_left()
            return
        start = editing.rubbed_out(self.document[row], column)
        self.delete((row, start), (row, column), maintain_selection_offset=False)

    def action_delete_word_right(self) -> None:
        """Take out everything before the next word, or what is selected."""
        if self.read_only or not self.selection.is_empty:
            super().action_delete_word_right()
            return
        end = self.get_cursor_word_right_location()
        self.delete(self.cursor_location, end, maintain_selection_offset=False)

    def action_paste(self) -> None:
        """Take in what was copied in this program, as if it came from elsewhere."""
        if not self.read_only:
            text = tidied(self.app.clipboard)
            if fits(self, self._staying, text):
                self.replace(text, *self.selection, maintain_selection_offset=False)

    def on_paste(self, event: Paste) -> None:
        """Take the text in without what a terminal would obey."""
        event.text = tidied(event.text)
        if not self.read_only and not fits(self, self._staying, event.text):
            event.prevent_default()
            event.stop()

    @property
    def _staying(self) -> int:
        """How many characters stay when something comes in the place of what is selected."""
        return len(self.text) - len(self.selected_text)

    def _floor(self, location: Location) -> Location:
        row, column = super().clamp_visitable(location)
        return row, editing.floor(self.document[row], column)


def tidied(text: str) -> str:
    """A text from elsewhere as it would have been typed; it may have several lines."""
    return clean_lines(editing.pasted(text))
