"""What is written is what is on the disk at that moment, not when the dialog came up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.driver import Colleague, Driver

TABLE = ("Table of the checklist 2567", "checklist-2567.md")
HISTORY = ("History of the checklist 2567", "history-2567.md")
MINUTES = ("Minutes -/2566 · 31 Oct 2566", "minutes-2566-10-31.md")


async def chosen(ui: Driver, title: str, name: str) -> None:
    """Open the dialog and choose a document; the file is not written yet."""
    await ui.ask("x", "ExportScreen")
    await ui.choose(title)
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    assert ui.value("file") == name


@pytest.mark.parametrize(("title", "name"), [TABLE, HISTORY, MINUTES])
async def test_what_a_colleague_changes_meanwhile_is_written(
    ui: Driver, colleague: Colleague, title: str, name: str
) -> None:
    await chosen(ui, title, name)
    colleague.sets("O12", "remark", "เพิ่งแก้")
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: Path(name).is_file(), "the file should be written")
    assert "เพิ่งแก้" in Path(name).read_text("utf-8")


async def test_a_meeting_that_is_gone_by_then_is_said(ui: Driver, colleague: Colleague) -> None:
    await chosen(ui, *MINUTES)
    with colleague.store.transaction(colleague.actor) as tx:
        tx.remove_meeting("2566-10-31")
    await ui.press("enter")
    await ui.until(lambda: "no meeting" in ui.problem, "it should be said")
    assert not Path(MINUTES[1]).exists()
