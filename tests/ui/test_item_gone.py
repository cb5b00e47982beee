"""An item that somebody takes out of the data file by hand, while others are at work on it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from ita_tui.services.seeds.loading import sample
from ita_tui.services.workspace import Workspace
from tests.ui.conftest import OTHER
from tests.ui.test_review import reviewing
from tests.ui.test_review_meeting import at, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.driver import Driver


def takes_out(ui: Driver, tmp_path: Path, *codes: str) -> None:
    """Put a data file in place that does not have these items."""
    found = sample()
    left = tuple(one for one in found.checklist.items if one.code not in codes)
    other = Workspace(tmp_path / "other")
    other.create(replace(found.checklist, items=left), found.meetings, OTHER)
    new = ui.path.with_name("new")
    shutil.copyfile(tmp_path / "other" / ui.path.name, new)
    new.replace(ui.path)


async def test_a_form_comes_back_and_says_so(ui: Driver, tmp_path: Path) -> None:
    await ui.open("O4")
    await ui.ask("e", "EditScreen")
    await ui.fill("unit", "กองคลัง")
    takes_out(ui, tmp_path, "O4")
    await ui.until(lambda: "O4" not in ui.codes(), "it should be gone from the list")
    await ui.press("f2")
    await ui.until(lambda: "There is no item O4" in ui.problem, "it should be said")
    assert ui.value("unit") == "กองคลัง"
    await ui.ask("escape", "ConfirmScreen")


async def test_the_review_goes_on_behind_it(ui: Driver, tmp_path: Path) -> None:
    screen = await reviewing(ui)
    await ui.press("enter")
    await at(ui, "O2")
    takes_out(ui, tmp_path, "O2", "O3")
    await at(ui, "O4")
    assert screen.said == "There is no item O2 in this checklist any more."
    await ui.press("backspace")
    await at(ui, "O1")
    assert "\n1/41 " in page(ui)
    await ui.press("enter")
    await at(ui, "O4")


async def test_a_review_of_nothing_but_it_is_of_everything_then(ui: Driver, tmp_path: Path) -> None:
    await reviewing(ui)
    await ui.press("c", "o")
    await ui.until(lambda: "\n1/1 " in page(ui), "there should be one item in this review")
    takes_out(ui, tmp_path, "O1")
    await ui.until(lambda: "\n1/42 " in page(ui), "every item should be in it")
    await at(ui, "O2")
