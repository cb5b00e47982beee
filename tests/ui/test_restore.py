"""Choosing an earlier version on the screen: what is listed, the question, the answer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.event import Actor
from ita_tui.errors import NewerDataError
from ita_tui.services.statuses import Edit, edit
from ita_tui.services.upkeep.backups import restore_version
from ita_tui.store import Store
from ita_tui.store.backups import backups
from ita_tui.ui.app import ItaApp
from ita_tui.ui.screens.restore import RestoreScreen
from ita_tui.ui.signs import ASCII, UNICODE, Signs

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

DAMAGE = "The data file is damaged: line 3, column 4."


@pytest.fixture
def changed(path: Path, colleague: Colleague) -> Path:
    """A data file of which the versions 1 to 3 are kept."""
    for wording in ("หนึ่ง", "สอง", "สาม"):
        colleague.sets("O12", "remark", wording)
    return path


class Asked:
    """A restore screen over the main screen, and what it answers."""

    def __init__(self, ui: Driver, path: Path, signs: Signs = UNICODE, damage: str = "") -> None:
        self.ui = ui
        self.store = Store(path)
        self.answers: list[int | None] = []
        ui.app.push_screen(RestoreScreen(self.store, signs, damage), self.answers.append)

    async def answer(self) -> int | None:
        """What the screen returns, once it does."""
        await self.ui.until(lambda: self.answers, "the screen should answer")
        return self.answers[0]


async def test_the_versions_are_listed_and_one_is_chosen(ui: Driver, changed: Path) -> None:
    asked = Asked(ui, changed)
    await ui.sees("Go back to an earlier version")
    await ui.sees("3  12 Mar 2567 10:42")
    assert ui.shows("กองช่าง")
    assert ui.shows("O12 remark: สอง")
    assert ui.shows("24/43  ━━━━────")
    assert ui.choice.strip().startswith("3  ")
    await ui.press("down", "enter")
    await ui.sees("Give every item the values of version 2 of 12 Mar 2567 10:42?")
    await ui.choose("Yes")
    assert await asked.answer() == 2
    restore_version(asked.store, Actor("กองคลัง", "somchai", "desk-1", "session-1"), 2)
    await ui.until(lambda: ui.saved("O12").remark == "หนึ่ง", "the version should be back")


async def test_no_is_what_enter_means_and_leads_back_to_the_list(ui: Driver, changed: Path) -> None:
    asked = Asked(ui, changed)
    await ui.sees("3  12 Mar 2567 10:42")
    await ui.press("enter")
    await ui.sees("Undo takes it back.")
    await ui.press("enter")
    await ui.until(lambda: ui.dialog == "RestoreScreen", "the list should be there again")
    assert asked.answers == []
    await ui.press("escape")
    assert await asked.answer() is None


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("่", "า")])
async def test_the_keys_of_the_list_move_here_too(
    ui: Driver, changed: Path, down: str, up: str
) -> None:
    Asked(ui, changed)
    await ui.sees("3  12 Mar 2567 10:42")
    await ui.press(down, down, up)
    await ui.until(lambda: ui.choice.strip().startswith("2  "), "the second should be chosen")


async def test_a_damaged_version_is_shown_but_not_chosen(ui: Driver, changed: Path) -> None:
    backups(changed)[0].write_bytes(b"{")
    asked = Asked(ui, changed)
    await ui.sees("3  damaged, or edited by hand")
    await ui.until(lambda: ui.choice.strip().startswith("2  "), "the good one should be chosen")
    await ui.press("enter")
    await ui.sees("version 2 of 12 Mar")
    await ui.choose("Yes")
    assert await asked.answer() == 2


async def test_where_the_file_is_gone_a_version_takes_its_place(
    start: Start, changed: Path
) -> None:
    changed.unlink()
    async with start() as ui:
        await ui.sees("is gone")
        await ui.sees("Go back to an earlier version")
        await ui.press("enter")
        await ui.sees("in place of the file that is gone?")
        await ui.press("down", "enter")
        await ui.until(changed.exists, "the file should be there again")
        await ui.until(lambda: ui.dialog == "MainScreen", "the list should be shown")


async def test_where_the_file_is_damaged_that_is_told(ui: Driver, changed: Path) -> None:
    asked = Asked(ui, changed, damage=DAMAGE)
    await ui.sees(DAMAGE)
    await ui.sees("3  12 Mar 2567 10:42")
    await ui.press("enter")
    await ui.sees("Put version 3 of 12 Mar 2567 10:42 in place of the file")
    await ui.choose("Yes")
    assert await asked.answer() == 3


def newer(path: Path) -> None:
    """Put a file of a newer program in place."""
    path.write_bytes(path.read_bytes().replace(b'"schema": 1', b'"schema": 99', 1))


def folder(path: Path) -> None:
    """Put a folder in place."""
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    """Put a pipe in place."""
    path.unlink()
    os.mkfifo(path)


STRANGE = [
    (newer, "was written by a newer version of this program", "2567.json.newer-*"),
    (folder, "is not a regular file", "2567.json.damaged-*"),
    (pipe, "is not a regular file", "2567.json.damaged-*"),
]


@pytest.mark.parametrize(("put", "told", "aside"), STRANGE)
async def test_whatever_is_in_place_of_the_file_a_version_is_offered_at_the_start(
    start: Start, changed: Path, put: Callable[[Path], None], told: str, aside: str
) -> None:
    put(changed)
    async with start() as ui:
        await ui.sees(told)
        assert not ui.shows("ita-tui restore")
        await ui.sees("3  12 Mar 2567 10:42")
        await ui.press("enter")
        await ui.sees("Put version 3 of 12 Mar 2567 10:42 in place of the file")
        await ui.choose("Yes")
        await ui.until(lambda: ui.dialog == "MainScreen", "the list should be shown")
        assert ui.saved("O12").remark == "สอง"
    assert len([*changed.parent.glob(aside)]) == 1


@pytest.mark.parametrize("put", [newer, folder, pipe, Path.unlink])
async def test_a_file_that_goes_while_it_is_shown_is_told_with_the_key_that_leads_back(
    ui: Driver, changed: Path, put: Callable[[Path], None]
) -> None:
    await ui.open("O12")
    await ui.until(lambda: ui.tells("สาม"), "the newest change should be shown")
    put(changed)
    await ui.until(
        lambda: ui.status_line.endswith("b goes back to an earlier version."), "it should be told"
    )
    assert "2567.json" in ui.status_line
    await ui.ask("b", "RestoreScreen")
    await ui.sees("3  12 Mar 2567 10:42")
    await ui.press("enter")
    await ui.sees("Put version 3 of 12 Mar 2567 10:42 in place of the file")
    await ui.choose("Yes")
    await ui.answered()
    await ui.until(lambda: ui.status_line.startswith("Version 3 is in place."), "it is said")
    assert ("is kept as 2567.json." in ui.status_line) is (put is not Path.unlink)
    assert ui.saved("O12").remark == "สอง"


async def test_where_nothing_is_kept_the_program_ends_with_the_sentence(
    start: Start, path: Path
) -> None:
    newer(path)
    async with start() as ui:
        await ui.ended()
        assert ui.app.return_value == 4
        assert isinstance(ui.app, ItaApp)
        assert isinstance(ui.app.failure, NewerDataError)


async def test_where_nothing_is_kept_that_is_told(ui: Driver, path: Path) -> None:
    asked = Asked(ui, path)
    await ui.sees("No earlier version is kept.")
    await ui.press("enter")
    assert asked.answers == []
    await ui.press("escape")
    assert await asked.answer() is None


async def test_backups_that_cannot_be_read_are_told(
    ui: Driver, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "listdir", fail)
    Asked(ui, changed)
    await ui.sees("cannot be read (Permission denied)")


async def test_it_fits_in_a_small_terminal_and_in_ascii(start: Start, changed: Path) -> None:
    async with start(size=(60, 16), signs=ASCII) as ui:
        asked = Asked(ui, changed, ASCII, DAMAGE)
        await ui.sees("3  12 Mar 2567 10:42")
        assert ui.shows("24/43  ####....")
        assert ui.shows("Enter chooses, Esc goes back.")
        lines = [line for line in ui.screen_text() if "12 Mar 2567" in line]
        assert len(lines) == 3
        await ui.press("escape")
        assert await asked.answer() is None


async def test_many_versions_take_a_line_each(start: Start, path: Path) -> None:
    store = Store(path)
    for number in range(25):
        restorer = Actor("กองช่าง", "somsri", "desk-2", f"{number}")
        edit(store, restorer, "O12", [Edit("remark", "ยาวมาก " * 20 + f"{number}")])
    async with start(size=(80, 24)) as ui:
        Asked(ui, path)
        await ui.sees("25  ")
        await ui.settle()
        lines = [line[4:].strip(" │❯▄▅▆▇▃▂▁█") for line in ui.screen_text()]
        first = next(at for at, line in enumerate(lines) if line.startswith("25  "))
        numbers = [line.split()[0] for line in lines[first : first + 10]]
        assert numbers == [f"{number}" for number in range(25, 15, -1)]


async def test_text_from_data_is_shown_as_it_is(
    ui: Driver, path: Path, colleague: Colleague
) -> None:
    for text in ("[/x][@click]", "\x1b[31m", ""):
        colleague.sets("O1", "remark", text)
    Asked(ui, path)
    await ui.sees("O1 remark: [/x][@click]")
    assert ui.shows("O1 remark: ␛[31m")
    assert ui.controls() == set()


def earlier(path: Path) -> None:
    """Copy the first version that is kept over the data file."""
    content = backups(path)[-1].read_bytes()
    path.unlink()
    path.write_bytes(content)


async def test_an_earlier_file_put_in_place_meanwhile_is_asked_about(
    ui: Driver, changed: Path
) -> None:
    await ui.open("O12")
    await ui.until(lambda: ui.tells("สาม"), "the newest change should be shown")
    earlier(changed)
    await ui.sees("the newer version 3 is kept")
    await ui.choose("No, go back")
    await ui.answered()
    assert "read-only" in ui.pane("#summary")[0]
    await ui.ask("b", "RestoreScreen")
    await ui.sees("3  12 Mar 2567 10:42")
    await ui.press("enter")
    await ui.choose("Yes")
    await ui.answered()
    await ui.until(lambda: "is as in version 3" in ui.status_line, "it should be said")
    assert ui.saved("O12").remark == "สอง"
    assert "read-only" not in ui.pane("#summary")[0]


async def test_an_earlier_file_is_gone_on_from_when_the_person_says_so(
    start: Start, changed: Path
) -> None:
    earlier(changed)
    async with start() as ui:
        await ui.sees("the newer version 3 is kept")
        await ui.choose("Yes")
        await ui.answered()
        await ui.until(lambda: "is accepted" in ui.status_line, "it should be said")
        await ui.open("O12")
        await ui.press("space")
        await ui.sees("Saved: O12")
    assert {1, 2, 3} <= {int(path.stem) for path in backups(changed)}
