"""`undo` and `redo` from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


def test_undo_and_redo_tell_what_changed(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting")
    assert cli.ok("undo").lines == ["O2  ข้อมูลผู้บริหาร", "  status  รอดำเนินการ → not set"]
    assert cli.item("O2")["state"] == "unset"
    assert cli.ok("redo").lines == ["O2  ข้อมูลผู้บริหาร", "  status  not set → รอดำเนินการ"]
    assert cli.item("O2")["state"] == "waiting"


def test_an_event_is_taken_back_by_its_number(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting")
    cli.ok("set", "O3", "done")
    cli.ok("undo", "--event", "2")
    assert (cli.item("O2")["state"], cli.item("O3")["state"]) == ("unset", "done")


def test_there_is_nothing_to_take_back(cli: Cli) -> None:
    assert cli("undo", "--as", "กองคลัง").code == 2
    assert cli("redo").code == 2
    assert cli("undo", "--event", "99").code == 2


def test_a_colleagues_change_stays(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting", "--as", "กองคลัง")
    cli.ok("set", "O2", "done", "--as", "กองช่าง")
    assert cli("undo", "--as", "กองคลัง").code == 3
    assert cli("undo", "--as", "กองคลัง", "--event", "3").code == 2
    assert cli.item("O2")["state"] == "done"
