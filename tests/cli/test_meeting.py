"""`meeting`: everything of a meeting from the command line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from ita_tui.cli.meeting_arguments import SCHEMES
from ita_tui.services.meetings.agendas import AGENDAS

if TYPE_CHECKING:
    from tests.cli.conftest import Cli


def shown(cli: Cli, wanted: str = "last") -> Any:  # noqa: ANN401 (JSON)
    return cli.ok("meeting", "show", wanted, "--json").json


def agenda(cli: Cli, number: int) -> Any:  # noqa: ANN401 (JSON)
    return shown(cli)["agenda"][number - 1]


def row_of(cli: Cli, code: str) -> str:
    """The row of an item in the table of the exported minutes."""
    lines = cli("export", "minutes", "--meeting", "1/2567").out.splitlines()
    return next(line for line in lines if line.startswith(f"| {code} "))


def test_the_schemes_are_those_of_the_services() -> None:
    assert tuple(AGENDAS) == SCHEMES


def test_without_a_meeting_it_says_how_to_begin(cli: Cli) -> None:
    assert cli.ok("meeting", "list").lines == [
        "There is no meeting yet; begin one with `ita-tui meeting new`."
    ]
    assert cli.ok("meeting", "list", "--json").json["meetings"] == []
    result = cli("meeting", "show")
    assert (result.code, result.out) == (2, "")
    assert "`ita-tui meeting new`" in result.err


def test_a_new_meeting_says_what_it_is(cli: Cli) -> None:
    result = cli.ok("meeting", "new", "--date", "12 มี.ค. 67", "--scheme", "follow-up")
    assert result.lines == ["Began the meeting 1/2567; its id is 2567-03-12."]
    assert [one["title"] for one in shown(cli)["agenda"]] == list(AGENDAS["follow-up"])
    cli.ok("meeting", "new", "--date", "9/4/67", "--number", "๗/๒๕๖๗")
    assert [line.split()[:2] for line in cli.ok("meeting", "list").lines] == [
        ["1/2567", "2567-03-12"],
        ["7/2567", "2567-04-09"],
    ]


def test_a_meeting_is_today_unless_told_otherwise(cli: Cli) -> None:
    before = date.today().isoformat()  # noqa: DTZ011 (the day on the wall, as the command has it)
    cli.ok("meeting", "new")
    after = date.today().isoformat()  # noqa: DTZ011 (as above)
    assert before <= shown(cli)["held_on"] <= after


def test_another_committee_begins_at_one(meeting: Cli) -> None:
    result = meeting.ok("meeting", "new", "--name", "คณะทำงานตัวอย่าง", "--date", "9/4/67")
    assert result.lines == ["Began the meeting 1/2567; its id is 2567-04-09."]
    assert shown(meeting)["name"] == "คณะทำงานตัวอย่าง"


def test_json_has_stable_keys(meeting: Cli) -> None:
    found = meeting.ok("meeting", "list", "--json").json
    assert set(found) == {"agency", "fiscal_year", "revision", "meetings"}
    short = {"id", "name", "number", "year", "held_on", "place", "start", "end", "closed"}
    (listed,) = found["meetings"]
    assert set(listed) == short
    whole = shown(meeting)
    lists = {"attendees", "agenda", "problems", "next_steps", "signatures", "decisions"}
    assert set(whole) == short | lists | {"table", "missing"}
    assert (whole["held_on"], whole["start"], whole["closed"], whole["table"]) == (
        "2024-03-12",
        None,
        False,
        None,
    )
    assert {"path": ["agenda", 0, "resolution"], "text": "Agenda item 1 has no resolution."} in (
        whole["missing"]
    )


def test_a_meeting_goes_by_number_id_and_last(meeting: Cli) -> None:
    meeting.ok("meeting", "new", "--date", "9/4/2567")
    ids = [shown(meeting, wanted)["id"] for wanted in ("1/2567", "๑/๒๕๖๗", "2567-03-12", "last")]
    assert ids == ["2567-03-12", "2567-03-12", "2567-03-12", "2567-04-09"]
    result = meeting("meeting", "show", "5/2567")
    assert result.code == 2
    assert "1/2567 (2567-03-12), 2/2567 (2567-04-09)" in result.err


def test_the_heading_is_set_and_cleared(meeting: Cli) -> None:
    result = meeting.ok(
        *("meeting", "set", "last", "--name", "คณะกรรมการตัวอย่าง", "--number", "3"),
        *("--date", "13 มีนาคม 2567", "--place", "ห้องประชุม", "--start", "๙.๓๐", "--end", "11:30"),
    )
    assert [line.split("  ")[0] for line in result.lines] == [
        "name of the meeting",
        "number",
        "day",
        "place",
        "beginning",
        "end",
    ]
    assert "number               1/2567 → 3/2567" in result.lines
    whole = shown(meeting)
    assert (whole["number"], whole["held_on"], whole["start"], whole["end"]) == (
        3,
        "2024-03-13",
        "09:30",
        "11:30",
    )
    meeting.ok("meeting", "set", "last", "--number", "-", "--end", "", "--date", "", "--place", "")
    whole = shown(meeting)
    assert (whole["number"], whole["end"], whole["held_on"], whole["place"]) == (
        None,
        None,
        None,
        "",
    )
    again = meeting.ok("meeting", "set", "last", "--number", "-")
    assert again.lines == ["It is so already; nothing was changed."]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--date", "31 ก.พ. 2567"), "--date 31 ก.พ. 2567: There is no such day in the calendar"),
        (("--start", "25.00"), "--start 25.00: This is not a time of day."),
        (("--number", "สาม"), "--number สาม: สาม is no number of a meeting"),
        ((), "Say what is to change: --name"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    meeting: Cli, arguments: tuple[str, ...], words: str
) -> None:
    before = shown(meeting)
    result = meeting("meeting", "set", "last", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert shown(meeting) == before


def test_an_end_before_the_start_is_kept_and_told(meeting: Cli) -> None:
    result = meeting("meeting", "set", "last", "--start", "10.00", "--end", "9.00")
    told = "The meeting ends at 09.00, but begins at 10.00."
    assert (result.code, result.err) == (0, f"Note: {told}\n")
    assert meeting("meeting", "set", "last", "--place", "ห้องประชุม").err == ""
    assert told in [one["text"] for one in shown(meeting)["missing"]]
    assert f"  {told}" in meeting.ok("meeting", "show").lines
    assert told in meeting("export", "minutes").err


def test_minutes_are_certified_with_corrections(meeting: Cli) -> None:
    meeting.ok("meeting", "certify", "last")
    assert agenda(meeting, 2)["resolution"].startswith("ไม่มี")
    meeting.ok("meeting", "new", "--date", "9/4/2567")
    meeting.ok("meeting", "certify", "2/2567", "--correct", "ก เป็น ข", "--correct", "ตัดข้อ 3")
    assert agenda(meeting, 2)["resolution"].split("\n\n") == [
        "รับรองรายงานการประชุม ครั้งที่ 1/2567 เมื่อวันอังคารที่ 12 มีนาคม 2567 โดยมีการแก้ไข ดังนี้",
        "(1) ก เป็น ข",
        "(2) ตัดข้อ 3",
    ]


def test_the_review_can_be_held_from_a_script(meeting: Cli) -> None:
    result = meeting.ok("meeting", "decide", "last", "O1", "waiting", "--remark", "รอเอกสาร")
    assert result.lines[:2] == ["O1  โครงสร้าง", "  status                    not set → รอดำเนินการ"]
    meeting.ok("meeting", "decide", "last", "o2", "--wording", "กำลังดำเนินการ")
    again = meeting.ok("meeting", "decide", "last", "o2", "--wording", "กำลังดำเนินการ")
    assert again.lines == ["O2 is so already; nothing was changed."]
    assert shown(meeting)["decisions"][0] == {
        "code": "O1",
        "before": {"state": "unset", "wording": ""},
        "after": {"state": "waiting", "wording": "รอดำเนินการ"},
        "remark": "รอเอกสาร",
    }
    assert meeting.item("O2")["state"] == "in_progress"
    assert meeting("meeting", "decide", "last", "O1").code == 2


def test_a_closed_meeting_keeps_its_table(meeting: Cli) -> None:
    meeting.ok("meeting", "decide", "last", "O1", "waiting")
    result = meeting("meeting", "close", "last")
    assert (result.code, result.lines) == (0, ["Closed the meeting 1/2567."])
    assert "Note: The place of the meeting is missing.\n" in result.err
    meeting.ok("set", "O1", "done")
    assert "รอดำเนินการ" in row_of(meeting, "O1")
    assert shown(meeting)["table"][0]["status"]["state"] == "waiting"
    for arguments in (("set", "last", "--place", "x"), ("decide", "last", "O1", "done")):
        refused = meeting("meeting", *arguments)
        assert (refused.code, refused.err) == (2, "That meeting is closed; reopen it first.\n")
    assert meeting("meeting", "close", "last").code == 2
    assert meeting.ok("meeting", "reopen", "last").lines == ["Opened the meeting 1/2567 again."]
    assert "ดำเนินการเรียบร้อยแล้ว" in row_of(meeting, "O1")


def test_one_undo_takes_back_one_action(meeting: Cli) -> None:
    before = shown(meeting)
    meeting.ok("meeting", "set", "last", "--place", "ห้องประชุม", "--start", "9.30")
    meeting.ok("undo")
    assert shown(meeting) == before
    meeting.ok("redo")
    assert shown(meeting)["place"] == "ห้องประชุม"


def test_hostile_text_is_shown_as_text(meeting: Cli) -> None:
    meeting.ok("meeting", "agenda", "last", "เรื่อง\x1b]0;x\x07", "--resolution", "a|b **c** [d]")
    out = meeting.ok("meeting", "show").out
    assert "\x1b" not in out
    assert "a|b **c** [d]" in out


def test_a_closed_meeting_is_shown_as_closed_in_thai(meeting: Cli) -> None:
    meeting("meeting", "close", "last")
    assert "ปิดการประชุมแล้ว" in meeting.ok("meeting", "list", "--lang", "th").out


def test_the_history_names_the_meeting(meeting: Cli) -> None:
    meeting.ok("meeting", "set", "last", "--place", "ห้องประชุม")
    newest, first, *_rest = meeting.ok("history").lines
    assert newest.endswith("2567-03-12  place of the meeting: empty → ห้องประชุม")
    assert first.endswith("2567-03-12  meeting: empty → 1/2567, 12 Mar 2567")


@pytest.fixture
def two_years(meeting: Cli) -> Cli:
    """A meeting in September and one in October: one calendar year, two fiscal years."""
    meeting.ok("meeting", "new", "--date", "10/9/2567", "--number", "4")
    meeting.ok("init", "--from-year", "2567", "--year", "2568")
    return meeting


def test_a_number_used_twice_is_told_over_the_end_of_the_fiscal_year(two_years: Cli) -> None:
    cli = two_years
    cli.ok("meeting", "new", "--date", "8/10/2567")
    assert (shown(cli)["number"], shown(cli)["missing"][0]["path"]) == (5, ["place"])
    result = cli("meeting", "set", "last", "--number", "4/2567")
    told = "The meeting 2567-09-10 of fiscal year 2567 has the number 4/2567 too."
    assert (result.code, result.err) == (0, f"Note: {told}\n")
    assert told in [one["text"] for one in shown(cli)["missing"]]
    assert told in cli("export", "minutes").err
    assert told in cli("meeting", "close", "last").err
    of_september = cli("export", "minutes", "--year", "2567", "--meeting", "4/2567")
    assert "2567-10-08 of fiscal year 2568 has the number 4/2567 too." in of_september.err


def test_a_number_that_the_next_fiscal_year_has_is_not_proposed(two_years: Cli) -> None:
    two_years.ok("meeting", "new", "--date", "8/10/2567")
    two_years.ok("meeting", "new", "--date", "29/9/2567", "--year", "2567")
    lines = two_years.ok("meeting", "list", "--year", "2567").lines
    assert lines[-1].split()[0] == "6/2567"


def test_a_damaged_fiscal_year_beside_stops_nothing(two_years: Cli) -> None:
    cli = two_years
    (cli.folder / "2567.json").write_text("{", encoding="utf-8")
    for version in (cli.folder / "2567.json.backups").iterdir():
        version.write_text("{", encoding="utf-8")
    begun = cli("meeting", "new", "--date", "8/10/2567", "--year", "2568")
    told = "Nobody knows whether fiscal year 2567 has the number too: "
    assert begun.code == 0
    assert begun.err.startswith(f"Note: {told}")
    assert told in cli("export", "minutes", "--year", "2568").err
    cli.ok("meeting", "set", "last", "--number", "1/2568", "--year", "2568")
    assert told not in cli("export", "minutes", "--year", "2568").err


def test_minutes_before_that_cannot_be_read_are_not_taken_for_none(two_years: Cli) -> None:
    cli = two_years
    cli.ok("meeting", "new", "--date", "8/10/2567")
    (cli.folder / "2567.json").write_text("{", encoding="utf-8")
    for version in (cli.folder / "2567.json.backups").iterdir():
        version.write_text("{", encoding="utf-8")
    refused = cli("meeting", "certify", "last", "--year", "2568")
    assert (refused.code, "2567.json" in refused.err) == (4, True)
    cli("meeting", "new", "--date", "5/11/2567", "--year", "2568")
    cli("meeting", "certify", "last", "--year", "2568")
    shown = cli("meeting", "show", "last", "--json", "--year", "2568").json
    assert "ครั้งที่ 5/2567" in shown["agenda"][1]["resolution"]
