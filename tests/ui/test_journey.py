"""The whole meeting by keys alone: from an empty folder to the exported minutes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.domain.status import State
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.seeds.loading import sample
from ita_tui.ui.screens.minutes import MinutesScreen
from ita_tui.ui.screens.review import ReviewScreen
from ita_tui.ui.widgets.lines import LinesPane
from tests.ui.editing import data, opens_form, path, rows, saved, shuts

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Start
    from tests.ui.driver import Driver

REVIEW_KEYS = 60
"""In how many keystrokes 43 items are to be reviewed."""

NOT_STARTED = ("O1", "O21", "O23")
"""Items that the meeting decides on; the others are left as they are."""


class Typist:
    """Presses keys, and counts them."""

    def __init__(self, ui: Driver) -> None:
        self.ui = ui
        self.keys = 0

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self.ui.press(*keys)


async def test_from_an_empty_folder_to_minutes(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = sample()
    text = render_minutes(found.meetings[-1], found.checklist, Digits.THAI)
    Path("m.md").write_text(text, "utf-8")
    async with start(where=tmp_path / "empty") as ui:
        hands = Typist(ui)
        await imports(hands, "m.md")
        before = hands.keys
        await reviews(hands)
        assert hands.keys - before <= REVIEW_KEYS
        await resolves(hands)
        written = await exports(hands)
        assert written == ["minutes-2566-10-31.md"]
        minutes = Path(written[0]).read_text("utf-8")
    for code in NOT_STARTED:
        assert f"| {code} | " in minutes.partition("### มติที่ประชุมรายข้อ")[2].partition("###")[0]
    assert minutes.count("**มติที่ประชุม** เห็นชอบ") == 1
    assert hands.keys <= 120


async def imports(hands: Typist, name: str) -> None:
    """Begin with the minutes of a file."""
    ui = hands.ui
    await ui.until(lambda: ui.dialog == "StartScreen", "the first page should be there")
    await hands.press("down", "down", "enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await hands.press(*name, "enter")
    await ui.sees("items: 43")
    await hands.press("enter")
    await ui.answered()


async def reviews(hands: Typist) -> None:
    """Go through all items; decide on some."""
    ui = hands.ui
    await hands.press("r")
    await ui.until(lambda: ui.dialog == "ChooseMeetingScreen", "it should ask for the meeting")
    await hands.press("down", "enter")
    await ui.until(lambda: isinstance(ui.app.screen, ReviewScreen), "the review should open")
    for number in range(1, 44):
        await stands_at(ui, f"O{number}")
        await hands.press("4" if f"O{number}" in NOT_STARTED else "full_stop")
    await ui.until(lambda: "43/43" in page(ui), "the last item should be shown")
    await hands.press("escape")
    await ui.answered()
    states = [ui.saved(code).status.state for code in NOT_STARTED]
    assert states == [State.DONE] * len(NOT_STARTED)
    assert [one.code for one in data(ui).meetings[0].decisions] == [*NOT_STARTED]


async def resolves(hands: Typist) -> None:
    """Choose the resolution of the agenda item with the checklist."""
    ui = hands.ui
    await hands.press("m")
    await ui.until(lambda: isinstance(ui.app.screen, MinutesScreen), "the editor should open")
    await ui.settle()
    wanted = ("agenda", 3, "resolution")
    for _ in rows(ui):
        if path(ui) == wanted:
            break
        await hands.press("down")
    await opens_form(ui)
    hands.keys += 1
    await hands.press("home", "down", "down", "enter")
    await shuts(ui)
    assert saved(ui).agenda[3].resolution == "เห็นชอบ"


async def exports(hands: Typist) -> list[str]:
    """Write the minutes; the names of the files that are new."""
    ui = hands.ui
    there = {one.name for one in Path().iterdir()}
    await hands.press("x")
    await ui.until(lambda: ui.dialog == "ExportScreen", "it should ask what and where to")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
    await hands.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await hands.press("enter")
    await ui.until(lambda: ui.dialog == "MinutesScreen", "it should be written")
    return sorted({one.name for one in Path().iterdir()} - there)


async def stands_at(ui: Driver, code: str) -> None:
    """Wait until an item is under review."""
    await ui.until(lambda: f" {code} " in page(ui), f"{code} should be under review")


def page(ui: Driver) -> str:
    """What the page of the review shows."""
    lines = ui.app.screen.query_one("#page", LinesPane).lines
    return "\n".join("".join(text for text, _role in line) for line in lines)
