"""The review of the list in a meeting, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_tui.domain.status import CYCLE, State, Status
from ita_tui.store import Snapshot, Store
from ita_tui.ui.screens.review import ReviewScreen
from ita_tui.ui.signs import ASCII
from ita_tui.ui.widgets.lines import LinesPane

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver


async def reviewing(ui: Driver) -> ReviewScreen:
    """Open the review in the sample's own meeting."""
    await ui.ask("r", "ChooseMeetingScreen")
    await ui.choose("Go on with -/2566, 31 Oct 2566")
    await ui.until(lambda: isinstance(ui.app.screen, ReviewScreen), "the review should open")
    screen = ui.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def data(ui: Driver) -> Snapshot:
    """What is on the disk."""
    store = Store(ui.path)
    try:
        return store.read()
    finally:
        store.close()


def page(ui: Driver) -> str:
    """What the page shows."""
    lines = ui.app.screen.query_one("#page", LinesPane).lines
    return "\n".join("".join(text for text, _role in line) for line in lines)


async def at(ui: Driver, code: str) -> None:
    """Wait until an item is under review."""
    await ui.until(lambda: f" {code} " in page(ui), f"{code} should be under review")


async def test_a_digit_decides_and_goes_on(ui: Driver) -> None:
    await reviewing(ui)
    await at(ui, "O1")
    await ui.press("4")
    await at(ui, "O2")
    saved = ui.saved("O1")
    assert saved.status == Status.of(State.DONE)
    (meeting,) = data(ui).meetings
    assert [one.code for one in meeting.decisions] == ["O1"]
    assert next(data(ui).events()).meeting == meeting.id


async def test_the_thai_number_row_decides_too(ui: Driver) -> None:
    await reviewing(ui)
    for number, key in enumerate(["ๅ", "/", "-", "ภ", "ถ"]):
        await at(ui, f"O{number + 1}")
        await ui.press(key)
    await at(ui, "O6")
    states = [ui.saved(f"O{number}").status.state for number in range(1, 6)]
    assert states == list(CYCLE)


async def test_the_list_is_gone_through_in_sixty_keys(ui: Driver) -> None:
    await reviewing(ui)
    keys = 2
    for number in range(1, 44):
        await at(ui, f"O{number}")
        await ui.press("full_stop")
        keys += 1
    await ui.until(lambda: "43/43" in page(ui), "the last item should be shown")
    assert keys <= 60
    (meeting,) = data(ui).meetings
    assert meeting.decisions == ()


async def test_going_back_and_to_a_code(ui: Driver) -> None:
    await reviewing(ui)
    await ui.press("enter")
    await at(ui, "O2")
    await ui.press("backspace")
    await at(ui, "O1")
    await ui.ask("g", "PromptScreen")
    await ui.type("12")
    await ui.press("enter")
    await at(ui, "O12")
    await ui.ask("g", "PromptScreen")
    await ui.type("99")
    await ui.press("enter")
    await ui.until(lambda: ui.shows("There is no item 99"), "it should be said")


async def test_a_remark_and_a_wording(ui: Driver) -> None:
    await reviewing(ui)
    await ui.ask("e", "WriteTextScreen")
    await ui.type("abc")
    await ui.press("enter", "d", "f2")
    await ui.until(lambda: ui.saved("O1").remark == "abc\nd", "the remark should be kept")
    await ui.ask("s", "ChooseStatusScreen")
    await ui.choose("ดำเนินการแล้วบางส่วน")
    await at(ui, "O2")
    assert ui.saved("O1").status == Status(State.IN_PROGRESS, "ดำเนินการแล้วบางส่วน")


async def test_leaving_and_coming_back_goes_on_at_the_same_item(ui: Driver) -> None:
    await reviewing(ui)
    await ui.press("enter", "enter")
    await at(ui, "O3")
    await ui.press("escape")
    await ui.until(lambda: ui.app.screen is ui.main, "the list should be back")
    await reviewing(ui)
    await at(ui, "O3")


async def test_only_what_is_undone_or_one_category(ui: Driver) -> None:
    await reviewing(ui)
    await ui.press("o")
    await ui.until(lambda: "1/19" in page(ui), "only the undone should be left")
    await ui.press("o", "c")
    await ui.until(lambda: "1/10" in page(ui), "only the category should be left")
    await ui.press("c", "n")
    await ui.until(lambda: "1/43" in page(ui), "no unit is given, so all are shown")


async def test_undo_takes_the_decision_back(ui: Driver) -> None:
    before = ui.saved("O1").status
    await reviewing(ui)
    await ui.press("5")
    await at(ui, "O2")
    await ui.press("u")
    await at(ui, "O1")
    assert ui.saved("O1").status == before
    await ui.press("u")
    await ui.until(lambda: ui.shows("nothing"), "it should be said that nothing is left")


async def test_changes_of_colleagues_arrive(ui: Driver, colleague: Colleague) -> None:
    await reviewing(ui)
    colleague.sets("O1", "remark", "จากเพื่อนร่วมงาน")
    await ui.until(lambda: "จากเพื่อนร่วมงาน" in page(ui), "the remark should arrive")


async def test_a_conflict_is_asked_about(ui: Driver, colleague: Colleague) -> None:
    screen = await reviewing(ui)
    screen._look = lambda: None  # type: ignore[method-assign]  # (the poll has not come yet)
    colleague.sets("O1", "status", Status.of(State.WAITING))
    await ui.press("4")
    await ui.until(lambda: ui.dialog == "ConflictScreen", "it should be asked about")
    await ui.choose("Write mine over it")
    await at(ui, "O2")
    assert ui.saved("O1").status == Status.of(State.DONE)


async def test_todays_meeting_is_begun(ui: Driver) -> None:
    await ui.ask("r", "ChooseMeetingScreen")
    await ui.choose("Begin today's 1/2567, 12 Mar 2567")
    await ui.until(lambda: isinstance(ui.app.screen, ReviewScreen), "the review should open")
    assert len(data(ui).meetings) == 2
    await ui.press("1")
    await at(ui, "O2")
    assert [one.code for one in data(ui).meetings[-1].decisions] in (["O1"], [])


async def test_the_page_is_whole_at_80_by_24(start: Start) -> None:
    async with start(size=(80, 24)) as ui:
        await reviewing(ui)
        for text in ("โครงสร้าง", "ยังไม่ได้ดำเนินการ", "score of 2566: 100", "1/43", "[1 ○"):
            assert text in page(ui), text


async def test_all_five_choices_fit_a_line_of_80_columns(start: Start) -> None:
    async with start(size=(80, 24)) as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.ask("enter", "ReviewScreen")
        line = next(line for line in ui.screen_text() if "1 ○ not started" in line)
        for choice in ("2 ◔ waiting", "3 ◐ in progress", "4 ● done", "5 ◉ kept current"):
            assert choice in line


async def test_without_room_for_all_words_the_present_state_keeps_its_own(start: Start) -> None:
    async with start(size=(60, 16), signs=ASCII) as ui:
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.ask("enter", "ReviewScreen")
        line = next(line for line in ui.screen_text() if "[1 [ ] not started]" in line)
        for choice in ("2 [.]", "3 [~]", "4 [x]", "5 [*]"):
            assert choice in line
