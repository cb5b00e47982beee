"""The next meeting starts from the last one, also over the end of a fiscal year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.domain.checklist import Checklist
from ita_tui.domain.meeting import AgendaItem, Attendee, Meeting
from ita_tui.services.seeds.loading import framework_for
from ita_tui.services.workspace import Workspace
from tests.ui.conftest import ME
from tests.ui.editing import data, saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague

OWN = AgendaItem("เรื่องเร่งด่วน", shows_checklist=True)


async def test_the_agenda_of_the_last_meeting_is_kept(start: Start, colleague: Colleague) -> None:
    with colleague.store.transaction(colleague.actor) as tx:
        tx.put_meeting(replace(tx.meetings[0], agenda=(OWN,)))
    async with start() as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.choose("Begin today's 1/2567, 12 Mar 2567")
        await ui.until(lambda: len(data(ui).meetings) == 2, "it should be begun")
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
        assert saved(ui).attendees == before.attendees


async def test_a_year_before_that_cannot_be_read_is_said(start: Start, folder: Path) -> None:
    (folder / "2566.json").write_text("{", "utf-8")
    async with start() as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.until(lambda: "2566.json" in ui.problem, "it should be said")
