"""What is wrong in minutes: said at the field, marked in its row, saved all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Attendance
from ita_tui.services.workspace import Workspace
from tests.ui.conftest import OTHER
from tests.ui.editing import data, editing, go_to, opens_form, rows, saved, says, screen, shuts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

TOO_EARLY = "The meeting ends at 08.00, but begins at 09.30."
TAKEN = "The meeting 2566-09-12 of fiscal year 2566 has the number 3/2566 too."


@pytest.fixture
def earlier(folder: Path) -> None:
    """A meeting of the same committee in the same calendar year, in another fiscal year's file."""
    store = Workspace(folder).store(2567)
    snapshot = store.read()
    store.close()
    held = replace(
        snapshot.meetings[0], id="2566-09-12", number=3, year=2566, held_on=date(2023, 9, 12)
    )
    Workspace(folder).create(replace(snapshot.checklist, fiscal_year=2566), (held,), OTHER)


async def writes(ui: Driver, field: str, text: str) -> None:
    """Type into the form of a field."""
    await go_to(ui, field)
    await opens_form(ui)
    await ui.fill("field-value", text)


async def warns(ui: Driver, text: str) -> None:
    """Wait until the form says what is wrong, over as many lines as that takes."""
    await ui.until(lambda: text in ui.problem, f"{text!r} should be said at the field")
    await ui.sees(" ".join(text.split()[:4]))


async def test_an_end_before_the_start_is_said_while_typing_and_kept(ui: Driver) -> None:
    await editing(ui)
    await writes(ui, "end", "8.00")
    await warns(ui, TOO_EARLY)
    await ui.fill("field-value", "10.00")
    await ui.until(lambda: ui.problem == "", "nothing is wrong with ten")
    await ui.fill("field-value", "8.00")
    await ui.press("enter")
    await shuts(ui)
    assert str(saved(ui).end) == "08:00:00"
    await says(ui, f"Saved. {TOO_EARLY}")
    assert f"End       08.00 น. ! {TOO_EARLY}" in rows(ui)
    await writes(ui, "start", "7.00")
    await ui.press("enter")
    await shuts(ui)
    assert "End       08.00 น." in rows(ui)
    assert screen(ui).said == "Saved."


@pytest.mark.usefixtures("earlier")
async def test_a_number_that_another_fiscal_year_has_is_said_and_listed_again(
    start: Start, path: Path
) -> None:
    async with start() as ui:
        await editing(ui)
        await writes(ui, "number", "3/2566")
        await warns(ui, TAKEN)
        await ui.press("enter")
        await shuts(ui)
        assert saved(ui).number == 3
        assert f"Number    3/2566 ! {TAKEN}" in rows(ui)
        await ui.ask("x", "ExportScreen")
        await ui.sees(TAKEN.split(" of ", maxsplit=1)[0])
    assert path.exists()


async def test_a_meeting_without_a_chair_or_a_quorum_is_marked_at_the_list(ui: Driver) -> None:
    await editing(ui)
    chair = data(ui).meetings[-1].attendees[0]
    assert "ประธาน" in chair.role
    await go_to(ui, "attendees", 0)
    await ui.press("space")
    await ui.until(
        lambda: saved(ui).attendees[0].attendance is Attendance.ABSENT, "the chair is absent"
    )
    await ui.settle()
    assert "Present  6 ! Nobody among those present is in the chair." in rows(ui)


@pytest.mark.usefixtures("earlier")
async def test_a_fiscal_year_that_cannot_be_read_is_told_and_stops_nothing(
    start: Start, folder: Path
) -> None:
    (folder / "2566.json").write_text("{", encoding="utf-8")
    async with start() as ui:
        await editing(ui)
        await go_to(ui, "agenda", 1, "resolution")
        await opens_form(ui)
        assert not ui.shows("ครั้งแรก")  # nobody knows whether it is the first meeting
        await ui.press("escape")
        await shuts(ui)
        await writes(ui, "number", "3/2566")
        await warns(ui, "Nobody knows whether fiscal year 2566 has the number too:")
        await ui.press("enter")
        await shuts(ui)
        assert saved(ui).number == 3


async def test_a_time_is_written_anew(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "end")
    await opens_form(ui)
    await ui.type("12.15")
    await ui.press("enter")
    await shuts(ui)
    assert str(saved(ui).end) == "12:15:00"
    await go_to(ui, "place")
    await opens_form(ui)
    await ui.type(" (ชั้นบน)")
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).place.endswith("ชั้น 2 (ชั้นบน)")
