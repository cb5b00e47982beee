"""`backup` and `restore` from the command line."""

from __future__ import annotations

import re
import time
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.meeting import Meeting
from ita_tui.services.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.event import Actor
    from tests.cli.conftest import Cli


@pytest.fixture(autouse=True)
def thai_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of Thailand, whatever the machine says."""
    monkeypatch.setenv("TZ", "ICT-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def used(cli: Cli) -> Cli:
    """The command line on a checklist in its fourth version."""
    cli.ok("set", "O1", "done", "--as", "กองคลัง")
    cli.ok("set", "O2", "waiting", "--as", "กองช่าง")
    cli.ok("set", "O1", "--remark", "ลงเว็บไซต์แล้ว")
    return cli


def damage(cli: Cli) -> bytes:
    """Cut the data file; what is left of it."""
    path = cli.folder / "2567.json"
    content = path.read_bytes()[:-40]
    path.write_bytes(content)
    return content


def test_the_versions_are_listed_with_progress_and_the_newest_change(used: Cli) -> None:
    third, second, first = used.ok("backup", "--list").lines
    assert re.match(r"3  \d+ \w{3} 25\d\d \d\d:\d\d  ", third)
    assert third.endswith("  1/5  กองช่าง  O2  status: not set → รอดำเนินการ")
    assert "  1/5  กองคลัง  O1  status: not set → " in second
    assert first.endswith("  0/5  กองคลัง      checklist")


def test_the_time_is_local_and_of_the_buddhist_era(used: Cli) -> None:
    (moment, *_rest) = used.ok("backup", "--list", "--json").json["versions"]
    assert moment["at"].endswith("Z")
    hour = (int(moment["at"][11:13]) + 7) % 24
    assert f" {hour:02}:{moment['at'][14:16]}  " in used.ok("backup", "--list").lines[0]


def test_scripts_get_stable_keys(used: Cli) -> None:
    versions = used.ok("backup", "--list", "--json").json["versions"]
    assert [one["number"] for one in versions] == [3, 2, 1]
    assert {key: value for key, value in versions[0].items() if key != "at"} == {
        "number": 3, "readable": True, "by": "กองช่าง", "code": "O2", "field": "status",
        "finished": 1, "total": 5,
    }  # fmt: skip


def test_a_new_checklist_has_no_earlier_version(cli: Cli) -> None:
    assert cli.ok("backup", "--list").lines == ["No earlier version is kept."]
    assert cli.ok("backup", "--list", "--json").json == {"versions": []}


def test_a_version_that_cannot_be_read_is_said_to_be_so(used: Cli) -> None:
    (used.folder / "2567.json.backups" / "000000002.json").write_text("{")
    assert used.ok("backup", "--list").lines[1].split(maxsplit=1) == [
        "2",
        "damaged, or edited by hand",
    ]
    result = used("restore", "--backup", "2")
    assert (result.code, result.out) == (4, "")


def test_going_back_tells_what_changed_and_is_taken_back(used: Cli) -> None:
    lines = used.ok("restore", "--backup", "2").lines
    assert lines == [
        "O1  remark  ลงเว็บไซต์แล้ว → empty",
        "O2  status  รอดำเนินการ → not set",
        "All is as in version 2 again; `ita-tui undo` takes that back.",
    ]
    assert (used.item("O1")["state"], used.item("O2")["state"]) == ("done", "unset")
    newest = used.ok("history", "--limit", "1").lines[0]
    assert newest.endswith("went back to an earlier version: 4 → 2")
    used.ok("undo")
    assert (used.item("O1")["remark"], used.item("O2")["state"]) == ("ลงเว็บไซต์แล้ว", "waiting")
    used.ok("redo")
    assert used.item("O2")["state"] == "unset"


def test_the_year_is_named_when_it_was_named(used: Cli) -> None:
    last = used.ok("restore", "--backup", "3", "--year", "2567").lines[-1]
    assert last == "All is as in version 3 again; `ita-tui undo --year 2567` takes that back."


def test_a_version_that_is_as_it_is_now_changes_nothing(used: Cli) -> None:
    used.ok("undo")
    lines = used.ok("restore", "--backup", "3").lines
    assert lines == ["All is as in version 3 already; nothing was changed."]
    assert used.ok("list", "--json").json["revision"] == 5


def test_meetings_are_counted(used: Cli, actor: Actor) -> None:
    with used.store.transaction(actor) as tx:
        tx.put_meeting(Meeting("m-1", "คณะกรรมการตัวอย่าง", 1, 2567))
    lines = used.ok("restore", "--backup", "4").lines
    assert lines[0] == "Meetings that changed: 1."
    assert lines[1].startswith("All is as in version 4 again")


def test_names_that_stay_are_told(used: Cli) -> None:
    path = used.folder / "2567.json"
    path.write_text(path.read_text("utf-8").replace("โครงสร้าง", "โครงสร้างองค์กร", 1), "utf-8")
    used.ok("doctor", "--accept")
    result = used("restore", "--backup", "2")
    assert result.code == 0
    assert (
        result.err
        == "Names, categories and earlier scores were others then; they stay as they are.\n"
    )


@pytest.mark.parametrize("number", ["4", "99"])
def test_a_version_that_is_not_kept(used: Cli, number: str) -> None:
    result = used("restore", "--backup", number)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        f"Version {number} is not kept; `ita-tui backup --list` shows those that are.\n"
    )


def test_a_damaged_file_is_named_with_the_way_out(used: Cli) -> None:
    content = damage(used)
    for command in (("list",), ("set", "O1", "done"), ("undo",), ("backup", "x.zip")):
        result = used(*command)
        assert (result.code, result.out) == (4, "")
        assert "2567.json is damaged: line " in result.err
        assert " `ita-tui restore --backup 3` opens the newest good version of " in result.err
    lines = used("doctor").lines
    assert any("`ita-tui restore --backup 3` opens" in line for line in lines)
    assert len(used.ok("backup", "--list").lines) == 3
    result = used("restore", "--backup", "3")
    assert (result.code, result.out) == (0, "")
    (kept,) = used.folder.glob("2567.json.damaged-*")
    assert result.err == f"The data file that was in its place is kept as {kept.name}.\n"
    assert kept.read_bytes() == content
    assert used.item("O1")["remark"] == ""
    newest = used.ok("history", "--limit", "1").lines[0]
    assert newest.endswith(
        f"newest good version in place of a file of no use, which is kept: empty → {kept.name}"
    )
    used.ok("doctor")


def test_an_older_version_over_a_damaged_file(used: Cli) -> None:
    damage(used)
    result = used("restore", "--backup", "1")
    assert result.code == 0
    assert result.lines[-1] == "All is as in version 1 again; `ita-tui undo` takes that back."
    assert used.item("O1")["state"] == "unset"
    used.ok("undo")
    assert used.item("O1")["state"] == "done"


def test_a_folder_is_saved_and_comes_back(used: Cli, tmp_path: Path) -> None:
    target = tmp_path / "สำรอง.zip"
    lines = used.ok("backup", str(target)).lines
    assert lines == [f"Wrote {target}; fiscal years with their history: 2567."]
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == ["2567.json"]
    assert used("backup", str(target)).code == 4
    used.ok("backup", "--force", str(target))
    history = used.ok("history", "--json").json
    listed = used.ok("list", "--json").json
    for path in used.folder.glob("2567.json"):
        path.unlink()
    assert used.ok("restore", str(target)).lines == ["2567: laid down with its history."]
    assert used.ok("history", "--json").json == history
    assert used.ok("list", "--json").json == listed
    used.ok("set", "O3", "done")
    assert used.ok("restore", str(target)).lines == [
        "O3  อำนาจหน้าที่",
        "  status  ดำเนินการเรียบร้อยแล้ว → not set",
        "2567: as in the file again; `ita-tui undo --year 2567` takes that back.",
    ]
    assert used.ok("restore", str(target)).lines == ["2567: as in the file already."]


def test_a_damaged_file_without_good_versions_comes_back_from_a_file(
    cli: Cli, tmp_path: Path
) -> None:
    target = tmp_path / "backup.zip"
    cli.ok("backup", str(target))
    damage(cli)
    assert "restore" not in cli("list").err
    result = cli("restore", str(target))
    assert (result.code, result.lines) == (0, ["2567: laid down with its history."])
    assert "is kept as 2567.json.damaged-" in result.err
    cli.ok("list")


def test_what_is_no_backup_changes_nothing(used: Cli, tmp_path: Path) -> None:
    before = (used.folder / "2567.json").read_bytes()
    (tmp_path / "x.zip").write_text("รายงาน")
    for name in ("x.zip", "nowhere.zip", "."):
        result = used("restore", str(tmp_path / name))
        assert (result.code, result.out) == (4, "")
        assert result.err.endswith("nothing was changed.\n")
    assert (used.folder / "2567.json").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup",),
        ("backup", "x.zip", "--list"),
        ("backup", "x.zip", "--json"),
        ("backup", "x.zip", "y.zip"),
        ("restore",),
        ("restore", "x.zip", "--backup", "1"),
        ("restore", "--backup", "0"),
        ("restore", "--backup", "x"),
        ("backup", "--list", "--year", "2565"),
    ],
    ids=" ".join,
)
def test_wrong_use(used: Cli, arguments: tuple[str, ...]) -> None:
    result = used(*arguments)
    assert (result.code, result.out) == (2, "")


def test_an_empty_folder(empty: Cli) -> None:
    for arguments in (("backup", "--list"), ("backup", "x.zip"), ("restore", "--backup", "1")):
        result = empty(*arguments)
        assert result.code == 4
        assert "`ita-tui init`" in result.err


def test_the_configuration_says_how_many_are_kept(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "ita-tui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("backups = 2\n")
    for number in range(5):
        cli.ok("set", "O1", "--remark", f"{number}")
    versions = cli.ok("backup", "--list", "--json").json["versions"]
    assert [one["number"] for one in versions] == [5, 4]
    (folder / "config.toml").write_text("backups = 2000\n")
    assert cli("list").code == 2


def test_what_the_disk_has_not_confirmed_is_told(
    used: Cli, tmp_path: Path, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError(5, "no")

    used.ok("backup", str(tmp_path / "x.zip"))
    with used.store.transaction(actor) as tx:
        tx.put_meeting(Meeting("m-1", "คณะกรรมการตัวอย่าง", 1, 2567))
    monkeypatch.setattr("ita_tui.store.store.sync_folder", fail)
    result = used("restore", str(tmp_path / "x.zip"))
    assert result.lines[0] == "Meetings that changed: 1."
    assert result.err.count("the disk has not confirmed it") == 1
    used("set", "O5", "done")
    result = used("restore", str(tmp_path / "x.zip"))
    assert result.lines[0].startswith("O5")
    assert result.err.count("the disk has not confirmed it") == 1


def test_the_years_of_a_file(used: Cli, tmp_path: Path, actor: Actor) -> None:
    checklist = used.store.read().checklist
    Workspace(used.folder).create(replace(checklist, fiscal_year=2568), (), actor)
    target = str(tmp_path / "x.zip")
    assert used.ok("backup", target).lines[0].endswith(": 2567, 2568.")
    assert used.ok("restore", target, "--year", "2568").lines == ["2568: as in the file already."]
    assert used("restore", target, "--year", "2569").code == 2
    damage(used)
    offer = "`ita-tui restore --backup 3 --year 2567` opens the newest good version"
    assert offer in used("list", "--year", "2567").err
