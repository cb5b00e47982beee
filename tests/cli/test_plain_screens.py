"""What only screens had: who is there, the keys, unsaved text, the filter, the review."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.event import Actor
from ita_tui.services.identity import acting
from ita_tui.services.resuming import Place
from ita_tui.store import Drafts, KeptDraft, Presence
from ita_tui.ui.actions import GROUPS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

OTHER = Actor("กองช่าง", "somsri", "desk-2", "session-2")


@pytest.fixture
def data_file(cli: Cli) -> Path:
    """The data file."""
    with closing(cli.store) as store:
        return store.path


def test_who_is_there_is_listed_while_they_are(cli: Cli, data_file: Path) -> None:
    assert cli.ok("who").lines == ["Nobody has the checklist open on a screen."]
    assert cli.ok("who", "--json").json == {"people": []}
    screen = Presence(data_file, OTHER)
    screen.enter()
    assert cli.ok("who").lines == ["กองช่าง  somsri  desk-2"]
    person = {"name": "กองช่าง", "unix_user": "somsri", "origin": "desk-2"}
    assert cli.ok("who", "--json").json == {"people": [person]}
    screen.leave()
    assert cli.ok("who", "--json").json == {"people": []}


@pytest.mark.parametrize("command", ["who", "drafts"])
def test_an_empty_folder_has_nothing_to_tell(empty: Cli, command: str) -> None:
    assert empty(command).code == 4


def test_every_action_is_listed_with_its_keys(cli: Cli) -> None:
    lines = cli.ok("keys").lines
    assert any(
        line.split() == ["s/ห", "Choose", "a", "state", "or", "one", "of", "the", "wordings."]
        for line in lines
    )
    document = cli.ok("keys", "--json", "--lang", "th").json
    actions = [one for group in document["groups"] for one in group["actions"]]
    assert [one["id"] for one in actions] == [one.id for _title, group in GROUPS for one in group]
    assert document["groups"][0]["title"] == "ในรายการ"
    assert all(one["keys"] and one["help"] for one in actions)


def test_the_keys_are_those_of_the_configuration(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "config" / "ita-tui"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text('[keys]\nmain.undo = ["y", "F4"]\n', "utf-8")
    groups = cli.ok("keys", "--json").json["groups"]
    undo = next(one for group in groups for one in group["actions"] if one["id"] == "main.undo")
    assert undo["keys"] == ["y/\u0e31".replace("\u0e31", "◌\u0e31"), "F4"]


def test_text_that_was_not_saved_is_shown(cli: Cli, data_file: Path) -> None:
    assert cli.ok("drafts").lines == ["No text of yours was left unsaved."]
    drafts = Drafts(data_file, acting(""))
    drafts.keep(KeptDraft("O2", {"remark": "สองบรรทัด\nบรรทัดที่สอง"}))
    drafts.keep(KeptDraft("minutes 1", {"path": "[]", "typed.name": "ชื่อ", "seen.name": ""}))
    drafts.keep(KeptDraft("review 1", Place("O3", 7).texts))
    assert sorted(cli.ok("drafts").lines) == sorted(
        [
            *("O2", "  remark: สองบรรทัด", "    บรรทัดที่สอง", ""),
            *("Minutes of the meeting 1", "  Name: ชื่อ"),
        ]
    )
    found = cli.ok("drafts", "--json").json["drafts"]
    assert {one["of"]: one["fields"] for one in found} == {
        "O2": {"remark": "สองบรรทัด\nบรรทัดที่สอง"},
        "minutes 1": {"name": "ชื่อ"},
    }
    assert cli.ok("drafts", "--as", "กองช่าง").lines == ["No text of yours was left unsaved."]


@pytest.mark.parametrize(
    ("key", "fields", "lines"),
    [
        (
            "resolution 2567-04-09 O2",
            {"typed.text": "เร่งรัด", "seen": "รับทราบ"},
            ["มติข้อ O2 ในการประชุม 2567-04-09", "  ข้อความ: เร่งรัด"],
        ),
        (
            "minutes 2567-04-09",
            {"path": '["place"]', "typed.value": "หอประชุม", "seen.value": ""},
            ["รายงานการประชุม 2567-04-09", "  สถานที่ประชุม: หอประชุม"],
        ),
        (
            "minutes 2567-04-09",
            {"path": '["agenda", 0, "resolution"]', "typed.value": "รับทราบ", "seen.value": ""},
            ["รายงานการประชุม 2567-04-09", "  มติที่ประชุม: รับทราบ"],
        ),
        (
            "minutes 2567-04-09",
            {"path": '["agenda", 0, "statements", 1]', "typed.speaker": "นิติกร"},
            ["รายงานการประชุม 2567-04-09", "  ผู้พูด: นิติกร"],
        ),
        *(
            (
                "minutes 2567-04-09",
                {"path": path, "typed.value": "ก"},
                ["รายงานการประชุม 2567-04-09", f"  meeting.{path}: ก"],
            )
            for path in ("[", "{}", "[0]")
        ),
    ],
)
def test_a_text_of_a_meeting_is_named_as_its_form_names_it(
    cli: Cli, data_file: Path, key: str, fields: dict[str, str], lines: list[str]
) -> None:
    Drafts(data_file, acting("")).keep(KeptDraft(key, fields))
    assert cli.ok("--lang", "th", "drafts").lines == lines


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("o๒", ["O2"]), ("แผนดำเนิน", ["O4"]), ("บริการ", ["O5"]), ("ไม่มี", []), (" ", None)],
)
def test_the_list_finds_as_the_filter_does(cli: Cli, typed: str, codes: list[str] | None) -> None:
    found = [one["code"] for one in cli.ok("list", "--find", typed, "--json").json["items"]]
    assert found == (["O1", "O2", "O3", "O4", "O5"] if codes is None else codes)


def test_the_review_goes_from_item_to_item(meeting: Cli) -> None:
    lines = meeting.ok("meeting", "review", "last").lines
    assert "0 of 5 items decided" in lines[0]
    assert lines[1] == "O1  โครงสร้าง"
    meeting.ok("meeting", "decide", "last", "O1", "waiting", "--resolution", "รับทราบ")
    lines = meeting.ok("meeting", "review", "last").lines
    assert "1 of 5 items decided" in lines[0]
    assert lines[1].startswith("O2 ")
    lines = meeting.ok("meeting", "review", "last", "O1").lines
    assert lines[-1].split(maxsplit=2)[:2] == ["Decided", "now"]
    assert lines[-1].endswith("not set → รอดำเนินการ · รับทราบ")


def test_the_review_tells_of_the_last_meeting(meeting: Cli) -> None:
    meeting.ok("meeting", "decide", "last", "O1", "waiting")
    assert meeting("meeting", "close", "last").code == 0
    meeting.ok("set", "O1", "done", "--unit", "กองคลัง")
    meeting.ok("meeting", "new", "--date", "9/4/2567")
    said = "\n".join(meeting.ok("meeting", "review", "last").lines)
    assert "กองคลัง" in said
    assert "Last meeting" in said
    assert "รอดำเนินการ → ดำเนินการเรียบร้อยแล้ว" in said.split("Since the last meeting")[1]
    document = meeting.ok("meeting", "review", "last", "--json").json
    assert document["item"]["code"] == "O1"
    assert document["decision"] is None
    assert document["last_decision"]["after"]["state"] == "waiting"
    assert document["last_status"] == {"state": "waiting", "wording": "รอดำเนินการ"}
    assert document["undecided"] == ["O1", "O2", "O3", "O4", "O5"]


def test_the_review_ends_where_everything_is_decided(meeting: Cli) -> None:
    for number in range(1, 6):
        meeting.ok("meeting", "decide", "last", f"O{number}", "done")
    assert meeting.ok("meeting", "review", "last").lines[-1] == "Every item is decided on."
    document = meeting.ok("meeting", "review", "last", "--json").json
    assert (document["decided"], document["undecided"], document["item"]) == (5, [], None)


def test_a_resolution_alone_is_kept_and_cleared(meeting: Cli) -> None:
    meeting.ok("meeting", "decide", "last", "O3", "--resolution", "เห็นชอบ")
    document = meeting.ok("meeting", "review", "last", "O3", "--json").json
    assert document["decision"]["remark"] == "เห็นชอบ"
    meeting.ok("meeting", "decide", "last", "O3", "--resolution", "")
    assert meeting.ok("meeting", "review", "last", "O3", "--json").json["decision"] is None
