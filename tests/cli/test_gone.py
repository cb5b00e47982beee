"""A data file that somebody removed while versions of it are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


def test_a_file_that_is_gone_comes_back(cli: Cli) -> None:
    cli.ok("set", "O1", "waiting")
    path = cli.folder / "2567.json"
    path.unlink()
    for command in (["list"], ["set", "O1", "done"], ["init", "--seed"], ["years"]):
        gone = cli(*command)
        assert gone.code == 4
        assert "`ita-tui restore --backup" in gone.err
    back = cli("restore", "--backup", gone.err.partition("--backup ")[2].partition("`")[0])
    assert back.code == 0
    assert back.err == "The data file was gone; the newest good version is in its place.\n"
    assert cli.ok("list").lines
    assert "in place of a file that was gone" in cli.ok("history").out
