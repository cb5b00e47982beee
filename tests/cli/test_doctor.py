"""`doctor`: plain sentences, a fault is exit code 4, and only what is asked for is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


def edit_by_hand(cli: Cli) -> None:
    path = cli.folder / "2567.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("เทศบาลตัวอย่าง", "เทศบาลอื่น", 1), encoding="utf-8")


def test_a_sound_folder(cli: Cli) -> None:
    lines = cli.ok("doctor").lines
    assert len(lines) >= 7
    assert all(line.startswith("ok ") for line in lines)


def test_an_empty_folder_is_no_fault(empty: Cli) -> None:
    lines = empty.ok("doctor").lines
    assert any("`ita-tui init`" in line for line in lines)
    empty.folder.mkdir()
    lines = empty.ok("doctor").lines
    assert any("There is no checklist" in line for line in lines)


def test_an_edit_by_hand_is_accepted_when_asked(cli: Cli) -> None:
    edit_by_hand(cli)
    result = cli("doctor")
    assert (result.code, result.err) == (4, "")
    assert any(line.startswith("fault  2567 data file  ") for line in result.lines)
    assert cli("set", "O1", "done").code == 4
    lines = cli.ok("doctor", "--accept").lines
    assert lines[0] == f"Accepted {cli.folder / '2567.json'} as it was edited by hand."
    assert cli.ok("list", "--json").json["agency"] == "เทศบาลอื่น"
    cli.ok("set", "O1", "done")
    (line,) = cli.ok("history", "--limit", "2").lines[1:]
    assert "edit made outside the program, accepted: empty → 2567.json" in line


def test_there_is_nothing_to_accept(cli: Cli) -> None:
    lines = cli.ok("doctor", "--accept").lines
    assert lines[0].endswith("2567.json is as the program wrote it; there is nothing to accept.")
    assert cli.ok("list", "--json").json["revision"] == 1


def test_a_damaged_file_is_not_accepted(cli: Cli) -> None:
    path = cli.folder / "2567.json"
    path.write_bytes(path.read_bytes()[:-40])
    assert cli("doctor").code == 4
    result = cli("doctor", "--accept")
    assert (result.code, result.out) == (4, "")
    assert "2567.json" in result.err


def test_repair_removes_leftovers_and_mends_rights(cli: Cli) -> None:
    (cli.folder / ".tmp-2567.json.1").write_text("")
    (cli.folder / "2567.json").chmod(0o666)
    result = cli("doctor")
    assert result.code == 4
    assert any(line.startswith("note   Leftovers") for line in result.lines)
    assert any(line.startswith("fault  Rights") for line in result.lines)
    lines = cli.ok("doctor", "--repair").lines
    assert f"Mended the rights of {cli.folder / '2567.json'}." in lines
    assert "Removed leftover temporary files: 1." in lines
    assert not (cli.folder / ".tmp-2567.json.1").exists()
    assert (cli.folder / "2567.json").stat().st_mode & 0o777 == 0o660
    assert all(line.startswith("ok ") for line in cli.ok("doctor").lines)


def test_a_folder_that_is_open_to_all_is_mended(cli: Cli) -> None:
    cli.folder.chmod(0o777)
    assert cli("list").code == 4
    assert cli("doctor").code == 4
    assert cli.ok("doctor", "--repair").lines[0] == f"Mended the rights of {cli.folder}."
    cli.ok("list")


def test_one_year_alone(cli: Cli) -> None:
    assert any("2567 data file" in line for line in cli.ok("doctor", "--year", "2567").lines)
    assert cli("doctor", "--year", "2568").code == 2
