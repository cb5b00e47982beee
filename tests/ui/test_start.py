"""The first page in an empty folder: the sample, or a checklist of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State
from ita_tui.services.beginning import begin, framework_of
from ita_tui.services.seeds.loading import frameworks
from ita_tui.services.workspace import Workspace
from ita_tui.store import Store
from tests.ui.conftest import OTHER
from tests.ui.driver import key_event

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

WRONG_YEARS = ["", "2023", "abcd", "25670", "2500"]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "empty"


async def own(ui: Driver, agency: str, year: str) -> None:
    """Fill in the form for one's own agency."""
    await ui.choose("Begin a checklist of my own agency")
    await ui.until(lambda: ui.focused == "agency", "the form should have the keyboard")
    await ui.type(agency)
    await ui.fill("year", year)
    await ui.press("enter")


async def test_the_page_says_what_this_is_and_where(start: Start, empty: Path) -> None:
    async with start(where=empty) as ui:
        assert ui.dialog == "StartScreen"
        for text in ("OIT checklist", f"There is no checklist yet in {empty}."):
            assert ui.shows(text), text
        assert not empty.exists()


@pytest.mark.parametrize("size", [(120, 40), (60, 16)])
async def test_enter_opens_the_sample(start: Start, empty: Path, size: tuple[int, int]) -> None:
    async with start(where=empty, size=size) as ui:
        await ui.press("enter")
        await ui.answered()
        await ui.open("O12")
        await ui.press("space")
        await ui.until(lambda: "in progress" in ui.row("O12"), "the sample should be at work")
        assert ui.saved("O12").status.state is State.IN_PROGRESS


@pytest.mark.parametrize(("size", "year"), [((80, 24), "๒๕๖๘"), ((60, 16), "68")])
async def test_ones_own_agency(start: Start, empty: Path, size: tuple[int, int], year: str) -> None:
    async with start(where=empty, size=size) as ui:
        await own(ui, "เทศบาลตำบลตัวอย่าง", year)
        await ui.answered()
        await ui.sees("ITA 2568 · เทศบาลตำบลตัวอย่าง")
    snapshot = Store(empty / "2568.json").read()
    assert snapshot.checklist.agency == "เทศบาลตำบลตัวอย่าง"
    assert {item.status.state for item in snapshot.checklist.items} == {State.UNSET}
    assert len(snapshot.checklist.items) == len(frameworks()[-1].items)


async def test_the_year_of_today_is_proposed(start: Start, empty: Path) -> None:
    async with start(where=empty) as ui:
        await ui.choose("Begin a checklist of my own agency")
        await ui.until(lambda: ui.focused == "agency", "the form should have the keyboard")
        assert ui.value("year") == "2567"


async def test_a_wrong_year_is_said_and_the_name_is_kept(start: Start, empty: Path) -> None:
    async with start(where=empty) as ui:
        await own(ui, "เทศบาล", WRONG_YEARS[0])
        for year in WRONG_YEARS:
            await ui.fill("year", year)
            await ui.press("enter")
            await ui.complains(year)
            assert ui.problem.endswith(".")
            assert ui.value("agency") == "เทศบาล"
        assert not list(empty.glob("*.json"))
        await ui.fill("year", "2567")
        await ui.press("enter")
        await ui.answered()
        await ui.sees("ITA 2567 · เทศบาล")


async def test_an_agency_needs_a_name(start: Start, empty: Path) -> None:
    async with start(where=empty) as ui:
        await own(ui, "  ", "2567")
        await ui.until(lambda: ui.problem == "The agency needs a name.", "it should be said")


async def test_letters_of_the_keys_are_text_in_the_form(start: Start, empty: Path) -> None:
    async with start(where=empty) as ui:
        await own(ui, "qๆ", "2567")
        await ui.answered()
        await ui.sees("ITA 2567 · qๆ")


async def test_esc_leads_back_to_the_choices(start: Start, empty: Path) -> None:
    async with start(where=empty) as ui:
        await ui.choose("Begin a checklist of my own agency")
        await ui.until(lambda: ui.focused == "agency", "the form should have the keyboard")
        await ui.press("escape")
        await ui.until(lambda: ui.focused == "Choices", "the choices should have it")
        await ui.misses("Name of the agency")
        await ui.press("up", "enter")
        await ui.answered()


@pytest.mark.parametrize("choice", ["the sample", "own"])
async def test_what_a_colleague_has_begun_meanwhile_is_opened(
    start: Start, empty: Path, choice: str
) -> None:
    async with start(where=empty) as ui:
        beside = Workspace(empty)
        begin(beside, OTHER, "เทศบาลของเพื่อน", 2568, framework_of(2568, None))
        if choice == "own":
            await own(ui, "เทศบาลตำบลตัวอย่าง", "2569")
        else:
            await ui.press("enter")
        await ui.answered()
        await ui.says("Somebody else has begun this checklist meanwhile.")
        assert ui.shows("ITA 2568 · เทศบาลของเพื่อน")
        assert beside.years() == (2568,)


@pytest.mark.parametrize("key", ["q", "ๆ", "choice"])
async def test_leaving_makes_nothing(start: Start, empty: Path, key: str) -> None:
    async with start(where=empty) as ui:
        if key == "choice":
            await ui.press("end")
            key = "enter"
        ui.app.post_message(key_event(key))
        await ui.ended()
        assert ui.app.return_value == 0
    assert not empty.exists()


async def test_a_folder_that_cannot_be_made_is_said(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "above" / "data"
    async with start(where=folder) as ui:
        folder.parent.write_text("", "utf-8")
        await ui.press("enter")
        await ui.until(lambda: str(folder) in ui.problem, "it should be said")
        assert ui.dialog == "StartScreen"


async def test_the_first_page_tells_its_keys(start: Start, tmp_path: Path) -> None:
    async with start(where=tmp_path / "new") as ui:
        await ui.sees("Arrow keys move, Enter chooses, ? shows every key, q leaves.")
        await ui.ask("?", "HelpScreen")
        await ui.sees("Choose a state")
        await ui.press("escape", "down", "enter")
        await ui.sees("Enter begins, Esc goes back.")
        assert not ui.shows("Arrow keys move")


async def test_what_was_begun_is_said(start: Start, tmp_path: Path) -> None:
    async with start(where=tmp_path / "new") as ui:
        await ui.press("down", "enter")
        await ui.fill("agency", "เทศบาลตัวอย่าง")
        await ui.fill("year", "2567")
        await ui.press("enter")
        await ui.answered()
        await ui.sees("Begun with the list of fiscal year 2566, the newest that is known here;")
        await ui.press("down")
        await ui.open("O2")
