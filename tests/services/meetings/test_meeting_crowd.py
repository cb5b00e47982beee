"""Several people, each a process of its own, write one meeting from views that are long stale."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.domain.meeting import AgendaItem, Meeting
from ita_tui.services.meetings.holding import begin

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.store import Store

WRITER = Path(__file__).with_name("meeting_writer.py")
PEOPLE, EACH = 3, 8


def test_nothing_that_anybody_wrote_is_lost(store: Store, actor: Actor) -> None:
    titles = [f"เรื่องที่ {number}" for number in range(PEOPLE)]
    begin(store, actor, Meeting("m", "ชุดที่ 1", 1, 2567, agenda=tuple(map(AgendaItem, titles))))
    people = [
        subprocess.Popen([sys.executable, WRITER, store.path, str(item), str(EACH)])
        for item in range(PEOPLE)
    ]
    assert [person.wait(timeout=120) for person in people] == [0] * PEOPLE
    (meeting,) = store.read().meetings
    for number, item in enumerate(meeting.agenda):
        assert [one.text for one in item.statements] == [f"{number}-{n}" for n in range(EACH)]
    writers = {event.name for event in store.read().events()} - {actor.name}
    assert len(writers) == PEOPLE
