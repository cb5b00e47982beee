"""The form for the other fields: what is typed is saved, or complained about, and never lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from textual import events

from ita_tui import i18n
from ita_tui.domain.checklist import Evidence

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

URL = "https://www.example.go.th/plan"

DATES = [
    ("30 เม.ย. 67", date(2024, 4, 30)),
    ("๓๐ เม.ย. ๒๕๖๗", date(2024, 4, 30)),
    ("30/4/2567", date(2024, 4, 30)),
    ("พรุ่งนี้", date(2024, 3, 13)),
]

WRONG_DATES = [
    ((120, 40), "31 เม.ย. 67", "There is no such day in the calendar."),
    ((80, 24), "เร็ว ๆ นี้", "This is not a date."),
    ((60, 16), "30/4/1067", "The year 1067 cannot be meant."),
]

WRONG_EVIDENCE = ["javascript:alert(1)", f"{URL}\nftp://example.go.th/x"]


async def editing(ui: Driver, code: str = "O12") -> None:
    """Open the form of an item."""
    await ui.open(code)
    await ui.ask("e", "EditScreen")


async def test_all_fields_are_saved_at_once(ui: Driver) -> None:
    await editing(ui)
    await ui.fill("unit", "กองคลัง")
    await ui.fill("due", "30 เม.ย. 67")
    await ui.fill("evidence", f"{URL} แผนงาน")
    await ui.fill("remark", "รอบแรก")
    await ui.press("f2")
    await ui.answered()
    await ui.until(lambda: ui.saved("O12").revision == 4, "four fields should be saved")
    item = ui.saved("O12")
    assert (item.unit, item.due, item.remark) == ("กองคลัง", date(2024, 4, 30), "รอบแรก")
    assert item.evidence == (Evidence(URL, "แผนงาน"),)
    await ui.until(lambda: "30 Apr 2567" in ui.details, "the details should show the date")
    for text in ("กองคลัง", URL, "รอบแรก"):
        assert ui.tells(text), text
    assert ui.status_line.startswith("Saved: O12")
    await ui.press("u")
    await ui.until(lambda: ui.saved("O12").revision == 8, "the form should be one undo")
    assert ui.saved("O12").remark == ""


async def test_a_remark_may_have_several_lines(ui: Driver) -> None:
    await editing(ui)
    await ui.go_to("remark")
    await ui.press(*"one", "enter", *"two")
    await ui.press("f2")
    await ui.until(lambda: ui.saved("O12").remark == "one\ntwo", "both lines should be saved")


@pytest.mark.parametrize(("typed", "day"), DATES)
async def test_a_due_date_may_be_typed_in_many_ways(ui: Driver, typed: str, day: date) -> None:
    await editing(ui)
    await ui.fill("due", typed)
    await ui.press("enter")
    await ui.until(lambda: ui.saved("O12").due == day, f"{typed} should be {day}")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_what_the_form_shows_it_also_reads(
    start: Start, colleague: Colleague, language: str
) -> None:
    i18n.use(language)
    colleague.sets("O12", "due", date(2024, 4, 30))
    async with start() as ui:
        await editing(ui)
        await ui.fill("unit", "กองช่าง")
        await ui.press("f2")
        await ui.until(lambda: ui.saved("O12").unit == "กองช่าง", "the form should be saved")
        assert ui.saved("O12").due == date(2024, 4, 30)
        assert ui.saved("O12").revision == 2


async def test_an_emptied_field_is_saved_as_empty(start: Start, colleague: Colleague) -> None:
    colleague.sets("O12", "due", date(2024, 4, 30))
    colleague.sets("O12", "unit", "กองคลัง")
    colleague.sets("O12", "evidence", (Evidence(URL, "a", "a note"),))
    async with start() as ui:
        await editing(ui)
        await ui.fill("unit", "")
        await ui.fill("due", "")
        await ui.fill("evidence", "")
        await ui.press("f2")
        await ui.until(lambda: ui.saved("O12").revision == 6, "three fields should be emptied")
        item = ui.saved("O12")
        assert (item.unit, item.due, item.evidence) == ("", None, ())


async def test_the_note_of_an_address_that_stays_is_kept(
    start: Start, colleague: Colleague
) -> None:
    colleague.sets("O12", "evidence", (Evidence(URL, "a", "a note"),))
    async with start() as ui:
        await editing(ui)
        await ui.fill("evidence", f"{URL} b")
        await ui.press("f2")
        wanted = (Evidence(URL, "b", "a note"),)
        await ui.until(lambda: ui.saved("O12").evidence == wanted, "the text should be saved")


@pytest.mark.parametrize(("size", "typed", "reason"), WRONG_DATES)
async def test_a_wrong_date_is_said_at_its_field(
    start: Start, size: tuple[int, int], typed: str, reason: str
) -> None:
    async with start(size=size) as ui:
        await editing(ui)
        await ui.fill("remark", "typed before")
        await ui.press("shift+tab", "shift+tab")
        await ui.fill("due", typed)
        await ui.go_to("remark")
        await ui.press("f2")
        await ui.until(lambda: ui.focused == "due", "the field should have the keyboard")
        assert ui.problem.startswith(f"{typed}: {reason}")
        await ui.sees(ui.problem)
        assert ui.value("remark") == "typed before"
        assert ui.saved("O12").revision == 0
        await ui.fill("due", "30/4/67")
        await ui.press("enter")
        await ui.until(lambda: ui.saved("O12").revision == 2, "both fields should be saved")


@pytest.mark.parametrize("typed", WRONG_EVIDENCE)
async def test_a_wrong_address_is_said_at_its_field(ui: Driver, typed: str) -> None:
    await editing(ui)
    await ui.fill("unit", "กองคลัง")
    await ui.go_to("evidence")
    for number, line in enumerate(typed.split("\n")):
        await ui.press(*(["enter"] if number else []), *line)
    await ui.press("f2")
    await ui.until(lambda: ui.problem != "", "there should be a complaint")
    assert ui.focused == "evidence"
    assert ui.problem.endswith("is no web address; it begins with http:// or https://.")
    assert (ui.value("unit"), ui.value("evidence")) == ("กองคลัง", typed)
    assert ui.saved("O12").revision == 0


async def test_esc_leaves_a_form_in_which_nothing_was_typed(ui: Driver) -> None:
    await editing(ui)
    await ui.press("tab", "tab", "escape")
    await ui.answered()
    assert ui.saved("O12").revision == 0


@pytest.mark.parametrize("field", ["due", "remark"])
async def test_esc_asks_before_what_was_typed_is_given_up(ui: Driver, field: str) -> None:
    await editing(ui)
    await ui.go_to(field)
    await ui.type("x")
    await ui.ask("escape", "ConfirmScreen")
    await ui.sees("Give up what you typed?")
    await ui.press("enter")
    await ui.until(lambda: ui.dialog == "EditScreen", "no should be what Enter means")
    assert ui.value(field) == "x"
    await ui.ask("escape", "ConfirmScreen")
    await ui.press("escape")
    await ui.until(lambda: ui.dialog == "EditScreen", "Esc should lead back to the form")
    assert ui.value(field) == "x"
    await ui.ask("escape", "ConfirmScreen")
    await ui.choose("Yes")
    await ui.answered()
    assert ui.saved("O12").revision == 0


async def test_saving_a_form_without_a_change_writes_nothing(ui: Driver) -> None:
    before = ui.path.read_bytes()
    await editing(ui)
    await ui.press("f2")
    await ui.answered()
    assert ui.path.read_bytes() == before


async def test_keys_of_the_list_are_text_in_the_form(ui: Driver) -> None:
    await editing(ui)
    await ui.fill("unit", "q?/suUฝๆห ")
    await ui.fill("remark", "q?/suUฝๆห")
    assert ui.dialog == "EditScreen"
    await ui.press("f2")
    await ui.until(lambda: ui.saved("O12").remark == "q?/suUฝๆห", "the text should be saved")
    assert ui.saved("O12").unit == "q?/suUฝๆห"


@pytest.mark.parametrize("field", ["unit", "remark"])
async def test_pasted_text_has_nothing_that_a_terminal_obeys(ui: Driver, field: str) -> None:
    await editing(ui)
    await ui.go_to(field)
    ui.app.post_message(events.Paste("a\x1b]0;title\x07b\u202ec"))
    await ui.until(lambda: ui.value(field) != "", "the text should be pasted")
    assert ui.value(field) == "a␛]0;title␇b‹U+202E›c"
    assert ui.controls() == set()
