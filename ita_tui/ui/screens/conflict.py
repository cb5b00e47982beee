"""Two people changed the same field: both values side by side, and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

from ita_tui.i18n import _, language
from ita_tui.services.meetings.edits import MeetingConflictError
from ita_tui.services.meetings.words import in_words
from ita_tui.services.wording import describe_field, field_label
from ita_tui.thai.dates import short_moment
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.dialog import Dialog, answer_hint
from ita_tui.ui.widgets.choices import Choices

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ita_tui.services.conflicts import FieldConflictError

Sides = tuple[str, str, str]
"""What was changed, and both values, the other's first."""

_CHOICES = ("theirs", "yours", None)


class ConflictScreen(Dialog[str | None]):
    """Returns `theirs`, `yours`, or None when the person wants to think again."""

    comes_unasked = True

    def __init__(self, conflict: FieldConflictError | MeetingConflictError) -> None:
        """Show a conflict; nothing has been written."""
        super().__init__()
        self._last = conflict.last
        self._sides = sides_of(conflict)

    def compose(self) -> ComposeResult:
        """Both values, then the choice; keeping the other's is what Enter means at first."""
        title, theirs, yours = self._sides
        with Vertical(classes="dialog wide"):
            yield Static(literal(title), classes="dialog-title")
            with Horizontal(classes="sides"):
                with Vertical(classes="side"):
                    yield Static(literal(self._who()), classes="side-title")
                    yield Static(literal(theirs))
                with Vertical(classes="side"):
                    yield Static(literal(_("You, now")), classes="side-title")
                    yield Static(literal(yours))
            yield Choices(
                _("Keep the other value"),
                _("Write mine over it"),
                _("Go back, write nothing"),
            )
            yield answer_hint(self)

    def on_mount(self) -> None:
        """Begin at the choices."""
        self.query_one(Choices).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the choice."""
        self.dismiss(_CHOICES[event.option_index])

    def _who(self) -> str:
        last = self._last
        if last is None:
            return _("Somebody")
        return f"{last.by}, {short_moment(last.at, language())}"


def sides_of(conflict: FieldConflictError | MeetingConflictError) -> Sides:
    """A conflict in words."""
    if isinstance(conflict, MeetingConflictError):
        title = _("{part} was changed by somebody else meanwhile").format(part=conflict.part)
        return title, in_words(conflict.theirs), in_words(conflict.yours)
    title = _("{code}: {field} was changed by somebody else meanwhile").format(
        code=conflict.code, field=field_label(conflict.field)
    )
    values = (conflict.theirs, conflict.yours)
    theirs, yours = (describe_field(conflict.field, one) for one in values)
    return title, theirs, yours
