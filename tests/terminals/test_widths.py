"""Real terminals count the cells of Thai as we do: every cluster, asked for the cursor's place."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.services.seeds.loading import frameworks
from ita_tui.thai.cells import clusters, width
from ita_tui.ui.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATIENCE = 40.0
"""How many seconds a terminal may take for all texts."""

PROBE = Path(__file__).with_name("probe.py")

WIDEST = 76
"""A line of the terminal must hold a text with the cursor after it."""

MANY = 2000
"""There are more clusters than this to ask about."""

_FOREIGN = {"TMUX", "STY", "COLUMNS", "LINES"}

BASES = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = ["ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ฺ"]
TONES = ["่", "้", "๊", "๋", "์", "็", "ํ", "๎"]
SIGNS = [
    *UNICODE.states.values(),
    *(UNICODE.cursor, UNICODE.opened, UNICODE.closed, UNICODE.full, UNICODE.empty),
    *(UNICODE.dot, UNICODE.arrow, "…", "│", "╭", "╯", "▌", "◌่"),
]


def texts() -> list[str]:
    """Every combination of a letter with its marks, SARA AM in both ways, names and signs."""
    names = [item.name for framework in frameworks() for item in framework.items]
    found = [
        *(base + vowel for base, vowel in product(BASES, ["", *VOWELS])),
        *(base + tone for base, tone in product(BASES, TONES)),
        *(base + vowel + tone for base, vowel, tone in product(BASES, VOWELS[:7], TONES[:5])),
        *(base + tone + "ำ" for base, tone in product(BASES, ["", *TONES[:4]])),
        *(base + "ํ" + tone + "า" for base, tone in product(BASES, ["", *TONES[:4]])),
        *"ะาำเแโใไๅๆฯ฿๏๚๛๐๑๒๓๔๕๖๗๘๙",
        *(cluster for name in names for cluster in clusters(name)),
        *names,
        *SIGNS,
    ]
    return [text for text in dict.fromkeys(found) if width(text) < WIDEST]


def answers(folder: Path, terminal: Sequence[str], **variables: str) -> list[int]:
    """What a terminal says of all texts.

    Args:
        folder: Where the questions and the answers go.
        terminal: The command that starts the terminal with the command that follows it.
        variables: Its environment beside the test's own.
    """
    source, target = folder / "texts.json", folder / "cells.json"
    source.write_text(json.dumps(texts()), "utf-8")
    command = [*terminal, sys.executable, str(PROBE), str(source), str(target)]
    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    environment |= {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"} | variables
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + PATIENCE
    while not target.exists():
        assert time.monotonic() < deadline, "the terminal has not answered"
        time.sleep(0.05)  # (another look until the terminal has answered)
    process.wait(PATIENCE)
    found: list[int] = json.loads(target.read_text("utf-8"))
    return found


def different(found: list[int]) -> list[tuple[str, int, int]]:
    """The texts of which a terminal thinks otherwise: our cells, and its."""
    pairs = zip(texts(), found, strict=True)
    return [(text, width(text), cells) for text, cells in pairs if width(text) != cells]


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip a test where a program is not installed, and say which."""
    absent = [name for name in programs if shutil.which(name) is None]
    # Only where the programs are: .ci/run installs them, and says what it could not install.
    return pytest.mark.skipif(bool(absent), reason=f"not installed: {', '.join(absent)}")


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    """The name of a display that nobody sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
    with (tmp_path / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(command, pass_fds=[write], stderr=log)
    os.close(write)
    with os.fdopen(read) as pipe:
        name = f":{pipe.readline().strip()}"
    yield name
    server.terminate()
    server.wait(PATIENCE)


@needs("tmux")
def test_tmux_counts_as_we_do(tmp_path: Path, sockets: Path) -> None:
    terminal = ["tmux", "-u", "-f", "/dev/null", "-S", str(sockets / "tmux")]
    assert different(answers(tmp_path, [*terminal, "new-session", "-d"])) == []


@needs("screen")
def test_screen_counts_as_we_do(tmp_path: Path, sockets: Path) -> None:
    terminal = ["screen", "-U", "-c", "/dev/null", "-d", "-m"]
    assert different(answers(tmp_path, terminal, SCREENDIR=str(sockets))) == []


@needs("xterm", "Xvfb")
def test_xterm_counts_as_we_do(tmp_path: Path, display: str) -> None:
    assert different(answers(tmp_path, ["xterm", "-u8", "-e"], DISPLAY=display)) == []


def test_a_different_count_is_seen() -> None:
    found = [width(text) for text in texts()]
    assert different(found) == []
    assert len(found) > MANY
    found[0] += 1
    assert different(found) == [("ก", 1, 2)]
