"""Taking a document over by keys alone: a look first, then one change; or a folder begun."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State, Status
from ita_tui.minutes.rendering import Digits, render_minutes
from ita_tui.services.seeds.loading import sample
from ita_tui.ui.screens.review import ReviewScreen
from tests.ui.editing import data

if TYPE_CHECKING:
    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver

TABLE = (
    "| หัวข้อการประเมิน | ผลการดำเนินงานปี 2567 |\n| :-- | :-- |\n"
    "| โครงสร้าง | ดำเนินการเรียบร้อยแล้ว |\n| การประกวดร้องเพลง | รอดำเนินการ |\n"
)


def minutes() -> str:
    """The exported minutes of the sample."""
    found = sample()
    return render_minutes(found.meetings[-1], found.checklist, Digits.THAI)


async def looks(ui: Driver, name: str) -> None:
    """Give the name of a document, and wait for what it would change."""
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await ui.type(name)
    await ui.press("enter")


async def test_a_document_is_looked_at_and_taken_over_as_one_change(ui: Driver) -> None:
    Path("other.md").write_text(TABLE, "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "other.md")
    await ui.sees("Rows matched: 1; items that would change: 1; rows left: 1.")
    await ui.sees("O1  ยังไม่ได้ดำเนินการ → ดำเนินการเรียบร้อยแล้ว")
    await ui.sees("การประกวดร้องเพลง")
    assert ui.saved("O1").status.state is State.NOT_STARTED
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: ui.saved("O1").status.state is State.DONE, "it should be on the disk")
    done = "Rows matched: 1; items changed: 1; rows left: 1."
    await ui.until(lambda: ui.status_line == done, "it should be said as done")
    await ui.press("u")
    await ui.until(
        lambda: ui.saved("O1").status.state is State.NOT_STARTED, "it should be taken back"
    )


async def test_edited_minutes_come_back_with_their_meeting(ui: Driver) -> None:
    text = minutes().replace("ณ ห้องประชุม", "ณ หอประชุม", 1)
    Path("minutes.md").write_text(text, "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "minutes.md")
    await ui.sees("Differences in the meeting -/2566: 1; in items: 0; left: 0.")
    await ui.press("end", "enter")
    await ui.answered()
    await ui.until(lambda: data(ui).meetings[0].place.startswith("หอประชุม"), "it should be saved")


async def test_what_a_colleague_changes_while_one_looks_is_not_overwritten(
    ui: Driver, colleague: Colleague
) -> None:
    text = minutes().replace("ณ ห้องประชุม", "ณ หอประชุม", 1)
    Path("minutes.md").write_text(text, "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "minutes.md")
    await ui.sees("Differences in the meeting")
    colleague.sets("O5", "status", Status.of(State.WAITING))
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: "was changed meanwhile" in ui.status_line, "it should be said")
    assert ui.saved("O5").status.state is State.WAITING
    assert not data(ui).meetings[0].place.startswith("หอประชุม")


async def test_nor_by_what_somebody_elses_document_said(ui: Driver, colleague: Colleague) -> None:
    Path("other.md").write_text(TABLE, "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "other.md")
    await ui.sees("Rows matched: 1")
    colleague.sets("O1", "status", Status.of(State.WAITING))
    await ui.press("enter")
    await ui.answered()
    await ui.until(lambda: "meanwhile" in ui.status_line, "it should be said")
    assert ui.saved("O1").status.state is State.WAITING


async def test_statuses_that_are_so_already_are_nothing_to_take_over(ui: Driver) -> None:
    Path("other.md").write_text(TABLE.replace("ดำเนินการเรียบร้อยแล้ว", "ยังไม่ได้ดำเนินการ"), "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "other.md")
    await ui.sees("Rows matched: 1; items that would change: 0; rows left: 1.")
    await ui.press("enter")
    await ui.until(lambda: ui.problem == "There is nothing to take over.", "it should be said")
    await ui.press("escape")
    await ui.answered()


async def test_a_document_without_a_table_is_said_to_have_none(ui: Driver) -> None:
    Path("other.txt").write_text("O1\tโครงสร้าง\tดำเนินการเรียบร้อยแล้ว\n", "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "other.txt")
    await ui.sees("There is no table of results in other.txt")
    await ui.press("enter")
    await ui.until(lambda: ui.problem == "There is nothing to take over.", "it should be said")
    await ui.press("escape")
    await ui.answered()


async def test_minutes_that_say_nothing_new_are_nothing_to_take_over(ui: Driver) -> None:
    Path("minutes.md").write_text(minutes(), "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, "minutes.md")
    await ui.sees("Differences in the meeting -/2566: 0; in items: 0; left: 0.")
    await ui.press("enter")
    await ui.until(lambda: ui.problem == "There is nothing to take over.", "it should be said")
    await ui.press("escape")
    await ui.answered()


@pytest.mark.parametrize(
    ("name", "words"),
    [("none.md", "none.md cannot be read"), ("empty.md", "empty.md"), (".", "cannot be read")],
)
async def test_a_file_that_cannot_be_read_is_said(ui: Driver, name: str, words: str) -> None:
    Path("empty.md").write_text("", "utf-8")
    await ui.ask("i", "ImportScreen")
    await looks(ui, name)
    await ui.until(lambda: words in ui.problem, "it should be said")
    assert ui.value("file") == name
    await ui.type("x")
    await ui.until(lambda: ui.problem == "", "another name should be looked at anew")


async def test_from_an_empty_folder_to_a_decision_by_keys_alone(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("minutes.md").write_text(minutes(), "utf-8")
    async with start(where=tmp_path / "empty") as ui:
        await ui.choose("Take over exported minutes")
        await looks(ui, "minutes.md")
        await ui.sees("items: 43, with the meeting -/2566; left: 0.")
        assert not (tmp_path / "empty").exists()
        await ui.press("enter")
        await ui.answered()
        await ui.ask("r", "ChooseMeetingScreen")
        await ui.choose("Go on with -/2566, 31 Oct 2566")
        await ui.until(lambda: isinstance(ui.app.screen, ReviewScreen), "it should open")
        await ui.press("4")
        await ui.until(lambda: ui.saved("O1").status.state is State.DONE, "it should be saved")
        assert [one.code for one in data(ui).meetings[0].decisions] == ["O1"]


async def test_another_document_begins_no_checklist(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("other.md").write_text(TABLE, "utf-8")
    async with start(where=tmp_path / "empty") as ui:
        await ui.choose("Take over exported minutes")
        await looks(ui, "other.md")
        await ui.until(lambda: "There is no checklist" in ui.problem, "it should be said")
        await ui.press("escape")
        await ui.until(lambda: ui.dialog == "StartScreen", "the first page should be back")


async def test_minutes_without_a_table_begin_a_checklist_too(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = sample()
    agenda = tuple(replace(one, shows_checklist=False) for one in found.meetings[-1].agenda)
    talk = render_minutes(replace(found.meetings[-1], agenda=agenda), found.checklist, Digits.THAI)
    Path("talk.md").write_text(talk, "utf-8")
    Path("old.md").write_text(re.sub("(?m)^(agency|framework).*\n", "", talk), "utf-8")
    async with start(where=tmp_path / "empty") as ui:
        await ui.choose("Take over exported minutes")
        await looks(ui, "old.md")
        await ui.until(lambda: "add --agency NAME" in ui.problem, "it should be said")
        await ui.fill("file", "talk.md")
        await ui.press("enter")
        await ui.sees("items: 43, with the meeting -/2566; left: 0.")
        await ui.press("enter")
        await ui.answered()
        assert [item.name for item in data(ui).checklist.items] == [
            item.name for item in found.checklist.items
        ]
        assert ui.saved("O3").status.state is State.UNSET
