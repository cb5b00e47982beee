"""The program over a real line: OpenSSH on loopback, inside tmux and without.

Keys come in both layouts, the window changes its size, and the line is cut while somebody types.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from ita_tui.store import Store
from ita_tui.thai.keyboard import thai_twin
from tests.terminals.sshd import PROGRAM, Sshd
from tests.terminals.tmux import Tmux

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_tui.domain.checklist import Item

ABSENT = [
    name
    for name, there in (
        ("sshd", PROGRAM),
        ("ssh", shutil.which("ssh")),
        ("tmux", shutil.which("tmux")),
    )
    if there is None
]
# Only where the programs are: .ci/run installs them, and says what it could not install.
pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"not installed: {', '.join(ABSENT)}")

UNIT = "กองคลังกับสำนักปลัด"
"""A unit with marks, SARA AM and a following vowel."""


def thai(keys: str) -> str:
    """What some keys type while the Thai layout is on."""
    return "".join(thai_twin(key) or key for key in keys)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Sshd]:
    """A server of the test's own."""
    folder = tmp_path / "sshd"
    folder.mkdir()
    server = Sshd(folder)
    yield server
    server.close()


@pytest.fixture(params=["plain", "tmux"])
def remote(request: pytest.FixtureRequest, folder: Path, sockets: Path) -> Iterator[list[str]]:
    """What is typed on the server; the same once more comes back to a tmux that still runs."""
    program = [
        "env", "LANG=C.UTF-8", f"XDG_CONFIG_HOME={sockets}",
        sys.executable, "-m", "ita_tui", "--data", str(folder), "--lang", "en", "--as", "กองคลัง",
    ]  # fmt: skip
    # With the settings of the terminal around it: a status line has a clock, which changes.
    inner = ["tmux", "-u", "-f", str(sockets / "tmux.conf"), "-S", str(sockets / "inner")]
    yield (
        program
        if request.param == "plain"
        else [*inner, "new-session", "-A", "-s", "ita", *program]
    )
    subprocess.run([*inner, "kill-server"], check=False, capture_output=True)


def saved(folder: Path, code: str) -> Item:
    """An item as it is on the disk."""
    store = Store(folder / "2567.json")
    try:
        item = store.read().checklist.item(code)
    finally:
        store.close()
    assert item is not None
    return item


def test_a_day_over_ssh(
    server: Sshd, remote: list[str], folder: Path, sockets: Path, request: pytest.FixtureRequest
) -> None:
    client = server.client(remote)
    terminal = Tmux(sockets, client)
    request.addfinalizer(terminal.close)
    terminal.sees("ITA 2567")
    works_in_both_layouts(terminal)
    follows_the_window(terminal)
    survives_a_cut(terminal, server, client)
    terminal.until(lambda: saved(folder, "O2").unit == UNIT, "the unit should be on the disk")
    terminal.type(thai("q"))
    assert (terminal.ends(), terminal.left_on) == (0, "")


def cursor(terminal: Tmux) -> str:
    """The line under the cursor."""
    return next((line for line in terminal.lines() if line.startswith("❯")), "")


def works_in_both_layouts(terminal: Tmux) -> None:
    """Move, choose and undo, with the Thai layout on and then with the English one."""
    for keys in (thai, str):
        terminal.type(keys("g"))
        terminal.until(lambda: "9.1" in cursor(terminal), "the first row should be current")
        terminal.type(keys("jj"))
        terminal.until(lambda: "O2 " in cursor(terminal), "O2 should be current")
        terminal.type(keys("s"))
        terminal.sees("Enter chooses")
        terminal.type(keys("k"))
        terminal.press("Enter")
        terminal.sees("Saved: O2")
        assert "done" in cursor(terminal)
        terminal.type(keys("u"))
        terminal.sees("Taken back: O2")
        terminal.until(lambda: "kept current" in cursor(terminal), "it should be as before")
        terminal.sees(f"{keys('s')} state")


def follows_the_window(terminal: Tmux) -> None:
    """Make the window small, wide and as before: the panes move, and nothing is left over."""
    at_first = terminal.lines()
    for size, beside in [((60, 16), False), ((120, 40), True), ((80, 24), False)]:
        terminal.resize(*size)
        terminal.until(
            lambda beside=beside: ("│" in cursor(terminal)) is beside,  # type: ignore[misc]  # (a default)
            "the details should be in their place",
        )
        terminal.sees("quit")
        assert "O2 " in cursor(terminal)
    terminal.until(lambda: terminal.lines() == at_first, "the screen should be as before")


def survives_a_cut(terminal: Tmux, server: Sshd, client: list[str]) -> None:
    """Cut the line while somebody types; what was typed is offered, or still there, and saved."""
    terminal.type(thai("e"))
    terminal.sees("Responsible unit")
    terminal.type(UNIT)
    terminal.sees(UNIT)
    server.cut()
    terminal.ends()
    terminal.again(client)
    terminal.until(
        lambda: terminal.shows("when the line dropped") or terminal.shows(UNIT),
        "what was typed should be offered or still be there",
    )
    if terminal.shows("when the line dropped"):
        terminal.sees("Enter chooses")
        terminal.type(thai("y"))
    terminal.sees(UNIT)
    terminal.press("F2")
    terminal.sees("Saved: O2")
