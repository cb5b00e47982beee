"""Arguments: options before and after the command, help in two languages, one-sentence errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui import __version__
from ita_tui.cli.arguments import ARGUMENTS
from ita_tui.cli.main import main
from ita_tui.cli.meeting_arguments import ACTIONS
from ita_tui.cli.parser import command_of, parse
from ita_tui.thai.cells import width

if TYPE_CHECKING:
    from tests.cli.conftest import Cli

LATER = ("check", "score")
"""Commands that do not work yet and so may not be promised."""

SHOWN = [("--help",), *((name, "--help") for name in ARGUMENTS), ("evidence", "O1", "add", "-h")]
SHOWN += [("meeting", action, "--help") for action in ACTIONS]


@pytest.mark.parametrize("name", [None, *ARGUMENTS])
def test_every_command_is_carried_out_by_something(name: str | None) -> None:
    arguments = {
        None: [],
        "show": ["O1"],
        "set": ["O1"],
        "evidence": ["O1", "remove", "1"],
        "import": ["x"],
        "export": ["checklist"],
        "meeting": ["list"],
    }.get(name, [])
    parsed = parse([*([] if name is None else [name]), *arguments])
    assert callable(command_of(parsed))


def test_options_stand_before_and_after_the_command(cli: Cli) -> None:
    for arguments in (
        ("--as", "กองคลัง", "--year", "2567", "set", "O1", "done"),
        ("set", "O1", "waiting", "--year=2567", "--as", "กองคลัง"),
        ("--as", "กองช่าง", "set", "--as", "กองคลัง", "O1", "done"),
    ):
        cli.ok(*arguments)
    events = cli.ok("history", "O1", "--json").json["events"]
    assert [event["by"] for event in events] == ["กองคลัง"] * 3


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("arguments", SHOWN, ids=" ".join)
def test_help_fits_the_terminal_in_both_languages(
    empty: Cli, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    result = empty("--lang", lang, *arguments)
    assert (result.code, result.err) == (0, "")
    assert all(width(line) <= 80 for line in result.lines)
    assert not empty.folder.exists()


def test_help_names_what_works_and_nothing_else(empty: Cli) -> None:
    out = empty.ok("--help").out
    listed = [line.split()[0] for line in out.splitlines() if line.startswith("    ")]
    assert [name for name in ARGUMENTS if name in listed] == list(ARGUMENTS)
    assert not set(LATER) & set(out.split())


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ita-tui {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("lst",), "`ita-tui --help`"),
        (("lst",), "doctor"),
        (("set",), "`ita-tui set --help`"),
        (("list", "--json", "x"), "unrecognized arguments: x"),
        (("list", "--colour"), "unrecognized arguments: --colour"),
        (("list", "--two\nlines"), "unrecognized arguments: --two lines"),
        (("list", "--sta", "done"), "unrecognized arguments: --sta done"),
        (("set", "O1", "--remark", "x", "--foo"), "unrecognized arguments: --foo"),
        (("set", "O1", "--remark", "x", "--foo"), "(see `ita-tui set --help`)"),
        (("--foo",), "(see `ita-tui --help`)"),
        (("init", "--from-year", "2567"), "--agency NAME or --from-year YEAR"),
        (("backup",), "either a file to write or --list"),
        (("backup", "x.zip", "--list"), "either a file to write or --list"),
        (("restore", "x.zip", "--backup", "1"), "either a file that `backup` wrote or a version"),
        (("--data",), "expected one argument"),
        (("--lang", "fr", "list"), "fr"),
        (("--data", "", "list"), "The name of the data folder is empty"),
    ],
)
def test_wrong_use_is_one_sentence(cli: Cli, arguments: tuple[str, ...], words: str) -> None:
    result = cli(*arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1
