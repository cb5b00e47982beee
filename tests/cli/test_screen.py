"""No command: the screen opens where it can be drawn, and a sentence says why where it cannot."""

from __future__ import annotations

import io
import locale
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from ita_tui.cli.main import main
from ita_tui.cli.terminal_check import check_terminal
from ita_tui.errors import UsageError
from ita_tui.services.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding)

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a terminal of some size and encoding around the program."""

    def put(
        columns: int = 80, lines: int = 24, encoding: str = "utf-8", codeset: str = "UTF-8"
    ) -> None:
        for name in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(sys, name, Terminal(encoding))
        size = os.terminal_size((columns, lines))
        monkeypatch.setattr(os, "get_terminal_size", lambda _descriptor: size)
        monkeypatch.setattr(locale, "getencoding", lambda: codeset)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setenv("LANG", "C.UTF-8")
        for name in ("TMUX", "STY", "LC_ALL"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr("ita_tui.cli.terminal_check.shows_utf8", lambda *_descriptors: False)

    return put


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (300, 100), (0, 0)])
def test_a_common_terminal_will_do(terminal: Callable[..., None], size: tuple[int, int]) -> None:
    terminal(*size)
    check_terminal()


@pytest.mark.parametrize("size", [(59, 24), (80, 15), (1, 1)])
def test_a_small_terminal_is_refused(terminal: Callable[..., None], size: tuple[int, int]) -> None:
    terminal(*size)
    with pytest.raises(UsageError, match=f"{size[0]} columns and {size[1]} lines") as raised:
        check_terminal()
    assert "60" in raised.value.message
    assert "16" in raised.value.message


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_the_screen_is_refused(
    terminal: Callable[..., None], monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    terminal()
    monkeypatch.setattr(sys, stream, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    with pytest.raises(UsageError, match="`ita-tui list`"):
        check_terminal()


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_is_refused(
    terminal: Callable[..., None], monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    terminal()
    monkeypatch.setenv("TERM", term)
    with pytest.raises(UsageError, match=f"TERM={term}"):
        check_terminal()


def test_an_unnamed_terminal_will_do(
    terminal: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal()
    monkeypatch.delenv("TERM")
    check_terminal()


def test_streams_follow_a_locale_that_has_thai(terminal: Callable[..., None]) -> None:
    terminal(encoding="ascii")
    check_terminal()
    assert {sys.stdin.encoding, sys.stdout.encoding, sys.stderr.encoding} == {"utf-8"}


@pytest.mark.parametrize("encoding", ["iso-8859-1", "ascii", "tis-620"])
def test_an_encoding_without_the_signs_is_refused(
    terminal: Callable[..., None], encoding: str
) -> None:
    terminal(encoding=encoding, codeset=encoding)
    with pytest.raises(UsageError, match=encoding) as raised:
        check_terminal()
    assert "export LC_ALL=C.UTF-8" in raised.value.message


@pytest.fixture
def thai(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue in which everything is called the same in Thai."""
    monkeypatch.setattr("ita_tui.cli.terminal_check._in_thai", lambda _message: "ต้องใช้เทอร์มินัล")


@pytest.mark.usefixtures("thai")
def test_a_refusal_is_in_both_languages(terminal: Callable[..., None]) -> None:
    terminal(10, 10)
    with pytest.raises(UsageError) as raised:
        check_terminal()
    first, second = raised.value.message.splitlines()
    assert first == "ต้องใช้เทอร์มินัล"
    assert second.startswith("The terminal has 10 columns")


@pytest.mark.usefixtures("thai")
def test_a_refusal_is_english_where_thai_cannot_be_written(terminal: Callable[..., None]) -> None:
    terminal(10, 10, encoding="ascii", codeset="ascii")
    with pytest.raises(UsageError) as raised:
        check_terminal()
    assert raised.value.message.isascii()


def test_the_screen_gets_the_settings(
    terminal: Callable[..., None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    got: list[Settings] = []

    def run_screen(settings: Settings) -> int:
        assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
        got.append(settings)
        return 7

    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", "")
    monkeypatch.setitem(sys.modules, "ita_tui.ui.app", SimpleNamespace(run_screen=run_screen))
    terminal()
    code = main(["--data", str(tmp_path / "x"), "--as", "กองคลัง", "--year", "2567", "--ascii"])
    assert code == 7
    assert got == [Settings(tmp_path / "x", 2567, "กองคลัง", "th", ascii=True)]


def test_a_refusal_opens_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ita_tui.ui.app", SimpleNamespace())
    assert main(["--data", str(tmp_path / "x")]) == 2
    assert not Path(tmp_path / "x").exists()
