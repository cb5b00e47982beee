"""What a person did not see is never overwritten: the conflict names who, what and both values."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ita_tui.errors import ConflictError
from ita_tui.i18n import _
from ita_tui.services.wording import describe_field, field_label, who_and_when
from ita_tui.store.records import field_to_json

if TYPE_CHECKING:
    from ita_tui.domain.checklist import Item
    from ita_tui.domain.event import Event
    from ita_tui.store.transaction import Transaction


class FieldConflictError(ConflictError):
    """A colleague changed the same field of an item since the person saw it.

    Attributes:
        code: The item's code.
        field: The field.
        theirs: The value that is there now.
        yours: The value that the person gave.
        last: The event that gave the field its value; None when no event says so.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str,
        field: str,
        theirs: object,
        yours: object,
        last: Event | None,
    ) -> None:
        """Keep both values beside the sentence."""
        super().__init__(message)
        self.code = code
        self.field = field
        self.theirs = theirs
        self.yours = yours
        self.last = last

    def shown_beside(self, item: Item) -> Item:
        """An item as somebody has seen it who was then shown this conflict.

        Only the one value was shown, so no other change of a colleague counts as seen.

        Args:
            item: The item as the person saw it before.
        """
        shown: dict[str, Any] = {self.field: self.theirs}
        return replace(item, **shown)


def refuse_unseen(
    tx: Transaction,
    code: str,
    field: str,
    value: object,
    *,
    seen: Item | None,
    seen_revision: int | None,
) -> None:
    """Refuse a change of a field that has another value than the person saw.

    Args:
        tx: The transaction in which it is to change.
        code: The item's code; there is such an item.
        field: The field.
        value: The value that it is to have; if it has that already, there is no conflict.
        seen: The item as the person saw it, if known.
        seen_revision: The revision that the person saw, if known.

    Raises:
        FieldConflictError: The field changed meanwhile.
    """
    item = tx.item(code)
    there = getattr(item, field)
    if item is None or there == value:
        return
    changed = (seen is not None and getattr(seen, field) != there) or (
        seen_revision is not None and _changed_since(tx, item, field, seen_revision)
    )
    if not changed:
        return
    last = _last_change(tx, code, field, there)
    raise FieldConflictError(
        _(
            "{by} changed {field} of {code} to “{theirs}” meanwhile; yours was “{yours}”. "
            "Nothing was written."
        ).format(
            by=who_and_when(last),
            field=field_label(field),
            code=code,
            theirs=describe_field(field, there),
            yours=describe_field(field, value),
        ),
        code=code,
        field=field,
        theirs=there,
        yours=value,
        last=last,
    )


def _last_change(tx: Transaction, code: str, field: str, there: object) -> Event | None:
    """What gave a field its value; an edit outside the program says nothing of that."""
    last = next((one for one in tx.events() if (one.code, one.field) == (code, field)), None)
    return last if last is not None and last.after == field_to_json(there) else None


def _changed_since(tx: Transaction, item: Item, field: str, revision: int) -> bool:
    """Whether a field changed after a revision; reads the history no further than it must."""
    left = item.revision - revision
    for event in tx.events():
        if left <= 0:
            return False
        if event.code == item.code:
            left -= 1
            if event.field == field:
                return True
    return False
