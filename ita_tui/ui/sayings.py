"""The sentences below a list: what was saved, and what a colleague has just changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.text import clean
from ita_tui.i18n import _
from ita_tui.services.events import describe_event
from ita_tui.services.wording import field_label, state_label
from ita_tui.thai.cells import truncate, width
from ita_tui.ui.literal import shown

if TYPE_CHECKING:
    from collections.abc import Collection

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.event import Event

_TOLD_CELLS = 60
_TOLD_BY_CELLS = 24
"""How much of a colleague's value and name is told of in passing."""


def in_lines(text: str, cells: int) -> list[str]:
    """A sentence in lines of at most so many cells."""
    if width(text) <= cells:
        return [text]
    from ita_tui.thai.wrapping import wrap  # noqa: PLC0415 (its dictionary is large)

    return wrap(text, cells)


def told(what: str, item: Item, fields: Collection[str] = (), more: int = 0) -> str:
    """A sentence on an item: what happened, and how it stands now.

    Args:
        what: What happened, such as `Saved`.
        item: The item as it is now.
        fields: What it happened to; a status is told by its words, anything else by its name.
        more: How many other items it happened to.
    """
    others = [field_label(field) for field in fields if field != "status"]
    status = item.status
    words = (
        [] if others and "status" not in fields else [status.wording or state_label(status.state)]
    )
    text = f"{what}: {item.code} {', '.join([*words, *others])}"
    return text + (_(" and {count} more").format(count=more) if more else "")


def told_of(event: Event) -> str:
    """A sentence on what a colleague has just changed; long texts in it are cut."""
    change = describe_event(event)
    after = truncate(clean(shown(change.after)), _TOLD_CELLS)
    words = after if event.field == "status" else f"{change.field}: {after}"
    what = f"{event.code} {words}" if event.code else words
    return f"{truncate(event.by, _TOLD_BY_CELLS)}: {what}"
