"""A part that is being written, as texts and back."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ita_tui.domain.meeting import AgendaItem, Attendance, Attendee, Meeting
from ita_tui.domain.meeting_parts import Path, inserted, part_at, with_part, without
from ita_tui.ui.part_drafts import Writing, as_texts, from_texts

TODAY = date(2024, 3, 12)
MEETING = Meeting(
    "2567-03-12",
    "คณะกรรมการ",
    1,
    2567,
    attendees=(Attendee("ประธาน"),),
    agenda=(AgendaItem("หนึ่ง"),),
    problems=("งานมาก",),
)


def test_a_part_and_what_was_typed_come_back() -> None:
    writing = Writing(MEETING, MEETING, ("attendees", 0))
    kept = as_texts(writing, {"name": "ก"}, {"name": "", "office": "ประธาน"})
    found = from_texts(MEETING, kept, TODAY)
    assert found is not None
    again, typed = found
    assert (again.seen, again.path, typed) == (MEETING, ("attendees", 0), {"name": "ก"})
    assert not again.is_new


def test_what_was_seen_comes_back_where_a_colleague_changed_it_since() -> None:
    kept = as_texts(
        Writing(MEETING, MEETING, ("number",)), {"value": "3/2567"}, {"value": "1/2567"}
    )
    found = from_texts(with_part(MEETING, ("number",), (2, 2567)), kept, TODAY)
    assert found is not None
    assert found[0].seen == MEETING


@pytest.mark.parametrize("gone", [False, True], ids=["new", "taken out since"])
def test_a_part_that_is_not_there_is_new(gone: bool) -> None:
    path: Path = ("attendees", 0 if gone else 1)
    guest = Attendee("", attendance=Attendance.OTHER)
    there = with_part(MEETING, path, guest) if gone else MEETING
    base = there if gone else inserted(MEETING, path, guest)
    kept = as_texts(Writing(there, base, path), {"office": "ผู้สังเกตการณ์"}, {"office": ""})
    found = from_texts(without(MEETING, path) if gone else MEETING, kept, TODAY)
    assert found is not None
    assert found[0].is_new
    assert part_at(found[0].base, path) == guest


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"path": "no json"},
        {"path": "5"},
        {"path": "[1, 2]"},
        {"path": json.dumps(["no such field"])},
        {"path": json.dumps(["problems", "x"])},
        {"path": json.dumps(["no such list", 0]), "new": "new"},
        {"path": json.dumps(["place", {"a": 1}])},
        {"path": json.dumps(["held_on"]), "seen.value": "no date"},
        {"path": json.dumps(["attendees", 1]), "new": "new", "attendance": "elsewhere"},
    ],
    ids=lambda kept: str(kept.get("path", "nothing")),
)
def test_texts_of_no_part_are_none(kept: dict[str, str]) -> None:
    assert from_texts(MEETING, kept, TODAY) is None
