"""The next meeting starts from the last one, also over the end of a fiscal year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Checklist
from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting
from ita_tui.services.seeds.loading import framework_for
from ita_tui.services.workspace import Workspace
from tests.ui.conftest import ME
from tests.ui.editing import data, editing, go_to, opens_form, rows, saved, screen, shuts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

OWN = AgendaItem("เรื่องเร่งด่วน", shows_checklist=True)


async def test_the_agenda_of_the_last_meeting_is_kept(start: Start, colleague: Colleague) -> None:
    with colleague.store.transaction(colleague.actor) as tx:
        tx.put_meeting(replace(tx.meetings[0], agenda=(OWN,)))
    async with start() as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.choose("Begin today's 1/2567, 12 Mar 2567")
        await ui.until(lambda: len(data(ui).meetings) == 2, "it should be begun")
        await ui.until(lambda: ui.dialog == "ReviewScreen", "the review should open")
        assert saved(ui).agenda == (OWN,)


async def test_the_first_of_a_year_goes_on_from_the_year_before(
    start: Start, folder: Path, colleague: Colleague
) -> None:
    with colleague.store.transaction(colleague.actor) as tx:
        tx.remove_meeting("2566-10-31")
    before = Meeting(
        "2567-01-09", "คณะกรรมการตัวอย่าง", 4, 2567, attendees=(Attendee("นิติกร", "กรรมการ"),)
    )
    checklist = Checklist.from_framework(framework_for(2566), "เทศบาลตัวอย่าง", 2566)
    Workspace(folder).create(checklist, (before,), ME)
    async with start() as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.choose("Begin today's 5/2567, 12 Mar 2567")
        await ui.until(lambda: len(data(ui).meetings) == 1, "it should be begun")
        await ui.until(lambda: ui.dialog == "ReviewScreen", "the review should open")
        assert saved(ui).attendees == before.attendees


async def test_a_year_before_that_cannot_be_read_is_said(start: Start, folder: Path) -> None:
    (folder / "2566.json").write_text("{", "utf-8")
    async with start() as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.until(lambda: "2566.json" in ui.problem, "it should be said")


CERTIFIED = "รับรองรายงานการประชุม ครั้งที่ -/2566 เมื่อวันอังคารที่ 31 ตุลาคม 2566"


async def certifying(ui: Driver) -> None:
    """Begin the meeting of today, and open the resolution under which minutes are certified."""
    await ui.ask("r", "ChooseMeetingScreen")
    await ui.choose("Begin today's 1/2567, 12 Mar 2567")
    await ui.until(lambda: ui.dialog == "ReviewScreen", "it should be begun")
    await ui.press("q")
    await editing(ui)
    await go_to(ui, "agenda", 1, "resolution")
    await opens_form(ui)


async def test_the_last_minutes_are_certified_with_two_keys(ui: Driver) -> None:
    await certifying(ui)
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).agenda[1].resolution == f"{CERTIFIED} โดยไม่มีการแก้ไข"


async def test_the_last_minutes_are_certified_with_corrections(ui: Driver) -> None:
    await certifying(ui)
    await ui.press("down", "enter")
    await ui.until(lambda: ui.focused == "field-value", "the corrections should be asked for")
    await ui.type("หน้า 2 แก้ “ก” เป็น “ข”")
    await ui.press("f2")
    await shuts(ui)
    assert saved(ui).agenda[1].resolution == (
        f"{CERTIFIED} โดยมีการแก้ไข ดังนี้\n\n(1) หน้า 2 แก้ “ก” เป็น “ข”"
    )


async def test_a_first_meeting_has_nothing_to_certify(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 1, "resolution")
    await opens_form(ui)
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).agenda[1].resolution == "ไม่มี เนื่องจากเป็นการประชุมครั้งแรก"


async def test_meetings_that_look_alike_are_told_apart(ui: Driver, colleague: Colleague) -> None:
    (first,) = data(ui).meetings
    with colleague.store.transaction(colleague.actor) as tx:
        tx.put_meeting(replace(first, id="2566-10-31b"))
        tx.put_meeting(replace(first, id="2566-10-31c", name="คณะทำงานอื่น"))
    await editing(ui)
    await ui.ask("o", "ChooseMeetingScreen")
    await ui.sees("[2566-10-31]")
    await ui.sees("[2566-10-31b]")
    await ui.choose("คณะทำงานอื่น")
    await ui.until(lambda: screen(ui).query("#parts"), "it should be shown")
    assert "Meeting   คณะทำงานอื่น" in rows(ui)
    await ui.ask("x", "ExportScreen")
    await ui.sees("คณะทำงานอื่น")
