"""The minutes while others change them, the line drops, a meeting is closed, another is begun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Attendee
from ita_tui.services.meetings import holding as meetings
from ita_tui.services.meetings.edits import edit_meeting
from tests.ui.editing import (
    data,
    document,
    editing,
    go_to,
    opens_form,
    path,
    rows,
    saved,
    says,
    screen,
    shuts,
)

if TYPE_CHECKING:
    from ita_tui.domain.meeting import Meeting
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver


def changes(colleague: Colleague, **fields: object) -> None:
    """A colleague changes fields of the meeting."""
    seen = colleague.store.read().meetings[-1]
    after: Meeting = replace(seen, **fields)  # type: ignore[arg-type]  # (fields of several types)
    edit_meeting(colleague.store, colleague.actor, seen, after)


def stops_looking(ui: Driver) -> None:
    """Let no change of others arrive by itself any more."""
    screen(ui)._look = lambda: None  # type: ignore[method-assign]  # (the poll has not come yet)


async def test_changes_of_colleagues_arrive_and_the_cursor_stays(
    ui: Driver, colleague: Colleague
) -> None:
    await editing(ui)
    await go_to(ui, "attendees", 3)
    there = saved(ui).attendees
    changes(colleague, attendees=(Attendee("คนใหม่"), *there))
    await ui.until(lambda: "1  คนใหม่" in rows(ui), "the person should arrive")
    assert path(ui) == ("attendees", 4)
    await says(ui, "กองช่าง: attendance: present: คนใหม่")
    await ui.until(lambda: "คนใหม่" in document(ui), "the document should follow")


async def test_what_is_typed_stays_while_others_change_the_rest(
    ui: Driver, colleague: Colleague
) -> None:
    await editing(ui)
    await go_to(ui, "attendees", 3)
    await opens_form(ui)
    await ui.go_to("field-reason")
    await ui.type("late")
    changes(colleague, place="ห้องอื่น", attendees=(Attendee("คนใหม่"), *saved(ui).attendees))
    await ui.until(lambda: "Place     ห้องอื่น" in rows(ui), "the place should arrive")
    assert ui.value("field-reason") == "late"
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).place == "ห้องอื่น"
    assert [one.reason for one in saved(ui).attendees].index("late") == 4


@pytest.mark.parametrize(
    ("answer", "place"), [("Keep the other value", "theirs"), ("Write mine over it", "yours")]
)
async def test_the_same_part_is_asked_about(
    ui: Driver, colleague: Colleague, answer: str, place: str
) -> None:
    await editing(ui)
    await go_to(ui, "place")
    await opens_form(ui)
    stops_looking(ui)
    changes(colleague, place="theirs")
    await ui.fill("field-value", "yours")
    await ui.ask("enter", "ConflictScreen")
    for text in ("place of the meeting was changed", "theirs", "yours", "กองช่าง"):
        await ui.sees(text)
    await ui.choose(answer)
    await shuts(ui)
    assert saved(ui).place == place
    assert f"Place     {place}" in rows(ui)


async def test_what_was_typed_stays_when_the_question_is_left_open(
    ui: Driver, colleague: Colleague
) -> None:
    await editing(ui)
    await go_to(ui, "place")
    await opens_form(ui)
    stops_looking(ui)
    changes(colleague, place="theirs")
    await ui.fill("field-value", "yours")
    await ui.ask("enter", "ConflictScreen")
    await ui.choose("Go back, write nothing")
    await ui.until(lambda: ui.dialog == "MinutesScreen", "the form should be back")
    assert ui.value("field-value") == "yours"
    assert "theirs" in ui.problem
    assert saved(ui).place == "theirs"


def takes_the_meeting_out(ui: Driver, colleague: Colleague) -> None:
    """A colleague takes the meeting out, as going back to an earlier version does."""
    with colleague.store.transaction(colleague.actor) as tx:
        tx.remove_meeting(saved(ui).id)


async def test_keys_go_to_no_list_when_a_meeting_is_taken_out(
    ui: Driver, colleague: Colleague
) -> None:
    before = [item.status for item in data(ui).checklist.items]
    await ui.open("O1")
    await editing(ui)
    await go_to(ui, "place")
    await opens_form(ui)
    await ui.fill("field-value", "ห้อง")
    takes_the_meeting_out(ui, colleague)
    await says(ui, "The meeting was taken out meanwhile; nothing can be saved. Esc goes back.")
    await ui.type(" ใหญ่ u s")
    assert ui.value("field-value") == "ห้อง ใหญ่ u s"
    await ui.press("enter")
    await ui.until(lambda: "There is no meeting" in ui.problem, "it should be said")
    assert ui.value("field-value") == "ห้อง ใหญ่ u s"
    await ui.ask("escape", "ConfirmScreen")
    await ui.press("y")
    await shuts(ui)
    await ui.press("space")
    assert [item.status for item in data(ui).checklist.items] == before
    await ui.press("escape")
    await ui.until(lambda: ui.app.screen is ui.main, "the list should be back")


async def test_a_meeting_that_comes_back_is_gone_on_with(ui: Driver, colleague: Colleague) -> None:
    await editing(ui)
    kept = saved(ui)
    takes_the_meeting_out(ui, colleague)
    await says(ui, "The meeting was taken out meanwhile")
    with colleague.store.transaction(colleague.actor) as tx:
        tx.put_meeting(replace(kept, place="ห้องเดิม"))
    await ui.until(lambda: "Place     ห้องเดิม" in rows(ui), "it should be back")
    await go_to(ui, "place")
    await opens_form(ui)
    await ui.fill("field-value", "ห้อง")
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).place == "ห้อง"


async def test_whoever_takes_back_its_beginning_leaves_a_meeting(ui: Driver) -> None:
    await editing(ui)
    await ui.ask("o", "ChooseMeetingScreen")
    await ui.choose("Begin today's 1/2567, 12 Mar 2567")
    await ui.until(lambda: ui.shows("Minutes 1/2567"), "it should be shown")
    await ui.press("u")
    await ui.until(lambda: ui.app.screen is ui.main, "the list should be back")
    assert len(data(ui).meetings) == 1


async def test_what_was_typed_when_the_line_dropped_is_offered_again(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await editing(ui)
        await go_to(ui, "agenda", 2)
        await opens_form(ui, "a")
        await ui.type("chair")
        screen(ui).keep_draft()
    changes(colleague, place="ห้องอื่น")
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be offered")
        await ui.sees("You were typing in the minutes 2566-10-31")
        await ui.choose("Yes")
        await ui.until(lambda: ui.focused == "field-speaker", "the form should be open")
        assert ui.value("field-speaker") == "chair"
        await ui.press("f2")
        await shuts(ui)
        assert saved(ui).agenda[2].statements[0].speaker == "chair"
        assert saved(ui).place == "ห้องอื่น"
        await ui.press("q")
    async with start() as ui:
        await editing(ui)
        assert ui.dialog == "MinutesScreen"


async def test_what_was_typed_for_a_meeting_that_is_gone_is_not_asked_about(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await editing(ui)
        await go_to(ui, "agenda", 2)
        await opens_form(ui, "a")
        await ui.type("chair")
        screen(ui).keep_draft()
        takes_the_meeting_out(ui, colleague)
    async with start() as ui:
        await ui.until(lambda: "`ita-tui drafts` shows it" in ui.status_line, "it should be said")
        assert ui.dialog == "MainScreen"


async def test_a_draft_of_a_part_that_a_colleague_changed_since_is_asked_about(
    start: Start, colleague: Colleague
) -> None:
    async with start() as ui:
        await editing(ui)
        await go_to(ui, "place")
        await opens_form(ui)
        await ui.fill("field-value", "yours")
        screen(ui).keep_draft()
    changes(colleague, place="theirs")
    async with start() as ui:
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be offered")
        await ui.press("escape")
        await ui.until(lambda: ui.app.screen is ui.main, "the list should be there")
        await ui.press("m")
        await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be offered again")
        await ui.choose("Yes")
        await ui.until(lambda: ui.focused == "field-value", "the form should be open")
        await ui.ask("enter", "ConflictScreen")
        await ui.choose("Write mine over it")
        await shuts(ui)
        assert saved(ui).place == "yours"


async def test_a_colleague_closes_the_meeting_while_somebody_types(
    ui: Driver, colleague: Colleague
) -> None:
    await editing(ui)
    await opens_form(ui)
    stops_looking(ui)
    meetings.close(colleague.store, colleague.actor, saved(ui).id)
    await ui.type("x")
    await ui.press("enter")
    await ui.until(lambda: "closed" in ui.problem, "it should be said")
    assert ui.value("field-value").endswith("x")
