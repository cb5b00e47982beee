"""Finding: the list shrinks while it is typed, and keeps the keyboard's manners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui import i18n
from ita_tui.domain.status import State
from tests.ui.driver import Driver, thai_key

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague

FOUND = [
    ("o12", ["9.2", "O12"]),
    ("O12", ["9.2", "O12"]),
    ("o๑๒", ["9.2", "O12"]),
    ("๑๒", ["9.2", "O12"]),
    ("12", ["9.2", "O12"]),
    ("จรรยา", []),
    ("ข้อมูลผู้บริหาร", ["9.1", "O2"]),
    ("ขอมูลผูบริหาร", ["9.1", "O2"]),
    ("no gift", ["10.1", "O31", "O32", "O33"]),
    ("waiting", ["9.2", "O12", "O16"]),
    ("รอดำเนินการ", ["9.2", "O12", "O16"]),
    ("ดำเนินการแล้วบางส่วน", ["9.5", "O30"]),
]


async def test_the_list_shows_what_matches(ui: Driver) -> None:
    for typed, codes in FOUND:
        await ui.find(typed)
        await ui.lists(*codes)
        items = [code for code in codes if code.startswith("O")]
        aside = " with the tone marks left aside" if typed == "ขอมูลผูบริหาร" else ""
        assert ui.status_line == f"{len(items)} items match{aside}."
        if not codes:
            assert ui.tells("Nothing matches")
        await ui.press("escape")
        await ui.until(lambda: len(ui.codes()) == 50, "everything should be shown again")


async def test_spaces_alone_are_no_filter(ui: Driver) -> None:
    await ui.find("   ")
    assert len(ui.codes()) == 50


async def test_a_status_word_of_the_language_in_use_is_found(start: Start) -> None:
    i18n.use("th")
    async with start() as ui:
        await ui.find("รอ")
        await ui.until(lambda: "O16" in ui.codes(), "O16 should be found")
        assert "O1" not in ui.codes()


async def test_a_unit_is_found(start: Start, colleague: Colleague) -> None:
    colleague.sets("O20", "unit", "กองช่าง")
    async with start() as ui:
        await ui.find("กองช่าง")
        await ui.until(lambda: ui.codes() == ["9.3", "O20"], "the unit's item should be found")


async def test_the_list_follows_every_key(ui: Driver) -> None:
    await ui.find("o1")
    await ui.until(lambda: len(ui.codes()) == 14, "O1 and O10 to O19 should be found")
    await ui.type("2")
    await ui.lists("9.2", "O12")
    await ui.press("backspace", "backspace", "backspace")
    await ui.until(lambda: len(ui.codes()) == 50, "everything should be shown")


@pytest.mark.parametrize("key", ["enter", "down", "tab"])
async def test_a_key_hands_the_keyboard_to_the_list_and_to_what_was_found(
    ui: Driver, key: str
) -> None:
    await ui.find("o12")
    await ui.press(key)
    await ui.until(lambda: ui.focused == "tree", "the list should have the keyboard")
    assert ui.cursor == "O12"
    await ui.press("space")
    await ui.until(lambda: ui.saved("O12").status.state is State.IN_PROGRESS, "Space should count")
    assert ui.codes() == ["9.2", "O12"]


async def test_a_filter_typed_on_a_heading_leads_to_the_first_item(ui: Driver) -> None:
    assert ui.cursor == "9.1"
    await ui.find("แผน")
    await ui.until(lambda: "O4" in ui.codes(), "O4 should be found")
    assert ui.cursor == "O4"
    await ui.press("enter", "e", *"qu")
    assert (ui.dialog, ui.value("unit")) == ("EditScreen", "qu")


async def test_what_no_longer_matches_stays_until_the_filter_changes(ui: Driver) -> None:
    await ui.find("waiting")
    await ui.press("enter")
    await ui.open("O12")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "Space should count")
    assert ui.codes() == ["9.2", "O12", "O16"]


@pytest.mark.parametrize("focus", ["filter", "list"])
async def test_esc_clears_the_filter(ui: Driver, focus: str) -> None:
    await ui.open("O30")
    await ui.find("o12")
    if focus == "list":
        await ui.press("enter")
    await ui.press("escape")
    await ui.until(lambda: len(ui.codes()) == 50, "everything should be shown")
    await ui.until(lambda: not ui.main.query("#filter"), "the line should be gone")
    assert ui.focused == "tree"
    assert ui.status_line == ""


async def test_the_cursor_stays_on_an_item_that_is_found(ui: Driver) -> None:
    await ui.open("O16")
    await ui.find("waiting")
    await ui.until(lambda: ui.codes() == ["9.2", "O12", "O16"], "two items should be found")
    assert ui.cursor == "O16"
    await ui.press("escape")
    await ui.until(lambda: len(ui.codes()) == 50, "everything should be shown")
    assert ui.cursor == "O16"


async def test_the_key_leads_back_to_what_was_typed(ui: Driver) -> None:
    await ui.find("o1")
    await ui.press("enter")
    await ui.press("/")
    await ui.until(lambda: ui.focused == "filter", "the filter should have the keyboard")
    await ui.type("2")
    await ui.until(lambda: ui.codes() == ["9.2", "O12"], "it should go on from what was typed")


async def test_an_empty_filter_goes_away(ui: Driver) -> None:
    await ui.find("")
    await ui.press("enter")
    await ui.until(lambda: not ui.main.query("#filter"), "the line should be gone")
    assert ui.focused == "tree"


async def test_keys_of_the_list_are_text_while_typing(ui: Driver) -> None:
    await ui.find("?qsuz")
    assert ui.value("filter") == "?qsuz"
    await ui.type("".join(thai_key(key) for key in "?qsu"))
    assert ui.value("filter") == "?qsuzฦๆหี"
    assert ui.dialog == "MainScreen"


async def test_the_filter_opens_closed_categories_and_closes_them_again(ui: Driver) -> None:
    await ui.press("z")
    await ui.find("o12")
    await ui.until(lambda: ui.codes() == ["9.2", "O12"], "O12 should be found")
    await ui.press("escape")
    await ui.until(lambda: len(ui.codes()) == 7, "the categories should be closed again")


def marked(ui: Driver, code: str) -> str:
    """What of a row is underlined."""
    line = ui.tree.render_line(ui.codes().index(code))
    return "".join(one.text for one in line if one.style is not None and one.style.underline)


async def test_what_was_found_is_marked(ui: Driver) -> None:
    for typed, part in [("บริหาร", "บริหาร"), ("ขอมูล", "ข้อมูล"), ("o๒", "O2"), ("ขผบ", "ข้อมูลผู้บริหาร")]:
        await ui.find(typed)
        await ui.until(lambda: "O2" in ui.codes(), "O2 should be found")
        assert marked(ui, "O2") == part
        await ui.press("escape")
        await ui.rows(50)


async def test_the_columns_stay_where_they_are(ui: Driver) -> None:
    """The only code that is found is narrower than others."""
    line = ui.tree.render_line(1).text
    await ui.find("โครงสร้าง")
    await ui.lists("9.1", "O1")
    assert ui.tree.render_line(1).text.index("โครงสร้าง") == line.index("โครงสร้าง")


async def test_a_part_behind_the_cut_is_marked_at_the_ellipsis(start: Start) -> None:
    async with start(size=(60, 24)) as ui:
        await ui.find("งบประมาณ")
        await ui.until(lambda: "O12" in ui.codes(), "O12 should be found")
        assert marked(ui, "O12") == "…"


async def test_a_state_that_was_found_is_marked_until_it_changes(ui: Driver) -> None:
    await ui.find("waiting")
    await ui.lists("9.2", "O12", "O16")
    assert marked(ui, "O12") == "waiting"
    await ui.press("enter")
    await ui.open("O12")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "Space should count")
    assert marked(ui, "O12") == ""


async def test_a_colleagues_change_is_shown_in_what_was_found(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.find("o12")
    colleague.sets("O12", "unit", "กองช่าง")
    await ui.until(lambda: "กองช่าง" in ui.details or ui.cursor != "O12", "it should be shown")
    assert ui.codes() == ["9.2", "O12"]
    assert ui.value("filter") == "o12"


async def test_what_matches_only_without_tone_marks_stands_below_a_heading(
    ui: Driver, colleague: Colleague
) -> None:
    colleague.sets("O30", "unit", "กองปาล์ม")
    colleague.sets("O12", "unit", "กองป่าไม้")
    await ui.sees("กองป่าไม้")
    await ui.find("กองปา")
    await ui.until(lambda: "O12" in ui.codes(), "both should be found")
    lines = [line.strip() for line in ui.pane("#tree")]
    heading = next(y for y, line in enumerate(lines) if "Alike, tone marks aside" in line)
    assert "O30" in "".join(lines[1:heading])
    assert "O12" not in "".join(lines[1:heading])
    assert "O12" in lines[heading + 1]
    assert ui.cursor == "O30", "what was typed comes first"
    await ui.says("1 items match, and 1 more with the tone marks left aside.")
    await ui.press("enter", "down", "down", "left")
    await ui.until(lambda: "left aside" in ui.details, "the heading should be explained")
    await ui.press("v")
    await ui.until(lambda: "+" in ui.row("O12"), "what stands below it should be marked")
    assert "+" not in ui.row("O30")
