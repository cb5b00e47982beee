"""The form of one part: a field under the other, saved with one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label, OptionList, TextArea

from ita_tui.thai.cells import truncate
from ita_tui.ui.actions import bindings
from ita_tui.ui.literal import literal
from ita_tui.ui.minutes_actions import PART
from ita_tui.ui.widgets.completing import CompletingField
from ita_tui.ui.widgets.customary import Customary
from ita_tui.ui.widgets.fields import TextField
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from ita_tui.ui.meeting_forms import Field, Form

_ID = "field-"


class PartForm(Vertical):
    """Asks for the fields of one part; what becomes of the answers is the screen's matter."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PART)]

    class Changed(Message):
        """Something was typed."""

    class Saved(Message):
        """The answers are to be kept."""

    class Left(Message):
        """The person goes back."""

    @dataclass
    class Outside(Message):
        """A field is to be written in an editor of the person's own."""

        name: str

    def __init__(self, form: Form, texts: Mapping[str, str] | None = None) -> None:
        """Ask what a form asks.

        Args:
            form: What is asked.
            texts: What was typed before, if the form comes back.
        """
        super().__init__(id="form")
        self._form = form
        self._first = {field.name: field.text for field in form.fields}
        self._begin_with = {**self._first, **(texts or {})}

    def compose(self) -> ComposeResult:
        """The title, the choices, the fields, and what the keys do."""
        yield Prose(self._form.title, classes="form-title")
        if self._form.choices:
            offered = (" … ".join(one.split("\n\n")) for one in self._form.choices)
            yield Customary(*offered, stays=False)
        single = len(self._form.fields) == 1
        for field in self._form.fields:
            widget = self._widget(field)
            if single:
                yield widget
            elif field.is_long:
                yield Label(literal(field.label))
                yield widget
            else:
                yield Horizontal(Label(literal(field.label)), widget, classes="form-line")
        yield Prose("", id="problem", classes="dialog-problem")
        yield LinesPane(id="form-words", margin=0)

    def _widget(self, field: Field) -> Widget:
        text = self._begin_with[field.name]
        if field.is_long:
            return TextField(text, id=_ID + field.name)
        return CompletingField(text, field.words, id=_ID + field.name)

    @property
    def last(self) -> str:
        """The name of the last field, which is the long one where there is one."""
        return self._form.fields[-1].name

    @property
    def first(self) -> dict[str, str]:
        """What stood in the fields before anybody typed."""
        return self._first

    def on_mount(self) -> None:
        """Begin at the choices, else at the first field."""
        first = self._stations[0]
        first.focus()
        if self._form.is_written_anew and isinstance(first, Input):
            first.select_all()

    @property
    def _stations(self) -> list[Widget]:
        """What Tab leads to, in order."""
        return [*self.query("OptionList, Input, TextArea")]

    @property
    def texts(self) -> dict[str, str]:
        """The answers, by the names of the fields."""
        there = {widget.id: _text(widget) for widget in self.query("Input, TextArea")}
        # While the form opens and closes, its fields are not all there.
        return {name: there.get(_ID + name, text) for name, text in self._begin_with.items()}

    @property
    def typed(self) -> dict[str, str]:
        """The answers that differ from what stood there at first."""
        texts = self.texts
        return {name: text for name, text in texts.items() if text != self._first[name]}

    def complain(self, problem: str, field: str = "") -> None:
        """Say what is wrong, and put the cursor where it is."""
        self.query_one("#problem", Prose).show(problem)
        stations = [one for one in self._stations if one.id == _ID + field] or self._stations[-1:]
        stations[0].focus()

    def warn(self, problem: str) -> None:
        """Say what is wrong with what can be saved all the same."""
        self.query_one("#problem", Prose).show(problem)

    def put(self, name: str, text: str) -> None:
        """Put a text in place of what stands in a field."""
        widget = self._of(name)
        if isinstance(widget, TextArea):
            widget.text = text
        elif isinstance(widget, Input):
            widget.value = text

    def _of(self, name: str) -> Widget:
        return self.query_one(f"#{_ID}{name}")

    # What the person does

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell that something was typed, and show what it may be completed with."""
        event.stop()
        self._show_words()
        self.post_message(self.Changed())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell that something was typed."""
        event.stop()
        self.post_message(self.Changed())

    def on_descendant_focus(self) -> None:
        """Show what the field may be completed with."""
        self._show_words()

    def on_lines_pane_resized(self, event: LinesPane.Resized) -> None:
        """Show the words again in their new width."""
        event.stop()
        self._show_words()

    def on_completing_field_completed(self, event: CompletingField.Completed) -> None:
        """Fill the empty fields with what goes with the word."""
        event.stop()
        name = (event.field.id or "").removeprefix(_ID)
        for known in self._form.known:
            if known.get(name) == event.word:
                for other, text in known.items():
                    if other in self._first and not _text(self._of(other)):
                        self.put(other, text)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Save a choice at once; one that is only begun waits for what follows."""
        event.stop()
        name, choice = self._form.fields[0].name, self._form.choices[event.option_index]
        self.put(name, choice)
        if choice in self._form.begun:
            self._go_behind(name)
        else:
            self.action_save()

    def _go_behind(self, name: str) -> None:
        """Put the cursor behind what stands in a field."""
        field = self._of(name)
        field.focus()
        if isinstance(field, TextArea):
            field.move_cursor(field.document.end)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line saves."""
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Ask for the answers to be kept."""
        self.post_message(self.Saved())

    def action_leave(self) -> None:
        """Ask to go back."""
        self.post_message(self.Left())

    def action_step(self, by: int) -> None:
        """Go on to another field of this form."""
        stations = self._stations
        here = self.screen.focused
        at = stations.index(here) if here in stations else -by
        stations[(at + by) % len(stations)].focus()

    def action_outside(self) -> None:
        """Ask for an editor for the field with the cursor, or else for the last one."""
        here = self.screen.focused
        name = (here.id or "") if here is not None else ""
        if not name.startswith(_ID):
            name = _ID + self.last
        self.post_message(self.Outside(name.removeprefix(_ID)))

    def _show_words(self) -> None:
        pane = self.query_one("#form-words", LinesPane)
        here = self.screen.focused
        words = here.matches if isinstance(here, CompletingField) else ()
        shown = truncate("↓ " + "  ".join(words), pane.cells) if words else ""
        pane.show([[(shown, "muted")]])


def _text(field: Widget) -> str:
    if isinstance(field, TextArea):
        return field.text
    return field.value if isinstance(field, Input) else ""
