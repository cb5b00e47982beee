"""The ending of the name that is typed decides what the screen writes."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.driver import Driver


async def write(ui: Driver, name: str) -> Path:
    """Write the minutes under a name."""
    await ui.ask("x", "ExportScreen")
    await ui.fill("file", name)
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: ui.status_line.startswith(f"Written to {name}."), "it should be said")
    return Path(name)


async def test_a_web_page(ui: Driver) -> None:
    text = (await write(ui, "x.html")).read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "รายงานการประชุม" in text


async def test_a_word_file(ui: Driver) -> None:
    assert zipfile.is_zipfile(await write(ui, "x.docx"))


async def test_the_dialog_says_so(ui: Driver) -> None:
    await ui.ask("x", "ExportScreen")
    await ui.sees(".html or .docx")
