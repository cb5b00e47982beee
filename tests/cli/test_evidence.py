"""`evidence`: addresses are added and removed by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_tui.cli import session

if TYPE_CHECKING:
    from ita_tui.domain.event import Actor
    from ita_tui.services.settings import Settings
    from tests.cli.conftest import Cli

FIRST, SECOND = "https://example.go.th/ก", "http://example.go.th:8080/b?c=d"


def urls(cli: Cli) -> list[str]:
    return [one["url"] for one in cli.item("O2")["evidence"]]


def test_addresses_are_added_at_the_end(cli: Cli) -> None:
    assert cli.ok("evidence", "O2", "add", FIRST, "ประกาศ").lines == [
        "O2  ข้อมูลผู้บริหาร",
        f"  evidence  empty → {FIRST}",
    ]
    cli.ok("evidence", "O2", "add", SECOND)
    assert urls(cli) == [FIRST, SECOND]
    assert [one["text"] for one in cli.item("O2")["evidence"]] == ["ประกาศ", ""]


def test_a_text_may_stand_after_the_options(cli: Cli) -> None:
    cli.ok("evidence", "O2", "add", FIRST, "--as", "กองคลัง", "ประกาศ")
    assert cli.item("O2")["evidence"][0]["text"] == "ประกาศ"


@pytest.mark.parametrize(("number", "left"), [("1", [SECOND]), ("๒", [FIRST])])
def test_an_address_is_removed_by_its_number(cli: Cli, number: str, left: list[str]) -> None:
    cli.ok("evidence", "O2", "add", FIRST)
    cli.ok("evidence", "O2", "add", SECOND)
    cli.ok("evidence", "O2", "remove", number)
    assert urls(cli) == left


def test_an_address_of_a_colleague_is_not_lost(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague adds one between this command's reading and its writing."""
    acting = session.actor

    def late(settings: Settings) -> Actor:
        monkeypatch.setattr(session, "actor", acting)
        cli.ok("evidence", "O2", "add", SECOND, "--as", "กองช่าง")
        return acting(settings)

    monkeypatch.setattr(session, "actor", late)
    assert cli("evidence", "O2", "add", FIRST).code == 3
    assert urls(cli) == [SECOND]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "example.go.th"), "is no web address"),
        (("add", "ftp://example.go.th"), "is no web address"),
        (("add", "javascript:alert(1)"), "is no web address"),
        (("add", "https://"), "is no web address"),
        (("add", "https://[x"), "is no web address"),
        (("add", "https://example.go.th/a b"), "is no web address"),
        (("add", FIRST), "has this address already"),
        (("remove", "2"), "O2 has no address 2; it has 1."),
        (("remove", "0"), "0 is no whole number from 1 on"),
        ((), "required"),
        (("add",), "required"),
    ],
)
def test_wrong_use_changes_nothing(cli: Cli, arguments: tuple[str, ...], words: str) -> None:
    cli.ok("evidence", "O2", "add", FIRST)
    result = cli("evidence", "O2", *arguments)
    assert result.code == 2
    assert words in result.err
    assert urls(cli) == [FIRST]
