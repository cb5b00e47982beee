"""What scripts see of meetings: JSON with keys that stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.services.meeting_fields import problems_of
from ita_tui.store.meeting_records import meeting_to_record

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting
    from ita_tui.services.views import View
    from ita_tui.store import Snapshot


def meeting_view(snapshot: Snapshot, meeting: Meeting) -> View:
    """One meeting with everything.

    Days are ISO dates of the common era and times `09:30`; they and the number may be null.
    `closed` tells whether `table` holds the items as they stood at closing; else it is null.
    `missing` tells what the minutes still lack, with the place.
    """
    record = meeting_to_record(meeting)
    table = record.pop("frozen")
    missing = problems_of(meeting, snapshot.meetings)
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
