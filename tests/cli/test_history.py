"""`history`: the newest change first, in words or as JSON with stable keys."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Cli

KEYS = {
    "seq", "at", "by", "unix_user", "origin", "code", "field", "before", "after", "undoes",
    "batch", "meeting",
}  # fmt: skip


@pytest.fixture
def bangkok(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "ICT-7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_each_change_is_a_line_newest_first(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting", "--as", "กองคลัง")
    cli.ok("set", "O3", "--remark", "x", "--as", "กองช่าง")
    cli.ok("undo", "--as", "กองช่าง")
    lines = [re.sub(r"\d+ \w{3} \d{4} \d\d:\d\d", "T", line) for line in cli.ok("history").lines]
    assert lines == [
        "4  T  กองช่าง  O3  takes back 3: remark: x → empty",
        "3  T  กองช่าง  O3  remark: empty → x",
        "2  T  กองคลัง  O2  not set → รอดำเนินการ",
        "1  T  กองคลัง      checklist: empty → เทศบาลตัวอย่าง",
    ]


@pytest.mark.usefixtures("bangkok")
def test_times_are_local_and_in_the_buddhist_era(cli: Cli) -> None:
    cli.ok("set", "O2", "done")
    (event,) = cli.ok("history", "O2", "--json").json["events"]
    year, hour = int(event["at"][:4]), int(event["at"][11:13])
    (line,) = cli.ok("history", "O2", "--lang", "th").lines
    assert f" {(hour + 7) % 24:02}:{event['at'][14:16]}" in line
    assert re.search(rf"\d+ \S+\.\S+\. {year + 543} ", line)


def test_the_history_of_one_item(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting")
    cli.ok("set", "O3", "done")
    assert [line.split()[0] for line in cli.ok("history", "o2").lines] == ["2"]
    assert cli("history", "O99").code == 2


def test_a_limit(cli: Cli) -> None:
    for number in range(25):
        cli.ok("set", "O2", "--remark", f"{number}")
    assert len(cli.ok("history", "--limit", "3").lines) == 3
    *lines, last = cli.ok("history").lines
    assert len(lines) == 20
    assert last == "There are older changes; --limit N shows more."
    assert len(cli.ok("history", "--limit", "26").lines) == 26
    assert len(cli.ok("history", "--json").json["events"]) == 26
    assert len(cli.ok("history", "--json", "--limit", "2").json["events"]) == 2
    assert cli("history", "--limit", "0").code == 2


def test_json_has_stable_keys(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting", "--as", "กองคลัง")
    cli.ok("undo", "--as", "กองคลัง")
    document = cli.ok("history", "--json").json
    assert set(document) == {"events"}
    assert all(set(event) == KEYS for event in document["events"])
    undone, change, begun = document["events"]
    assert (change["seq"], change["by"], change["field"]) == (2, "กองคลัง", "status")
    assert change["before"] == {"state": "unset", "wording": ""}
    assert change["after"] == {"state": "waiting", "wording": "รอดำเนินการ"}
    assert (change["undoes"], undone["undoes"], undone["batch"]) == (None, 2, 3)
    assert (begun["code"], begun["field"], begun["meeting"]) == ("", "checklist", "")
    assert change["at"].endswith("Z")


def test_what_can_be_read_is_shown_where_an_older_part_cannot(cli: Cli) -> None:
    for number in range(140):
        cli.ok("set", "O2", "--remark", f"{number}")
    for sealed in cli.folder.glob("2567.json.history/*.json"):
        sealed.unlink()
    result = cli("history", "--limit", "1000")
    assert result.code == 4
    assert result.err.startswith("Events 1 to ")
    assert result.lines[0].endswith("remark: 138 → 139")
    assert len(result.lines) > 60
