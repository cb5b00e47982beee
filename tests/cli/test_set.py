"""`set`: fields change, the old value is told, and nobody is overwritten unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.cli import session

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.services.settings import Settings
    from tests.cli.conftest import Cli

OWN_WORDS = "รอประกาศจากจังหวัด"


def test_the_old_and_the_new_value_are_told(cli: Cli) -> None:
    assert cli.ok("set", "O2", "waiting").lines == [
        "O2  ข้อมูลผู้บริหาร",
        "  status  not set → รอดำเนินการ",
    ]
    assert cli.ok("set", "O2", "done", "--ascii").lines[1:] == [
        "  status  รอดำเนินการ -> ดำเนินการเรียบร้อยแล้ว",
    ]


def test_several_fields_change_at_once(cli: Cli) -> None:
    result = cli.ok(
        "set", "O2", "done", "--remark", "ลง\x1b[31mเว็บ", "--unit", " กองคลัง ", "--due", "30/4/2567"
    )  # fmt: skip
    assert [line.split()[0] for line in result.lines[1:]] == [
        "status", "remark", "responsible", "due",
    ]  # fmt: skip
    item = cli.item("O2")
    assert (item["remark"], item["unit"], item["due"]) == ("ลง␛[31mเว็บ", "กองคลัง", "2024-04-30")
    events = cli.ok("history", "O2", "--json").json["events"]
    assert len({event["batch"] for event in events}) == 1


@pytest.mark.parametrize(
    ("before", "arguments", "after"),
    [
        ((), ("waiting",), ("waiting", "รอดำเนินการ")),
        ((), ("กำลังดำเนินการ",), ("in_progress", "กำลังดำเนินการ")),
        (("done",), ("unset",), ("unset", "")),
        (("done",), ("--wording", OWN_WORDS), ("done", OWN_WORDS)),
        (("done",), ("--wording", "ระหว่าง ดำเนินการ"), ("in_progress", "ระหว่างดำเนินการ")),
        (("done",), ("--wording", ""), ("done", "")),
        (("done",), ("waiting", "--wording", OWN_WORDS), ("waiting", OWN_WORDS)),
        (("done",), ("waiting", "--wording", ""), ("waiting", "")),
        (("done",), ("in_progress", "--wording", "ดำเนินการแล้วบางส่วน"),
         ("in_progress", "ดำเนินการแล้วบางส่วน")),
        ((), ("--wording", OWN_WORDS), ("unset", OWN_WORDS)),
    ],
)  # fmt: skip
def test_state_and_wording_go_together(
    cli: Cli, before: tuple[str, ...], arguments: tuple[str, ...], after: tuple[str, str]
) -> None:
    if before:
        cli.ok("set", "O2", *before)
    cli.ok("set", "O2", *arguments)
    item = cli.item("O2")
    assert (item["state"], item["wording"]) == after


def test_a_state_may_stand_after_the_options(cli: Cli) -> None:
    cli.ok("set", "O2", "--remark", "x", "done")
    assert cli.item("O2")["state"] == "done"


def test_a_wording_of_another_state_is_refused(cli: Cli) -> None:
    result = cli("set", "O2", "done", "--wording", "รอดำเนินการ")
    assert result.code == 2
    assert result.err == "“รอดำเนินการ” is how the minutes say “waiting”, not “done”.\n"
    assert cli.item("O2")["revision"] == 0


def test_empty_values_clear(cli: Cli) -> None:
    cli.ok("set", "O2", "--remark", "x", "--unit", "กองคลัง", "--due", "2024-04-30")
    result = cli.ok("set", "O2", "--remark", "", "--unit", "", "--due", "")
    item = cli.item("O2")
    assert (item["remark"], item["unit"], item["due"]) == ("", "", None)
    assert "  due date          30 Apr 2567 → empty" in result.lines


def test_what_is_so_already_is_not_recorded(cli: Cli) -> None:
    cli.ok("set", "O2", "done")
    assert cli.ok("set", "O2", "done").lines == ["O2 is so already; nothing was changed."]
    assert cli.item("O2")["revision"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("O2",), "Say what is to change"),
        (("O2", "finished"), "finished is no state"),
        (("O2", ""), "is no state"),
        (("O99", "done"), "There is no item O99"),
        (("O2", "--due", "31/2/2567"), "--due 31/2/2567: There is no such day"),
        (("O2", "--due", "soon"), "--due soon: This is not a date."),
        (("O2", "done", "waiting"), "unrecognized arguments: waiting"),
        (("O2", "done", "--expect-revision", "-1"), "-1"),
        (("O2", "done", "--expect-revision", "x"), "x is no whole number from 0 on"),
        (("O2", "done", "--expect-revision", "9" * 5000), "is no whole number from 0 on"),
    ],
)
def test_wrong_use_changes_nothing(cli: Cli, arguments: tuple[str, ...], words: str) -> None:
    result = cli("set", *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert cli.ok("list", "--json").json["revision"] == 1


def test_an_old_revision_of_another_field_is_no_conflict(cli: Cli) -> None:
    cli.ok("set", "O2", "--unit", "กองช่าง", "--as", "กองช่าง")
    cli.ok("set", "O2", "done", "--expect-revision", "0")
    assert cli.item("O2")["state"] == "done"


def test_a_field_changed_since_is_a_conflict_with_both_values(cli: Cli) -> None:
    cli.ok("set", "O2", "waiting", "--as", "กองช่าง")
    result = cli("set", "O2", "done", "--remark", "x", "--expect-revision", "0")
    assert (result.code, result.out) == (3, "")
    assert "กองช่าง" in result.err
    assert "รอดำเนินการ" in result.err
    assert "ดำเนินการเรียบร้อยแล้ว" in result.err
    assert (cli.item("O2")["state"], cli.item("O2")["remark"]) == ("waiting", "")


def test_words_alone_never_bring_back_an_old_state(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague sets the state between this command's reading and its writing."""
    acting = session.actor

    def late(settings: Settings) -> Actor:
        monkeypatch.setattr(session, "actor", acting)
        cli.ok("set", "O2", "waiting", "--as", "กองช่าง")
        return acting(settings)

    monkeypatch.setattr(session, "actor", late)
    result = cli("set", "O2", "--wording", OWN_WORDS)
    assert result.code == 3
    assert (cli.item("O2")["state"], cli.item("O2")["wording"]) == ("waiting", "รอดำเนินการ")


