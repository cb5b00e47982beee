"""Finding items by code, name, status or unit, as people type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.services.wording import state_label
from ita_tui.thai.compare import find
from ita_tui.thai.digits import to_arabic

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Checklist, Item


def matching(checklist: Checklist, query: str) -> dict[str, tuple[int, int] | None]:
    """The codes of the items that match, with the matched part of the name if it is there.

    Args:
        checklist: Where to look.
        query: What was typed; Thai or Arabic digits, tone marks or none.
    """
    found: dict[str, tuple[int, int] | None] = {}
    wanted = query.strip()
    for item in checklist.items:
        span = find(item.name, wanted)
        if span is not None or _is_code(item, wanted) or _in_other_fields(item, wanted):
            found[item.code] = span
    return found


def _is_code(item: Item, wanted: str) -> bool:
    """Whether a code begins with what was typed, with or without its letter."""
    code, typed = item.code.casefold(), to_arabic(wanted).casefold()
    return code.startswith(typed) or code.lstrip("abcdefghijklmnopqrstuvwxyz").startswith(typed)


def _in_other_fields(item: Item, wanted: str) -> bool:
    fields = (state_label(item.status.state), item.status.wording, item.unit)
    return any(find(field, wanted) is not None for field in fields if field)
