"""Events in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ita_tui import i18n
from ita_tui.domain.event import Event, JsonValue
from ita_tui.domain.status import State, Status
from ita_tui.services.events import Change, describe_event
from ita_tui.services.wording import describe_field


def event(code: str, field: str, before: JsonValue, after: JsonValue) -> Event:
    moment = datetime(2024, 3, 12, tzinfo=UTC)
    return Event(1, moment, "", "tester", "office", "s", code, field, before, after, 1, 1)


UNSET = {"state": "unset", "wording": ""}
EVIDENCE = [{"url": "https://example.go.th/a", "text": "", "note": ""}]


@pytest.mark.parametrize(
    ("told", "change"),
    [
        (event("O1", "status", UNSET, {"state": "waiting", "wording": "รอดำเนินการ"}),
         Change("status", "not set", "รอดำเนินการ")),
        (event("O1", "status", {"state": "done", "wording": "ลงเว็บแล้ว"}, UNSET),
         Change("status", "ลงเว็บแล้ว (done)", "not set")),
        (event("O1", "remark", "", "ก\nข"), Change("remark", "empty", "ก\nข")),
        (event("O1", "due", None, "2024-02-29"), Change("due date", "empty", "29 Feb 2567")),
        (event("O1", "evidence", [], EVIDENCE),
         Change("evidence", "empty", "https://example.go.th/a")),
        (event("", "checklist", None, "เทศบาล"), Change("checklist", "empty", "เทศบาล")),
        (event("", "accepted", None, "2567.json"),
         Change("edit made outside the program, accepted", "empty", "2567.json")),
        (event("", "meeting", {"id": "a", "place": "ห้อง"}, ["b"]),
         Change("meeting", '{"id": "a", "place": "ห้อง"}', '["b"]')),
        (event("", "meeting.agenda", None, [{"title": "ก"}]),
         Change("agenda", "empty", '[{"title": "ก"}]')),
    ],
)  # fmt: skip
def test_an_event_tells_what_changed(told: Event, change: Change) -> None:
    assert describe_event(told) == change


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Status.of(State.DONE), "ดำเนินการเรียบร้อยแล้ว"),
        (Status(State.DONE, "รอดำเนินการ"), "รอดำเนินการ (done)"),
        (Status(State.DONE, ""), "done"),
        (Status(State.UNSET, "ไม่แน่ใจ"), "ไม่แน่ใจ (not set)"),
    ],
)
def test_a_wording_that_hides_its_state_has_it_beside(value: Status, words: str) -> None:
    assert describe_field("status", value) == words


def test_dates_are_in_the_language_in_use() -> None:
    i18n.use("th")
    assert describe_field("due", date(2024, 4, 30)) == "30 เม.ย. 2567"
