"""How a run ends: quietly when it is interrupted or nobody reads, in one sentence otherwise."""

from __future__ import annotations

import errno
import io
import sys
from typing import TYPE_CHECKING

import pytest

from ita_tui.cli.commands import listing
from ita_tui.errors import BusyError, ConflictError, DataError, ItaError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Cli


def failing(error: BaseException) -> Callable[..., int]:
    def run(*_arguments: object) -> int:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (UsageError("Say it in another way."), 2, "Say it in another way."),
        (ConflictError("Somebody was faster."), 3, "Somebody was faster."),
        (DataError("It cannot be read\x1b[2J."), 4, "It cannot be read␛[2J."),
        (BusyError("Somebody is writing."), 5, "Somebody is writing."),
        (MemoryError(), 4, "There is not enough memory for this."),
        (PermissionError(errno.EACCES, "x", "seeds"), 4, "seeds: Permission denied."),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_a_code(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, sentence: str
) -> None:
    monkeypatch.setattr(listing, "run", failing(error))
    monkeypatch.setattr("ita_tui.cli.main._discard_output", lambda: None)
    result = cli("list")
    assert (result.code, result.out, result.err.strip()) == (code, "", sentence)


def test_a_mistake_of_the_program_is_not_hidden(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "run", failing(RuntimeError("a mistake")))
    with pytest.raises(RuntimeError, match="a mistake"):
        cli("list")


def test_every_error_has_a_code_of_its_own() -> None:
    codes = {ItaError: 2, UsageError: 2, ConflictError: 3, DataError: 4, BusyError: 5}
    assert {kind: kind.exit_code for kind in codes} == codes


def test_a_character_that_the_encoding_lacks_is_escaped(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="iso-8859-1"))
    assert cli("list").code == 0
    text = raw.getvalue().decode("ascii")
    assert "\\u0e42" in text
    assert "[-]  O1" in text


def test_a_stream_that_is_no_file_is_left_as_it_is(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert cli("show", "O1").code == 0
    assert "โครงสร้าง" in stream.getvalue()
