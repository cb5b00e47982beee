"""What people type for an item or a state, and what they mean by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import DEFAULT_WORDING, State, Status
from ita_tui.domain.text import clean
from ita_tui.errors import UsageError
from ita_tui.i18n import _
from ita_tui.services.wording import state_label

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist, Item


def find_item(checklist: Checklist, code: str) -> Item:
    """The item with this code, however it was typed (`o12`, `๑๒`, `ข้อ 12`; or `ๅ/`, in Thai).

    Raises:
        UsageError: There is none.
    """
    from ita_tui.thai.digits import to_arabic  # noqa: PLC0415 (not needed for the first paint)
    from ita_tui.thai.keyboard import other_layout  # noqa: PLC0415 (as above)

    for text in (code, other_layout(code)):
        typed = to_arabic(text).replace(" ", "").removeprefix("ข้อ").upper()
        for item in checklist.items:
            if item.code.upper() in {typed, f"O{typed}"}:
                return item
    if not checklist.items:
        raise UsageError(_("This checklist has no items."))
    raise UsageError(
        _(
            "There is no item {code} in fiscal year {year}; the codes go from {first} to {last}."
        ).format(
            code=clean(code),
            year=checklist.fiscal_year,
            first=checklist.items[0].code,
            last=checklist.items[-1].code,
        )
    )


def parse_status(text: str) -> Status:
    """A status from a state's key, its name as the lists show it, or an exact wording.

    Raises:
        UsageError: It is none of them; the message lists keys and names.
    """
    plain = clean(text).strip()
    if plain in DEFAULT_WORDING:
        return Status.of(State(plain))
    status = Status.from_wording(plain)
    if status is not None:
        return status
    from ita_tui.thai.compare import key  # noqa: PLC0415 (most people type a key or a wording)

    for state in State:
        if key(plain) == key(state_label(state)):
            return Status.of(state)
    raise UsageError(
        _("{text} is no state; the states are {states}, or an exact wording.").format(
            text=plain or '""',
            states=", ".join(map(_with_name, State)),
        )
    )


def _with_name(state: State) -> str:
    """The key of a state, and its name where that is another word."""
    name = state_label(state)
    return str(state) if name == state.replace("_", " ") else f"{state} ({name})"
