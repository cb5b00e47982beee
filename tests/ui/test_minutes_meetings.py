"""Closing and choosing meetings in the minutes editor, its export, its help, and other editors."""

from __future__ import annotations

import os
import stat
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_tui.services.meetings import holding as meetings
from tests.ui.editing import data, editing, go_to, opens_form, saved, says, shuts

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import Start
    from tests.ui.driver import Colleague, Driver


async def test_a_closed_meeting_is_only_read_until_it_is_opened_again(ui: Driver) -> None:
    await editing(ui)
    await ui.ask("c", "ConfirmScreen")
    await ui.sees("Still open: The meeting has no number.")
    await ui.choose("Yes")
    await says(ui, "The meeting is closed.")
    await go_to(ui, "problems", 0)
    assert saved(ui).frozen is not None
    for keys in (("enter",), ("a",), ("space",), ("d",), ("J",)):
        await ui.press(*keys)
        await says(ui, "c opens it again")
    await ui.ask("c", "ConfirmScreen")
    await ui.choose("Yes")
    await says(ui, "The meeting is open.")
    assert saved(ui).frozen is None


async def test_another_meeting_is_begun_and_chosen(ui: Driver) -> None:
    await editing(ui)
    await ui.ask("o", "ChooseMeetingScreen")
    await ui.choose("Begin today's 1/2567, 12 Mar 2567")
    await ui.until(lambda: ui.shows("Minutes 1/2567"), "it should be shown")
    assert len(data(ui).meetings) == 2
    await ui.ask("o", "ChooseMeetingScreen")
    await ui.choose("Go on with -/2566, 31 Oct 2566")
    await ui.until(lambda: ui.shows("Minutes -/2566"), "it should be shown")
    await ui.ask("o", "ChooseMeetingScreen")
    await ui.press("escape")
    await ui.until(lambda: ui.dialog == "MinutesScreen", "it should be left")


async def test_a_meeting_that_is_gone_when_it_is_chosen_is_said(
    ui: Driver, colleague: Colleague
) -> None:
    await editing(ui)
    await ui.ask("o", "ChooseMeetingScreen")
    with colleague.store.transaction(colleague.actor) as tx:
        tx.remove_meeting("2566-10-31")
    await ui.choose("Go on with -/2566, 31 Oct 2566")
    await says(ui, "There is no meeting")
    assert ui.shows("Minutes -/2566")


async def test_data_that_cannot_be_read_when_a_meeting_is_chosen_are_said(ui: Driver) -> None:
    await editing(ui)
    await ui.ask("o", "ChooseMeetingScreen")
    ui.path.write_text("{", "utf-8")
    await ui.choose("Go on with -/2566, 31 Oct 2566")
    await says(ui, "is damaged")


async def test_a_second_enter_does_not_stumble_over_the_meeting_of_the_first(ui: Driver) -> None:
    await ui.ask("r", "ChooseMeetingScreen")
    await ui.press("enter", "enter", "enter")
    await ui.until(lambda: ui.dialog == "ReviewScreen", "the review should open")
    assert len(data(ui).meetings) == 2


async def test_without_a_meeting_one_is_begun_after_either_scheme(
    start: Start, colleague: Colleague
) -> None:
    with colleague.store.transaction(colleague.actor) as tx:
        tx.remove_meeting("2566-10-31")
    async with start() as ui:
        await ui.ask("m", "ChooseMeetingScreen")
        await ui.choose("(เรื่องสืบเนื่อง)")
        await ui.until(lambda: ui.dialog == "MinutesScreen", "the editor should open")
        assert saved(ui).agenda[2].title == "เรื่องสืบเนื่อง"


async def test_the_minutes_of_this_meeting_are_exported(ui: Driver, colleague: Colleague) -> None:
    old = saved(ui)
    meetings.begin(colleague.store, colleague.actor, replace(old, id="other", held_on=None))
    await editing(ui)
    await ui.ask("o", "ChooseMeetingScreen")
    await ui.choose("Go on with -/2566, 31 Oct 2566")
    await ui.until(lambda: ui.shows("31 ตุลาคม 2566"), "the older one should be shown")
    await ui.ask("x", "ExportScreen")
    await ui.until(lambda: ui.value("file") != "", "a name should be proposed")
    await ui.press("enter")
    await ui.until(lambda: ui.focused == "file", "the name should have the keyboard")
    await ui.press("enter")
    await says(ui, "Written to")
    assert Path("minutes-2566-10-31.md").is_file()


async def test_help_and_palette_know_the_minutes(ui: Driver) -> None:
    await editing(ui)
    await ui.ask("?", "HelpScreen")
    await ui.sees("Add a part below, of the same kind.")
    await ui.press("escape")
    await ui.until(lambda: ui.dialog == "MinutesScreen", "the help should be closed")
    await ui.press("ctrl+p")
    await ui.until(lambda: ui.dialog == "CommandPalette", "the palette should open")
    await ui.type("take out")
    await ui.sees("take out")


EDITOR = """#!/bin/sh
stat -c '%a %n' "$1" "$(dirname "$1")" > "{seen}"
printf 'from outside\\033[31m\\n' > "$1"
exit {code}
"""


def an_editor(folder: Path, code: int = 0) -> Path:
    """A program that writes something else into the file it is given."""
    editor = folder / "editor"
    editor.write_text(EDITOR.format(seen=folder / "seen", code=code), "utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    return editor


async def test_a_text_is_written_in_the_editor_of_the_person(
    ui: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{an_editor(tmp_path)}")
    monkeypatch.setattr(ui.app, "suspend", nullcontext)  # a test has no terminal to give away
    await editing(ui)
    await go_to(ui, "problems", 0)
    await ui.press("E")
    await shuts(ui)
    assert saved(ui).problems[0] == "from outside␛[31m"
    file, folder = (tmp_path / "seen").read_text("utf-8").splitlines()
    assert folder.startswith("700 ")
    assert not os.path.lexists(file.split(" ", 1)[1])


async def test_an_editor_that_fails_changes_nothing(
    ui: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ui.path.read_bytes()
    monkeypatch.setenv("VISUAL", f"{an_editor(tmp_path, code=1)}")
    monkeypatch.setattr(ui.app, "suspend", nullcontext)
    await editing(ui)
    await go_to(ui, "problems", 0)
    await opens_form(ui)
    await ui.press("f4")
    await ui.until(lambda: "ended with an error" in ui.problem, "it should be said")
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    await ui.press("f4")
    await ui.until(lambda: "could not be opened" in ui.problem, "it should be said")
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", "")
    monkeypatch.setenv("PATH", "")
    await ui.press("f4")
    await ui.until(lambda: "There is no editor" in ui.problem, "it should be said")
    assert ui.path.read_bytes() == before
