"""What scripts see: items, events and imports as JSON with keys that stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.text import clean_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ita_tui.domain.checklist import Item
    from ita_tui.domain.event import Event
    from ita_tui.services.importing.statuses import ImportPlan
    from ita_tui.store import Snapshot

View = dict[str, object]
"""A JSON object."""


def item_view(item: Item) -> View:
    """One item; an empty text is "", and only `previous_score` and `due` may be null."""
    return {
        "code": item.code,
        "category": item.category,
        "name": item.name,
        "state": item.status.state.value,
        "wording": item.status.wording,
        "remark": item.remark,
        "unit": item.unit,
        "due": None if item.due is None else item.due.isoformat(),
        "evidence": [{"url": one.url, "text": one.text, "note": one.note} for one in item.evidence],
        "previous_score": item.previous_score,
        "revision": item.revision,
        "updated_at": "" if item.updated_at is None else _moment(item.updated_at),
        "updated_by": item.updated_by,
    }


def checklist_view(snapshot: Snapshot, items: Iterable[Item]) -> View:
    """Some items of a checklist, with whose they are; `revision` is the file's generation."""
    return {
        "agency": snapshot.checklist.agency,
        "fiscal_year": snapshot.checklist.fiscal_year,
        "revision": snapshot.generation,
        "items": [item_view(item) for item in items],
    }


def event_view(event: Event) -> View:
    """One event; `by` is the name that others see."""
    return {
        "seq": event.seq,
        "at": _moment(event.at),
        "by": event.by,
        "unix_user": event.unix_user,
        "origin": event.origin,
        "code": event.code,
        "field": event.field,
        "before": event.before,
        "after": event.after,
        "undoes": event.undoes,
        "batch": event.batch,
        "meeting": event.meeting,
    }


def history_view(events: Iterable[Event]) -> View:
    """Events, in the order given."""
    return {"events": [event_view(event) for event in events]}


def import_view(plan: ImportPlan, *, applied: bool) -> View:
    """What an import found, and whether it was carried out."""
    return {
        "matched": [
            {
                "line": one.row.line,
                "text": one.row.name,
                "code": one.code,
                "state": one.status.state.value,
                "wording": one.status.wording,
                "confidence": round(one.confidence, 3),
            }
            for one in plan.matched
        ],
        "unmatched": [
            {"line": one.row.line, "text": one.row.name or one.row.wording, "reason": one.reason}
            for one in plan.unmatched
        ],
        "missing": list(plan.missing),
        "applied": applied,
    }


def to_json(view: View, *, ascii_only: bool = False) -> str:
    """The text of a JSON document, with nothing in it that a terminal obeys.

    Args:
        view: The document.
        ascii_only: Whether what is not ASCII is written as JSON escapes.
    """
    import json  # noqa: PLC0415 (the tables of people need none)

    return clean_lines(json.dumps(view, ensure_ascii=ascii_only, indent=2))


def _moment(moment: datetime) -> str:
    from ita_tui.thai.dates import to_iso_utc  # noqa: PLC0415 (few lists show a time)

    return to_iso_utc(moment)
