"""The whole meeting in a real terminal, by keys alone: from an empty folder to the minutes."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_tui.domain.status import State
from ita_tui.store import Store
from tests.terminals.tmux import Tmux

if TYPE_CHECKING:
    from collections.abc import Iterator

# Only where the program is: .ci/run installs it, and says what it could not install.
pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="not installed: tmux")

MINUTES = Path(__file__).parents[1] / "minutes" / "golden" / "minutes-thai.md"
ITEMS = 43
REVIEW_KEYS = 60
"""In how many keystrokes all items are to be reviewed."""

WITH_THE_CHECKLIST = 4
"""The number of the agenda item with the checklist."""

DECIDED = ("O1", "O21", "O23")
"""Items that the meeting decides on; the others are left as they are."""


class Typist:
    """Presses keys in a terminal, and counts them.

    Attributes:
        terminal: The terminal.
        keys: How many keys were pressed.
    """

    def __init__(self, terminal: Tmux) -> None:
        self.terminal = terminal
        self.keys = 0

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names."""
        self.keys += len(keys)
        self.terminal.press(*keys)

    def type(self, text: str) -> None:
        """Type characters."""
        self.keys += len(text)
        self.terminal.type(text)

    def sees(self, text: str) -> None:
        """Wait until a text stands on the screen."""
        self.terminal.sees(text)


@pytest.fixture
def hands(tmp_path: Path, sockets: Path) -> Iterator[Typist]:
    """The program in Thai on an empty folder, in a terminal of 80 by 24; a document beside it."""
    shutil.copy(MINUTES, tmp_path / "m.md")
    program = (sys.executable, "-m", "ita_tui", "--data", "data", "--as", "เลขานุการ")
    place = ("env", "-C", str(tmp_path), f"XDG_CONFIG_HOME={sockets}")
    terminal = Tmux(sockets, [*place, *program])
    yield Typist(terminal)
    terminal.close()


def test_from_an_empty_folder_to_minutes(hands: Typist, tmp_path: Path) -> None:
    imports(hands)
    before = hands.keys
    reviews(hands)
    assert hands.keys - before <= REVIEW_KEYS
    resolves(hands)
    exports(hands)
    hands.press("Escape")
    hands.sees(f"27/{ITEMS}")
    hands.press("q")
    assert hands.terminal.ends() == 0
    assert hands.keys <= 120
    minutes = (tmp_path / "minutes-2566-10-31.md").read_text("utf-8")
    by_item = minutes.partition("### มติที่ประชุมรายข้อ")[2].partition("###")[0]
    assert [code for code in DECIDED if f"| {code} | " in by_item] == [*DECIDED]
    assert minutes.count("**มติที่ประชุม** เห็นชอบ") == 1
    store = Store(tmp_path / "data" / "2567.json")
    items = store.read().checklist.items
    store.close()
    assert len(items) == ITEMS
    assert {one.status.state for one in items if one.code in DECIDED} == {State.DONE}


def imports(hands: Typist) -> None:
    """Begin with the minutes of a file."""
    hands.sees("นำเข้ารายงานการประชุม")
    hands.press("Down", "Down", "Enter")
    hands.sees("ชื่อไฟล์")
    hands.type("m.md")
    hands.press("Enter")
    hands.sees(f"{ITEMS} ข้อ")
    hands.press("Enter")
    hands.sees(f"24/{ITEMS}")


def reviews(hands: Typist) -> None:
    """Go through all items; decide on some."""
    hands.press("r")
    hands.sees("ประชุมต่อ")
    hands.press("Down", "Enter")
    for number in range(1, ITEMS + 1):
        hands.sees(f" O{number} ")
        hands.sees(f" {number}/{ITEMS} ")
        hands.type("4" if f"O{number}" in DECIDED else ".")
    hands.sees("ครบทุกข้อแล้ว")
    hands.press("Escape")
    hands.sees(f"27/{ITEMS}")


def resolves(hands: Typist) -> None:
    """Choose the resolution of the agenda item with the checklist."""
    hands.press("m")
    hands.sees("เอกสาร")
    resolutions = 0
    while resolutions < WITH_THE_CHECKLIST:
        moves(hands)
        resolutions += any("❯   มติ " in line for line in hands.terminal.lines())
    hands.press("Enter")
    hands.sees("อนุมัติ")
    hands.press("Home", "Down", "Down", "Enter")
    hands.sees("บันทึกแล้ว")


def moves(hands: Typist) -> None:
    """Move the cursor down, and wait until it has moved."""
    before = hands.terminal.lines()
    hands.press("Down")
    hands.terminal.until(lambda: hands.terminal.lines() != before, "the cursor should move")


def exports(hands: Typist) -> None:
    """Write the minutes under the name that is proposed."""
    hands.press("x")
    hands.sees("minutes-2566-10-31.md")
    hands.press("Enter", "Enter")
    hands.sees("บันทึกไฟล์")
