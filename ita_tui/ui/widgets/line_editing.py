"""An input of one line that is edited by Thai letters and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets.input import Selection

from ita_tui.domain.text import clean
from ita_tui.thai import editing, words
from ita_tui.thai.cells import at_cell, width
from ita_tui.ui.widgets.cursor import whole
from ita_tui.ui.widgets.line_drawing import LineDrawing
from ita_tui.ui.widgets.pasting import fits

if TYPE_CHECKING:
    from textual.events import Click, Paste
    from textual.strip import Strip


_TWICE = 2


class LineEditing(LineDrawing):
    """Its cursor steps over a letter with its marks; Backspace takes one mark.

    Words are those of the dictionary, for the jumps and for a double click; the dictionary is
    loaded at the first of them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # As in a text of several lines; Textual's own line takes out what follows.
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
        Binding("alt+delete", "delete_right_word", show=False),
    ]

    virtual_size = Reactive(Size(0, 0), layout=False)
    """How far it can be scrolled. A longer text takes no other room on the screen, and a layout
    with every letter would hold it up."""

    def validate_selection(self, selection: Selection) -> Selection:
        """Within the text, and never inside a letter with its marks."""
        ends = super().validate_selection(selection)
        return Selection(*(editing.ceiling(self.value, place) for place in ends))

    def render_line(self, y: int) -> Strip:
        """The line; its cursor covers a whole letter."""
        strip = super().render_line(y)
        at, value = self.cursor_position, self.value
        if y or not self.has_focus or at == len(value):
            return strip
        letter = value[at : editing.right(value, at)]
        return whole(strip, self._position_to_cell(at) - self.scroll_offset.x, width(letter))

    # Moving

    def action_cursor_left(self, select: bool = False) -> None:
        """Move one letter to the left, or to the start of what is selected."""
        if select or self.selection.is_empty:
            self._go(editing.left(self.value, self.cursor_position), select=select)
        else:
            super().action_cursor_left()

    def action_cursor_right(self, select: bool = False) -> None:
        """Move one letter to the right, or to the end of what is selected."""
        if self.cursor_at_end or not (select or self.selection.is_empty):
            super().action_cursor_right(select)
        else:
            self._go(editing.right(self.value, self.cursor_position), select=select)

    def action_cursor_left_word(self, select: bool = False) -> None:
        """Move to the start of a word."""
        self._go(self._word_before(), select=select)

    def action_cursor_right_word(self, select: bool = False) -> None:
        """Move to the start of the next word."""
        self._go(self._word_after(), select=select)

    def on_click(self, event: Click) -> None:
        """Select the word that was clicked twice, or everything at a third click."""
        if event.chain == _TWICE:
            place = self._cell_offset_to_index(event.get_content_offset_capture(self).x)
            self.selection = Selection(*words.word_at(self.value, place))
        elif event.chain > _TWICE:
            self.select_all()

    # Deleting and pasting

    def action_delete_left(self) -> None:
        """Take out one mark to the left, or a letter without any, or what is selected."""
        if self.selection.is_empty:
            place = self.cursor_position
            self.delete(editing.rubbed_out(self.value, place), place)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Take out the letter to the right with all its marks, or what is selected."""
        if self.selection.is_empty:
            place = self.cursor_position
            self.delete(place, editing.right(self.value, place))
        else:
            self.delete_selection()

    def action_delete_left_word(self) -> None:
        """Take out everything from the start of the word, or what is selected."""
        if self.selection.is_empty:
            self.delete(self._word_before(), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right_word(self) -> None:
        """Take out everything before the next word, or what is selected."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, self._word_after())
        else:
            self.delete_selection()

    def action_paste(self) -> None:
        """Take in what was copied in this program, as if it came from elsewhere."""
        text = tidied(self.app.clipboard)
        if fits(self, self._staying, text):
            self.replace(text, *self.selection)

    def on_paste(self, event: Paste) -> None:
        """Take all lines in as one."""
        event.text = tidied(event.text)
        if not fits(self, self._staying, event.text):
            event.prevent_default()
            event.stop()

    @property
    def _staying(self) -> int:
        """How many characters stay when something comes in the place of what is selected."""
        return len(self.value) - len(self.selected_text)

    def _go(self, target: int, *, select: bool) -> None:
        self.selection = Selection(self.selection.start if select else target, target)

    def _word_before(self) -> int:
        return words.previous_word(self.value, self.cursor_position)

    def _word_after(self) -> int:
        return words.next_word(self.value, self.cursor_position)

    def _cell_offset_to_index(self, offset: int) -> int:
        """The place under the mouse; Textual's own takes cells for characters at the end."""
        return at_cell(self.value, offset + self.scroll_offset.x)


def tidied(text: str) -> str:
    """A text from elsewhere as one line, as it would have been typed."""
    return clean(editing.pasted(text))
