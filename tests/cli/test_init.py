"""`init`, and the empty data folder that every other command complains about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.store.files import FILE_MODE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

LIST = """
fiscal_year = 2565
title = "ชุดของเราเอง"
agency_kind = "เทศบาล"

[[categories]]
code = "9.1"
name = "ข้อมูลพื้นฐาน"

[[items]]
code = "O1"
name = "ข้อมูลผู้บริหาร"
category = "9.1"
"""


def test_the_sample_municipality(empty: Cli) -> None:
    first, second = empty.ok("init", "--seed").lines
    assert first.startswith("Began the checklist of เทศบาลตำบล")
    assert "fiscal year 2567" in first
    assert str(empty.folder) in first
    assert "of fiscal year 2566; items: 43." in second
    assert empty.ok("list").lines[-1].startswith("Finished 24/43 (56 %)")
    assert (empty.folder / "2567.json").stat().st_mode & 0o777 == FILE_MODE


def test_ones_own_agency_begins_with_nothing_set(empty: Cli) -> None:
    lines = empty.ok("init", "--agency", " เทศบาลตำบลตัวอย่าง ", "--year", "2568").lines
    assert "of fiscal year 2566; items: 43." in lines[1]
    document = empty.ok("list", "--json").json
    assert (document["agency"], document["fiscal_year"]) == ("เทศบาลตำบลตัวอย่าง", 2568)
    assert {item["state"] for item in document["items"]} == {"unset"}


def test_a_list_of_ones_own(empty: Cli, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(LIST, encoding="utf-8")
    lines = empty.ok(
        "init", "--agency", "เทศบาลตัวอย่าง", "--year", "2567", "--framework", str(file)
    ).lines
    assert lines[1] == "It follows the list “ชุดของเราเอง” of fiscal year 2565; items: 1."
    assert [item["code"] for item in empty.ok("list", "--json").json["items"]] == ["O1"]


def test_another_year_of_the_same_agency(cli: Cli, tmp_path: Path) -> None:
    """The item has another code there; its responsible unit stays, and nothing else."""
    cli.ok("set", "O2", "done", "--unit", "กองคลัง", "--remark", "x")
    file = tmp_path / "own.toml"
    file.write_text(LIST, encoding="utf-8")
    cli.ok("init", "--year", "2568", "--from-year", "2567", "--framework", str(file))
    document = cli.ok("list", "--json", "--year", "2568").json
    (item,) = document["items"]
    assert document["agency"] == "เทศบาลตัวอย่าง"
    assert (item["code"], item["unit"]) == ("O1", "กองคลัง")
    assert (item["state"], item["remark"], item["revision"]) == ("unset", "", 0)


def test_an_agency_may_get_another_name_with_the_new_year(cli: Cli) -> None:
    cli.ok("init", "--agency", "เทศบาลเมือง", "--year", "2568", "--from-year", "2567")
    assert cli.ok("list", "--json").json["agency"] == "เทศบาลเมือง"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--agency", "x"),
        ("--year", "2568"),
        ("--from-year", "2567"),
        ("--agency", "  ", "--year", "2568"),
        ("--seed", "--agency", "x"),
        ("--seed", "--year", "2567"),
        ("--seed", "--framework", "x.toml"),
        ("--seed", "--from-year", "2567"),
        ("--agency", "x", "--year", "2500"),
        ("--agency", "x", "--year", "24"),
        ("--year", "2567", "--from-year", "2567"),
        ("--year", "2568", "--from-year", "2566"),
    ],
)
def test_wrong_use_makes_nothing(cli: Cli, arguments: tuple[str, ...]) -> None:
    result = cli("init", *arguments)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert [path.name for path in cli.folder.glob("*.json")] == ["2567.json"]


def test_a_year_is_begun_once(cli: Cli) -> None:
    cli.ok("set", "O1", "done")
    for arguments in (("--seed",), ("--agency", "x", "--year", "2567")):
        assert cli("init", *arguments).code == 4
    assert cli.item("O1")["state"] == "done"


def test_a_wrong_list_makes_nothing(empty: Cli, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("items = 3", encoding="utf-8")
    result = empty("init", "--agency", "x", "--year", "2567", "--framework", str(file))
    assert result.code == 4
    assert str(file) in result.err
    assert not empty.folder.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--json"),
        ("show", "O1"),
        ("set", "O1", "done"),
        ("evidence", "O1", "remove", "1"),
        ("import", "x.txt"),
        ("export", "checklist"),
        ("history",),
        ("undo",),
        ("redo",),
        ("years",),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("there", [False, True], ids=["missing", "empty"])
def test_an_empty_folder_names_init(empty: Cli, arguments: tuple[str, ...], there: bool) -> None:
    if there:
        empty.folder.mkdir()
    result = empty(*arguments)
    assert (result.code, result.out) == (4, "")
    assert "`ita-tui init`" in result.err
    assert len(result.err.splitlines()) == 1
    assert not any(empty.folder.rglob("*"))


def test_a_file_in_place_of_the_folder(empty: Cli) -> None:
    empty.folder.write_text("")
    for arguments in (("list",), ("init", "--seed"), ("doctor",)):
        result = empty(*arguments)
        assert result.code == 4
        assert str(empty.folder) in result.err
