"""In Thai, the help of every command is Thai: what stays English is a name, an option or a file."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

import pytest

from ita_tui.cli.arguments import ARGUMENTS
from ita_tui.cli.main import main
from ita_tui.cli.parser import build
from ita_tui.domain.status import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORD = re.compile(r"(?<![\w./-])[a-z]{3,}(?![\w./-])")


def commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The names of a parser's commands, and of theirs."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name
                yield from commands(command)


KNOWN = {
    *commands(build(list(ARGUMENTS))),
    *(state.value for state in State),
    *("ita", "tui", "help", "zip"),
    *("html", "docx", "csv", "json", "thai", "arabic", "minutes", "checklist", "history"),
}
"""Commands and choices, which are typed as they are."""


@pytest.mark.parametrize("command", [None, *ARGUMENTS])
def test_the_help_is_thai(
    command: str | None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert main([*([] if command is None else [command]), "--help"]) == 0
    text = capsys.readouterr().out
    assert "วิธีใช้" in text or "ตัวเลือก" in text
    plain = re.sub(r"`[^`]*`|\[[^]]*\]|\{[^}]*\}|--?[\w-]+|[A-Z_]{2,}", " ", text)
    assert set(WORD.findall(plain)) - KNOWN == set()
