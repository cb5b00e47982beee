"""Editing the fields of an item other than its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static, TextArea

from ita_tui.i18n import _, language
from ita_tui.services.fields import FieldError, parse_due, parse_evidence
from ita_tui.services.statuses import Edit
from ita_tui.thai.dates import short_date
from ita_tui.ui.literal import literal
from ita_tui.ui.screens.confirm import ConfirmScreen

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ita_tui.domain.checklist import Item
    from ita_tui.ui.session import Session


_FIELDS = ("unit", "due", "evidence", "remark")


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, whether or not it could be saved.

    Attributes:
        unit: The text of the field for the responsible unit.
        due: The text of the field for the due date.
        evidence: The text of the field for the evidence, an address on a line.
        remark: The text of the field for the remark.
        edits: What of it differs from the item.
    """

    unit: str
    due: str
    evidence: str
    remark: str
    edits: tuple[Edit, ...] = ()

    def texts(self) -> dict[str, str]:
        """The text of each field, by its name."""
        return {name: getattr(self, name) for name in _FIELDS}

    @classmethod
    def of_texts(cls, texts: dict[str, str]) -> Draft:
        """The draft with these texts; a field without one is empty."""
        unit, due, evidence, remark = (texts.get(name, "") for name in _FIELDS)
        return cls(unit, due, evidence, remark)


class EditScreen(ModalScreen[Draft | None]):
    """Asks for the fields of an item; None when the person goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "save", show=False),
        Binding("escape", "leave", show=False),
    ]

    def __init__(
        self, item: Item, session: Session, draft: Draft | None = None, problem: str = ""
    ) -> None:
        """Ask about an item.

        Args:
            item: The item as the person sees it.
            session: Tells the time, for words such as tomorrow, and keeps what was typed when
                the line drops.
            draft: What was typed before, if the form comes back.
            problem: Why it comes back; empty when it does not.
        """
        super().__init__()
        self._item = item
        self._session = session
        self._draft = draft or _draft_of(item)
        self._problem = problem
        self._today: date = session.now().astimezone().date()

    def compose(self) -> ComposeResult:
        """A field under its label, each."""
        draft = self._draft
        with Vertical(classes="dialog wide"):
            title = literal(f"{self._item.code} {self._item.name}")
            yield Static(title, classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Label(literal(_("Responsible unit")))
                yield Input(draft.unit, id="unit", compact=True, select_on_focus=False)
                yield Label(literal(_("Due date, such as 30 เม.ย. 67")))
                yield Input(draft.due, id="due", compact=True, select_on_focus=False)
                yield Label(literal(_("Evidence: an address on each line, then what is there")))
                yield TextArea(draft.evidence, id="evidence", compact=True, tab_behavior="focus")
                yield Label(literal(_("Remark")))
                yield TextArea(draft.remark, id="remark", compact=True, tab_behavior="focus")
            yield Static(literal(self._problem), id="problem", classes="dialog-problem")
            hint = _("F2 or Enter in a line saves, Tab goes on, Esc goes back.")
            yield Static(literal(hint), classes="dialog-hint")

    def on_mount(self) -> None:
        """Begin at the first field, without blinking."""
        for field in self.query("Input, TextArea").results():
            if isinstance(field, Input | TextArea):
                field.cursor_blink = False
        self.query_one("#unit").focus()

    def on_input_submitted(self) -> None:
        """Enter in a line saves."""
        self.action_save()

    def action_save(self) -> None:
        """Return what was typed, or say what is wrong with it at its field."""
        typed = self._typed()
        try:
            edits = self._edits(typed)
        except FieldError as error:
            self.query_one("#problem", Static).update(literal(error.message))
            self.query_one(f"#{error.field}").focus()
            return
        self.dismiss(Draft(typed.unit, typed.due, typed.evidence, typed.remark, edits))

    def action_leave(self) -> None:
        """Go back; what was typed is given up only when the person says so."""
        if self._typed() == _draft_of(self._item):
            self.dismiss(None)
            return
        question = _("Give up what you typed?")
        self.app.push_screen(ConfirmScreen(question), self._leave_if)

    def keep_draft(self) -> None:
        """Keep what was typed for the next start; the line has dropped."""
        typed = self._typed()
        if typed != _draft_of(self._item):
            self._session.keep_draft(self._item.code, typed.texts())

    def _leave_if(self, sure: bool | None) -> None:
        if sure:
            self.dismiss(None)

    def _typed(self) -> Draft:
        return Draft(
            unit=_text(self.query_one("#unit")),
            due=_text(self.query_one("#due")),
            evidence=_text(self.query_one("#evidence")),
            remark=_text(self.query_one("#remark")),
        )

    def _edits(self, typed: Draft) -> tuple[Edit, ...]:
        wanted = (
            Edit("unit", typed.unit.strip()),
            Edit("due", parse_due(typed.due, self._today)),
            Edit("evidence", parse_evidence(typed.evidence, self._item.evidence)),
            Edit("remark", typed.remark.strip()),
        )
        return tuple(one for one in wanted if getattr(self._item, one.field) != one.value)


def _text(field: Widget) -> str:
    if isinstance(field, TextArea):
        return field.text
    return field.value if isinstance(field, Input) else ""


def _draft_of(item: Item) -> Draft:
    return Draft(
        unit=item.unit,
        due="" if item.due is None else short_date(item.due, language()),
        evidence="\n".join(f"{one.url} {one.text}".strip() for one in item.evidence),
        remark=item.remark,
    )
