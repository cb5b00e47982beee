"""The history written to a file from its screen, and read back as other programs read it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from tests.ui.conftest import OTHER
from tests.ui.driver import thai_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

HOSTILE = '=1+1\n@SUM(A1) | **b** <script>x</script> "q", \x1b]0;own\x07'
LAYOUTS = pytest.mark.parametrize("layout", [str, thai_key], ids=["english layout", "thai layout"])


@pytest.fixture(autouse=True)
def changes(colleague: Colleague) -> None:
    """A change of O16, and a hostile one of O12."""
    colleague.sets("O16", "unit", "สำนักปลัด")
    colleague.sets("O12", "remark", HOSTILE)


async def write(ui: Driver, ending: str, what: str = "") -> Path:
    """Open the dialog over the history, choose, and write a file of some format."""
    await ui.ask("x", "ExportScreen")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
    if what:
        await ui.choose(what)
    else:
        await ui.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    name = str(Path(ui.value("file")).with_suffix(f".{ending}"))
    await ui.fill("file", name)
    await ui.press("enter")
    await ui.until(lambda: ui.dialog == "HistoryScreen", "the history should be back")
    await ui.sees(f"Written to {name}.")
    return Path(name)


async def history_of(ui: Driver, code: str) -> None:
    await ui.open(code)
    await ui.ask("h", "HistoryScreen")
    await ui.sees(f"History of {code}")


async def test_a_table_for_a_spreadsheet(ui: Driver) -> None:
    await history_of(ui, "O12")
    file = await write(ui, "csv", "History of the checklist 2567")
    assert file == Path("history-2567.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        hostile, other, _begun = csv.DictReader(lines)
    assert hostile["code"] == "O12"
    assert hostile["by"] == OTHER.name
    assert hostile["after"].startswith("'=1+1\n@SUM(A1) | **b** <script>")
    assert "\x1b" not in hostile["after"]
    assert (other["code"], other["after"]) == ("O16", "สำนักปลัด")


async def test_data_for_programs(ui: Driver) -> None:
    await history_of(ui, "O12")
    file = await write(ui, "json")
    assert file == Path("history-2567-O12.json")
    (event,) = json.loads(file.read_text("utf-8"))["events"]
    assert (event["code"], event["field"], event["before"]) == ("O12", "remark", "")
    assert event["after"].startswith("=1+1\n@SUM(A1) | **b**")


async def test_a_document_for_people(ui: Driver) -> None:
    await history_of(ui, "O12")
    file = await write(ui, "md", "History of the checklist 2567")
    assert file == Path("history-2567.md")
    tokens = MarkdownIt("commonmark").enable("table").parse(file.read_text("utf-8"))
    inner = {child.type for token in tokens for child in token.children or ()}
    assert [token.type for token in tokens].count("tr_open") == 4
    assert inner == {"text"}
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert "@SUM(A1) | **b** <script>x</script>" in shown


@LAYOUTS
async def test_what_the_filter_shows_is_offered_first(
    ui: Driver, layout: Callable[[str], str]
) -> None:
    await history_of(ui, "O12")
    await ui.press(layout("a"))
    await ui.sees("History of the whole checklist")
    await ui.press("f3")
    await ui.type("O16")
    await ui.until(lambda: not ui.shows("remark"), "only one change should be left")
    await ui.press("enter")
    await ui.ask(layout("x"), "ExportScreen")
    await ui.offers("changes with “O16” in them")
    await ui.press("escape")
    file = await write(ui, "json")
    assert file == Path("history-2567.json")
    assert [one["code"] for one in json.loads(file.read_text("utf-8"))["events"]] == ["O16"]


async def test_it_is_among_the_documents_of_the_list(start: Start) -> None:
    async with start(size=(60, 16)) as ui:
        await ui.ask("x", "ExportScreen")
        await ui.choose("History of the checklist 2567")
        assert ui.value("file") == "history-2567.md"
        await ui.sees(".json")
        await ui.press("enter")
        await ui.answered()
    assert "# History of the checklist" in Path("history-2567.md").read_text("utf-8")