def test_changes_are_signed(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.ok("set", "O2", "done", "--as", "กองคลัง")
    monkeypatch.setenv("ITA_TUI_USER", "กองช่าง")
    cli.ok("set", "O3", "done")
    assert cli.item("O2")["updated_by"] == "กองคลัง"
    assert cli.item("O3")["updated_by"] == "กองช่าง"


def test_a_change_that_the_disk_has_not_confirmed_is_told(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: object) -> None:
        raise OSError(5, "Input/output error")

    cli.ok("set", "O2", "waiting")
    monkeypatch.setattr("ita_tui.store.store.sync_folder", fail)
    result = cli("set", "O2", "done")
    assert result.code == 0
    assert "the disk has not confirmed it" in result.err
    assert cli.item("O2")["state"] == "done"


def test_what_is_copied_off_the_screen_is_taken_as_it_was(cli: Cli) -> None:
    cli.ok("set", "O2", "กําลังดําเนินการ", "--remark", "น\u0e4d\u0e49\u0e32\u200bใส")
    item = cli.item("O2")
    assert (item["wording"], item["remark"]) == ("กำลังดำเนินการ", "น้ำใส")


@pytest.mark.parametrize(
    ("lang", "typed", "state"),
    [
        ("th", "รอ", "waiting"),
        ("th", "กําลังทํา", "in_progress"),
        ("th", "เสร็จ", "done"),
        ("th", "ไม่ระบุ", "unset"),
        ("en", "Kept current", "current"),
        ("en", "not started", "not_started"),
    ],
)
def test_a_state_has_the_name_that_the_lists_show(
    cli: Cli, lang: str, typed: str, state: str
) -> None:
    if state == "unset":
        cli.ok("set", "O2", "done")
    cli.ok("--lang", lang, "set", "O2", typed)
    assert cli.item("O2")["state"] == state
    found = cli.ok("--lang", lang, "list", "--state", typed, "--json").json["items"]
    assert "O2" in [one["code"] for one in found]


def test_an_unknown_state_names_those_that_there_are(cli: Cli) -> None:
    said = cli("--lang", "th", "set", "O2", "เกือบ").err
    assert "done (เสร็จ)" in said
