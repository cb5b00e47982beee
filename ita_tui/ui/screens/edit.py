"""Editing the fields of an item other than its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Label, TextArea

from ita_tui.domain.text import clean, clean_lines
from ita_tui.i18n import N_, _, language
from ita_tui.services.fields import FieldError, parse_due, parse_evidence
from ita_tui.services.statuses import Edit
from ita_tui.thai.dates import short_date
from ita_tui.ui.actions import FORM, bindings
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.confirm import ConfirmScreen
from ita_tui.ui.screens.dialog import hint
from ita_tui.ui.screens.holding import TypingDialog
from ita_tui.ui.widgets.fields import LineField, TextField
from ita_tui.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from ita_tui.domain.checklist import Item
    from ita_tui.ui.session import Session


_LABELS = {
    "unit": N_("Responsible unit"),
    "due": N_("Due date, such as 30 เม.ย. 67"),
    "evidence": N_("Evidence: an address on each line, then what is there"),
    "remark": N_("Remark"),
}
_FIELDS = tuple(_LABELS)
_LONG = ("evidence", "remark")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, whether or not it could be saved.

    Attributes:
        texts: The text of each field that somebody has typed into, by its name. A field that
            nobody touched is not in it: it keeps following the item.
        edits: The values that the texts stand for.
    """

    texts: Mapping[str, str]
    edits: tuple[Edit, ...] = ()

    @classmethod
    def of_texts(cls, texts: Mapping[str, str]) -> Draft:
        """The draft with these texts; names of no field are left out."""
        return cls({name: texts[name] for name in _FIELDS if name in texts})


class EditScreen(TypingDialog[Draft | None]):
    """Asks for the fields of an item; None when the person goes back."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 (declared by Screen)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FORM)]

    def __init__(
        self,
        item: Item,
        session: Session,
        draft: Draft | None = None,
        problem: str = "",
        fields: Sequence[str] = _FIELDS,
    ) -> None:
        """Ask about an item.

        Args:
            item: The item as the person sees it.
            session: Tells the time, for words such as tomorrow, and keeps what was typed when
                the line drops.
            draft: What was typed before, if the form comes back.
            problem: Why it comes back; empty when it does not.
            fields: The names of the fields that are asked for.
        """
        super().__init__()
        self._item = item
        self._session = session
        self._before = _texts_of(item)
        self._begin_with = {**self._before, **(draft.texts if draft else {})}
        self._problem = problem
        self._fields = fields
        self._is_held = False
        self._today: date = session.now().astimezone().date()

    def compose(self) -> ComposeResult:
        """A field under its label, each."""
        texts = self._begin_with
        with Vertical(classes="dialog wide form"):
            yield Prose(f"{self._item.code} {self._item.name}", classes="dialog-title")
            with VerticalScroll(can_focus=False):
                for name in self._fields:
                    yield Label(literal(_(_LABELS[name])))
                    field = TextField if name in _LONG else LineField
                    yield field(texts[name], id=name)
            yield Prose(self._problem, id="problem", classes="dialog-problem")
            said = _("{save} or Enter in a line saves, Tab goes on, {back} goes back.")
            yield hint(self, said)

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.query_one("#unit").focus()

    def on_resize(self) -> None:
        """Keep the field in sight that somebody types into."""
        if self.focused is not None:
            self.call_after_refresh(self.focused.scroll_visible, animate=False)

    def on_input_submitted(self) -> None:
        """Enter in a line saves."""
        self.action_save()

    def action_save(self) -> None:
        """Return what was typed, or say what is wrong with it at its field."""
        typed = self._typed()
        try:
            edits = self._edits(typed)
        except FieldError as error:
            self.query_one("#problem", Prose).show(error.message)
            self.query_one(f"#{error.field}").focus()
            return
        self.dismiss(Draft(typed, edits))

    def action_back(self) -> None:
        """Go back; what was typed is given up only when the person says so."""
        if not self._typed():
            self.dismiss(None)
            return
        question = _("Give up what you typed?")
        self.app.push_screen(ConfirmScreen(question), self._leave_if)

    def keep_draft(self) -> None:
        """Keep what was typed for the next start; the line has dropped."""
        if typed := self._typed():
            self._session.keep_draft(self._item, typed)

    def hold(self) -> None:
        """Keep what was typed aside; when all is as before again, nothing is kept."""
        if typed := self._typed():
            self._is_held = True
            self._session.keep_draft(self._item, typed, held=True)
        elif self._is_held:
            self._session.discard_draft(self._item.code)

    def _leave_if(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    def _typed(self) -> dict[str, str]:
        """The texts of the fields that somebody typed into."""
        texts = {name: _text(self.query_one(f"#{name}")) for name in self._fields}
        return {name: text for name, text in texts.items() if text != self._before[name]}

    def _edits(self, typed: Mapping[str, str]) -> tuple[Edit, ...]:
        values = ((name, self._value(name, text)) for name, text in typed.items())
        return tuple(
            Edit(name, value) for name, value in values if getattr(self._item, name) != value
        )

    def _value(self, field: str, text: str) -> object:
        """What a text stands for.

        Raises:
            FieldError: It stands for nothing.
        """
        if field == "due":
            return parse_due(text, self._today)
        if field == "evidence":
            return parse_evidence(text, self._item.evidence)
        return text.strip()


def _text(field: Widget) -> str:
    if isinstance(field, TextArea):
        return field.text
    return field.value if isinstance(field, Input) else ""


def _texts_of(item: Item) -> dict[str, str]:
    """What stands in the fields before anybody types."""
    evidence = "\n".join(clean(f"{one.url} {one.text}").strip() for one in item.evidence)
    return {
        "unit": clean(item.unit),
        "due": "" if item.due is None else short_date(item.due, language()),
        "evidence": evidence,
        "remark": clean_lines(item.remark),
    }
