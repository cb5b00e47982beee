"""Writing documents from the screen: a name is proposed, nothing is replaced by accident."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.driver import Driver

NAME = "minutes-2566-10-31.md"

WRONG_NAMES = {
    "": "is no name of a file.",
    "no-such-folder/x.md": "There is no folder no-such-folder",
    "data": "data is there already",
    "~no-such-user/x.md": "~no-such-user/x.md",
    "x" * 300: "could not be written",
}


async def exporting(ui: Driver) -> None:
    """Open the dialog."""
    await ui.ask("x", "ExportScreen")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")


async def test_the_minutes_are_written_and_what_is_missing_is_said(ui: Driver) -> None:
    await exporting(ui)
    assert ui.value("file").startswith("minutes-")
    name = ui.value("file")
    await ui.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: Path(name).is_file(), "the file should be written")
    assert ui.status_line.startswith(f"Written to {name}. Still missing: ")
    text = Path(name).read_text("utf-8")
    assert "รายงานการประชุม" in text
    assert "รายงานการกำกับติดตามการดำเนินงาน" in text


async def test_the_table_of_the_checklist_is_written(ui: Driver) -> None:
    await exporting(ui)
    await ui.choose("Table of the checklist 2567")
    assert ui.value("file") == "checklist-2567.md"
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: ui.status_line == "Written to checklist-2567.md.", "it should be said")
    assert "รอดำเนินการ" in Path("checklist-2567.md").read_text("utf-8")


async def test_the_proposed_name_is_free(ui: Driver) -> None:
    Path("checklist-2567.md").write_text("mine", "utf-8")
    await exporting(ui)
    await ui.choose("Table of the checklist 2567")
    assert ui.value("file") == "checklist-2567-2.md"
    await ui.press("enter")
    await ui.answered()
    assert Path("checklist-2567.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("sure", [True, False])
async def test_a_file_that_is_there_is_replaced_only_after_a_question(
    ui: Driver, sure: bool
) -> None:
    Path("mine.md").write_text("mine", "utf-8")
    await exporting(ui)
    await ui.fill("file", "mine.md")
    await ui.ask("enter", "ConfirmScreen")
    await ui.sees("mine.md is there already. Replace it?")
    if sure:
        await ui.choose("Yes")
        await ui.answered()
        await ui.until(
            lambda: ui.status_line.startswith("Written to mine.md."), "it should be said"
        )
        assert "รายงานการประชุม" in Path("mine.md").read_text("utf-8")
    else:
        await ui.press("enter")
        await ui.until(lambda: ui.dialog == "ExportScreen", "the dialog should be back")
        assert ui.value("file") == "mine-2.md"  # a name that is free
        assert Path("mine.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", WRONG_NAMES, ids=lambda name: name[:20] or "empty")
async def test_a_name_that_cannot_be_written_is_said(ui: Driver, name: str) -> None:
    await exporting(ui)
    await ui.fill("file", name)
    await ui.press("enter")
    await ui.until(lambda: WRONG_NAMES[name] in ui.problem, "it should be said")
    assert "--force" not in ui.problem
    assert ui.value("file") == name
    await ui.fill("file", "good.md")
    await ui.press("enter")
    await ui.answered()
    assert Path("good.md").is_file()


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    home = Path("home").absolute()
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


async def test_where_nothing_can_be_written_enter_writes_what_is_named_instead(
    ui: Driver, home: Path
) -> None:
    await exporting(ui)
    await ui.fill("file", "/proc/x.md")
    await ui.press("enter")
    await ui.complains(f"/proc/x.md could not be written ({os.strerror(errno.ENOENT)})")
    other = home / "x.md"
    assert f"{other} is free" in ui.problem
    await ui.until(lambda: ui.value("file") == str(other), "the other name should stand there")
    await ui.press("backspace", "backspace", *"txt", "enter")
    await ui.answered()
    assert (home / "x.txt").is_file()


async def test_the_name_of_a_folder_that_is_missing_can_be_mended(ui: Driver, home: Path) -> None:
    await exporting(ui)
    await ui.fill("file", "hom/x.md")
    await ui.press("enter")
    await ui.complains(f"make it first, or write {home / 'x.md'}")
    await ui.settle()
    assert ui.value("file") == "hom/x.md"


async def test_a_home_folder_is_known(ui: Driver, home: Path) -> None:
    await exporting(ui)
    await ui.fill("file", "~/x.md")
    await ui.press("enter")
    await ui.answered()
    assert (home / "x.md").is_file()


async def test_esc_writes_nothing(ui: Driver) -> None:
    before = sorted(Path().iterdir())
    await exporting(ui)
    await ui.press("enter", "escape")
    await ui.answered()
    assert sorted(Path().iterdir()) == before
    assert ui.status_line == ""
