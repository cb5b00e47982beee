"""A person who writes statements under one agenda item, from the meeting as it was at first.

Arguments: the data file, the number of the agenda item from 0, how many statements.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from ita_tui.domain.event import Actor
from ita_tui.domain.meeting import Meeting, Statement
from ita_tui.services.meetings.edits import edit_meeting
from ita_tui.store import Store


def main(path: Path, item: int, count: int) -> None:
    """Write, each time from one's own last view: what others wrote is never seen."""
    store = Store(path, time_limit=60.0)
    actor = Actor(f"คนที่ {item}", "tester", "office", f"session {item}")
    (seen,) = store.read().meetings
    for number in range(count):
        after = said(seen, item, f"{item}-{number}")
        edit_meeting(store, actor, seen, after)
        seen = after
    store.close()


def said(meeting: Meeting, item: int, text: str) -> Meeting:
    """The meeting with one statement more."""
    agenda = list(meeting.agenda)
    statements = (*agenda[item].statements, Statement("", text))
    agenda[item] = replace(agenda[item], statements=statements)
    return replace(meeting, agenda=tuple(agenda))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
