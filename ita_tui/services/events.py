"""Events in words: what changed, from what to what, in the language in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_tui.domain.checklist import EDITABLE_FIELDS
from ita_tui.i18n import N_, _
from ita_tui.services.wording import describe_field, describe_value, field_label
from ita_tui.store.records import field_from_json

if TYPE_CHECKING:
    from ita_tui.domain.event import Event, JsonValue


_KINDS = {
    "accepted": N_("edit made outside the program, accepted"),
    "recovered": N_("newest good version in place of a file of no use, which is kept"),
    "remade": N_("newest good version in place of a file that was gone"),
    "version": N_("went back to an earlier version"),
}
"""Events that are no change of a field."""


@dataclass(frozen=True, slots=True)
class Change:
    """One event as a person reads it.

    Attributes:
        field: The name of what changed.
        before: The old value.
        after: The new value.
    """

    field: str
    before: str
    after: str


def describe_event(event: Event) -> Change:
    """What an event changed."""
    if event.field.partition(".")[0] == "meeting":
        from ita_tui.services.meetings.events import (  # noqa: PLC0415 (most events are of items)
            describe_meeting_change,
        )

        before, after = describe_meeting_change(event.field, event.before, event.after)
        return Change(field_label(event.field), before, after)
    return Change(
        _(_KINDS[event.field]) if event.field in _KINDS else field_label(event.field),
        _described(event.field, event.before),
        _described(event.field, event.after),
    )


def _described(field: str, value: JsonValue) -> str:
    if field in EDITABLE_FIELDS:
        plain: Any = field_from_json(field, value)
        return describe_field(field, plain)
    return describe_value(field, value)
