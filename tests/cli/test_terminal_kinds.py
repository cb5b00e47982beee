"""The start on terminals of every kind: it opens, mends itself, or says what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.pseudo_terminal import run

if TYPE_CHECKING:
    from pathlib import Path

ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""An environment in which Python speaks ASCII, as it does Latin-1 in an old locale."""


def thai(text: str) -> bool:
    """Whether a text has Thai letters in it."""
    return any("\u0e00" <= char <= "\u0e7f" for char in text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder: the first page is a screen too."""
    return tmp_path / "data"


@pytest.mark.parametrize(
    "variables",
    [
        pytest.param({"LANG": "C.UTF-8"}, id="utf-8"),
        pytest.param({"LANG": "C"}, id="C"),
        pytest.param({"LANG": "POSIX"}, id="POSIX"),
        pytest.param({}, id="no locale"),
        pytest.param({"LANG": "C.UTF-8", "PYTHONIOENCODING": "ascii"}, id="told ascii"),
        pytest.param(ASCII, id="python in ascii"),
        pytest.param({**ASCII, "PYTHONIOENCODING": "latin-1"}, id="python in latin-1"),
        pytest.param({"LANG": "C.UTF-8", "TERM": "vt100"}, id="vt100"),
        pytest.param({"LANG": "C.UTF-8", "TERM": "linux"}, id="linux"),
        pytest.param({"LANG": "C.UTF-8", "STY": "1.sample"}, id="screen"),
        pytest.param({"LANG": "C.UTF-8", "TMUX": "/nowhere,1,0"}, id="tmux of somebody else"),
    ],
)
def test_where_thai_can_be_shown_the_screen_opens(folder: Path, variables: dict[str, str]) -> None:
    assert run(folder, variables).code is None


@pytest.mark.parametrize("variables", [{"LANG": "C"}, {"LANG": "C.UTF-8", "STY": "1.sample"}])
def test_a_terminal_that_does_not_answer_is_believed(
    folder: Path, variables: dict[str, str]
) -> None:
    assert run(folder, variables, column=None).code is None


@pytest.mark.parametrize(
    ("variables", "column", "command"),
    [
        ({"LANG": "C"}, 4, "LC_ALL=C.UTF-8 xterm"),
        ({"LANG": "C.UTF-8", "STY": "1.sample"}, 3, "screen -U"),
        (ASCII, 4, "export LC_ALL=C.UTF-8"),
        (ASCII, None, "export LC_ALL=C.UTF-8"),
    ],
)
def test_where_no_thai_can_be_shown_plain_english_says_what_to_type(
    folder: Path, variables: dict[str, str], column: int | None, command: str
) -> None:
    outcome = run(folder, variables, column=column)
    assert outcome.code == 2
    assert command in outcome.said
    assert not thai(outcome.said)
    assert "Traceback" not in outcome.said
    assert not folder.exists()


@pytest.mark.parametrize(
    ("variables", "size", "words"),
    [
        ({"TERM": "dumb"}, (80, 24), "type: TERM=xterm-256color ita-tui"),
        ({}, (59, 24), "59 columns and 24 lines"),
        ({}, (60, 15), "Make the window larger"),
    ],
)
def test_both_languages_stand_side_by_side_where_thai_can_be_shown(
    folder: Path, variables: dict[str, str], size: tuple[int, int], words: str
) -> None:
    outcome = run(folder, {"LANG": "C.UTF-8", **variables}, size=size)
    assert outcome.code == 2
    first, second = outcome.said.strip().splitlines()
    assert thai(first)
    assert not thai(second)
    assert words in second
