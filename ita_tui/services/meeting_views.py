"""What scripts see of meetings and of their minutes: JSON with keys that stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.services.meetings.fields import problems_of
from ita_tui.store.meeting_records import meeting_to_record
from ita_tui.store.records import field_to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.importing.plan import MinutesPlan
    from ita_tui.services.meetings.neighbours import Neighbour
    from ita_tui.services.views import View
    from ita_tui.store import Snapshot


def meeting_view(snapshot: Snapshot, meeting: Meeting, beside: Sequence[Neighbour] = ()) -> View:
    """One meeting with everything.

    Days are ISO dates of the common era and times `09:30`; they and the number may be null.
    `closed` tells whether `table` holds the items as they stood at closing; else it is null.
    `missing` tells what the minutes still lack, with the place; for it the fiscal years beside
    this one are looked at too.
    """
    record = meeting_to_record(meeting)
    table = record.pop("frozen")
    missing = problems_of(meeting, snapshot.meetings, beside)
    return {
        **record,
        "closed": table is not None,
        "table": table,
        "missing": [{"path": list(one.path), "text": one.sentence} for one in missing],
    }


def meetings_view(snapshot: Snapshot) -> View:
    """All meetings in short, in the order in which they were made."""
    return {
        "agency": snapshot.checklist.agency,
        "fiscal_year": snapshot.checklist.fiscal_year,
        "revision": snapshot.generation,
        "meetings": [_in_short(one) for one in snapshot.meetings],
    }


def _in_short(meeting: Meeting) -> View:
    record = meeting_to_record(meeting)
    kept = ("id", "name", "number", "year", "held_on", "place", "start", "end")
    return {**{name: record[name] for name in kept}, "closed": meeting.frozen is not None}


def minutes_view(plan: MinutesPlan, *, applied: bool) -> View:
    """What an import of our own minutes found, and whether it was carried out.

    The keys are those of `views.import_view`, and `meeting` and `changes` with what differs.
    """
    left = {one.line for one in plan.problems}
    return {
        "matched": [
            {
                "line": row.line,
                "text": row.name,
                "code": row.code,
                "state": row.status.state.value,
                "wording": row.status.wording,
                "confidence": 1.0,
            }
            for row in plan.read.rows
            if row.line not in left
        ],
        "unmatched": [
            {"line": one.line, "text": one.text, "reason": one.reason} for one in plan.problems
        ],
        "missing": list(plan.missing),
        "applied": applied,
        "meeting": {
            "id": plan.meeting.id,
            "new": plan.is_new_meeting,
            "begins": plan.begins,
            "changes": [
                {
                    "part": one.part.value,
                    "place": one.place,
                    "before": one.before,
                    "after": one.after,
                }
                for one in plan.part_changes
            ],
        },
        "changes": [
            {
                "code": one.code,
                "field": one.field,
                "before": field_to_json(one.before),
                "after": field_to_json(one.after),
                "line": one.line,
            }
            for one in plan.item_changes
        ],
    }
