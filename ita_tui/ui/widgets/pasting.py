"""How much a field takes: more would hold every key up, and is no entry of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.text import SHOWN_LIMIT
from ita_tui.i18n import _

if TYPE_CHECKING:
    from textual.widget import Widget


def fits(field: Widget, present: int, pasted: str) -> bool:
    """Whether a field takes a text; where it does not, that is said, and nothing is cut off.

    Args:
        field: The field.
        present: How many characters of it stay.
        pasted: What is to come in.
    """
    count = present + len(pasted)
    if count <= SHOWN_LIMIT or not pasted:
        return True
    said = _("Not pasted: the field would have {count} characters, and takes {limit} at most.")
    field.notify(said.format(count=count, limit=SHOWN_LIMIT), severity="warning", markup=False)
    return False
