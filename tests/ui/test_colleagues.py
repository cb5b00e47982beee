"""What others do to the file shows here: soon, calmly, and without a crash."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.store import Presence
from ita_tui.ui.screens.live_checklist import GREET_EVERY, LOOK_EVERY
from ita_tui.ui.widgets.lines import LinesPane
from ita_tui.ui.widgets.tree import ChecklistTree
from tests.ui.conftest import OTHER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.strip import Strip

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda content: content[: len(content) // 2],
    "empty": lambda _content: b"",
    "no JSON": lambda _content: b"\x00\xff\x00",
    "another schema": lambda content: content.replace(b'"schema": 1', b'"schema": 99'),
}


@pytest.fixture(autouse=True)
def look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the screen look at the disk more often, so that no test waits for it."""
    monkeypatch.setattr("ita_tui.ui.screens.live_checklist.LOOK_EVERY", 0.1)
    monkeypatch.setattr("ita_tui.ui.screens.live_checklist.GREET_EVERY", 0.1)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Every line that is painted from now on: the widget's id and the line's number."""
    lines: list[tuple[str, int]] = []
    for kind in (ChecklistTree, LinesPane):
        draw = kind.render_line

        def watched(widget: ChecklistTree | LinesPane, y: int, draw: object = draw) -> Strip:
            lines.append((widget.id or "", y))
            return draw(widget, y)  # type: ignore[operator, no-any-return]  # (the method above)

        monkeypatch.setattr(kind, "render_line", watched)
    return lines


def test_the_screen_looks_often_enough_and_not_too_often() -> None:
    assert 0.25 <= LOOK_EVERY <= 1
    assert 1 <= GREET_EVERY <= 5


async def test_a_change_shows_and_says_whose_it_is(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O16")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the change should show")
    assert ui.status_line == f"{OTHER.name}: O12 ดำเนินการเรียบร้อยแล้ว"
    assert ui.cursor == "O16"
    assert ui.pane("#summary")[1].startswith(" 25/43 ")


async def test_a_change_of_the_item_under_the_cursor_shows_in_the_details(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O12")
    colleague.sets("O12", "remark", "a remark of theirs")
    await ui.until(lambda: "a remark of theirs" in ui.details, "the change should show")
    assert ui.tells(f"{OTHER.name} 12 Mar 2567 10:42")


async def test_a_change_of_another_field_is_told_by_its_name(
    ui: Driver, colleague: Colleague
) -> None:
    await ui.open("O16")
    colleague.sets("O12", "remark", "a remark of theirs")
    await ui.says(f"{OTHER.name}: O12 remark: a remark of theirs")


async def test_only_what_changed_is_painted(
    ui: Driver, colleague: Colleague, painted: list[tuple[str, int]]
) -> None:
    await ui.open("O16")
    row, heading = ui.codes().index("O12"), ui.codes().index("9.2")
    await ui.pilot.pause()
    painted.clear()
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the change should show")
    await ui.until(lambda: ui.status_line != "", "the change should be said")
    await ui.pilot.pause()
    assert {y for name, y in painted if name == "tree"} == {row, heading}
    assert {name for name, _y in painted} == {"tree", "summary", "status"}


async def test_a_key_paints_only_the_rows_that_it_concerns(
    ui: Driver, painted: list[tuple[str, int]]
) -> None:
    await ui.open("O16")
    row = ui.codes().index("O16")
    await ui.pilot.pause()
    painted.clear()
    await ui.press("down")
    await ui.until(lambda: "O17" in ui.details, "the details should follow")
    assert {y for name, y in painted if name == "tree"} == {row, row + 1}
    assert {name for name, _y in painted} <= {"tree", "details"}


async def test_nothing_is_painted_while_nothing_happens(
    ui: Driver, painted: list[tuple[str, int]]
) -> None:
    await ui.open("O16")
    await ui.pilot.pause()
    painted.clear()
    await ui.pilot.pause(0.5)
    assert painted == []


async def test_the_place_in_the_list_stays(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O43")
    await ui.press("up", "up", "up")
    place = ui.tree.scroll_offset.y
    colleague.sets("O1", "status", Status.of(State.DONE))
    await ui.until(lambda: ui.status_line.startswith(OTHER.name), "the change should be said")
    assert ui.tree.scroll_offset.y == place
    assert ui.cursor == "O40"


async def test_a_change_shows_below_a_dialog_and_after_it(ui: Driver, colleague: Colleague) -> None:
    await ui.open("O12")
    await ui.ask("?", "HelpScreen")
    colleague.sets("O12", "status", Status.of(State.DONE))
    await ui.until(lambda: "done" in ui.row("O12"), "the change should show")
    assert ui.dialog == "HelpScreen"
    await ui.press("escape")
    await ui.answered()
    assert "done" in ui.row("O12")


async def test_who_else_is_here_is_shown(ui: Driver, path: Path) -> None:
    assert "with" not in ui.pane("#summary")[0]
    presence = Presence(path, OTHER)
    presence.enter()
    await ui.until(
        lambda: f"with {OTHER.name}" in ui.pane("#summary")[0], "the other should be named"
    )
    presence.leave()
    await ui.until(
        lambda: OTHER.name not in ui.pane("#summary")[0], "the other should be gone again"
    )


async def test_others_are_named_where_there_is_room_else_counted(start: Start, path: Path) -> None:
    here = [Presence(path, replace(OTHER, session=f"s{n}", name=f"กอง{n}")) for n in (1, 2)]
    for one in here:
        one.enter()
    async with start() as ui:
        await ui.until(lambda: "with กอง1, กอง2" in ui.pane("#summary")[0], "both should be named")
        await ui.resize(60, 16)
        await ui.until(lambda: "กองคลัง · with กอง1, กอง2" in ui.pane("#summary")[0], "here too")
    more = Presence(path, replace(OTHER, session="s3", name="สำนักปลัดเทศบาล"))
    more.enter()
    async with start(size=(60, 16)) as ui:
        await ui.until(lambda: "with 3 others" in ui.pane("#summary")[0], "they should be counted")
    for one in (*here, more):
        one.leave()


async def test_who_comes_while_the_screen_is_taken_away_does_no_harm(
    start: Start, path: Path
) -> None:
    presence = Presence(path, OTHER)
    async with start() as ui:
        await ui.main.query(LinesPane).remove()
        presence.enter()
        await ui.until(lambda: ui.main._others == (OTHER.name,), "the other should be seen")
        await ui.main.query(ChecklistTree).remove()
        ui.main.refresh_texts()
        assert ui.app.is_running
    presence.leave()


async def test_a_file_that_is_damaged_meanwhile_is_one_sentence(ui: Driver) -> None:
    await ui.open("O12")
    good = ui.path.read_bytes()
    for name, damage in DAMAGES.items():
        ui.path.write_bytes(damage(good))
        await ui.until(lambda: str(ui.path) in ui.status_line, f"{name} should be said")
        assert ui.status_line.endswith("."), name
        assert "waiting" in ui.row("O12")
        for key in ("space", "u", "down", "up"):
            await ui.press(key)
        await ui.rests()
        await ui.until(lambda: str(ui.path) in ui.status_line, "it should still be said")
        assert ui.cursor == "O12"
        assert "waiting" in ui.row("O12")
        ui.path.write_bytes(good)
        await ui.until(lambda: str(ui.path) not in ui.status_line, "it should be gone again")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "work should go on")


@pytest.mark.parametrize("key", ["x", "h", "r"])
async def test_a_damaged_file_opens_no_dialog_and_crashes_nothing(ui: Driver, key: str) -> None:
    await ui.open("O12")
    ui.path.write_bytes(b"{")
    await ui.press(key)
    await ui.until(lambda: str(ui.path) in ui.status_line, "it should be said")
    assert ui.app.is_running
    assert ui.dialog == "MainScreen"


async def test_a_file_that_is_gone_is_said_and_its_return_is_seen(ui: Driver) -> None:
    await ui.open("O12")
    away = ui.path.with_suffix(".away")
    ui.path.rename(away)
    await ui.until(lambda: "There is no checklist" in ui.status_line, "it should be said")
    await ui.press("space")
    await ui.rests()
    await ui.until(lambda: "There is no checklist" in ui.status_line, "it should be said")
    away.rename(ui.path)
    await ui.until(lambda: "There is no" not in ui.status_line, "the sentence should be gone")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "work should go on")


async def test_a_file_edited_by_hand_is_shown_and_read_only_until_accepted(ui: Driver) -> None:
    await ui.open("O12")
    content = ui.path.read_bytes()
    ui.path.write_bytes(content.replace("รอดำเนินการ".encode(), "รอดำเนินการ อยู่".encode(), 1))
    await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be asked about")
    await ui.press("enter")
    await ui.answered()
    assert "รอดำเนินการ อยู่" in ui.details
    await ui.press("space")
    await ui.until(lambda: "doctor --accept" in ui.status_line, "the way out should be named")
    assert "waiting" in ui.row("O12")
    assert ui.saved("O12").revision == 0


async def test_an_edit_by_hand_can_be_accepted(ui: Driver) -> None:
    await ui.open("O12")
    content = ui.path.read_bytes()
    ui.path.write_bytes(content.replace("รอดำเนินการ".encode(), "รอดำเนินการ อยู่".encode(), 1))
    await ui.until(lambda: ui.dialog == "ConfirmScreen", "it should be asked about")
    await ui.choose("Yes")
    await ui.answered()
    await ui.sees("The edit is accepted; the history says so.")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "work should go on")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_long_sentence_is_shown_whole(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as ui:
        ui.path.write_bytes(b"{")
        await ui.until(lambda: str(ui.path) in ui.status_line, "it should be said")
        await ui.sees(ui.status_line)
        await ui.open("O43")
        assert ui.row("O43").startswith("❯")
        assert "quit" in ui.pane("#keys")[0]
        await ui.press("escape")
        await ui.until(lambda: ui.status_line == "", "Esc should clear the sentence")
        assert ui.row("O43").startswith("❯")


async def test_a_saved_change_that_the_disk_has_not_confirmed_is_said_so(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise OSError

    monkeypatch.setattr("ita_tui.store.store.sync_folder", refuse)
    await ui.open("O12")
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "the change should be shown")
    assert ui.status_line.startswith("Saved, but the disk has not confirmed it")


async def test_a_disk_that_refuses_is_said_and_the_row_stays(
    ui: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ita_tui.store.store.write_temporary", refuse)
    await ui.open("O12")
    await ui.press("space")
    await ui.until(lambda: "No space left" in ui.status_line, "it should be said")
    assert "waiting" in ui.row("O12")
    monkeypatch.undo()
    await ui.press("space")
    await ui.until(lambda: "in progress" in ui.row("O12"), "work should go on")
