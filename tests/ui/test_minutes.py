"""Writing the minutes by keys alone: every part, at once on the disk, and in the document."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Attendance, Statement
from tests.ui.driver import thai_key
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
    from collections.abc import Callable

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

LAYOUTS = pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])


async def test_the_parts_stand_beside_the_document(ui: Driver) -> None:
    await editing(ui)
    assert "Number    … still open" in rows(ui)
    assert "Agenda 4  เรื่องเพื่อพิจารณา [table of the checklist]" in rows(ui)
    assert ui.shows("1 still open")
    await ui.until(lambda: "ครั้งที่ -/๒๕๖๖" in document(ui), "the document should be there")
    await ui.press("q")
    await ui.until(lambda: ui.app.screen is ui.main, "the list should be back")


async def test_the_document_follows_the_cursor(ui: Driver) -> None:
    await editing(ui)
    await ui.press("end")
    await ui.sees("(ประธานกรรมการ)")
    await ui.press("home")
    await ui.sees("รายงานการประชุมคณะกรรมการ")


async def test_a_field_is_written_saved_at_once_and_taken_back(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "number")
    await opens_form(ui)
    await ui.fill("field-value", "๒/2566")
    await ui.press("enter")
    await shuts(ui)
    assert (saved(ui).number, saved(ui).year) == (2, 2566)
    assert next(data(ui).events()).meeting == saved(ui).id
    assert path(ui) == ("number",)
    assert ui.shows("nothing open")
    await ui.until(lambda: "ครั้งที่ ๒/๒๕๖๖" in document(ui), "the document should follow")
    await ui.press("u")
    await says(ui, "Taken back: number of the meeting.")
    assert saved(ui).number is None
    await ui.press("U")
    await says(ui, "Brought back: number of the meeting.")
    assert saved(ui).number == 2


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("held_on", "30 ต.ค. 66", date(2023, 10, 30)),
        ("start", "9:45", time(9, 45)),
        ("end", "๑๒.๐๐ น.", time(12, 0)),
        ("place", "ห้องประชุม ๓", "ห้องประชุม ๓"),
    ],
)
async def test_the_fields_are_read_as_people_write_them(
    ui: Driver, field: str, text: str, value: object
) -> None:
    await editing(ui)
    await go_to(ui, field)
    await opens_form(ui)
    await ui.fill("field-value", text)
    await ui.press("enter")
    await shuts(ui)
    assert getattr(saved(ui), field) == value


async def test_what_cannot_be_is_said_at_the_field_and_not_saved(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await editing(ui)
    await go_to(ui, "held_on")
    await opens_form(ui)
    await ui.fill("field-value", "31 ก.พ. 67")
    await ui.press("enter")
    await ui.until(lambda: ui.problem != "", "it should be said")
    assert ui.focused == "field-value"
    assert ui.value("field-value") == "31 ก.พ. 67"
    assert ui.path.read_bytes() == before


async def test_a_person_is_added_from_the_roster(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "attendees", "absent")
    await opens_form(ui, "a")
    await ui.type("ช่าง")
    await ui.press("down")
    assert ui.value("field-office") == "ผู้อำนวยการกองช่าง"
    assert ui.value("field-role") == "กรรมการ"
    await ui.fill("field-reason", "ติดราชการ")
    await ui.press("enter")
    await shuts(ui)
    person = saved(ui).attendees[-1]
    assert (person.office, person.attendance) == ("ผู้อำนวยการกองช่าง", Attendance.ABSENT)
    assert person.reason == "ติดราชการ"
    assert path(ui) == ("attendees", 7)
    await ui.until(lambda: "ติดราชการ" in document(ui), "the document should follow")


async def test_down_and_up_go_through_what_is_known(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "signatures", 0)
    await opens_form(ui)
    await ui.go_to("field-office")
    await ui.sees("↓ ผู้อำนวยการกองคลัง")
    await ui.press("down", "down", "up")
    first = ui.value("field-office")
    await ui.press("up", "down")
    assert ui.value("field-office") == first
    await ui.fill("field-office", "ไม่มีใครรู้จัก")
    await ui.press("down")
    assert ui.value("field-office") == "ไม่มีใครรู้จัก"


async def test_taking_out_is_asked_about_and_can_be_taken_back(ui: Driver) -> None:
    before = saved(ui)
    await editing(ui)
    await go_to(ui, "problems", 0)
    for keys in (("d", "d", "enter"), ("delete", "escape")):
        await ui.ask(keys[0], "ConfirmScreen")
        await ui.press(*keys[1:])
        await ui.until(lambda: ui.dialog == "MinutesScreen", "it should be answered")
    assert saved(ui) == before
    await ui.ask("d", "ConfirmScreen")
    await ui.choose("Yes")
    await ui.until(lambda: len(saved(ui).problems) == 1, "it should be taken out")
    await ui.press("home", "u")
    await ui.until(lambda: saved(ui) == before, "it should be back")
    await ui.until(lambda: path(ui) == ("problems", 0), "the cursor should be where it is back")


@LAYOUTS
async def test_parts_are_moved(ui: Driver, layout: Callable[[str], str]) -> None:
    titles = [one.title for one in saved(ui).agenda]
    await editing(ui)
    await go_to(ui, "agenda", 1)
    await ui.press(layout("J"))
    await ui.until(lambda: path(ui) == ("agenda", 2), "the cursor should go with it")
    assert [one.title for one in saved(ui).agenda] == [titles[0], titles[2], titles[1], *titles[3:]]
    await ui.press(layout("K"))
    await ui.until(lambda: path(ui) == ("agenda", 1), "the cursor should go back with it")
    assert [one.title for one in saved(ui).agenda] == titles


async def test_space_gives_a_person_the_next_list(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "attendees", 6)
    for wanted in (Attendance.ABSENT, Attendance.OTHER, Attendance.PRESENT):
        await ui.press("space")
        await says(ui, "Saved.")
        assert saved(ui).attendees[6].attendance is wanted
        assert path(ui) == ("attendees", 6)


async def test_space_puts_the_table_under_an_agenda_item(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 4)
    await ui.press("space")
    await ui.until(lambda: saved(ui).agenda[4].shows_checklist, "it should have the table")


async def test_a_resolution_is_chosen_with_two_keys(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 0, "resolution")
    await opens_form(ui)
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).agenda[0].resolution == "รับรอง"


async def test_a_resolution_is_typed(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 1, "resolution")
    await opens_form(ui)
    await ui.fill("field-value", "มอบกองคลังเร่งรัด\nภายใน 30 เม.ย. 2567")
    await ui.press("f2")
    await shuts(ui)
    assert saved(ui).agenda[1].resolution == "มอบกองคลังเร่งรัด\nภายใน 30 เม.ย. 2567"


async def test_the_document_shows_what_is_typed_before_it_is_saved(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await editing(ui)
    await go_to(ui, "agenda", 2)
    await opens_form(ui, "a")
    await ui.type("chair")
    await ui.press("tab")
    await ui.type("Good [b]news[/b] *now*")
    await ui.until(lambda: "Good [b]news[/b] *now*" in document(ui), "the document should follow")
    assert ui.path.read_bytes() == before
    await ui.press("f2")
    await shuts(ui)
    assert saved(ui).agenda[2].statements == (Statement("chair", "Good [b]news[/b] *now*"),)
    assert path(ui) == ("agenda", 2, "statements", 0)


async def test_an_agenda_item_is_added_after_this_one(ui: Driver) -> None:
    await editing(ui)
    await go_to(ui, "agenda", 1, "resolution")
    await opens_form(ui, "A")
    await ui.type("เรื่องใหม่")
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).agenda[2].title == "เรื่องใหม่"
    await go_to(ui, "end")
    await opens_form(ui, "A")
    await ui.type("last")
    await ui.press("enter")
    await shuts(ui)
    assert saved(ui).agenda[-1].title == "last"


async def test_what_was_typed_is_given_up_only_on_purpose(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await editing(ui)
    await opens_form(ui)
    await ui.press("escape")
    await shuts(ui)
    await opens_form(ui)
    await ui.type("x")
    await ui.ask("escape", "ConfirmScreen")
    await ui.press("enter")
    await ui.until(lambda: ui.dialog == "MinutesScreen", "the form should be back")
    assert ui.value("field-value").endswith("x")
    await ui.ask("escape", "ConfirmScreen")
    await ui.choose("Yes")
    await shuts(ui)
    assert ui.path.read_bytes() == before


async def test_an_answer_that_changes_nothing_is_no_change(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await editing(ui)
    await opens_form(ui)
    await ui.press("enter")
    await shuts(ui)
    assert ui.path.read_bytes() == before


async def test_l_goes_to_what_is_still_open(ui: Driver) -> None:
    await editing(ui)
    await ui.press("end", "l")
    await says(ui, "1/1 The meeting has no number.")
    assert path(ui) == ("number",)
    await opens_form(ui)
    await ui.fill("field-value", "1/2566")
    await ui.press("enter")
    await shuts(ui)
    await ui.press("l")
    await says(ui, "Nothing is open")


async def test_nothing_is_added_below_a_field(ui: Driver) -> None:
    await editing(ui)
    await ui.press("a")
    await says(ui, "Nothing can be added here.")


async def test_on_a_narrow_screen_tab_changes_between_parts_and_document(start: Start) -> None:
    async with start(size=(80, 24)) as ui:
        await editing(ui)
        await ui.sees("Agenda 1")
        assert not ui.shows("ผู้ไม่มาประชุม")
        await ui.press("tab")
        await ui.sees("ลำดับ")
        assert not ui.shows("Agenda 1")
        await ui.press("pagedown", "pagedown")
        await ui.sees("ระเบียบวาระที่ ๑")
        await ui.press("escape")
        await ui.sees("Agenda 1")
        assert screen(ui).query("#parts").first().has_focus
